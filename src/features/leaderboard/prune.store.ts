// Deleting boards of days, weeks and months that nobody can look at any more.
import { and, eq, lt, or } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { LocalDate } from '#lib/local-date.ts';
import { scores } from './table.ts';

/** Boards that began before these dates; what is kept can be rebuilt from the answers all the same. */
export async function deleteOldBoards(
  db: Db,
  before: { today: LocalDate; week: LocalDate; month: LocalDate },
): Promise<void> {
  const isOld = (window: keyof typeof before) =>
    and(eq(scores.window, window), lt(scores.startsOn, before[window]));
  await db.delete(scores).where(or(isOld('today'), isOld('week'), isOld('month')));
}
