// Learning from the day's answers, in the quiet of the night.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { learnFromAnswers } from './learning.actions.ts';

/** A run that takes longer counts as hanging; the next one, five minutes later, goes on where it was. */
const LONGEST_MS = 90_000;

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'learn-from-answers',
    schedule: '0 10-59/5 3 * * *',
    async run(app) {
      const begun = performance.now();
      await learnFromAnswers(app, () => performance.now() - begun < LONGEST_MS);
    },
  },
];
