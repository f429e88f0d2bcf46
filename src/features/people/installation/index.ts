// Whose database this is.
import type { Feature } from '#bot/feature.ts';
import type { Db } from '#db/connect.ts';
import { claimDatabase } from './actions.ts';
import { readInstallation } from './store.ts';

export const installation: Feature = {
  async started(app, start) {
    const { secret } = await claimDatabase(app, start);
    app.channels.keepNoncesApart(secret);
  },
};

/** The application that the database belongs to; null before the first start. */
export async function readOwner(db: Db): Promise<string | null> {
  return (await readInstallation(db))?.applicationId ?? null;
}
