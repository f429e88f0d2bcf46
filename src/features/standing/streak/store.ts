// Queries on streaks and their days. What an answer reads and writes is in projection.ts.
import { and, asc, eq, gt, gte, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Visibility } from '#features/people/member/rules.ts';
import { members, pauses } from '#features/people/member/table.ts';
import { outages } from '#features/record/outage/table.ts';
import { answers, posts } from '#features/record/post/table.ts';
import type { Streak } from './rules.ts';
import { streakDays, streakPlaces, streaks } from './table.ts';

const columns = {
  current: streaks.current,
  longest: streaks.longest,
  lastDate: streaks.lastDate,
  freezes: streaks.freezes,
  progress: streaks.progress,
} as const;

export async function readStreakRow(db: Db, memberId: string): Promise<Streak | null> {
  const [row] = await db.select(columns).from(streaks).where(eq(streaks.memberId, memberId));
  return row ?? null;
}

/** A member's active days, oldest first. */
export async function readDays(db: Db, memberId: string): Promise<string[]> {
  const rows = await db
    .select({ date: streakDays.localDate })
    .from(streakDays)
    .where(eq(streakDays.memberId, memberId))
    .orderBy(asc(streakDays.localDate));
  return rows.map((row) => row.date);
}

export async function readDaysOf(db: Db, memberIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ memberId: streakDays.memberId, date: streakDays.localDate })
    .from(streakDays)
    .where(sql`${streakDays.memberId} = any(${sql.param(memberIds)}::text[])`);
  const byMember = Map.groupBy(rows, (row) => row.memberId);
  return new Map([...byMember].map(([memberId, days]) => [memberId, days.map((day) => day.date)]));
}

const visibility = sql<Visibility>`coalesce(${members.visibility}, 'visible')`;
const dated = {
  memberId: streaks.memberId,
  zone: members.zone,
  dayStart: sql<number>`coalesce(${members.dayStart}, 0)`.mapWith(Number),
  streak: columns,
} as const;

/**
 * Streaks of these members that may be alive: freezes, pauses and outages after the last active day can carry one that
 * far. Whether it is alive, the rules decide.
 */
export async function liveStreaks(
  db: Db,
  { memberIds, utcToday }: { memberIds: readonly string[]; utcToday: string },
) {
  const pausedDays = sql`(select coalesce(sum(p.to_date - greatest(p.from_date, ${streaks.lastDate}) + 1), 0)
    from ${pauses} p where p.member_id = ${streaks.memberId} and p.to_date >= ${streaks.lastDate})`;
  const outageDays = sql`(select coalesce(sum(ceil(extract(epoch from o.to_at - o.from_at) / 86400) + 1), 0)
    from ${outages} o where o.to_at >= ${streaks.lastDate}::timestamptz - interval '1 day')`;
  // Three more days: yesterday, and a date line between the member and UTC on either end.
  const reach = sql`(${utcToday}::date - ${streaks.lastDate}) <= 3 + ${streaks.freezes} + ${pausedDays} + ${outageDays}`;
  return db
    .select(dated)
    .from(streaks)
    .leftJoin(members, eq(members.id, streaks.memberId))
    .where(and(sql`${streaks.memberId} = any(${sql.param([...memberIds])}::text[])`, reach));
}

/** `current` of the last one read before; from the top where that is null. */
type Stretch = { behind: { memberId: string; current: number } | null; limit: number };
type Place = { serverId: string; exam: string; since: string };

/** Part of a server's board as of the day each member was active last, which lies not before `since`; longest first. */
export async function placedStreaks(db: Db, { serverId, exam, since }: Place, { behind, limit }: Stretch) {
  const { current, memberId, lastDate } = streakPlaces;
  // As the index is sorted, and from the index alone: members are looked up for what is left of it.
  const part = db
    .select({ memberId, place: sql<number>`${current}`.as('place') })
    .from(streakPlaces)
    .where(
      and(
        eq(streakPlaces.serverId, serverId),
        eq(streakPlaces.exam, exam),
        gte(lastDate, since),
        // The first condition is what the index can be searched by.
        behind
          ? and(lte(current, behind.current), or(lt(current, behind.current), gt(memberId, behind.memberId)))
          : undefined,
      ),
    )
    .orderBy(sql`${current} desc nulls last`, asc(memberId))
    .limit(limit)
    .as('part');
  return db
    .select({ ...dated, visibility, place: part.place })
    .from(part)
    .innerJoin(streaks, eq(streaks.memberId, part.memberId))
    .leftJoin(members, eq(members.id, part.memberId))
    .orderBy(sql`${part.place} desc`, asc(part.memberId));
}

