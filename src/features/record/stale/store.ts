// The queue of rebuilds: marking, claiming, settling.
import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { stale } from './table.ts';

export type Marked = { what: string; scope: string; since: Date };

/** In the transaction that changes what the standings rest on. A rebuild underway does not settle this change. */
export async function insertStale(db: Db, marks: readonly Marked[]): Promise<void> {
  if (marks.length === 0) return;
  await db
    .insert(stale)
    .values([...marks])
    .onConflictDoUpdate({
      target: [stale.what, stale.scope],
      set: { since: sql`excluded.since`, leaseUntil: null, attempts: 0 },
    });
}

export type Claimed = Marked & { attempts: number };

function isFree(now: Date) {
  return or(isNull(stale.leaseUntil), lte(stale.leaseUntil, now));
}

/** Whether there is anything to claim. */
export const anyStale: Due = (now) => sql`exists (select from ${stale} where ${isFree(now)})`;

/** Takes what is due, so that no other process rebuilds it until the lease ends; what never failed comes first. */
export async function claimStale(
  db: Db,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<Claimed[]> {
  const due = db
    .select({ what: stale.what, scope: stale.scope })
    .from(stale)
    .where(isFree(now))
    .orderBy(sql`${stale.leaseUntil} nulls first`)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(stale)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs), attempts: sql`${stale.attempts} + 1` })
    .where(inArray(sql`(${stale.what}, ${stale.scope})`, due))
    .returning({ what: stale.what, scope: stale.scope, since: stale.since, attempts: stale.attempts });
}

/** To be rebuilt once more; nothing when it has become stale anew meanwhile. */
export async function putOffStale(db: Db, { until, ...mark }: Marked & { until: Date }): Promise<void> {
  await db.update(stale).set({ leaseUntil: until }).where(isThis(mark));
}

/** It is right again; nothing when it has become stale anew meanwhile. */
export async function forgetStale(db: Db, mark: Marked): Promise<void> {
  await db.delete(stale).where(isThis(mark));
}

function isThis({ what, scope, since }: Marked) {
  return and(eq(stale.what, what), eq(stale.scope, scope), eq(stale.since, since));
}
