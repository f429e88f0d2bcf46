// Counting a server's boards anew from its answers. The answers are named, not imported: the quiz is built on this
// folder.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { ALL_DOMAINS, type WindowKind, windowKinds } from './rules.ts';
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

export type CountedDay = {
  serverId: string;
  from: Date;
  to: Date;
  startsOn: Record<WindowKind, string>;
};

/** Adds the rated answers of one local day to every board they count on. */
export async function addDay(db: Db, { serverId, from, to, startsOn }: CountedDay): Promise<void> {
  const kinds = sql.param([...windowKinds]);
  const starts = sql.param(windowKinds.map((kind) => startsOn[kind]));
  await db.execute(sql`
    insert into ${scores} as b (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
    select a.server_id, a.exam, board.domain, board.kind, board.starts_on, a.member_id,
      sum(a.points), count(*) filter (where a.is_correct), count(*)
    from answers a
    cross join lateral (
      select d.domain, w.kind, w.starts_on
      from (values (a.domain), (${ALL_DOMAINS})) as d (domain)
      cross join unnest(${kinds}::text[], ${starts}::date[]) as w (kind, starts_on)
    ) as board
    where a.server_id = ${serverId} and a.is_rated
      and a.answered_at >= ${from}::timestamptz and a.answered_at < ${to}::timestamptz
    group by 1, 2, 3, 4, 5, 6
    order by 2, 3, 4, 5, 6
    on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
      set points = b.points + excluded.points, "right" = b."right" + excluded."right", rated = b.rated + excluded.rated`);
}
