// One query for whoever runs the bot: when is the next question of the day due anywhere?
import { and, eq, isNull, min, ne, or } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
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
