// What follows from decisions: answers graded anew, reveals that tell of it, reporters told. And tickets of what answers make suspect.
import type { BotApp } from '#bot/feature.ts';
import { showReveal } from '#features/record/post/reveal.view.ts';
import type { Job } from '#schedule/schedule.ts';
import type { Asides } from './asides.ts';
import { endNoting, gradeAll, noted, revealOf, revealsToNote, takeRegrade } from './regrade.actions.ts';
import { outcomeRefused, outcomesToSend, outcomesUntold, outcomeTold } from './telling.actions.ts';
import { showOutcomes } from './telling.view.ts';
import { ticketsForSuspects } from './tickets.actions.ts';
import { withCorrection } from './tickets.view.ts';

type Taken = NonNullable<Awaited<ReturnType<typeof takeRegrade>>>;

const regrading: Job<BotApp> = {
  name: 'regrade-answers',
  schedule: '1-59/4 * * * * *',
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

const telling = (asides: Asides): Job<BotApp> => ({
  name: 'tell-reporters',
  schedule: '23 * * * * *',
  async run(app) {
    await asides.refresh(app);
    if (app.channels.isConnected()) await tellReporters(app, asides);
  },
});

/** Who takes no direct messages is told after whatever they do next, and is not written to again. */
async function tellReporters(app: BotApp, asides: Asides): Promise<void> {
  const outcomes = await outcomesToSend(app);
  for (const [index, outcome] of outcomes.entries()) {
    const { memberId, ticketId } = outcome;
    const words = await app.languages.ofMember(memberId, null);
    const message = showOutcomes(words, [outcome]);
    const sent = await app.channels.sendDirect(memberId, { message, nonce: `told-${ticketId}-${memberId}` });
    // This one may have been sent, of which only the word got lost.
    if (sent.kind === 'unavailable') return outcomesUntold(app, outcomes.slice(index + 1));
    if (sent.kind === 'sent') await outcomeTold(app, outcome);
    else {
      await outcomeRefused(app, outcome);
      asides.add(memberId);
    }
  }
}

export const ticketJobs = (asides: Asides): readonly Job<BotApp>[] => [
  regrading,
  telling(asides),
  { name: 'suspect-tickets', schedule: '35 */5 * * * *', run: ticketsForSuspects },
];
