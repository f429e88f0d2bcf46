// Which servers' boards wait to be counted anew, and who does it.
import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { staleBoards } from './table.ts';

/** In the transaction that changes what the boards depend on. A rebuild underway does not settle this change. */
export async function markBoardsStale(
  db: Db,
  { serverId, since }: { serverId: string; since: Date },
): Promise<void> {
  await db
    .insert(staleBoards)
    .values({ serverId, since })
    .onConflictDoUpdate({ target: staleBoards.serverId, set: { since, leaseUntil: null } });
}

export type Stale = { serverId: string; since: Date };

/** Takes servers whose boards are due, so that no other process rebuilds them until the lease ends. */
export async function claimStaleBoards(
  db: Db,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<Stale[]> {
  const due = db
    .select({ serverId: staleBoards.serverId })
    .from(staleBoards)
    .where(or(isNull(staleBoards.leaseUntil), lte(staleBoards.leaseUntil, now)))
    .orderBy(sql`${staleBoards.leaseUntil} nulls first`)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(staleBoards)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(inArray(staleBoards.serverId, due))
    .returning({ serverId: staleBoards.serverId, since: staleBoards.since });
}

/** To be rebuilt once more; nothing when they have become stale anew meanwhile. */
export async function putOffStaleBoards(db: Db, { until, ...stale }: Stale & { until: Date }): Promise<void> {
  await db.update(staleBoards).set({ leaseUntil: until }).where(isThis(stale));
}

/** The boards are right; nothing when they have become stale anew meanwhile. */
export async function forgetStaleBoards(db: Db, stale: Stale): Promise<void> {
  await db.delete(staleBoards).where(isThis(stale));
}

function isThis({ serverId, since }: Stale) {
  return and(eq(staleBoards.serverId, serverId), eq(staleBoards.since, since));
}
