// The statements that settle due schedules, all run in one transaction that holds the rows it claimed.
import { and, asc, eq, lte, max, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { posts } from '../quiz/table.ts';
import { servers } from '../server/table.ts';
import { outages } from '../streak/table.ts';
import type { DateOutcome } from './rules.ts';
import type { NewPost } from './store.ts';
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
      createdBy: dailySchedules.createdBy,
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

export type Due = Awaited<ReturnType<typeof claimDue>>[number];

/** By channel, when each question was last asked there. */
export async function lastAskedByChannel(
  tx: Db,
  channelIds: readonly string[],
): Promise<Map<string, Map<string, Date>>> {
  const rows = await tx
    .select({ channelId: posts.homeChannelId, questionId: posts.questionId, at: max(posts.createdAt) })
    .from(posts)
    .where(sql`${posts.homeChannelId} = any(${sql.param([...channelIds])}::text[])`)
    .groupBy(posts.homeChannelId, posts.questionId);
  const byChannel = new Map(channelIds.map((id) => [id, new Map<string, Date>()]));
  for (const { channelId, questionId, at } of rows) {
    if (at) byChannel.get(channelId)?.set(questionId, at);
  }
  return byChannel;
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
  const made = await tx
    .insert(posts)
    .values(queued.map(({ post }) => post))
    .returning({ id: posts.id, channelId: posts.homeChannelId });
  const idOf = new Map(made.map((post) => [post.channelId, post.id]));
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

/** Records an outage, without the part that an earlier row tells already: overlapping rows would count twice. */
export async function recordOutage(tx: Db, { from, to }: { from: Date; to: Date }): Promise<void> {
  await tx.execute(sql`
    insert into ${outages} (from_at, to_at, reason)
    select start.at, ${to.toISOString()}::timestamptz, 'daily-skipped'
    from (select greatest(${from.toISOString()}::timestamptz, max(o.to_at)) as at from ${outages} o
      where o.from_at <= ${from.toISOString()}::timestamptz and o.to_at >= ${from.toISOString()}::timestamptz) start
    where start.at < ${to.toISOString()}::timestamptz`);
}
