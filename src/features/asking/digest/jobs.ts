// Posts each server's week at its hour, once, from any number of processes; tells an admin once when that fails.
import type { BotApp } from '#bot/feature.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { type DueDigest, takeDue, takeFailing, tellWeek, weekFailed, weekSettled } from './actions.ts';
import type { WeekTold } from './rules.ts';
import { showFailing } from './section.view.ts';
import { answerId, showWeek } from './view.ts';

const postWeeks: Job<BotApp> = {
  name: 'server-digests',
  schedule: '25 * * * * *',
  async run(app) {
    if (!app.channels.isConnected()) return;
    await settleAll(await takeDue(app), async (due) => {
      const told = await tellWeek(app, due);
      if (told) await post(app, due, told);
      else await weekSettled(app, { due, isPosted: false });
    });
  },
};

const tellAdmins: Job<BotApp> = {
  name: 'server-digests-failing',
  schedule: '55 * * * * *',
  async run(app) {
    await settleAll(await takeFailing(app), async (set) => {
      // Whoever set it up had their data deleted: there is nobody to write to.
      if (set.setBy === ERASED) return;
      const words = await app.languages.ofMember(set.setBy, null);
      const nonce = `digest-failing-${set.serverId}-${set.dueAt.toISOString()}`;
      // An admin who takes no direct messages counts as told: the set-up screen says the same.
      await app.channels.sendDirect(set.setBy, { message: showFailing(words, set), nonce });
    });
  },
};

export const jobs: readonly Job<BotApp>[] = [postWeeks, tellAdmins];

async function post(app: BotApp, due: DueDigest, told: WeekTold): Promise<void> {
  // Whoever tried before may have been killed right after sending.
  const marker = due.attempts > 1 ? answerId(told) : null;
  const isThere = marker !== null && (await app.channels.findOwn(due.channelId, marker, due.dueAt)) !== null;
  if (isThere) return weekSettled(app, { due, isPosted: true });
  const words = await app.languages.ofServer(due.serverId);
  const nonce = `digest-${due.serverId}-${due.dueAt.toISOString()}`;
  const sent = await app.channels.send(due.channelId, { message: showWeek(words, told), nonce });
  switch (sent.kind) {
    case 'sent':
      return weekSettled(app, { due, isPosted: true });
    case 'no-permission':
      return weekFailed(app, { due, failure: `no-permission:${sent.missing.join(',')}` });
    case 'no-channel':
    case 'refused':
      return weekFailed(app, { due, failure: sent.kind });
    case 'unavailable':
      throw new Error(`no summary of the week for ${due.serverId}: ${sent.reason}`);
  }
}
