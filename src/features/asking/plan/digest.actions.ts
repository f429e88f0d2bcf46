// The weekly message about a plan: wished for, claimed, worked out one by one, settled after sending.

import { realResultsOf } from '#features/asking/exam/results.store.ts';
import { studiedBy } from '#features/record/post/course.ts';
import { lastPlaceOf, type Place } from '#features/record/post/place.store.ts';
import type { Done } from '#features/standing/doing.ts';
import { instantAt, type LocalDate } from '#lib/local-date.ts';
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
  const studied = await studiedBy(deps, who);
  const zone = await zoneOf(deps, who.memberId, studied.zone);
  const { spans, plan } = outcome.seen;
  const course = { spans, examDate: plan.examDate, zone };
  const digestAt = wants ? nextDigestAt(course, deps.clock.now()) : null;
  await setDigest(deps.db, { memberId: who.memberId, exam: studied.exam, digestAt });
  return !wants || digestAt !== null;
}

type Weekly = { kind: 'week'; seen: PlanSeen; lastWeek: Required<Done>; place: Place | null };
/** The day after the exam: how it went, if they like to say. Asked once. */
type Asking = { kind: 'result'; code: string; examDate: LocalDate };

/** `message` is null where there is nothing to say: the result is known, or the week is half gone. */
export type PlannedDigest = { due: DueDigest; nextAt: Date | null; message: Weekly | Asking | null };

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
  const { startedOn, examDate } = due;
  const nextAt = nextDigestAt({ spans: spansOf(startedOn, examDate), examDate, zone }, now);
  const outcome = await seePlan(deps, due);
  const isLate = now.getTime() - due.digestAt.getTime() > LATE_AFTER_MS;
  if (outcome.kind === 'over' && !outcome.isToday && !isLate) {
    return { due, nextAt, message: await askResult(deps, due, outcome.course.edition.code) };
  }
  if (outcome.kind !== 'plan' || isLate) return { due, nextAt, message: null };
  const { seen } = outcome;
  const before = seen.spans[seen.index - 1];
  const weekBegan = before ? instantAt(before.from, '00:00', zone) : due.startedAt;
  const since = new Date(Math.max(weekBegan.getTime(), due.startedAt.getTime()));
  const doer = { memberId: due.memberId, exam: due.exam, edition: seen.edition.id, since };
  const done = await Promise.all(deps.doings.map((doing) => doing.done(deps.db, doer)));
  const place = await lastPlaceOf(deps.db, due.memberId);
  return { due, nextAt, message: { kind: 'week', seen, lastWeek: sumOf(done), place } };
}

async function askResult({ db }: PlanDeps, due: DueDigest, code: string): Promise<Asking | null> {
  const { memberId, exam, examDate } = due;
  const told = await realResultsOf(db, memberId);
  const isKnown = told.some((result) => result.exam === exam && result.satOn >= examDate);
  return isKnown ? null : { kind: 'result', code, examDate };
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
