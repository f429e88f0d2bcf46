// Claims the database for the application that starts first; another one is turned away.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { StartRefused } from '#lib/refusal.ts';
import { SECRET_LENGTH } from './rules.ts';
import { ensureInstallation } from './store.ts';

/** Throws StartRefused when the database belongs to another Discord application. */
export async function claimDatabase(
  { db, clock, random }: { db: Db; clock: Clock; random: Random },
  { applicationId }: { applicationId: string },
): Promise<{ secret: string }> {
  const secret = Array.from({ length: SECRET_LENGTH }, () => Math.floor(random() * 36).toString(36)).join('');
  const stored = await ensureInstallation(db, { applicationId, secret, firstStartedAt: clock.now() });
  if (stored.applicationId !== applicationId) {
    throw new StartRefused(
      `This database belongs to another Discord application (${stored.applicationId}, not ${applicationId}): use the token of that one, or another DATABASE_URL. The playground needs a database of its own.`,
    );
  }
  return { secret: stored.secret };
}
