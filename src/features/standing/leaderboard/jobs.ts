// Upkeep of the boards, and the winners of a week.
import type { BotApp } from '#bot/feature.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { pruneBoards } from './prune.actions.ts';
import { boardDeps } from './reading.ts';
import { findDueWinners, readWinners, recordWinnersTold } from './winners.actions.ts';
import { showWinners } from './winners.view.ts';

const pruneOldBoards: Job<BotApp> = {
  name: 'prune-boards',
  schedule: '0 40 3 * * *',
  run: (app) => pruneBoards(app),
};

const tellWinners: Job<BotApp> = {
  name: 'weekly-winners',
  schedule: '0 7,22,37,52 * * * *',
  async run(app) {
    await settleAll(await findDueWinners(app), async (due) => {
      const rows = await readWinners({ db: app.db, presence: boardDeps(app, []).presence }, due);
      if (rows.length > 0) {
        const words = await app.languages.ofServer(due.serverId);
        const message = showWinners(words, { ...due, rows });
        // The same for every process that sends it in this minute: Discord makes one message of them.
        const sent = await app.channels.send(due.channelId, { message, nonce: `w${due.serverId}` });
        if (sent.kind === 'unavailable') throw new Error(`no winners for ${due.serverId}: ${sent.reason}`);
      }
      await recordWinnersTold(app, due);
    });
  },
};

export const boardJobs: readonly Job<BotApp>[] = [pruneOldBoards, tellWinners];
