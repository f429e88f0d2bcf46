// Who has been away for how long.
import { and, asc, eq, gt, inArray, isNull, lte, max, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members } from '#features/people/member/table.ts';
import { answers } from '#features/record/post/table.ts';
import type { Absence } from './rules.ts';
import { absences } from './table.ts';

export type Seen = { memberId: string; lastAt: Date | null };

/** Members after an id, in order, with their last answer; null for who has never given one. */
export async function lastSeen(db: Db, { after, limit }: { after: string; limit: number }): Promise<Seen[]> {
  const last = db
    .select({ at: max(answers.answeredAt).as('at') })
    .from(answers)
    .where(eq(answers.memberId, members.id))
    .as('last');
  return db
    .select({ memberId: members.id, lastAt: last.at })
    .from(members)
    .leftJoinLateral(last, sql`true`)
    .where(gt(members.id, after))
    .orderBy(asc(members.id))
    .limit(limit);
}

export async function hasAnsweredSince(
  db: Db,
  { memberId, since }: { memberId: string; since: Date },
): Promise<boolean> {
  const [row] = await db
    .select({ at: answers.answeredAt })
    .from(answers)
    .where(and(eq(answers.memberId, memberId), gt(answers.answeredAt, since)))
    .limit(1);
  return row !== undefined;
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
