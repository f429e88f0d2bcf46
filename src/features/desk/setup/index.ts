// Setting a server up, and how it stands.
import type { Feature } from '#bot/feature.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import type { SetupDoor } from '../doors.ts';
import { setupCommand } from './commands.ts';
import { setupComponents } from './components.ts';
import { setupJobs } from './jobs.ts';
import { setupButton } from './view.ts';

/** `others` may bring sections of their own. */
export function setupFor(others: readonly { setupSection?: SetupSection }[]): Feature & { setUp: SetupDoor } {
  const sections = others.flatMap(({ setupSection }) => setupSection ?? []);
  return {
    commands: [setupCommand(sections)],
    components: setupComponents(sections),
    jobs: setupJobs(sections),
    setUp: setupButton,
  };
}
