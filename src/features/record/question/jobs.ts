// Questions that another process changed: heard of at once as a rule, and looked at here where it was not.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'refresh-library',
    // Own packs are looked at when they are used; official questions that were amended, and packs in use, here.
    schedule: '13 * * * * *',
    run: (app) => app.content.refresh(),
  },
];
