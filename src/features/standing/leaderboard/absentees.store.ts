// Queries on members who left a server.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { absentees } from './table.ts';

export type Absentee = { memberId: string; askedAt: Date };

/** Those asked about longest ago first. */
export async function readAbsentees(db: Db, serverId: string): Promise<Absentee[]> {
  return db
    .select({ memberId: absentees.memberId, askedAt: absentees.askedAt })
    .from(absentees)
    .where(eq(absentees.serverId, serverId))
    .orderBy(asc(absentees.askedAt));
}

export async function noteAbsentees(
  db: Db,
  { serverId, memberIds, now }: { serverId: string; memberIds: readonly string[]; now: Date },
): Promise<void> {
  if (memberIds.length === 0) return;
  await db
    .insert(absentees)
    .values(memberIds.toSorted().map((memberId) => ({ serverId, memberId, askedAt: now })))
    .onConflictDoUpdate({
      target: [absentees.serverId, absentees.memberId],
      set: { askedAt: sql`excluded.asked_at` },
    });
}

export async function forgetAbsentees(
  db: Db,
  { serverId, memberIds }: { serverId: string; memberIds: readonly string[] },
): Promise<void> {
  if (memberIds.length === 0) return;
  await db
    .delete(absentees)
    .where(
      and(
        eq(absentees.serverId, serverId),
        sql`${absentees.memberId} = any(${sql.param([...memberIds])}::text[])`,
      ),
    );
}
