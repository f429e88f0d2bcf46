// A member's data in their own hands.
import type { Feature } from '#bot/feature.ts';
import { privacyCommand } from './commands.ts';
import { privacyComponents } from './components.ts';
import { privacyJobs } from './jobs.ts';
import { personal } from './personal.ts';

/** `others` say which rows of theirs are a member's own. */
export function privacyFor(others: readonly Feature[]): Feature {
  const personals = [...others.flatMap(({ personal: own }) => own ?? []), personal];
  return {
    commands: [privacyCommand(personals)],
    components: privacyComponents(personals),
    jobs: privacyJobs(personals),
    personal,
  };
}
