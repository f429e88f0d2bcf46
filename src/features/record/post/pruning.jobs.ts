// What is older than this installation keeps goes at night, after the night's learning.
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import type { Keeper } from '../keeper.ts';
import { pruneOld } from './pruning.actions.ts';

/** A run that takes longer counts as hanging; the next one, five minutes later, goes on where it was. */
const LONGEST_MS = 90_000;

export function pruningJob(keepers: readonly Keeper[]): Job<BotApp> {
  return {
    name: 'prune-answers',
    schedule: '40 0-55/5 4 * * *',
    async run(app) {
      const { db, clock, keepMonths: months } = app;
      if (months === null) return;
      const begun = performance.now();
      const mayGoOn = () => performance.now() - begun < LONGEST_MS;
      const gone = await pruneOld({ db, clock, keepers }, { months, mayGoOn });
      if (gone.posts > 0) app.log.info(gone, 'deleted questions and answers that are older than KEEP_MONTHS');
    },
  };
}
