// Drafts and imports that nobody came back to; cards of suggestions.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { cardJobs } from './cards.jobs.ts';
import { dropForgotten } from './forgotten.actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  ...cardJobs,
  { name: 'drop-drafts', schedule: '40 17 4 * * *', run: (app) => dropForgotten(app) },
];
