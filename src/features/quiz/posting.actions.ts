// What happens to posts without anybody pressing a button: sending from the outbox, tallies, closing with the reveal.
import type { Pack, Packs, Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { findQuestion } from './answering.actions.ts';
import { claimPosts, markSent, markUnclosed, markUnsent, oldestDue } from './outbox.store.ts';
import {
  closedPosts,
  countAnswers,
  type NewPost,
  openAnsweredPosts,
  type Post,
  readPicks,
  readPost,
  setMessage,
} from './posts.store.ts';
import { endNow, markClosed, readRound } from './rounds.store.ts';
import { isClosedAt, mayClose, postedAs, retryDelayMs, type Tally } from './rules.ts';

type Deps = { db: Db; content: Packs; clock: Clock };

/** Longer than any send may take; shorter than the few minutes in which Discord knows a nonce again. */
const LEASE_MS = 60_000;
const BATCH = 50;

export type PostedQuestion = { post: Post; pack: Pack; question: Question; size: number };

/** Posts whose turn it is to be sent; those whose question is gone are dropped here. */
export async function claimSends(deps: Deps): Promise<PostedQuestion[]> {
  const now = deps.clock.now();
  const claimed = await claimPosts(deps.db, 'send', { now, leaseMs: LEASE_MS, limit: BATCH });
  const found = await Promise.all(claimed.map((post) => withQuestion(deps, post)));
  const gone = claimed.filter((_, index) => !found[index]);
  await Promise.all(
    gone.map((post) => markUnsent(deps.db, { id: post.id, failure: 'no-question', retryAt: null })),
  );
  return found.filter((posted) => posted !== null);
}

/** Later than this a post is not sent any more: its day has passed, or it would close at once. */
export function isTooLate({ clock }: { clock: Clock }, post: Post): boolean {
  const giveUpAt = post.sendBefore ?? post.closesAt;
  return giveUpAt !== null && clock.now() >= giveUpAt;
}

/** A post made a while ago, or tried before, may have reached Discord although we never learned it. */
export function mayHaveBeenSent({ clock }: { clock: Clock }, post: Post): boolean {
  return post.attempts > 0 || clock.now().getTime() - post.createdAt.getTime() > LEASE_MS;
}

export async function recordSent(deps: { db: Db }, sent: { id: number; messageId: string }): Promise<void> {
  await markSent(deps.db, sent);
}

/** Puts a post off with growing distance, or gives it up once its time is over. */
export async function recordUnsent(
  deps: { db: Db; clock: Clock },
  unsent: { post: Post; failure: string },
): Promise<void> {
  const now = deps.clock.now();
  const retryAt = new Date(now.getTime() + retryDelayMs(unsent.post.attempts + 1));
  const isOver = isTooLate({ clock: { now: () => retryAt } }, unsent.post);
  await markUnsent(deps.db, {
    id: unsent.post.id,
    failure: unsent.failure,
    retryAt: isOver ? null : retryAt,
  });
}

export type Reveal = PostedQuestion & { tally: Tally };

/** Posts whose time is over, with what their reveal shows. */
export async function claimClosings(deps: Deps): Promise<(Reveal | { post: Post; question: null })[]> {
  const claimed = await claimPosts(deps.db, 'close', {
    now: deps.clock.now(),
    leaseMs: LEASE_MS,
    limit: BATCH,
  });
  return Promise.all(
    claimed.map(async (post) => {
      const posted = await withQuestion(deps, post);
      return posted ? { ...posted, tally: await tallyOf(deps, post) } : { post, question: null };
    }),
  );
}

/** Puts a closing off with growing distance: Discord cannot be told now, and the key must not stay open for ever. */
export async function recordUnclosed(
  deps: { db: Db; clock: Clock },
  unclosed: { post: Post; failure: string },
): Promise<void> {
  const { post, failure } = unclosed;
  const retryAt = new Date(deps.clock.now().getTime() + retryDelayMs(post.attempts + 1));
  await markUnclosed(deps.db, { id: post.id, failure, retryAt });
}

/** Marks a post closed and queues the next question of its round, if it has one and can go on. */
export async function recordClosed(
  deps: Deps & { random: Random },
  closed: { post: Post; failure: string | null; goesOnIn: string | null },
): Promise<void> {
  const next = closed.goesOnIn ? await nextOfRound(deps, closed.post, closed.goesOnIn) : null;
  await markClosed(deps.db, { post: closed.post, failure: closed.failure, next });
}

export type CloseOutcome =
  | (Reveal & { kind: 'closed' })
  | { kind: 'not-allowed' }
  | { kind: 'closed-already' };

/** Ends a question early; the reveal is shown at once, and the closing job finishes what follows from it. */
export async function closeEarly(
  deps: Deps,
  input: { postId: number; member: { id: string; isModerator: boolean } },
): Promise<CloseOutcome> {
  const post = await readPost(deps.db, input.postId);
  if (post?.status !== 'open') return { kind: 'closed-already' };
  if (!mayClose(post, input.member)) return { kind: 'not-allowed' };
  const now = deps.clock.now();
  await endNow(deps.db, { id: post.id, now });
  const posted = await withQuestion(deps, { ...post, closesAt: now });
  return posted
    ? { kind: 'closed', ...posted, tally: await tallyOf(deps, post) }
    : { kind: 'closed-already' };
}

/** What an open post's message should say now; null when it is no longer open or has no message. */
export async function readOpenPost(
  deps: Deps,
  input: { postId: number },
): Promise<(PostedQuestion & { answers: number }) | null> {
  const post = await readPost(deps.db, input.postId);
  if (!post?.messageId || post.status !== 'open' || isClosedAt(post, deps.clock.now())) return null;
  const posted = await withQuestion(deps, post);
  return posted && { ...posted, answers: await countAnswers(deps.db, post.id) };
}

export async function recordMessage(
  deps: { db: Db },
  sent: { postId: number; messageId: string },
): Promise<void> {
  await setMessage(deps.db, { id: sent.postId, messageId: sent.messageId });
}

/** Posts whose tally may be behind because the process that would have edited them is gone. */
export async function findStaleTallies(deps: Deps): Promise<number[]> {
  return openAnsweredPosts(deps.db, { now: deps.clock.now(), limit: 100 });
}

/** Since when the oldest overdue sending or closing waits; null when nothing is due. For readiness. */
export async function readOldestDue(deps: { db: Db; clock: Clock }): Promise<Date | null> {
  return oldestDue(deps.db, deps.clock.now());
}

export async function readHistory(deps: Deps, input: { channelId: string }): Promise<PostedQuestion[]> {
  const closed = await closedPosts(deps.db, { channelId: input.channelId, limit: 25 });
  const found = await Promise.all(closed.map((post) => withQuestion(deps, post)));
  return found.filter((posted) => posted !== null);
}

/** The reveal of one closed question of a server; null when it is not closed (its key stays secret) or not here. */
export async function readReveal(
  deps: Deps,
  input: { postId: number; serverId: string },
): Promise<Reveal | null> {
  const post = await readPost(deps.db, input.postId);
  if (!post || post.serverId !== input.serverId || post.status !== 'closed' || post.kind === 'private')
    return null;
  const posted = await withQuestion(deps, post);
  return posted && { ...posted, tally: await tallyOf(deps, post) };
}

async function withQuestion(deps: Deps, post: Post): Promise<PostedQuestion | null> {
  const found = findQuestion(deps.content, post);
  if (!found) return null;
  const round = post.roundId === null ? null : await readRound(deps.db, post.roundId);
  return { post, ...found, size: round?.questionIds.length ?? 1 };
}

async function tallyOf(deps: { db: Db }, post: Post): Promise<Tally> {
  const rows = await readPicks(deps.db, post.id);
  const picks = new Map<string, number>();
  for (const id of rows.flatMap((row) => row.picks)) picks.set(id, (picks.get(id) ?? 0) + 1);
  const right = rows.filter((row) => row.isCorrect);
  const rightMembers = right
    .filter((row) => (row.visibility ?? 'visible') === 'visible')
    .map((row) => row.memberId);
  return { answers: rows.length, correct: right.length, picks, rightMembers };
}

async function nextOfRound(
  deps: Deps & { random: Random },
  post: Post,
  channelId: string,
): Promise<NewPost | null> {
  if (post.roundId === null || post.position === null) return null;
  const round = await readRound(deps.db, post.roundId);
  const question =
    round && deps.content.get(round.exam)?.questions.get(round.questionIds[post.position] ?? '');
  if (!round || !question) return null;
  const now = deps.clock.now();
  return {
    kind: 'round',
    status: 'pending',
    serverId: post.serverId,
    channelId,
    homeChannelId: post.homeChannelId,
    askedBy: round.memberId,
    ...postedAs(question, round, deps.random),
    createdAt: now,
    closesAt: new Date(now.getTime() + round.openMinutes * 60_000),
    roundId: round.id,
    position: post.position + 1,
  };
}
