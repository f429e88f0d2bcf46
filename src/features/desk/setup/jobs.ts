// Tells servers that their exam edition ends soon, or has ended.
import type { BotApp } from '#bot/feature.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { dueEditionNotices, recordTold } from './edition.actions.ts';
import { showEditionNotice } from './view.ts';

export function setupJobs(sections: readonly SetupSection[]): readonly Job<BotApp>[] {
  return [
    {
      name: 'edition-notices',
      schedule: '0 15 * * * *',
      async run(app) {
        await settleAll(await dueEditionNotices({ ...app, sections }), async (notice) => {
          const words = await app.languages.ofServer(notice.serverId);
          const message = showEditionNotice(words, { ...notice, isOver: notice.news === 'retired' });
          // The same for every process that sends it in this minute: Discord makes one message of them.
          const nonce = `${notice.news === 'ahead' ? 'n' : 'e'}${notice.serverId}`;
          const sent = await app.channels.send(notice.channelId, { message, nonce });
          if (sent.kind === 'unavailable') throw new Error(`no notice to ${notice.serverId}: ${sent.reason}`);
          await recordTold(app, notice);
        });
      },
    },
  ];
}
