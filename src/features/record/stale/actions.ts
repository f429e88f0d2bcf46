// Standings that are counted anew: what became stale survives every kill, and is done by one process of any number.
import type { Logger } from 'pino';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Projection } from '../projection.ts';
import { lastOldAnswer, parseScope, retryAt } from './rules.ts';
import { type Claimed, claimStale, forgetStale, putOffStale } from './store.ts';

type Deps = { db: Db; clock: Clock; log: Logger; projections: readonly Projection[] };

/** Longer than the boards of a large server take. */
const LEASE_MS = 10 * 60_000;
/** Each rebuild holds a connection that answers need too. */
const AT_ONCE = 2;

/** What this process is to count anew now. */
export async function takeStale({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Claimed[]> {
  return claimStale(db, { now: clock.now(), leaseMs: LEASE_MS, limit: AT_ONCE });
}

/**
 * Rebuilds at once, so that members see what is right, and once more a minute after the change, for answers that had
 * read the old facts and were written after the first time. What fails waits longer each time and keeps nobody else.
 */
export async function rebuildStale({ db, clock, projections, log }: Deps, claimed: Claimed): Promise<void> {
  const projection = projections.find(({ name }) => name === claimed.what);
  const scope = parseScope(claimed.scope);
  // Its feature was deleted: nobody reads what would be rebuilt.
  if (!projection || !scope) return forgetStale(db, claimed);
  const isLast = clock.now() >= lastOldAnswer(claimed.since);
  try {
    const changed = await projection.rebuild({ db, clock }, scope);
    log.info({ what: claimed.what, scope: claimed.scope, changed }, 'counted anew');
  } catch (error) {
    await putOffStale(db, { ...claimed, until: retryAt(clock.now(), claimed.attempts) });
    throw error;
  }
  if (isLast) await forgetStale(db, claimed);
  else await putOffStale(db, { ...claimed, until: lastOldAnswer(claimed.since) });
}
