// Who has been away for how long.
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members } from '#features/people/member/table.ts';
import { answers, memberQuestions } from '#features/record/post/table.ts';
import type { Absence } from './rules.ts';
import { absences } from './table.ts';

export type Seen = { memberId: string; lastAt: Date | null };

/**
 * Members after an id, in order, with their last answer; null for who has never given one. What is remembered of each
 * question says it too, once the answers themselves have been deleted for their age.
 */
export async function lastSeen(db: Db, { after, limit }: { after: string; limit: number }): Promise<Seen[]> {
  const lastAt = sql`greatest(
    (select max(a.answered_at) from ${answers} a where a.member_id = ${members.id}),
    (select max(q.last_at) from ${memberQuestions} q where q.member_id = ${members.id}))`;
  return db
    .select({ memberId: members.id, lastAt: lastAt.mapWith(memberQuestions.lastAt) })
    .from(members)
    .where(gt(members.id, after))
    .orderBy(asc(members.id))
    .limit(limit);
}

export async function hasAnsweredSince(
  db: Db,
  { memberId, since }: { memberId: string; since: Date },
): Promise<boolean> {
  const after = sql`${since.toISOString()}::timestamptz`;
  const [row] = await db.execute<{ has: boolean }>(sql`
    select exists (select from ${answers} a where a.member_id = ${memberId} and a.answered_at > ${after})
      or exists (select from ${memberQuestions} q where q.member_id = ${memberId} and q.last_at > ${after}) as has`);
  return row?.has ?? false;
}

/**
 * Keeps a member's answers where they are until the transaction ends. One that is just being deleted for its age leaves
 * something of the member elsewhere: that is waited for, and stands there afterwards.
 */
export async function holdAnswersOf(tx: Db, memberId: string): Promise<void> {
  await tx.execute(sql`
    select count(*) from (select from ${answers} where member_id = ${memberId} order by post_id for update) as held`);
}

/** Notes since when members are away; a later sign of them takes back what they were told. */
export async function noteAbsences(
  db: Db,
  away: readonly { memberId: string; since: Date }[],
): Promise<void> {
  if (away.length === 0) return;
  await db
    .insert(absences)
    .values([...away])
    .onConflictDoUpdate({
      target: absences.memberId,
      set: {
        since: sql`greatest(${absences.since}, excluded.since)`,
        toldAt: sql`case when excluded.since > ${absences.since} then null else ${absences.toldAt} end`,
      },
    });
}

/** Notes members who never answered, once: they have been away since somebody first looked. */
export async function noteSilent(
  db: Db,
  { memberIds, now }: { memberIds: readonly string[]; now: Date },
): Promise<void> {
  if (memberIds.length === 0) return;
  await db
    .insert(absences)
    .values(memberIds.map((memberId) => ({ memberId, since: now })))
    .onConflictDoNothing();
}

/** Members who are no longer away. */
export async function forgetAbsences(db: Db, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length > 0) await db.delete(absences).where(inArray(absences.memberId, [...memberIds]));
}

/** Away since `since` or longer, and not told yet, or told at `toldBefore` or earlier. */
type Due = { now: Date; since: Date; toldBefore: Date; leaseMs: number; limit: number };

/** Takes absences that something is to be done about, so that no other process does the same. */
export async function claimAbsences(
  db: Db,
  { now, since, toldBefore, leaseMs, limit }: Due,
): Promise<Absence[]> {
  const due = db
    .select({ memberId: absences.memberId })
    .from(absences)
    .where(
      and(
        lte(absences.since, since),
        or(isNull(absences.toldAt), lte(absences.toldAt, toldBefore)),
        or(isNull(absences.leaseUntil), lte(absences.leaseUntil, now)),
      ),
    )
    .orderBy(asc(absences.since))
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(absences)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(inArray(absences.memberId, due))
    .returning({ memberId: absences.memberId, since: absences.since, toldAt: absences.toldAt });
}

export async function markAbsenceTold(
  db: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  await db.update(absences).set({ toldAt: now }).where(eq(absences.memberId, memberId));
}
