// What follows from decisions: answers graded anew, reveals that tell of it, reporters told.
import type { BotApp } from '#bot/feature.ts';
import { showReveal } from '#features/record/post/reveal.view.ts';
import type { Job } from '#schedule/schedule.ts';
import { ticketCards } from './cards.jobs.ts';
import { endNoting, gradeAll, noted, revealOf, revealsToNote, takeRegrade } from './regrade.actions.ts';
import { reportersToTell, reporterTold } from './telling.actions.ts';
import { showOutcome } from './telling.view.ts';
import { withCorrection } from './tickets.view.ts';

type Taken = NonNullable<Awaited<ReturnType<typeof takeRegrade>>>;

const regrading: Job<BotApp> = {
  name: 'regrade-answers',
  schedule: '*/5 * * * * *',
  async run(app) {
    for (;;) {
      const regrade = await takeRegrade(app);
      if (!regrade) return;
      if (regrade.state === 'running' || regrade.state === 'undoing') await gradeAll(app, regrade);
      else if (!(await noteReveals(app, regrade))) return;
    }
  },
};

/** False while Discord is away: the lease ends, and it is tried again. */
async function noteReveals(app: BotApp, regrade: Taken): Promise<boolean> {
  let { notedPost } = regrade;
  for (;;) {
    const posts = await revealsToNote(app, { ...regrade, notedPost });
    if (posts.length === 0) {
      return endNoting(app, regrade);
    }
    for (const post of posts) {
      if (!(await noteReveal(app, regrade, post))) return false;
      notedPost = post.id;
      await noted(app, { id: regrade.id, post: post.id });
    }
  }
}

/** A message that is gone or may not be edited any more keeps none of the others from it. */
async function noteReveal(
  app: BotApp,
  { state, key }: Taken,
  { id, serverId }: { id: number; serverId: string | null },
) {
  const reveal = await revealOf(app, { postId: id, serverId });
  if (!reveal?.post.messageId) return true;
  const words = await app.languages.ofServer(serverId);
  const shown = showReveal(words, reveal, reveal.tally);
  const { question, post } = reveal;
  const message =
    state === 'noting'
      ? withCorrection(words, shown, { question, optionOrder: post.optionOrder, key })
      : shown;
  const edited = await app.channels.edit(post.channelId, reveal.post.messageId, message);
  return edited.kind !== 'unavailable';
}

const telling: Job<BotApp> = {
  name: 'tell-reporters',
  schedule: '25 * * * * *',
  async run(app) {
    if (!app.channels.isConnected()) return;
    await tellReporters(app);
  },
};

/** Who takes no direct messages is not written to again. */
async function tellReporters(app: BotApp): Promise<void> {
  for (const report of await reportersToTell(app)) {
    const words = await app.languages.ofMember(report.memberId, null);
    const nonce = `t${report.ticketId}${report.memberId}`.slice(0, 25);
    const sent = await app.channels.sendDirect(report.memberId, {
      message: showOutcome(words, report),
      nonce,
    });
    if (sent.kind === 'unavailable') return;
    await reporterTold(app, report);
  }
}

export const ticketJobs: readonly Job<BotApp>[] = [regrading, telling, ticketCards];
