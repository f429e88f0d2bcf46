// A server's own questions.
import type { Feature } from '#bot/feature.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { cardJobs } from './cards.jobs.ts';
import { anyCardDue } from './cards.store.ts';
import { commands, menus } from './commands.ts';
import { components } from './components.ts';
import { jobs } from './jobs.ts';
import { personal } from './personal.ts';
import { section } from './section.ts';

export const authoring: Feature & { setupSection: SetupSection } = {
  commands,
  menus,
  components,
  jobs: [...jobs, ...cardJobs],
  due: { 'suggestion-cards': anyCardDue },
  personal,
  setupSection: section,
};
