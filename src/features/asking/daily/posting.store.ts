// The statements that settle due schedules, all run in one transaction that holds the rows it claimed.
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due as IsDue } from '#db/due.ts';
import { servers } from '#features/people/server/table.ts';
import { insertPosts, type NewPost } from '#features/record/post/store.ts';
import { posts } from '#features/record/post/table.ts';
import type { DateOutcome } from './rules.ts';
import { dailyDates, dailySchedules } from './table.ts';

/** Due schedules that no other process holds; they stay locked until the transaction ends. */
export async function claimDue(tx: Db, { now, limit }: { now: Date; limit: number }) {
  return tx
    .select({
      id: dailySchedules.id,
      serverId: dailySchedules.serverId,
      channelId: dailySchedules.channelId,
      time: dailySchedules.time,
      zone: dailySchedules.zone,
      weekdays: dailySchedules.weekdays,
      domains: dailySchedules.domains,
      roleId: dailySchedules.roleId,
      wantsThread: dailySchedules.wantsThread,
      closeAfterMinutes: dailySchedules.closeAfterMinutes,
      nextDate: dailySchedules.nextDate,
      nextAt: dailySchedules.nextAt,
      skipDate: dailySchedules.skipDate,
      server: { exam: servers.exam, edition: servers.edition, leftAt: servers.leftAt },
      lastPost: { status: posts.status, failure: posts.failure },
    })
    .from(dailySchedules)
    .leftJoin(servers, eq(servers.id, dailySchedules.serverId))
    .leftJoin(posts, eq(posts.id, dailySchedules.lastPostId))
    .where(and(eq(dailySchedules.status, 'active'), lte(dailySchedules.nextAt, now)))
    .orderBy(asc(dailySchedules.nextAt), asc(dailySchedules.id))
    .limit(limit)
    .for('update', { of: dailySchedules, skipLocked: true });
}

/** Whether there is anything to claim. */
export const anyDue: IsDue = (now) =>
  sql`exists (select from ${dailySchedules} where status = 'active' and ${lte(dailySchedules.nextAt, now)})`;

export type Due = Awaited<ReturnType<typeof claimDue>>[number];

/** Schedules that could not be computed wait, without a trace in their dates. */
export async function putOffSchedules(
  tx: Db,
  { ids, until }: { ids: readonly number[]; until: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(dailySchedules)
    .set({ nextAt: until })
    .where(inArray(dailySchedules.id, [...ids]));
}

export type NewDate = {
  scheduleId: number;
  serverId: string;
  localDate: string;
  outcome: DateOutcome;
  lateMinutes: number;
  settledAt: Date;
};

/** Records dates; returns those that were not recorded before. Only they may be posted: this index decides. */
export async function insertDates(tx: Db, dates: readonly NewDate[]) {
  if (dates.length === 0) return [];
  return tx
    .insert(dailyDates)
    .values([...dates])
    .onConflictDoNothing()
    .returning({
      scheduleId: dailyDates.scheduleId,
      localDate: dailyDates.localDate,
      outcome: dailyDates.outcome,
    });
}

/** Queues a date's question and ties the two together. */
export async function insertDailyPosts(
  tx: Db,
  queued: readonly { scheduleId: number; post: NewPost & { localDate: string } }[],
): Promise<void> {
  if (queued.length === 0) return;
  const made = await insertPosts(
    tx,
    queued.map(({ post }) => post),
  );
  const idOf = new Map(made.map((post) => [post.homeChannelId, post.id]));
  const rows = queued.map(({ scheduleId, post }) => ({
    scheduleId,
    localDate: post.localDate,
    postId: idOf.get(post.homeChannelId) ?? null,
  }));
  await tx.execute(sql`
    with made as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m ("scheduleId" bigint, "localDate" date, "postId" bigint)),
    dates as (update ${dailyDates} d set post_id = m."postId" from made m
      where d.schedule_id = m."scheduleId" and d.local_date = m."localDate")
    update ${dailySchedules} s set last_post_id = m."postId" from made m where s.id = m."scheduleId"`);
}

export type Advance = { id: number; nextDate: string; nextAt: Date };

/** Moves schedules on to their next date; a skip that lies behind is done. */
export async function advanceSchedules(tx: Db, advances: readonly Advance[]): Promise<void> {
  const rows = JSON.stringify(advances);
  await tx.execute(sql`
    update ${dailySchedules} s set next_date = a."nextDate", next_at = a."nextAt",
      skip_date = case when s.skip_date >= a."nextDate" then s.skip_date end
    from jsonb_to_recordset(${rows}::jsonb) as a (id bigint, "nextDate" date, "nextAt" timestamptz)
    where s.id = a.id`);
}
