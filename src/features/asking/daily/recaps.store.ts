// Queries behind the recap of a closed question of the day, and behind telling an admin that posting fails.
import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { REFUSAL } from '#features/record/post/rules.ts';
import { CLOCKS_APART } from '#features/record/post/store.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { lastReveal } from './store.ts';
import { dailyDates, dailySchedules } from './table.ts';

export type Claim = { now: Date; leaseMs: number; limit: number };

function recapFree(now: Date) {
  return or(isNull(dailyDates.recapLeaseUntil), lte(dailyDates.recapLeaseUntil, now));
}

/** As literals, which is what the index of these few rests on. */
const isToRecap = sql`local_date is not null and status in ('closed', 'dropped') and not recap_settled`;

/** Whether there is anything to claim. */
export const anyRecapDue: Due = (now) => sql`exists (
  select from (select id from ${posts} where ${isToRecap}) as over
  join ${dailyDates} on ${dailyDates.postId} = over.id where ${recapFree(now)})`;

/** Dates whose question is over and whose recap nobody is writing. */
export async function claimRecaps(db: Db, { now, leaseMs, limit }: Claim) {
  const over = db.select({ id: posts.id }).from(posts).where(isToRecap).as('over');
  const due = db
    .select({ postId: dailyDates.postId })
    .from(over)
    .innerJoin(dailyDates, eq(dailyDates.postId, over.id))
    .where(recapFree(now))
    // What fails every time keeps nobody waiting: it is leased while the others come, and given up soon.
    .orderBy(over.id)
    .limit(limit)
    .for('update', { of: dailyDates, skipLocked: true });
  const begun = sql`coalesce(${dailyDates.recapBegunAt}, ${now.toISOString()}::timestamptz)`;
  const claimed = await db
    .update(dailyDates)
    .set({ recapLeaseUntil: new Date(now.getTime() + leaseMs), recapBegunAt: begun })
    .where(inArray(dailyDates.postId, due))
    .returning({
      postId: dailyDates.postId,
      begunAt: dailyDates.recapBegunAt,
      /** A process of an earlier release notes it with the date alone. */
      isSaid: sql<boolean>`${dailyDates.recapAt} is not null`,
    });
  return claimed.flatMap(({ postId, begunAt, isSaid }) =>
    postId && begunAt ? [{ postId, begunAt, isSaid }] : [],
  );
}

const timely = sql`
  from ${answers} a where a.post_id = ${posts.id}
    and coalesce(a.answered_at < ${posts.closesAt} + ${CLOCKS_APART}, true)`;

/** What a recap tells of its post, and the schedule's next date; null without the post. */
export async function readRecap(db: Db, postId: number) {
  const [row] = await db
    .select({
      postId: posts.id,
      // A question of the day is in a server.
      serverId: sql<string>`${posts.serverId}`,
      channelId: posts.channelId,
      messageId: posts.messageId,
      status: posts.status,
      closesAt: posts.closesAt,
      wantsThread: posts.wantsThread,
      answers: sql<number>`(select count(*) ${timely})`.mapWith(Number),
      right: sql<number>`(select count(*) ${timely} and a.is_correct)`.mapWith(Number),
      schedule: {
        time: dailySchedules.time,
        zone: dailySchedules.zone,
        weekdays: dailySchedules.weekdays,
        status: dailySchedules.status,
        nextAt: dailySchedules.nextAt,
        nextDate: dailySchedules.nextDate,
        skipDate: dailySchedules.skipDate,
        lastPostId: dailySchedules.lastPostId,
      },
    })
    .from(posts)
    .leftJoin(
      dailySchedules,
      and(eq(dailySchedules.channelId, posts.homeChannelId), eq(dailySchedules.serverId, posts.serverId)),
    )
    .where(eq(posts.id, postId));
  return row ?? null;
}

export type RecapFacts = NonNullable<Awaited<ReturnType<typeof readRecap>>>;

/** The recap is settled, with or without a message. */
export async function markRecapped(
  db: Db,
  { postId, now, messageId }: { postId: number; now: Date; messageId: string | null },
): Promise<void> {
  await db.execute(sql`
    with said as (update ${dailyDates}
      set recap_at = ${now.toISOString()}::timestamptz, recap_message_id = ${messageId}, recap_lease_until = null
      where post_id = ${postId} and recap_at is null)
    update ${posts} set recap_settled = true where id = ${postId}`);
}

const isRevealRefused = sql`coalesce(${lastReveal} ~ ${REFUSAL}, false)`;
const failing = sql`(
  (${posts.status} in ('pending', 'dropped') and ${posts.failure} ~ ${REFUSAL}) or ${isRevealRefused})`;

/** Schedules whose newest post, or whose last key, Discord does not take, and whose admin does not know yet. */
export async function claimUntold(db: Db, { now, leaseMs, limit }: Claim) {
  const free = or(isNull(dailySchedules.leaseUntil), lte(dailySchedules.leaseUntil, now));
  // Few, and found by themselves: looking through all schedules for them takes longer the more there are.
  const troubled = db
    .select({ channelId: posts.homeChannelId })
    .from(posts)
    .where(sql`kind = 'daily' and failure is not null`);
  const untold = db
    .select({ id: dailySchedules.id })
    .from(dailySchedules)
    .innerJoin(posts, eq(posts.id, dailySchedules.lastPostId))
    .where(
      and(
        inArray(dailySchedules.channelId, troubled),
        ...[eq(dailySchedules.status, 'active'), isNull(dailySchedules.toldDegradedAt), failing, free],
      ),
    )
    .orderBy(sql`${dailySchedules.leaseUntil} nulls first`)
    .limit(limit)
    .for('update', { of: dailySchedules, skipLocked: true });
  const lease = new Date(now.getTime() + leaseMs);
  const claimed = await db
    .update(dailySchedules)
    .set({ leaseUntil: lease })
    .from(posts)
    .where(and(inArray(dailySchedules.id, untold), eq(posts.id, dailySchedules.lastPostId)))
    .returning({
      id: dailySchedules.id,
      channelId: dailySchedules.channelId,
      adminId: dailySchedules.createdBy,
      postId: posts.id,
      status: posts.status,
      failure: posts.failure,
      lastReveal,
      serverId: dailySchedules.serverId,
    });
  return claimed.map(({ status, failure, ...schedule }) => ({ ...schedule, lastPost: { status, failure } }));
}

export type Untold = Awaited<ReturnType<typeof claimUntold>>[number];

export async function markTold(db: Db, { id, now }: { id: number; now: Date }): Promise<void> {
  await db
    .update(dailySchedules)
    .set({ toldDegradedAt: now, leaseUntil: null })
    .where(eq(dailySchedules.id, id));
}

/** Posts and keys go through again: the next failure is news. */
export async function forgetRecovered(db: Db): Promise<void> {
  const recovered = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.id, dailySchedules.lastPostId), inArray(posts.status, ['open', 'closed'])));
  await db
    .update(dailySchedules)
    .set({ toldDegradedAt: null })
    .where(
      and(isNotNull(dailySchedules.toldDegradedAt), sql`exists ${recovered} and not ${isRevealRefused}`),
    );
}
