// The weekly message about a plan: wished for, claimed, worked out one by one, settled after sending.

import { serverOf } from '#features/people/server/actions.ts';
import { lastPlaceOf, type Place } from '#features/record/post/place.store.ts';
import type { Done } from '#features/standing/doing.ts';
import { instantAt } from '#lib/local-date.ts';
import { type PlanDeps, readPlan, seePlan, type Who, zoneOf } from './actions.ts';
import { spansOf } from './dates.rules.ts';
import { LATE_AFTER_MS, nextDigestAt } from './digest.rules.ts';
import { claimDigests, type DueDigest, putOffDigest, setDigest, settleDigest } from './digest.store.ts';
import { type PlanSeen, sumOf } from './seen.rules.ts';

/** As long as Discord remembers a nonce: whoever is killed after sending and before settling sends no second one. */
const LEASE_MS = 2 * 60_000;
const RETRY_MS = 15 * 60_000;
const BATCH = 25;

/** Turns it on or off; false when no week is left to be told of. */
export async function wishDigest(
  deps: PlanDeps,
  { wants, ...who }: Who & { wants: boolean },
): Promise<boolean> {
  const outcome = await readPlan(deps, who);
  if (outcome.kind !== 'plan') return false;
  const server = await serverOf(deps, who.serverId);
  const zone = await zoneOf(deps, who.memberId, server.zone);
  const digestAt = wants ? nextDigestAt(outcome.seen.spans, deps.clock.now(), zone) : null;
  await setDigest(deps.db, { memberId: who.memberId, exam: server.exam, digestAt });
  return !wants || digestAt !== null;
}

/** `message` is null where there is nothing to say: the exam is over, or the week is half gone. */
export type PlannedDigest = {
  due: DueDigest;
  nextAt: Date | null;
  message: { seen: PlanSeen; lastWeek: Required<Done>; place: Place | null } | null;
};

export type Taken = { planned: PlannedDigest[]; undecided: { due: DueDigest; error: unknown }[] };

/** Claims a batch; both lists empty when none is due. One that cannot be worked out keeps no other from its member. */
export async function takeDigests(deps: PlanDeps): Promise<Taken> {
  const now = deps.clock.now();
  const taken: Taken = { planned: [], undecided: [] };
  for (const due of await claimDigests(deps.db, { now, leaseMs: LEASE_MS, limit: BATCH })) {
    try {
      taken.planned.push(await planDigest(deps, due, now));
    } catch (error) {
      taken.undecided.push({ due, error });
    }
  }
  return taken;
}

async function planDigest(deps: PlanDeps, due: DueDigest, now: Date): Promise<PlannedDigest> {
  const zone = await zoneOf(deps, due.memberId, due.zone);
  const nextAt = nextDigestAt(spansOf(due.startedOn, due.examDate), now, zone);
  const outcome = await seePlan(deps, due);
  const isLate = now.getTime() - due.digestAt.getTime() > LATE_AFTER_MS;
  if (outcome.kind !== 'plan' || isLate) return { due, nextAt, message: null };
  const { seen } = outcome;
  const before = seen.spans[seen.index - 1];
  const weekBegan = before ? instantAt(before.from, '00:00', zone) : due.startedAt;
  const since = new Date(Math.max(weekBegan.getTime(), due.startedAt.getTime()));
  const doer = { memberId: due.memberId, exam: due.exam, edition: seen.edition.id, since };
  const done = await Promise.all(deps.doings.map((doing) => doing.done(deps.db, doer)));
  const place = await lastPlaceOf(deps.db, due.memberId);
  return { due, nextAt, message: { seen, lastWeek: sumOf(done), place } };
}

export async function digestSettled(
  { db }: Pick<PlanDeps, 'db'>,
  { due, nextAt }: PlannedDigest,
): Promise<void> {
  await settleDigest(db, { due, nextAt });
}

/** A member who takes no direct messages is told so at the next look at the plan. */
export async function digestRefused({ db }: Pick<PlanDeps, 'db'>, { due }: PlannedDigest): Promise<void> {
  await settleDigest(db, { due, nextAt: null, isRefused: true });
}

/** Sending failed for a reason that may pass. */
export async function digestFailed(
  { db, clock }: Pick<PlanDeps, 'db' | 'clock'>,
  { due }: { due: DueDigest },
): Promise<void> {
  await putOffDigest(db, { due, until: new Date(clock.now().getTime() + RETRY_MS) });
}
