// Upkeep of the boards.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { pruneBoards } from './prune.actions.ts';

const pruneOldBoards: Job<BotApp> = {
  name: 'prune-boards',
  schedule: '0 40 3 * * *',
  run: (app) => pruneBoards(app),
};

export const jobs: readonly Job<BotApp>[] = [pruneOldBoards];
