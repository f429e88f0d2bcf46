// Whose database this is.
import type { Feature } from '#bot/feature.ts';
import { claimDatabase } from './actions.ts';

export const installation: Feature = {
  async started(app, start) {
    const { secret } = await claimDatabase(app, start);
    app.channels.keepNoncesApart(secret);
  },
};
