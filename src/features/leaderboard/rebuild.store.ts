// Counting a server's boards anew from its answers. The answers are named, not imported: the quiz is built on this
// folder.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { DomainScore } from './rebuild.rules.ts';
import type { WindowKind } from './rules.ts';
import { scores } from './table.ts';

/** Few enough rows for one statement to end well within the database's statement timeout. */
const BATCH = 2_000;

/** Deletes in key order, as answers write: two that lock the same rows in different orders would block each other. */
export async function deleteScores(db: Db, serverId: string): Promise<void> {
  let deleted = BATCH;
  while (deleted === BATCH) {
    const rows = await db.execute(sql`
      delete from ${scores} where ctid = any(array(
        select ctid from ${scores} where server_id = ${serverId}
        order by exam, domain, "window", starts_on, member_id limit ${BATCH} for update
      )) returning 1 as one`);
    deleted = rows.length;
  }
}

/** When the first rated answer at or after an instant was given; null when there is none. */
export async function nextRatedAt(
  db: Db,
  { serverId, from }: { serverId: string; from: Date },
): Promise<Date | null> {
  const rows = await db.execute<{ at: string }>(sql`
    select a.answered_at as at from answers a
    where a.server_id = ${serverId} and a.answered_at >= ${from}::timestamptz and a.is_rated
    order by a.answered_at limit 1`);
  return rows[0] ? new Date(rows[0].at) : null;
}

/** What each member's rated answers of one local day come to, by exam and domain. */
export async function readDayScores(
  db: Db,
  { serverId, from, to }: { serverId: string; from: Date; to: Date },
): Promise<DomainScore[]> {
  const rows = await db.execute<DomainScore>(sql`
    select a.exam, a.domain, a.member_id as "memberId", sum(a.points)::int as points,
      count(*) filter (where a.is_correct)::int as "right", count(*)::int as rated
    from answers a
    where a.server_id = ${serverId} and a.is_rated
      and a.answered_at >= ${from}::timestamptz and a.answered_at < ${to}::timestamptz
    group by 1, 2, 3`);
  return [...rows];
}

export type WindowScores = {
  serverId: string;
  window: WindowKind;
  startsOn: string;
  lines: readonly DomainScore[];
};

/**
 * Writes the rows of one window. They were deleted before: a row that is there all the same was made by an answer
 * after this transaction's snapshot, and Postgres then refuses the update with 40001.
 */
export async function insertScores(
  db: Db,
  { serverId, window, startsOn, lines }: WindowScores,
): Promise<void> {
  const sorted = lines.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (let first = 0; first < sorted.length; first += BATCH) {
    const batch = sorted.slice(first, first + BATCH);
    const column = (pick: (line: DomainScore) => string | number) => sql.param(batch.map(pick));
    await db.execute(sql`
      insert into ${scores} (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
      select ${serverId}, line.exam, line.domain, ${window}, ${startsOn}::date, line.member_id, line.points, line.yes, line.rated
      from unnest(${column((line) => line.exam)}::text[], ${column((line) => line.domain)}::text[],
        ${column((line) => line.memberId)}::text[], ${column((line) => line.points)}::int[],
        ${column((line) => line.right)}::int[], ${column((line) => line.rated)}::int[])
        as line (exam, domain, member_id, points, yes, rated)
      on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
        set points = excluded.points, "right" = excluded."right", rated = excluded.rated`);
  }
}

function keyOf({ exam, domain, memberId }: DomainScore): string {
  return `${exam}/${domain}/${memberId}`;
}
