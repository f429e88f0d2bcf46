// Boards are written with each answer; this counts all of a server's anew, after a key was changed or a zone moved.
import type { Db } from '#db/connect.ts';
import { addDays, localDateAt, startOfLocalDay } from '#lib/local-date.ts';
import { DEFAULT_ZONE } from '../server/rules.ts';
import { readServer } from '../server/store.ts';
import { closeAll, countDay, type OpenWindows } from './rebuild.rules.ts';
import { deleteScores, insertScores, nextRatedAt, readDayScores } from './rebuild.store.ts';
import { windowStarts } from './rules.ts';

const MAX_TRIES = 5;
/** Postgres: could not serialize access; deadlock detected. Both mean that a member answered in between. */
const AGAIN = new Set(['40001', '40P01']);

/**
 * All boards of a server from its rated answers, in its present zone, in one transaction. It sees the answers of one
 * instant: when one that came later touches the same row, it begins again, so that none is lost or counted twice.
 */
export async function rebuildScores(
  { db }: { db: Db },
  { serverId }: { serverId: string },
): Promise<{ days: number }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((tx) => rebuild(tx, serverId), { isolationLevel: 'repeatable read' });
    } catch (error) {
      if (attempt === MAX_TRIES || !isConflict(error)) throw error;
    }
  }
}

async function rebuild(db: Db, serverId: string): Promise<{ days: number }> {
  const zone = (await readServer(db, serverId))?.zone ?? DEFAULT_ZONE;
  await deleteScores(db, serverId);
  let open: OpenWindows = {};
  let days = 0;
  let at = await nextRatedAt(db, { serverId, from: new Date(0) });
  while (at) {
    const date = localDateAt(at, zone);
    const to = startOfLocalDay(addDays(date, 1), zone);
    const lines = await readDayScores(db, { serverId, from: startOfLocalDay(date, zone), to });
    const { over, open: next } = countDay(open, windowStarts(at, zone), lines);
    // A window is written once, when it is over: a row updated day by day would leave a version for each day.
    for (const window of over) await insertScores(db, { serverId, ...window });
    open = next;
    days += 1;
    at = await nextRatedAt(db, { serverId, from: to });
  }
  for (const window of closeAll(open)) await insertScores(db, { serverId, ...window });
  return { days };
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && AGAIN.has(String(error.code))) return true;
  return isConflict(error.cause);
}
