// Counting a server's boards anew from its answers.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { answers } from '#features/record/post/table.ts';
import type { DomainScore } from './rebuild.rules.ts';
import type { Score, WindowKind } from './rules.ts';
import { scores } from './table.ts';

/** Few enough rows for one statement to end well within the database's statement timeout. */
const BATCH = 2_000;

/** When the first rated answer at or after an instant was given; null when there is none. */
export async function nextRatedAt(
  db: Db,
  { serverId, from }: { serverId: string; from: Date },
): Promise<Date | null> {
  const rows = await db.execute<{ at: string }>(sql`
    select a.answered_at as at from ${answers} a
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
    from ${answers} a
    where a.server_id = ${serverId} and a.is_rated
      and a.answered_at >= ${from}::timestamptz and a.answered_at < ${to}::timestamptz
    group by 1, 2, 3`);
  return [...rows];
}

export type Board = { exam: string; domain: string; window: WindowKind; startsOn: string };

/** The board after another in key order; null after the last. Goes from one to the next by the index, not over rows. */
export async function nextBoard(db: Db, serverId: string, after: Board | null): Promise<Board | null> {
  const place = after ?? { exam: '', domain: '', window: '', startsOn: '0001-01-01' };
  const [row] = await db
    .select({ exam: scores.exam, domain: scores.domain, window: scores.window, startsOn: scores.startsOn })
    .from(scores)
    .where(
      and(
        eq(scores.serverId, serverId),
        sql`(${scores.exam}, ${scores.domain}, ${scores.window}, ${scores.startsOn}) >
          (${place.exam}, ${place.domain}, ${place.window}, ${place.startsOn}::date)`,
      ),
    )
    .orderBy(scores.exam, scores.domain, scores.window, scores.startsOn)
    .limit(1);
  return row ?? null;
}

export async function readBoardScores(db: Db, serverId: string, board: Board): Promise<Score[]> {
  return db
    .select({ memberId: scores.memberId, points: scores.points, right: scores.right, rated: scores.rated })
    .from(scores)
    .where(isOn(serverId, board));
}

/**
 * Writes lines of one board. In a transaction of level repeatable read, Postgres refuses with 40001 when an answer has
 * changed or made one of these rows since the transaction's snapshot.
 */
export async function writeBoardScores(
  db: Db,
  { serverId, board, lines }: { serverId: string; board: Board; lines: readonly Score[] },
): Promise<void> {
  // In key order, as answers lock them.
  const sorted = lines.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
  for (let first = 0; first < sorted.length; first += BATCH) {
    const batch = sorted.slice(first, first + BATCH);
    const column = (pick: (line: Score) => string | number) => sql.param(batch.map(pick));
    await db.execute(sql`
      insert into ${scores} (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
      select ${serverId}, ${board.exam}, ${board.domain}, ${board.window}, ${board.startsOn}::date, line.*
      from unnest(${column((line) => line.memberId)}::text[], ${column((line) => line.points)}::int[],
        ${column((line) => line.right)}::int[], ${column((line) => line.rated)}::int[]) as line
      on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
        set points = excluded.points, "right" = excluded."right", rated = excluded.rated`);
  }
}

export async function deleteBoardScores(
  db: Db,
  { serverId, board, memberIds }: { serverId: string; board: Board; memberIds: readonly string[] },
): Promise<void> {
  for (let first = 0; first < memberIds.length; first += BATCH) {
    const batch = sql.param(memberIds.slice(first, first + BATCH));
    await db
      .delete(scores)
      .where(and(isOn(serverId, board), sql`${scores.memberId} = any(${batch}::text[])`));
  }
}

function isOn(serverId: string, board: Board): SQL | undefined {
  return and(
    eq(scores.serverId, serverId),
    eq(scores.exam, board.exam),
    eq(scores.domain, board.domain),
    eq(scores.window, board.window),
    eq(scores.startsOn, board.startsOn),
  );
}
