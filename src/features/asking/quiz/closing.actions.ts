// Ending a question, or its whole round, before its time: by its asker or a moderator, who is asked once while others
// are still answering.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { recordStanding } from '#features/record/post/actions.ts';
import { type From, isMeantBy, mayClose } from '#features/record/post/rules.ts';
import { type Post, readPost } from '#features/record/post/store.ts';
import type { Clock } from '#lib/clock.ts';
import { closeEarly } from './answering.actions.ts';
import { STILL_ANSWERING_MS } from './pace.rules.ts';
import { countAnsweredSince, countWaitedFor, stopRound } from './pace.store.ts';

type Deps = { db: Db; content: Library; clock: Clock };

type Close = {
  postId: number;
  serverId: string;
  /** The message that was pressed; null for the question whether they are sure. */
  from: From;
  member: { id: string; isModerator: boolean };
  /** What is ended: the question, or its round with it. */
  ends: 'question' | 'round';
  /** Asked before, and wants it all the same. */
  isSure: boolean;
};

/** `waitedFor`: they answered the question before and not this one; `answered`: just now, and may not be the last. */
type Ask = { kind: 'ask'; why: 'waited-for' | 'answered'; members: number };

export async function endBeforeTime(deps: Deps, close: Close) {
  const known = await readPost(deps.db, close.postId);
  if (known && !isMeantBy(known, close.from)) return { kind: 'gone' as const };
  const post = known && (await standing(deps, known, close));
  const isTheirs =
    post?.status === 'open' && post.serverId === close.serverId && mayClose(post, close.member);
  if (!isTheirs) {
    if (post && (await endAfterClose(deps, post, close))) return { kind: 'round-ended' as const };
    // Whoever may not, or comes too late, is told so by the closing itself.
    return closeEarly(deps, close);
  }
  const ask = close.isSure ? null : await readAsk(deps, { post, memberId: close.member.id });
  if (ask) return ask;
  const now = deps.clock.now();
  // Before the question closes: what follows its close looks whether the round has ended.
  if (close.ends === 'round' && post.roundId !== null) await stopRound(deps.db, { id: post.roundId, now });
  return closeEarly(deps, close);
}

/** Pressed at the very moment of the close: the question is over, but its round need not go on. */
async function endAfterClose({ db, clock }: Deps, post: Post, close: Close): Promise<boolean> {
  const isTheirs =
    post.status === 'closed' && post.serverId === close.serverId && mayClose(post, close.member);
  if (close.ends !== 'round' || post.roundId === null || !isTheirs) return false;
  return stopRound(db, { id: post.roundId, now: clock.now() });
}

/** What is pressed stands, also where its sending was not recorded: then it can be closed like any other. */
async function standing(deps: Deps, post: Post, { from, serverId }: Close): Promise<Post> {
  if (post.status !== 'pending' || from === null || post.serverId !== serverId) return post;
  return recordStanding(deps, { post, messageId: from.messageId });
}

async function readAsk(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { post, memberId }: { post: Post; memberId: string },
): Promise<Ask | null> {
  const { id, roundId, position } = post;
  if (roundId !== null && position !== null && position > 1) {
    const members = await countWaitedFor(db, { id, roundId, position, memberId });
    return members > 0 ? { kind: 'ask', why: 'waited-for', members } : null;
  }
  const since = new Date(clock.now().getTime() - STILL_ANSWERING_MS);
  const members = await countAnsweredSince(db, { postId: id, memberId, since });
  return members > 0 ? { kind: 'ask', why: 'answered', members } : null;
}
