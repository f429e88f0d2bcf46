// Heartbeats, from which outages are known.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { recordHeartbeat } from './actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'heartbeat',
    schedule: '0 * * * * *',
    async run(app) {
      // Without Discord nobody can answer: that is an outage too.
      if (!app.channels.isConnected()) return;
      const outage = await recordHeartbeat(app);
      if (outage)
        app.log.warn({ outage }, 'the bot was away: days with over six hours of that in all are neutral');
    },
  },
];
