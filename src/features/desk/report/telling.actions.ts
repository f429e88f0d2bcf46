// Telling those who reported a question what became of it: once, by direct message, or after whatever they do next.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import {
  claimOutcomes,
  handBack,
  markClosed,
  markTold,
  membersToTell,
  type Outcome,
} from './telling.store.ts';

export type { Outcome };

type Deps = { db: Db; clock: Clock };

const AT_ONCE = 50;
/** In one message: with reasons at their longest they fit. */
const IN_ONE_MESSAGE = 3;
/** Longer than a send may take. */
const LEASE_MS = 60_000;
/** Two dozen bytes each. */
const MOST_KNOWN = 10_000;

export async function outcomesToSend({ db, clock }: Deps): Promise<Outcome[]> {
  return claimOutcomes(db, { now: clock.now(), leaseMs: LEASE_MS, limit: AT_ONCE, memberId: null });
}

/** Of one who takes no direct messages. */
export async function outcomesToSay({ db, clock }: Deps, memberId: string): Promise<Outcome[]> {
  return claimOutcomes(db, { now: clock.now(), leaseMs: LEASE_MS, limit: IN_ONE_MESSAGE, memberId });
}

export async function outcomeTold({ db, clock }: Deps, outcome: Outcome): Promise<void> {
  await markTold(db, { ...outcome, now: clock.now() });
}

/** Surely not told, as after a clear no of Discord's: else whoever hears of it next would read that they may know it. */
export async function outcomesUntold({ db }: Pick<Deps, 'db'>, outcomes: readonly Outcome[]): Promise<void> {
  for (const outcome of outcomes) await handBack(db, outcome);
}

export async function outcomeRefused({ db, clock }: Deps, outcome: Outcome): Promise<void> {
  await markClosed(db, { ...outcome, now: clock.now() });
}

/** Who is to be told after whatever they do next. */
export async function whoWaits({ db }: Pick<Deps, 'db'>): Promise<string[]> {
  return membersToTell(db, MOST_KNOWN);
}
