// The bot says that it works; what it was away for is recorded, and what rests on it is counted anew.
import type { Db } from '#db/connect.ts';
import type { Outage } from '#features/people/member/day.rules.ts';
import type { Clock } from '#lib/clock.ts';
import type { Projection } from '../projection.ts';
import { markStale } from '../stale/mark.ts';
import { aliveSince, HEARTBEAT, touchedSince } from './rules.ts';
import { beat, recordOutage, touch } from './store.ts';

type Deps = { db: Db; clock: Clock; projections: readonly Projection[] };

/** After an outage, whoever was quicker to answer than this gets what it makes of their streak. */
export async function recordHeartbeat({ db, clock, projections }: Deps): Promise<Outage | null> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const outage = await beat(tx, { name: HEARTBEAT, now, aliveSince: aliveSince(now) });
    if (outage) await breakStandings({ db: tx, projections }, { outage, since: now });
    return outage;
  });
}

/**
 * For work with a finer clock than days: says that it is being done, and hands what it was not done for to `onGap`, in
 * one transaction, to one caller of any number. Shorter pauses than `longerThanMs` are none.
 */
export async function noteWork(
  { db, clock }: Omit<Deps, 'projections'>,
  { name, longerThanMs }: { name: string; longerThanMs: number },
  onGap: (tx: Db, gap: { from: Date; to: Date }) => Promise<void>,
): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    const last = await touch(tx, { name, now });
    if (last && now.getTime() - last.getTime() > longerThanMs) await onGap(tx, { from: last, to: now });
  });
}

/** A time in which something was not done, found by what is missing; in the transaction that finds it. */
export async function recordMissed(
  { db, projections }: Omit<Deps, 'clock'>,
  { from, to }: { from: Date; to: Date },
): Promise<void> {
  await recordOutage(db, { from, to });
  await breakStandings({ db, projections }, { outage: { toAt: to }, since: to });
}

/** For a clock that was moved on while the bot worked (the playground's): the time in between was no absence. */
export async function clockMoved({ db, clock }: Omit<Deps, 'projections'>): Promise<void> {
  await beat(db, { name: HEARTBEAT, now: clock.now(), aliveSince: new Date(0) });
}

async function breakStandings(
  deps: Omit<Deps, 'clock'>,
  { outage, since }: { outage: { toAt: Date }; since: Date },
): Promise<void> {
  await markStale(deps, { by: 'outage', scope: { kind: 'everyone', since: touchedSince(outage) }, since });
}
