// Queries of what the bot does with posts by itself: claiming what is to be sent or closed, and how it went.
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db } from '#db/connect.ts';
import { aliveSince, HEARTBEAT } from '../outage/rules.ts';
import { heartbeats, outages } from '../outage/table.ts';
import { freeAt } from './due.store.ts';
import { insertPost, type NewPost, type Post, postColumns } from './store.ts';
import { posts } from './table.ts';

export type Claim = {
  now: Date;
  leaseMs: number;
  limit: number;
  /** Channels where work is underway: what is due there would only wait. */
  busyChannels: readonly string[];
};

/** Of each channel, however much is due there: as many as its lane gets done within a lease. */
const PER_CHANNEL = 8;
/** Among so many, the oldest, it is chosen fairly: more than any server has channels, and few enough to sort each time. */
const CHOSEN_AMONG = 1_000;

/** `wasTaken`: somebody may have done the work before, in whole or in part, and was cut off. */
export type Claimed = Post & { wasTaken: boolean };

/**
 * Takes posts that are due for one kind of work, so that no other process does the same until the lease ends. What
 * somebody waits for (a round's next question, a test) comes before the questions of the day; and every server's first
 * before any server's second, so nobody's posts wait for somebody else's hundred. Which ones are next is seen without
 * locks; taking them then skips what another process has taken meanwhile.
 */
export async function claimPosts(db: Db, work: 'send' | 'close', claim: Claim): Promise<Claimed[]> {
  const isDue =
    work === 'send'
      ? eq(posts.status, 'pending')
      : and(eq(posts.status, 'open'), lte(posts.closesAt, claim.now));
  const isFree = and(isDue, freeAt(claim.now));
  const dueAt = work === 'send' ? posts.createdAt : posts.closesAt;
  const taken = db
    .select({ id: posts.id, wasTaken: wasTaken(claim.now).as('was_taken') })
    .from(posts)
    .where(and(inArray(posts.id, nextOf(db, { isFree, dueAt, claim })), isFree))
    .for('update', { skipLocked: true })
    .as('taken');
  return db
    .update(posts)
    .set({ leaseUntil: new Date(claim.now.getTime() + claim.leaseMs) })
    .from(taken)
    .where(eq(posts.id, taken.id))
    .returning({ ...postColumns, wasTaken: taken.wasTaken });
}

/** Also of what is older than an absence, whether that is noted yet or not: a restored database may have forgotten it. */
function wasTaken(now: Date) {
  const alive = sql`${aliveSince(now).toISOString()}::timestamptz`;
  return sql<boolean>`(${posts.leaseUntil} is not null
    or exists (select from ${outages} o where o.to_at > ${posts.createdAt})
    or exists (select from ${heartbeats} h where h.name = ${HEARTBEAT} and h.at < ${alive}))`;
}

type Choice = {
  isFree: SQL | undefined;
  dueAt: typeof posts.createdAt | typeof posts.closesAt;
  claim: Claim;
};

function nextOf(db: Db, { isFree, dueAt, claim }: Choice) {
  const isIdle = sql`not (${posts.channelId} = any(${sql.param([...claim.busyChannels])}::text[]))`;
  const { id, channelId, serverId } = posts;
  const oldest = (isDaily: boolean) =>
    db
      .select({
        ...{ id, channelId, serverId },
        isDaily: sql<boolean>`${isDaily}::boolean`.as('is_daily'),
        at: sql<Date>`${dueAt}`.as('at'),
      })
      .from(posts)
      .where(and(isFree, isDaily ? sql`kind = 'daily'` : sql`kind <> 'daily'`, isIdle))
      .orderBy(asc(dueAt))
      .limit(CHOSEN_AMONG);
  const old = unionAll(oldest(false), oldest(true)).as('old');
  const rank = (column: typeof old.channelId | typeof old.serverId) =>
    sql<number>`row_number() over (partition by ${column} order by ${old.isDaily}, ${old.at})`;
  const ranked = db
    .select({
      ...{ id: old.id, isDaily: old.isDaily, at: old.at },
      inChannel: rank(old.channelId).as('in_channel'),
      inServer: rank(old.serverId).as('in_server'),
    })
    .from(old)
    .as('ranked');
  return db
    .select({ id: ranked.id })
    .from(ranked)
    .where(lte(ranked.inChannel, PER_CHANNEL))
    .orderBy(asc(ranked.isDaily), asc(ranked.inServer), asc(ranked.at))
    .limit(claim.limit);
}

