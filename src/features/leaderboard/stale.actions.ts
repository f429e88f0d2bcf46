// Counting boards anew that a changed zone has made wrong. Members go on answering meanwhile.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { rebuildScores } from './rebuild.actions.ts';
import { claimStaleBoards, forgetStaleBoards, putOffStaleBoards, type Stale } from './stale.store.ts';

type Deps = { db: Db; clock: Clock };

/** Longer than the boards of a large server take. */
const LEASE_MS = 10 * 60_000;
/** Each rebuild holds a connection that answers need too. */
const AT_ONCE = 2;
/** By then every answer is written that had read the old zone before it was changed. */
const ANSWERS_WRITTEN_MS = 60_000;

/** Servers whose boards this process is to count anew now. */
export async function takeStaleBoards({ db, clock }: Deps): Promise<Stale[]> {
  return claimStaleBoards(db, { now: clock.now(), leaseMs: LEASE_MS, limit: AT_ONCE });
}

/**
 * Rebuilds at once, so that members see the right boards, and once more a minute after the change, for answers that
 * were dated by the old zone and written after the first time.
 */
export async function rebuildStaleBoards({ db, clock }: Deps, stale: Stale): Promise<void> {
  const lastOldAnswer = new Date(stale.since.getTime() + ANSWERS_WRITTEN_MS);
  const isLast = clock.now() >= lastOldAnswer;
  await rebuildScores({ db }, { serverId: stale.serverId });
  if (isLast) await forgetStaleBoards(db, stale);
  else await putOffStaleBoards(db, { ...stale, until: lastOldAnswer });
}
