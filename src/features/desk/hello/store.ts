// Queries on servers that are to be greeted. The row says it: null, and a server never is again.
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { servers } from '#features/people/server/table.ts';
import type { Newcomer } from './rules.ts';

function isNewcomer(now: Date) {
  return and(lte(servers.greetAt, now), isNull(servers.leftAt));
}

/** Also of those that another process sees: each looks for its own. */
export const anyNewcomer: Due = (now) => sql`exists (select from ${servers} where ${isNewcomer(now)})`;

export async function readNewcomers(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<Newcomer[]> {
  return db
    .select({
      serverId: servers.id,
      createdAt: servers.createdAt,
      exam: servers.exam,
      edition: servers.edition,
    })
    .from(servers)
    .where(isNewcomer(now))
    .orderBy(asc(servers.greetAt))
    .limit(limit);
}

/** False when another process greets it already. */
export async function claimNewcomer(
  db: Db,
  { serverId, now, until }: { serverId: string; now: Date; until: Date },
): Promise<boolean> {
  const claimed = await db
    .update(servers)
    .set({ greetAt: until })
    .where(and(eq(servers.id, serverId), lte(servers.greetAt, now)))
    .returning({ id: servers.id });
  return claimed.length > 0;
}

export async function settleNewcomer(db: Db, serverId: string): Promise<void> {
  await db.update(servers).set({ greetAt: null }).where(eq(servers.id, serverId));
}
