// Tells servers that their exam edition has ended.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { claimRetiredNotices } from './retired.actions.ts';
import { showRetiredNotice } from './view.ts';

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'retired-notices',
    schedule: '0 15 * * * *',
    async run(app) {
      const notices = await claimRetiredNotices(app);
      await Promise.all(
        notices.map((notice) =>
          app.channels.send(notice.channelId, {
            message: showRetiredNotice(notice),
            nonce: `e${notice.serverId}`,
          }),
        ),
      );
    },
  },
];
