// Which weekly messages are due, claimed so that no other process sends the same ones.
import { and, asc, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { planColumns, type StoredPlan } from './store.ts';
import { studyPlans } from './table.ts';

type Key = { memberId: string; exam: string };

/** From now on, or no more; what Discord refused before is forgotten. */
export async function setDigest(
  db: Db,
  { memberId, exam, digestAt }: Key & { digestAt: Date | null },
): Promise<void> {
  await db
    .update(studyPlans)
    .set({ digestAt, digestLease: null, digestRefused: false })
    .where(and(eq(studyPlans.memberId, memberId), eq(studyPlans.exam, exam)));
}

export type DueDigest = StoredPlan & { digestAt: Date };

export async function claimDigests(
  db: Db,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<DueDigest[]> {
  const isFree = or(isNull(studyPlans.digestLease), lte(studyPlans.digestLease, now));
  const due = db
    .select({ memberId: studyPlans.memberId, exam: studyPlans.exam })
    .from(studyPlans)
    .where(and(isNotNull(studyPlans.digestAt), lte(studyPlans.digestAt, now), isFree))
    .orderBy(asc(studyPlans.digestAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  const rows = await db
    .update(studyPlans)
    .set({ digestLease: new Date(now.getTime() + leaseMs) })
    .where(sql`(${studyPlans.memberId}, ${studyPlans.exam}) in (${due})`)
    .returning(planColumns);
  return rows.flatMap(({ digestAt, ...plan }) => (digestAt ? [{ ...plan, digestAt }] : []));
}

/** This week's is done: the next one, unless the member changed something meanwhile. */
export async function settleDigest(
  db: Db,
  { due, nextAt, isRefused = false }: { due: DueDigest; nextAt: Date | null; isRefused?: boolean },
): Promise<void> {
  await db
    .update(studyPlans)
    .set({ digestAt: nextAt, digestLease: null, ...(isRefused ? { digestRefused: true } : {}) })
    .where(isStill(due));
}

/** Put off with its lease, so that the same few do not come first again and again. */
export async function putOffDigest(db: Db, { due, until }: { due: DueDigest; until: Date }): Promise<void> {
  await db.update(studyPlans).set({ digestLease: until }).where(isStill(due));
}

function isStill({ memberId, exam, digestAt }: DueDigest) {
  return and(eq(studyPlans.memberId, memberId), eq(studyPlans.exam, exam), eq(studyPlans.digestAt, digestAt));
}
