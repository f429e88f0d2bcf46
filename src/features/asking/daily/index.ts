// The question of the day.
import type { Feature, Gauge } from '#bot/feature.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import type { Keeper } from '#features/record/keeper.ts';
import type { RecapLines } from '#features/record/post/recap.ts';
import { commands } from './commands.ts';
import { dailyJobs } from './jobs.ts';
import { neededDailies } from './keeper.store.ts';
import { personal } from './personal.ts';
import { anyDue } from './posting.store.ts';
import { anyRecapDue } from './recaps.store.ts';
import { section } from './section.ts';
import { readPlaces } from './store.ts';
import { nextPost } from './upcoming.actions.ts';
import { countDailies } from './upcoming.store.ts';

const dailies: Gauge = {
  name: 'cohort_dailies',
  help: 'Active schedules by what became of the newest question of each',
  label: 'state',
  count: countDailies,
};

/** `others` may have something to celebrate in each recap. */
export function dailyFor(
  others: readonly { recap?: RecapLines }[],
): Feature & { setupSection: SetupSection; keeper: Keeper } {
  const added = others.flatMap(({ recap }) => recap ?? []);
  return {
    commands,
    jobs: dailyJobs(added),
    due: { 'post-daily': anyDue, 'daily-recaps': anyRecapDue },
    personal,
    setupSection: section,
    keeper: { needed: neededDailies },
    nextPost,
    oldestDue: nextPost,
    gauges: [dailies],
    placesToPost: async (db) =>
      (await readPlaces(db)).map(({ wantsThread, ...place }) => ({
        ...place,
        what: 'the question of the day',
        need: wantsThread ? 'post-and-thread' : 'post',
      })),
  };
}
