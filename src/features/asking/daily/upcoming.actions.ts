// When the next question of the day is due, over all servers.
import type { Db } from '#db/connect.ts';
import { readNextDailyPost } from './upcoming.store.ts';

/** Null when none is planned. In the past, it is overdue. */
export function nextPost({ db }: { db: Db }): Promise<Date | null> {
  return readNextDailyPost(db);
}