/** Whoever works on these goes on: they are not for others yet. */
export async function extendClaim(db: Db, { id, until }: { id: number; until: Date }): Promise<void> {
  await db
    .update(posts)
    .set({ leaseUntil: until })
    .where(and(eq(posts.id, id), isNotNull(posts.leaseUntil)));
}

export async function markSent(
  db: Db,
  sent: { id: number; messageId: string; closesAt: Date | null; threadDue: boolean },
): Promise<void> {
  await db
    .update(posts)
    .set({
      status: 'open',
      messageId: sent.messageId,
      closesAt: sent.closesAt,
      threadDue: sent.threadDue,
      leaseUntil: null,
      retryAt: null,
      failure: null,
      attempts: 0,
    })
    .where(and(eq(posts.id, sent.id), eq(posts.status, 'pending')));
}

/** Open posts whose thread is still to be opened. */
export async function threadsDue(db: Db, { limit }: { limit: number }): Promise<Post[]> {
  return db
    .select(postColumns)
    .from(posts)
    .where(and(eq(posts.threadDue, true), eq(posts.status, 'open')))
    .orderBy(asc(posts.id))
    .limit(limit);
}

/** The thread is open, or never will be. */
export async function markThreadSettled(db: Db, id: number): Promise<void> {
  await db.update(posts).set({ threadDue: false }).where(eq(posts.id, id));
}

/**
 * Puts a post off, or gives it up for good when `retryAt` is null. One whose last instant was moved here while it was
 * being sent is given up as well, unless its message may stand.
 */
export async function markUnsent(
  db: Db,
  unsent: { id: number; failure: string; retryAt: Date | null; mayStand: boolean; now: Date },
): Promise<void> {
  const isCalledBack = sql`not ${unsent.mayStand} and ${posts.sendBefore} <= ${unsent.now.toISOString()}::timestamptz`;
  await db
    .update(posts)
    .set({
      status: unsent.retryAt ? sql`case when ${isCalledBack} then 'dropped' else 'pending' end` : 'dropped',
      failure: unsent.failure,
      retryAt: unsent.retryAt,
      leaseUntil: null,
      attempts: sql`${posts.attempts} + 1`,
    })
    .where(and(eq(posts.id, unsent.id), eq(posts.status, 'pending')));
}

/** Puts the closing of a post off: Discord cannot be told now. */
export async function markUnclosed(
  db: Db,
  unclosed: { id: number; failure: string; retryAt: Date },
): Promise<void> {
  await db
    .update(posts)
    .set({
      failure: unclosed.failure,
      retryAt: unclosed.retryAt,
      leaseUntil: null,
      attempts: sql`${posts.attempts} + 1`,
    })
    .where(and(eq(posts.id, unclosed.id), eq(posts.status, 'open')));
}

/** Ends the time of an open post now; false when it was over already. */
export async function endNow(db: Db, { id, now }: { id: number; now: Date }): Promise<boolean> {
  const ended = await db
    .update(posts)
    .set({ closesAt: now })
    .where(
      and(eq(posts.id, id), eq(posts.status, 'open'), or(isNull(posts.closesAt), gt(posts.closesAt, now))),
    )
    .returning({ id: posts.id });
  return ended.length > 0;
}

/** Closes a post and queues what follows it, both or neither. */
export async function markClosed(
  db: Db,
  { post, failure, next }: { post: Pick<Post, 'id'>; failure: string | null; next: NewPost | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    const closed = await tx
      .update(posts)
      .set({ status: 'closed', leaseUntil: null, failure })
      .where(and(eq(posts.id, post.id), eq(posts.status, 'open')))
      .returning({ id: posts.id });
    if (closed.length > 0 && next) await insertPost(tx, next);
  });
}

/** What waits to be sent, for the metrics; by the database's clock. */
export async function readOutbox(db: Db): Promise<{ posts: number; ageSeconds: number }> {
  const [row] = await db
    .select({
      posts: sql<number>`count(*)::int`,
      ageSeconds: sql<number>`greatest(0, coalesce(extract(epoch from now() - min(${posts.createdAt})), 0))::float8`,
    })
    .from(posts)
    .where(eq(posts.status, 'pending'));
  return row ?? { posts: 0, ageSeconds: 0 };
}
