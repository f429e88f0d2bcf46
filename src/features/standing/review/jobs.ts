// The nightly fit of members' own weights.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { fitMembers } from './fitting.actions.ts';
import { loadOptimizer } from './optimizer.ts';

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'fit-reviews',
    schedule: '0 10 4 * * *',
    async run(app) {
      const optimize = await loadOptimizer();
      if (optimize) await fitMembers({ ...app, optimize });
      else app.log.debug('no optimizer for reviews: the weights of everybody stay in use');
    },
  },
];
