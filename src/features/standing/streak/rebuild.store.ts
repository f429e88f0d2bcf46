// Writes that keep streaks true without an answer: the cached rows, from the recorded days.
import { and, asc, gt, gte, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Streak } from './rules.ts';
import { streakDays, streakPlaces, streaks } from './table.ts';

/** All members with active days, after a member id; in order, so that they can be gone through in pages. */
export async function membersWithDays(
  db: Db,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ memberId: streakDays.memberId })
    .from(streakDays)
    .where(gt(streakDays.memberId, after))
    .orderBy(asc(streakDays.memberId))
    .limit(limit);
  return rows.map((row) => row.memberId);
}

/** The same, but only members with a streak that was active on a date or later. */
export async function membersActiveSince(
  db: Db,
  { after, since, limit }: { after: string; since: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ memberId: streaks.memberId })
    .from(streaks)
    .where(and(gt(streaks.memberId, after), gte(streaks.lastDate, since)))
    .orderBy(asc(streaks.memberId))
    .limit(limit);
  return rows.map((row) => row.memberId);
}

/** Keeps these members' streaks from changing until the transaction ends; in key order, as everybody locks them. */
export async function lockStreaks(db: Db, memberIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    select from ${streaks} where member_id = any(${sql.param(memberIds)}::text[]) order by member_id for update`);
}

export type Rebuilt = { memberId: string; streak: Streak | null };

/** Writes the cached rows; returns the members for whom something was different. */
export async function writeStreaks(db: Db, rebuilt: readonly Rebuilt[]): Promise<string[]> {
  const full = rebuilt.flatMap(({ memberId, streak }) => (streak ? [{ memberId, ...streak }] : []));
  const empty = rebuilt.filter(({ streak }) => streak === null).map(({ memberId }) => memberId);
  const column = (pick: (row: (typeof full)[number]) => string | number) => sql.param(full.map(pick));
  const rows = await db.execute<{ member_id: string }>(sql`
    with gone as (
      delete from ${streaks} where member_id = any(${sql.param(empty)}::text[]) returning member_id
    ), written as (
      insert into ${streaks} as s (member_id, current, longest, last_date, freezes, progress)
      select * from unnest(${column((row) => row.memberId)}::text[], ${column((row) => row.current)}::int[],
        ${column((row) => row.longest)}::int[], ${column((row) => row.lastDate)}::date[],
        ${column((row) => row.freezes)}::smallint[], ${column((row) => row.progress)}::smallint[])
      on conflict (member_id) do update set current = excluded.current, longest = excluded.longest,
        last_date = excluded.last_date, freezes = excluded.freezes, progress = excluded.progress
      where (s.current, s.longest, s.last_date, s.freezes, s.progress) is distinct from
        (excluded.current, excluded.longest, excluded.last_date, excluded.freezes, excluded.progress)
      returning member_id
    )
    select member_id from gone union all select member_id from written`);
  return rows.map((row) => row.member_id);
}

/** Puts these members' places on boards where their streaks are now; in key order, as an answer locks them. */
export async function movePlaces(db: Db, memberIds: readonly string[]): Promise<void> {
  const ids = sql`${sql.param(memberIds)}::text[]`;
  await db.execute(sql`
    delete from ${streakPlaces} p where p.member_id = any(${ids})
      and not exists (select from ${streaks} s where s.member_id = p.member_id)`);
  await db.execute(sql`
    insert into ${streakPlaces} as p (member_id, server_id, exam, current, last_date)
    select b.member_id, b.server_id, b.exam, s.current, s.last_date
    from ${streakPlaces} b join ${streaks} s on s.member_id = b.member_id
    where b.member_id = any(${ids}) and (b.current, b.last_date) is distinct from (s.current, s.last_date)
    order by 1, 2, 3
    on conflict (member_id, server_id, exam) do update set current = excluded.current, last_date = excluded.last_date`);
}
