// Fitting a member's own weights from what they remembered and forgot. Taken only where they tell better.
import type { Logger } from 'pino';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { judgedFrom, judgeWeights, nextFitAt, trainingItems } from './fitting.rules.ts';
import { claimFits, type DueFit, type Fitted, readHistories, settleFit } from './fitting.store.ts';
import { DEFAULT_WEIGHTS } from './memory.rules.ts';
import type { Optimize } from './optimizer.ts';

type Deps = { db: Db; clock: Clock; log: Logger; optimize: Optimize };

const LEASE_MS = 10 * 60_000;
/** Of one night: with some 30 ms each, more than anybody has members. */
const MAX_FITS = 20_000;
const BATCH = 50;

/** Returns how many members got weights of their own. */
export async function fitMembers(deps: Deps): Promise<number> {
  let taken = 0;
  for (let done = 0; done < MAX_FITS; done += BATCH) {
    const due = await claimFits(deps.db, { now: deps.clock.now(), leaseMs: LEASE_MS, limit: BATCH });
    for (const member of due) if (await fitAndSettle(deps, member)) taken += 1;
    if (due.length < BATCH) break;
  }
  if (taken > 0) deps.log.info({ taken }, 'members got weights of their own for their reviews');
  return taken;
}

async function fitAndSettle(deps: Deps, member: DueFit): Promise<boolean> {
  try {
    const fitted = await fitOne(deps, member);
    const fitAt = nextFitAt(member.reviews);
    await settleFit(deps.db, { memberId: member.memberId, fitAt, fitted, now: deps.clock.now() });
    return fitted?.weights != null;
  } catch (error) {
    // One member's: they keep the weights they have until the lease has ended, and the others have their turn.
    deps.log.error({ err: error, member: member.memberId }, 'weights were not fitted');
    return false;
  }
}

async function fitOne(
  { db, optimize }: Pick<Deps, 'db' | 'optimize'>,
  { memberId, weights }: DueFit,
): Promise<Fitted | null> {
  const histories = await readHistories(db, memberId);
  const from = judgedFrom(histories);
  const items = from === null ? [] : trainingItems(histories, from);
  if (from === null || items.length === 0) return null;
  const candidate = await optimize(items);
  const judged = judgeWeights(histories, { candidate, current: weights ?? DEFAULT_WEIGHTS, from });
  return judged && { ...judged, weights: judged.isBetter ? candidate : null };
}
