// Members whose weights are to be fitted, and what came of it. Claimed with a lease, so that any number of processes
// may run the job.
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { ALGORITHM, type History, type Weights } from './memory.rules.ts';
import { reviewCards, reviewMembers } from './table.ts';

export type DueFit = { memberId: string; reviews: number; weights: Weights | null };

export async function claimFits(
  db: Db,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<DueFit[]> {
  const { memberId, reviews, fitAt, leaseUntil, weights, algorithm } = reviewMembers;
  const due = db
    .select({ memberId })
    .from(reviewMembers)
    .where(and(sql`${reviews} >= ${fitAt}`, or(isNull(leaseUntil), lte(leaseUntil, now))))
    .orderBy(asc(memberId))
    .limit(limit)
    .for('update', { skipLocked: true });
  const rows = await db
    .update(reviewMembers)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(sql`${memberId} in (${due})`)
    .returning({ memberId, reviews, weights, algorithm });
  return rows.map(({ algorithm: model, ...row }) => (model === ALGORITHM ? row : { ...row, weights: null }));
}

/** Of all exams together: a memory is a person's. */
export async function readHistories(db: Db, memberId: string): Promise<History[]> {
  return db
    .select({ days: reviewCards.days, grades: reviewCards.grades })
    .from(reviewCards)
    .where(and(eq(reviewCards.memberId, memberId), sql`cardinality(${reviewCards.days}) > 1`));
}

export type Fitted = { weights: Weights | null; loss: number; lossBefore: number };

/** `weights` is null for a fit that was not taken; `fitted` is null where there was nothing to fit by. */
export async function settleFit(
  db: Db,
  { memberId, fitAt, fitted, now }: { memberId: string; fitAt: number; fitted: Fitted | null; now: Date },
): Promise<void> {
  const { weights = null, loss, lossBefore } = fitted ?? {};
  await db
    .update(reviewMembers)
    .set({
      fitAt,
      leaseUntil: null,
      ...(fitted ? { loss, lossBefore } : {}),
      ...(weights ? { weights: [...weights], algorithm: ALGORITHM, fittedAt: now } : {}),
    })
    .where(eq(reviewMembers.memberId, memberId));
}
