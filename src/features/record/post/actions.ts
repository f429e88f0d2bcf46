// What happens to posts without anybody pressing a button: sending from the outbox, tallies, closing with the reveal.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { oldestDue } from './due.store.ts';
import {
  type Claimed,
  claimPosts,
  endNow,
  extendClaim,
  markClosed,
  markSent,
  markThreadSettled,
  markUnclosed,
  markUnsent,
  threadsDue,
} from './outbox.store.ts';
import { type Asked, findQuestion } from './question.ts';
import { closesWhenSent, isClosedAt, mayClose, retryDelayMs, type Tally, tallyOf } from './rules.ts';
import {
  countAnswers,
  type NewPost,
  noteAskerSees,
  openAnsweredPosts,
  type Post,
  readPicks,
  readPost,
  setMessage,
} from './store.ts';

export type { Claimed } from './outbox.store.ts';
export type { Post } from './store.ts';

type Deps = { db: Db; content: Library; clock: Clock };

/** What a process that was killed had taken is another's after this; whoever is alive takes it again in time. */
const LEASE_MS = 15_000;
export const TAKE_AGAIN_MS = LEASE_MS / 3;
/** Work whose turn does not come this soon is left out: its lease could end before it begins. */
export const BEGIN_WITHIN_MS = LEASE_MS / 2;
/** Discord knows a nonce again for a few minutes: this long it is enough to send once more. */
const NONCE_MS = 60_000;

const THREADS_AT_ONCE = 25;
/** A question that has no last instant of its own is given up after this time. */
const SEND_WITHIN_MS = 6 * 3_600_000;

/** How many posts there is room for, and where others are being worked on. */
export type Room = { limit: number; busyChannels: readonly string[] };

export type PostedQuestion = Asked & { post: Post };

/** Posts whose turn it is to be sent, for this process alone until the lease ends. */
export async function claimSends({ db, clock }: Pick<Deps, 'db' | 'clock'>, room: Room): Promise<Claimed[]> {
  return claimPosts(db, 'send', { now: clock.now(), leaseMs: LEASE_MS, ...room });
}

/** A claimed post as it is sent now; null where the question is gone. */
export async function prepareSend(deps: Deps, post: Post): Promise<PostedQuestion | null> {
  return withQuestion(deps, { ...post, closesAt: closesWhenSent(post, deps.clock.now()) });
}

/** Later than this a post is not sent any more: its day has passed, or nobody waits for it. */
export function isTooLate({ clock }: { clock: Clock }, post: Post): boolean {
  const giveUpAt = post.sendBefore ?? new Date(post.createdAt.getTime() + SEND_WITHIN_MS);
  return clock.now() >= giveUpAt;
}

/** A post that was tried before may have reached Discord although we never learned it. */
export function mayHaveBeenSent({ clock }: { clock: Clock }, post: Claimed): boolean {
  const isKnownAgain = clock.now().getTime() - post.createdAt.getTime() <= NONCE_MS;
  return post.attempts > 0 || (post.wasTaken && !isKnownAgain);
}

/** Whoever works on a claimed post says so, as long as it takes. */
export async function takeAgain({ db, clock }: Pick<Deps, 'db' | 'clock'>, { id }: Post): Promise<void> {
  await extendClaim(db, { id, until: new Date(clock.now().getTime() + LEASE_MS) });
}

/**
 * A post whose message somebody pressed stands, although whoever sent it has not said so (yet): it is open, and its time
 * began at the latest now.
 */
export async function recordStanding(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { post, messageId }: { post: Post; messageId: string },
): Promise<Post> {
  const closesAt = closesWhenSent(post, clock.now());
  await markSent(db, { id: post.id, messageId, closesAt, threadDue: post.wantsThread });
  return (await readPost(db, post.id)) ?? post;
}

/** The message stands: it is open from now on, whatever becomes of its thread. */
export async function recordSent(
  deps: { db: Db },
  sent: { id: number; messageId: string; closesAt: Date | null; threadDue: boolean },
): Promise<void> {
  await markSent(deps.db, sent);
}

/** Posts whose thread could not be opened when they were sent. */
export async function findThreadsDue(deps: { db: Db }): Promise<Post[]> {
  return threadsDue(deps.db, { limit: THREADS_AT_ONCE });
}

export async function recordThreadSettled(deps: { db: Db }, { id }: { id: number }): Promise<void> {
  await markThreadSettled(deps.db, id);
}

/** Work on a post that Discord did not do; `retryAfterMs` is what it asks us to wait, if it does. */
export type Undone = { post: Post; failure: string; retryAfterMs?: number | undefined };

function retryAfter(now: Date, { post, retryAfterMs = 0 }: Undone): Date {
  return new Date(now.getTime() + Math.max(retryDelayMs(post.attempts + 1), retryAfterMs));
}

