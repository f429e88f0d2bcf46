// Windows that have passed for every zone on earth are of no use: only the running ones can be asked for.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays } from '#lib/local-date.ts';
import { deleteOldBoards } from './prune.store.ts';
import { windowStarts } from './rules.ts';

/** Two days cover the difference between any two zones. */
const SLACK_DAYS = 2;

export async function pruneBoards({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  // Weeks from Sunday begin a day before these, which the slack covers too.
  const starts = windowStarts(clock.now(), { zone: 'UTC', weekStart: 1 });
  await deleteOldBoards(db, {
    today: addDays(starts.today, -SLACK_DAYS),
    // The week before is told in the running one.
    week: addDays(starts.week, -14),
    month: addDays(starts.month, -31),
  });
}
