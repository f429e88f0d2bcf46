// What happens to servers without anybody asking.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { purgeLeftServers } from './actions.ts';

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'purge-left-servers',
    schedule: '0 20 3 * * *',
    async run(app) {
      const purged = await purgeLeftServers(app);
      if (purged > 0) app.log.info({ purged }, 'deleted the data of servers that removed the bot');
    },
  },
];
