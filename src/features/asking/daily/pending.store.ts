// Queries on questions that wait to be sent for a schedule: one more, a test, giving up, sending at once.
import { and, eq, gt, gte, inArray, isNotNull, isNull, lte, max, ne, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { insertPost, type NewPost, postOfPress } from '#features/record/post/store.ts';
import { posts } from '#features/record/post/table.ts';
import { dailySchedules } from './table.ts';

export type Queued =
  /** Without the role that was wished for, where another one has pinged it today. */
  | { kind: 'queued'; isSilent: boolean }
  | { kind: 'on-its-way' }
  | { kind: 'gone' }
  /** When the next one may be asked for. */
  | { kind: 'too-soon'; at: Date };

/** By an admin's wish, in one channel. */
const PAUSE_MS = 60_000;

export type Wish = {
  id: number;
  post: NewPost & { pressId: string; createdAt: Date };
};

/** `today` is when the channel's day began: a role is pinged once on it, however many questions are asked for. */
export type ExtraWish = Wish & { today: Date };

/**
 * Queues one more question for a schedule, unless another one still waits to be sent, one was asked for just now, or
 * the schedule is gone.
 */
export async function insertExtraPost(db: Db, { id, post, today }: ExtraWish): Promise<Queued> {
  return db.transaction(async (tx) => {
    const known = await enter(tx, { id, post });
    if (known) return known;
    if ((await tx.$count(posts, pendingIn(post.homeChannelId))) > 0) return { kind: 'on-its-way' };
    const early = await tooSoon(tx, post);
    if (early) return early;
    const isSilent = post.pingRole != null && (await hasPinged(tx, { post, today }));
    const made = await insertPost(tx, isSilent ? { ...post, pingRole: null } : post);
    if (!made) return { kind: 'queued', isSilent };
    await tx.update(dailySchedules).set({ lastPostId: made.id }).where(eq(dailySchedules.id, id));
    return { kind: 'queued', isSilent };
  });
}

/** Queues a test question in a schedule's channel; it belongs to no schedule. */
export async function insertTestPost(db: Db, wish: Wish): Promise<Queued> {
  return db.transaction(async (tx) => {
    const known = (await enter(tx, wish)) ?? (await tooSoon(tx, wish.post));
    if (known) return known;
    await insertPost(tx, wish.post);
    return { kind: 'queued', isSilent: false };
  });
}

/** The lock makes two admins who press at once queue behind each other. Null when nothing is known of the wish yet. */
async function enter(tx: Db, { id, post }: Wish): Promise<Queued | null> {
  const [schedule] = await tx
    .select({ id: dailySchedules.id })
    .from(dailySchedules)
    .where(eq(dailySchedules.id, id))
    .for('update');
  if (!schedule) return { kind: 'gone' };
  // The same press in another process, or resent: it was granted already.
  const known = await postOfPress(tx, post.pressId);
  return known && { kind: 'queued', isSilent: post.pingRole != null && known.pingRole === null };
}

/** Whether an extra question that an admin asked for today pings a role in this channel; those of the schedule do not count. */
async function hasPinged(tx: Db, { post, today }: { post: Wish['post']; today: Date }): Promise<boolean> {
  const isPinging = and(
    eq(posts.homeChannelId, post.homeChannelId),
    isNotNull(posts.pressId),
    isNotNull(posts.pingRole),
    ne(posts.status, 'dropped'),
    gte(posts.createdAt, today),
  );
  return (await tx.$count(posts, isPinging)) > 0;
}

/** Each may ping: an admin cannot have them follow one another as fast as they press. */
async function tooSoon(tx: Db, post: Wish['post']): Promise<Queued | null> {
  const since = new Date(post.createdAt.getTime() - PAUSE_MS);
  const [last] = await tx
    .select({ at: max(posts.createdAt) })
    .from(posts)
    .where(
      and(
        eq(posts.homeChannelId, post.homeChannelId),
        eq(posts.kind, post.kind),
        isNotNull(posts.pressId),
        gt(posts.createdAt, since),
      ),
    );
  return last?.at ? { kind: 'too-soon', at: new Date(last.at.getTime() + PAUSE_MS) } : null;
}

/**
 * What is being sent at this moment would stand in the channel and never close: it may arrive, but is not tried again.
 */
export async function dropPending(
  db: Db,
  { channelId, now }: { channelId: string; now: Date },
): Promise<void> {
  await db
    .update(posts)
    .set({ status: 'dropped', failure: 'schedule-changed' })
    .where(and(pendingIn(channelId), isFree(now)));
  await db.update(posts).set({ sendBefore: now }).where(pendingIn(channelId));
}

/**
 * Sends at once what waits for its next try in these channels; returns the channels where something waits. What an
 * earlier look has already brought forward still counts: it is being sent, and has not failed for good.
 */
export async function hurryPending(
  db: Db,
  { channelIds, now }: { channelIds: readonly string[]; now: Date },
): Promise<string[]> {
  if (channelIds.length === 0) return [];
  const hurried = await db
    .update(posts)
    .set({ retryAt: null })
    .where(
      and(
        inArray(posts.homeChannelId, [...channelIds]),
        eq(posts.kind, 'daily'),
        eq(posts.status, 'pending'),
        isFree(now),
        sql`${posts.failure} ~ '^no-(channel|permission)'`,
      ),
    )
    .returning({ channelId: posts.homeChannelId });
  return hurried.map(({ channelId }) => channelId);
}

function isFree(now: Date) {
  return or(isNull(posts.leaseUntil), lte(posts.leaseUntil, now));
}

function pendingIn(channelId: string) {
  return and(eq(posts.homeChannelId, channelId), eq(posts.kind, 'daily'), eq(posts.status, 'pending'));
}
