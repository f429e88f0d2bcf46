// Whose database this is.
import type { Feature } from '#bot/feature.ts';
import { claimDatabase } from './actions.ts';

export const installation: Feature = {
  async started(app, { applicationId }) {
    const { secret } = await claimDatabase(app, { applicationId });
    app.channels.keepNoncesApart(secret);
  },
};
