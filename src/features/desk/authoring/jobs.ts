// Drafts and imports that nobody came back to.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { dropForgotten } from './forgotten.actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  { name: 'drop-drafts', schedule: '40 17 4 * * *', run: (app) => dropForgotten(app) },
];
