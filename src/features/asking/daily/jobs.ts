// Posting, recaps and telling admins; all claim rows, so any number of processes may run them.
import type { Channels } from '#bot/channels.ts';
import type { BotApp } from '#bot/feature.ts';
import { ERASED } from '#features/people/server/rules.ts';
import type { RecapLines } from '#features/record/post/recap.ts';
import { settleAll } from '#lib/settle.ts';
import { drain } from '#schedule/lanes.ts';
import type { Job } from '#schedule/schedule.ts';
import { showDegraded } from './list.view.ts';
import type { Recap } from './outcome.rules.ts';
import { postDue } from './posting.actions.ts';
import { showRecap } from './recap.view.ts';
import {
  type Closed,
  claimClosed,
  claimDegraded,
  prepareRecap,
  recordRecap,
  recordTold,
} from './recaps.actions.ts';
import { troubleOf } from './rules.ts';

const postDaily: Job<BotApp> = {
  name: 'post-daily',
  schedule: '1-59/4 * * * * *',
  async run(app) {
    const settled = await postDue(app);
    if (settled.schedules > 0) app.log.info(settled, 'settled due questions of the day');
  },
};

/** `added` may have something to celebrate in each recap. */
function recapsWith(added: readonly RecapLines[]): Job<BotApp> {
  return {
    name: 'daily-recaps',
    schedule: '5-59/10 * * * * *',
    async run(app, _firedAt, lanes) {
      await drain(
        lanes,
        (limit) => claimClosed(app, { limit }),
        (closed) => lanes.start(String(closed.postId), () => tryRecap(app, closed, added)),
      );
    },
  };
}

const dailyDegraded: Job<BotApp> = {
  name: 'daily-degraded',
  schedule: '30 * * * * *',
  async run(app) {
    const untold = await claimDegraded(app);
    await settleAll(untold, async (schedule) => {
      // Whoever set it up had their data deleted: there is nobody to write to, and Discord would refuse the word.
      if (schedule.adminId === ERASED) return recordTold(app, schedule);
      const nonce = `g${schedule.id}-${schedule.postId}`;
      const words = await app.languages.ofMember(schedule.adminId, null);
      // An admin who takes no direct messages, or is gone, counts as told: /daily list shows the same to the others.
      const trouble = troubleOf(schedule);
      if (!trouble) return recordTold(app, schedule);
      const message = showDegraded(words, { ...schedule, trouble });
      const sent = await app.channels.sendDirect(schedule.adminId, { message, nonce });
      if (sent.kind === 'unavailable') throw new Error(`an admin could not be told: ${sent.reason}`);
      await recordTold(app, schedule);
    });
  },
};

export function dailyJobs(added: readonly RecapLines[]): readonly Job<BotApp>[] {
  return [postDaily, recapsWith(added), dailyDegraded];
}

async function tryRecap(app: BotApp, closed: Closed, added: readonly RecapLines[]): Promise<void> {
  const recap = await prepareRecap(app, closed);
  if (recap) await sendRecap(app, recap, added);
}

async function sendRecap(app: BotApp, recap: Recap, added: readonly RecapLines[]): Promise<void> {
  const words = await app.languages.ofServer(recap.serverId);
  const lines = await Promise.all(added.map((more) => more(app, recap, words)));
  const post = { message: showRecap(words, recap, lines.flat()), nonce: `r${recap.postId}` };
  const inThread = recap.threadId ? await sendNow(app, recap.threadId, post) : null;
  // The thread may never have been opened, or may be gone: then the channel gets it.
  const sent = inThread?.kind === 'sent' ? inThread : await sendNow(app, recap.channelId, post);
  const messageId = sent.kind === 'sent' ? sent.messageId : null;
  await recordRecap(app, { postId: recap.postId, messageId });
}

/** A failure that may pass leaves the recap unsettled: it is tried again when its lease ends. */
async function sendNow({ channels }: BotApp, channelId: string, post: Parameters<Channels['send']>[1]) {
  const sent = await channels.send(channelId, post);
  if (sent.kind === 'unavailable') throw new Error(`no recap in channel ${channelId}: ${sent.reason}`);
  return sent;
}
