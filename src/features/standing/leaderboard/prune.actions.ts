// Windows that have passed for every zone on earth are of no use: only the running ones can be asked for.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { oldestKept } from './prune.rules.ts';
import { deleteOldBoards } from './prune.store.ts';

export async function pruneBoards({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  await deleteOldBoards(db, oldestKept(clock.now()));
}
