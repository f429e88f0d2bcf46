// The one row that says whose database this is.
import { desc, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { servers } from '#features/people/server/table.ts';
import { installation } from './table.ts';

const KEY = 'this';

export type Installation = { applicationId: string; secret: string };

export async function readInstallation(db: Db): Promise<Installation | null> {
  const [stored] = await db
    .select({ applicationId: installation.applicationId, secret: installation.secret })
    .from(installation);
  return stored ?? null;
}

/** What is stored: the first start decides, whoever comes later reads. */
export async function ensureInstallation(
  db: Db,
  wanted: Installation & { firstStartedAt: Date },
): Promise<Installation> {
  await db
    .insert(installation)
    .values({ key: KEY, ...wanted })
    .onConflictDoNothing();
  const stored = await readInstallation(db);
  if (!stored) throw new Error('the installation vanished while it was made');
  return stored;
}

export async function handOver(db: Db, { applicationId }: { applicationId: string }): Promise<void> {
  await db.update(installation).set({ applicationId });
}

/** Of those whose data is here, some that are there as far as we know; none in a new database. */
export async function readSomeServers(db: Db, { limit }: { limit: number }): Promise<string[]> {
  const rows = await db
    .select({ id: servers.id })
    .from(servers)
    .orderBy(sql`${servers.leftAt} nulls first`, desc(servers.createdAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Whether one of these has its data here. */
export async function knowsAnyServer(db: Db, ids: readonly string[]): Promise<boolean> {
  const [row] = await db
    .select({ id: servers.id })
    .from(servers)
    .where(sql`${servers.id} = any(${sql.param([...ids])}::text[])`)
    .limit(1);
  return row !== undefined;
}