/** A member's streak, where they are on the server's board. */
export async function placedStreak(db: Db, { serverId, exam }: Omit<Place, 'since'>, memberId: string) {
  return db
    .select({ ...dated, visibility })
    .from(streakPlaces)
    .innerJoin(streaks, eq(streaks.memberId, streakPlaces.memberId))
    .leftJoin(members, eq(members.id, streakPlaces.memberId))
    .where(
      and(
        eq(streakPlaces.memberId, memberId),
        eq(streakPlaces.serverId, serverId),
        eq(streakPlaces.exam, exam),
      ),
    );
}

/**
 * Visible members who answered a post and the length that their streak had on the day of their answer: as it is now,
 * less the active days since. Only where this was their first answer that day to a question of the day here, so that
 * a milestone is told once.
 */
export async function lengthsAt(db: Db, { postId, serverId }: { postId: number; serverId: string }) {
  const rows = await db.execute<{ member_id: string; length: number }>(sql`
    select a.member_id, (s.current - (select count(*) from ${streakDays} d
      where d.member_id = a.member_id and d.local_date > a.local_date))::int as length
    from ${answers} a
    join ${streaks} s on s.member_id = a.member_id
    left join ${members} m on m.id = a.member_id
    where a.post_id = ${postId} and coalesce(m.visibility, 'visible') = 'visible'
      and not exists (select from ${answers} b join ${posts} p on p.id = b.post_id
        where b.member_id = a.member_id and b.local_date = a.local_date and b.post_id < a.post_id
          and p.server_id = ${serverId} and p.kind = 'daily')
    order by 2 desc, 1`);
  return rows.map((row) => ({ memberId: row.member_id, length: row.length }));
}

/** Null when the member has no streak: then there is nothing to remind of. */
export async function planReminder(
  db: Db,
  { memberId, remindAt }: { memberId: string; remindAt: Date | null },
): Promise<void> {
  await db.update(streaks).set({ remindAt, leaseUntil: null }).where(eq(streaks.memberId, memberId));
}

export type DueReminder = Streak & { memberId: string; remindAt: Date };

/** Takes reminders that are due, so that no other process sends the same ones until the lease ends. */
export async function claimReminders(
  db: Db,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<DueReminder[]> {
  const due = db
    .select({ memberId: streaks.memberId })
    .from(streaks)
    .where(
      and(
        isNotNull(streaks.remindAt),
        lte(streaks.remindAt, now),
        or(isNull(streaks.leaseUntil), lte(streaks.leaseUntil, now)),
      ),
    )
    .orderBy(asc(streaks.remindAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  const rows = await db
    .update(streaks)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(sql`${streaks.memberId} in (${due})`)
    .returning({ memberId: streaks.memberId, remindAt: streaks.remindAt, ...columns });
  return rows.flatMap(({ remindAt, ...row }) => (remindAt ? [{ ...row, remindAt }] : []));
}

/** Ends a claim, unless an answer has planned the next reminder meanwhile. */
export async function settleReminder(
  db: Db,
  { memberId, remindAt, nextAt }: { memberId: string; remindAt: Date; nextAt: Date | null },
): Promise<void> {
  await db
    .update(streaks)
    .set({ remindAt: nextAt, leaseUntil: null })
    .where(and(eq(streaks.memberId, memberId), eq(streaks.remindAt, remindAt)));
}

/** Keeps a claim until later, unless an answer has planned the next reminder meanwhile. */
export async function putOffReminder(
  db: Db,
  { memberId, remindAt, until }: { memberId: string; remindAt: Date; until: Date },
): Promise<void> {
  await db
    .update(streaks)
    .set({ leaseUntil: until })
    .where(and(eq(streaks.memberId, memberId), eq(streaks.remindAt, remindAt)));
}
