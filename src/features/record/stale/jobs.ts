// Works through the queue of rebuilds.
import type { BotApp } from '#bot/feature.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { rebuildStale, takeStale } from './actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'rebuild-stale',
    schedule: '1-59/10 * * * * *',
    async run(app) {
      await settleAll(await takeStale(app), (claimed) => rebuildStale(app, claimed));
    },
  },
];
