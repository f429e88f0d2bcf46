// One query for whoever runs the bot: when is the next question of the day due anywhere?
import { and, eq, isNull, min, ne, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { posts } from '#features/record/post/table.ts';
import { dailySchedules } from './table.ts';

/** Null when no schedule is active. A date that an admin skips does not count. */
export async function readNextDailyPost(db: Db): Promise<Date | null> {
  const isWanted = or(isNull(dailySchedules.skipDate), ne(dailySchedules.skipDate, dailySchedules.nextDate));
  const [row] = await db
    .select({ at: min(dailySchedules.nextAt) })
    .from(dailySchedules)
    .where(and(eq(dailySchedules.status, 'active'), isWanted));
  return row?.at ?? null;
}

/** Active schedules by what became of the newest question of each, for the metrics; by the database's clock. */
export async function countDailies(db: Db): Promise<Record<string, number>> {
  const state = sql<string>`case
    when ${dailySchedules.nextAt} < now() or ${posts.status} = 'pending' then 'due'
    when ${posts.status} = 'dropped' then 'dropped'
    when ${posts.isLate} then 'late'
    when ${posts.id} is not null then 'sent'
    else 'none' end`;
  const rows = await db
    .select({ state, count: sql<number>`count(*)::int` })
    .from(dailySchedules)
    .leftJoin(posts, eq(posts.id, dailySchedules.lastPostId))
    .where(eq(dailySchedules.status, 'active'))
    .groupBy(sql`1`);
  const none = { due: 0, sent: 0, late: 0, dropped: 0, none: 0 };
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) };
}
