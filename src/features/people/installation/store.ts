// The one row that says whose database this is.
import type { Db } from '#db/connect.ts';
import { installation } from './table.ts';

const KEY = 'this';

export type Installation = { applicationId: string; secret: string };

/** What is stored: the first start decides, whoever comes later reads. */
export async function ensureInstallation(
  db: Db,
  wanted: Installation & { firstStartedAt: Date },
): Promise<Installation> {
  await db
    .insert(installation)
    .values({ key: KEY, ...wanted })
    .onConflictDoNothing();
  const [stored] = await db
    .select({ applicationId: installation.applicationId, secret: installation.secret })
    .from(installation);
  if (!stored) throw new Error('the installation vanished while it was made');
  return stored;
}
