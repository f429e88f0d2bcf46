// Deleting boards of days, weeks and months that nobody can look at any more.
import { and, eq, getTableName, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { LocalDate } from '#lib/local-date.ts';
import { scores } from './table.ts';

/** Some thousand rows: few enough for one statement to end well within the database's statement timeout. */
const PAGES = 40;

export type OldBefore = { today: LocalDate; week: LocalDate; month: LocalDate };

/**
 * Boards that began before these dates; what is kept can be rebuilt from the answers all the same. Goes through the
 * table once, some pages at a time: no index leads to old boards, and one for a nightly job would cost every answer.
 */
export async function deleteOldBoards(db: Db, before: OldBefore): Promise<void> {
  const isOld = (window: keyof OldBefore) =>
    and(eq(scores.window, window), lt(scores.startsOn, before[window]));
  const old = or(isOld('today'), isOld('week'), isOld('month'));
  const pages = await countPages(db);
  for (let first = 0; first < pages; first += PAGES) {
    await db.delete(scores).where(and(isOnPages(first, first + PAGES), old));
  }
}

async function countPages(db: Db): Promise<number> {
  const [row] = await db.execute<{ pages: number }>(sql`
    select (pg_relation_size(${getTableName(scores)}::text::regclass) / current_setting('block_size')::int)::int as pages`);
  return row?.pages ?? 0;
}

function isOnPages(from: number, to: number): SQL {
  return sql`ctid >= ${`(${from},0)`}::tid and ctid < ${`(${to},0)`}::tid`;
}
