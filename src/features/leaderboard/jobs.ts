// Upkeep of the boards.
import type { BotApp } from '#bot/feature.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { pruneBoards } from './prune.actions.ts';
import { rebuildStaleBoards, takeStaleBoards } from './stale.actions.ts';

const pruneOldBoards: Job<BotApp> = {
  name: 'prune-boards',
  schedule: '0 40 3 * * *',
  run: (app) => pruneBoards(app),
};

const rebuildBoards: Job<BotApp> = {
  name: 'rebuild-boards',
  schedule: '*/10 * * * * *',
  async run(app) {
    await settleAll(await takeStaleBoards(app), (stale) => rebuildStaleBoards(app, stale));
  },
};

export const jobs: readonly Job<BotApp>[] = [pruneOldBoards, rebuildBoards];