/** `mayStand`: it may be in the channel all the same, since only Discord's answer was lost. */
export type Unsent = Undone & { mayStand: boolean };

/** Why no further try would send it. */
const FOR_GOOD: ReadonlySet<string> = new Set(['no-question', 'not-wanted', 'too-late']);

/** True for what would be too late at its next try. What may stand is looked for once more before it is given up. */
export function isGivenUp({ clock }: { clock: Clock }, unsent: Unsent): boolean {
  if (unsent.mayStand) return false;
  const retryAt = retryAfter(clock.now(), unsent);
  return FOR_GOOD.has(unsent.failure) || isTooLate({ clock: { now: () => retryAt } }, unsent.post);
}

/** Puts a post off with growing distance, or gives it up. */
export async function recordUnsent(deps: { db: Db; clock: Clock }, unsent: Unsent): Promise<void> {
  await markUnsent(deps.db, {
    id: unsent.post.id,
    failure: unsent.failure,
    retryAt: isGivenUp(deps, unsent) ? null : retryAfter(deps.clock.now(), unsent),
    mayStand: unsent.mayStand,
    now: deps.clock.now(),
  });
}

export type Reveal = PostedQuestion & { tally: Tally };

/** Posts whose time is over, for this process alone until the lease ends. */
export async function claimClosings(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  room: Room,
): Promise<Claimed[]> {
  return claimPosts(db, 'close', { now: clock.now(), leaseMs: LEASE_MS, ...room });
}

/** What a claimed post's reveal shows; null where the question is gone, and then the post is closed here. */
export async function prepareReveal(deps: Deps, post: Post): Promise<Reveal | null> {
  const posted = await withQuestion(deps, post);
  if (posted) return revealTo(deps, posted);
  await markClosed(deps.db, { post, failure: 'no-question', next: null });
  return null;
}

/** Puts a closing off with growing distance: Discord cannot be told now, and the key must not stay open for ever. */
export async function recordUnclosed(deps: { db: Db; clock: Clock }, unclosed: Undone): Promise<void> {
  const { post, failure } = unclosed;
  const retryAt = retryAfter(deps.clock.now(), unclosed);
  await markUnclosed(deps.db, { id: post.id, failure, retryAt });
}

/** Marks a post closed and queues what follows it, if anything does. */
export async function recordClosed(
  { db }: { db: Db },
  closed: { post: Post; failure: string | null; next: NewPost | null },
): Promise<void> {
  await markClosed(db, closed);
}

export type CloseOutcome =
  | (Reveal & { kind: 'closed' })
  | { kind: 'not-allowed' }
  | { kind: 'closed-already' }
  /** It never was a question here, or was given up: no key will appear. */
  | { kind: 'gone' };

/** Ends a question early; the reveal is shown at once, and the closing job finishes what follows from it. */
export async function closeEarly(
  deps: Deps,
  input: { postId: number; serverId: string; member: { id: string; isModerator: boolean } },
): Promise<CloseOutcome> {
  const post = await readPost(deps.db, input.postId);
  if (post?.serverId !== input.serverId) return { kind: 'gone' };
  if (post.status !== 'open') return { kind: post.status === 'closed' ? 'closed-already' : 'gone' };
  if (!mayClose(post, input.member)) return { kind: 'not-allowed' };
  const now = deps.clock.now();
  await endNow(deps.db, { id: post.id, now });
  const posted = await withQuestion(deps, { ...post, closesAt: now });
  return posted ? { kind: 'closed', ...(await revealTo(deps, posted)) } : { kind: 'closed-already' };
}

/** What is about to be shown. Noted before: by letting their own question run out nobody learns a key for nothing. */
async function revealTo(deps: Deps, posted: PostedQuestion): Promise<Reveal> {
  const { post } = posted;
  await noteAskerSees(deps.db, { id: post.id, at: deps.clock.now() });
  return { ...posted, tally: await countTally(deps, post) };
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

/** The reveal of one closed question of a server; null when it is not closed (its key stays secret) or not here. */
export async function readReveal(
  deps: Deps,
  input: { postId: number; serverId: string | null },
): Promise<Reveal | null> {
  const post = await readPost(deps.db, input.postId);
  if (!post || post.serverId !== input.serverId || post.status !== 'closed' || post.kind === 'private')
    return null;
  const posted = await withQuestion(deps, post);
  return posted && { ...posted, tally: await countTally(deps, post) };
}

async function withQuestion(deps: Deps, post: Post): Promise<PostedQuestion | null> {
  const found = await findQuestion(deps.content, post);
  return found && { post, ...found };
}

async function countTally(deps: { db: Db }, post: Post): Promise<Tally> {
  return tallyOf(await readPicks(deps.db, post.id));
}
