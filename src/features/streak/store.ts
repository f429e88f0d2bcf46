// Queries on streaks, their days and the bot's outages. An answer's own write is in quiz/answers.store.ts.
import { and, asc, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { servers } from '../server/table.ts';
import type { Outage, Streak } from './rules.ts';
import { outages, streakDays, streaks } from './table.ts';

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

export async function readOutages(db: Db): Promise<Outage[]> {
  return db.select({ fromAt: outages.fromAt, toAt: outages.toAt }).from(outages).orderBy(asc(outages.fromAt));
}

/**
 * The zone of the server where each member answered last: it dates the days of members who set none themselves.
 * The answers are named, not imported: the quiz is built on this folder.
 */
export async function lastServerZones(db: Db, memberIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.execute<{ member_id: string; zone: string }>(sql`
    select m.member_id, s.zone
    from unnest(${sql.param(memberIds)}::text[]) as m (member_id)
    cross join lateral (
      select a.server_id from answers a where a.member_id = m.member_id order by a.answered_at desc limit 1
    ) as latest
    join ${servers} s on s.id = latest.server_id`);
  return new Map(rows.map((row) => [row.member_id, row.zone]));
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
