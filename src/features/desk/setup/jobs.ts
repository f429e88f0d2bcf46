// Tells servers that their exam edition has ended.
import type { BotApp } from '#bot/feature.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { dueRetiredNotices, recordRetiredTold } from './retired.actions.ts';
import { showRetiredNotice } from './view.ts';

export function setupJobs(sections: readonly SetupSection[]): readonly Job<BotApp>[] {
  return [
    {
      name: 'retired-notices',
      schedule: '0 15 * * * *',
      async run(app) {
        await settleAll(await dueRetiredNotices({ ...app, sections }), async (notice) => {
          const words = await app.languages.ofServer(notice.serverId);
          const message = showRetiredNotice(words, notice);
          // The same for every process that sends it in this minute: Discord makes one message of them.
          const nonce = `e${notice.serverId}`;
          const sent = await app.channels.send(notice.channelId, { message, nonce });
          if (sent.kind === 'unavailable') throw new Error(`no notice to ${notice.serverId}: ${sent.reason}`);
          await recordRetiredTold(app, notice);
        });
      },
    },
  ];
}
