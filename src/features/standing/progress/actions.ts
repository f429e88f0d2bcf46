// What a member knows and what would come out today, as they or another member may see it.
import type { Pack } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { readMember } from '#features/people/member/store.ts';
import { type Learner, studiedBy } from '#features/record/post/course.ts';
import { readPrunedBefore } from '#features/record/post/pruning.store.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays, type LocalDate, localDateAt } from '#lib/local-date.ts';
import { seededRandom } from '#lib/random.ts';
import type { Outcomes } from '../outcomes.ts';
import { type BankDeps, type Opened, openBank } from './bank.actions.ts';
import type { Bank } from './bank.rules.ts';
import { type Calibration, calibrate } from './calibration.rules.ts';
import { readEstimates, saveEstimates } from './estimates.store.ts';
import { type Progress, type ProgressOutcome, progressFigures } from './figures.rules.ts';
import { answeredQuestions, readGiven, readGivenBefore } from './history.store.ts';
import {
  canTell,
  type DayEstimate,
  dayEstimateOf,
  type Estimate,
  estimateFrom,
  forecastFrom,
  type Given,
  LEAST_TO_SHOW,
} from './profile.rules.ts';
import { type Forecast, unavoidableError } from './readiness.rules.ts';
import { type Dated, type TrendPoint, trendOf, trendSince, weeksWithout } from './trend.rules.ts';

export type ProgressDeps = BankDeps & { clock: Clock };
export type Exam = { exam: string; edition: string };

/** Answers carry Discord's time, and its clock may be a little ahead of ours: the latest one is to count at once. */
const AHEAD_MS = 60_000;

/** Of the exam that the viewer learns. What others may see follows the member's visibility. */
export async function readProgress(
  deps: ProgressDeps & { outcomes: Outcomes | null },
  input: Learner & { viewerId: string },
): Promise<ProgressOutcome> {
  const { memberId, viewerId, serverId } = input;
  const isOwn = memberId === viewerId;
  if (!isOwn && (await readMember(deps.db, memberId)).visibility !== 'visible')
    return { kind: 'not-visible' };
  const { exam, edition } = await studiedBy(deps, { memberId: viewerId, serverId });
  const read = await readProgressOf(deps, { memberId, exam, edition });
  return read ? { kind: 'progress', memberId, isOwn, ...read } : { kind: 'no-exam' };
}

/** The member's own, of an exam; null when there is no such exam. Keeps today's estimate for the trend. */
export async function readProgressOf(
  deps: ProgressDeps & { outcomes: Outcomes | null },
  of: Exam & { memberId: string },
): Promise<Pick<Progress, 'figures' | 'estimate' | 'bank'> | null> {
  const { db, clock } = deps;
  const opened = await openBank(deps, of);
  if (!opened) return null;
  const { pack, bank, population } = opened;
  const now = clock.now();
  const given = await readGiven(db, { ...of, now: new Date(now.getTime() + AHEAD_MS) });
  const estimate = estimateFrom(given, { bank, now, population });
  const forecast = forecastFrom(estimate, { bank, seed: seedOf(of, dayOf(now)) });
  const trend = await keepTrend(db, { of, given, opened, estimate, forecast, now });
  const figures = progressFigures({
    ...{ bank, estimate, forecast, trend, given: given.length },
    answered: await answeredQuestions(db, of),
    lessons: lessonTitles(pack),
    unavoidableError: ceilingOf(bank),
    calibration: await calibrationOf(db, { outcomes: deps.outcomes, exam: of.exam }),
  });
  return { figures, estimate, bank };
}

/**
 * What would have been said on the evening before a day of the member's; null with too few answers, where too many of
 * them are deleted, or without such an exam.
 */
export async function estimateBefore(
  deps: BankDeps,
  of: Exam & { memberId: string; day: LocalDate },
): Promise<DayEstimate | null> {
  const opened = await openBank(deps, of);
  if (!opened) return null;
  const { bank, population } = opened;
  const now = new Date(`${of.day}T00:00:00Z`);
  if (!canTell(now, await readPrunedBefore(deps.db))) return null;
  const given = await readGivenBefore(deps.db, of);
  const estimate = estimateFrom(given, { bank, now, population });
  if (estimate.counted.length < LEAST_TO_SHOW) return null;
  const seed = seedOf(of, addDays(of.day, -1));
  return dayEstimateOf(estimate, { bank, seed }, forecastFrom(estimate, { bank, seed }));
}

type Today = {
  of: Exam & { memberId: string };
  given: readonly Given[];
  opened: Opened;
  estimate: Estimate;
  forecast: Forecast;
  now: Date;
};

/** Keeps today's estimate, and those of past weeks that nobody looked at: what was known then is told by the answers. */
async function keepTrend(
  db: Db,
  { of, given, opened, estimate, forecast, now }: Today,
): Promise<TrendPoint[]> {
  if (given.length === 0) return [];
  const today = dayOf(now);
  const { bank } = opened;
  const before = await readEstimates(db, { ...of, since: trendSince(today) });
  const missing: Dated[] = [];
  for (const day of weeksWithout(before, today)) {
    const found = estimateAt(day, { of, given, opened });
    missing.push(...found);
    // One by one: each is some milliseconds of computing, and between them others get their turn.
    await saveEstimates(db, of, found);
  }
  const latest = { day: today, ...dayEstimateOf(estimate, { bank, seed: seedOf(of, today) }, forecast) };
  await saveEstimates(db, of, [latest]);
  return trendOf([...before.filter(({ day }) => day !== today), ...missing, latest]);
}

/** At the end of a day; nothing where there was nothing to estimate from. */
function estimateAt(day: LocalDate, { of, given, opened }: Pick<Today, 'of' | 'given' | 'opened'>): Dated[] {
  const now = new Date(`${addDays(day, 1)}T00:00:00Z`);
  const until = given.filter(({ at }) => at < now);
  if (until.length === 0) return [];
  const { bank, population } = opened;
  const estimate = estimateFrom(until, { bank, now, population });
  return [{ day, ...dayEstimateOf(estimate, { bank, seed: seedOf(of, day) }) }];
}

async function calibrationOf(
  db: Db,
  { outcomes, exam }: { outcomes: Outcomes | null; exam: string },
): Promise<Calibration | null> {
  return outcomes && calibrate(await outcomes.read(db, { exam }));
}

const ceilings = new WeakMap<Bank, number>();

/** Of the exam and not of a member: worked out once for a state of the bank, with the same numbers each time. */
function ceilingOf(bank: Bank): number {
  const known = ceilings.get(bank) ?? unavoidableError(bank.exam, seededRandom(1));
  ceilings.set(bank, known);
  return known;
}

function lessonTitles({ modules }: Pack): Map<string, string> {
  return new Map(modules.flatMap(({ lessons }) => lessons.map(({ id, title }) => [id, title] as const)));
}

function seedOf({ memberId, exam, edition }: Exam & { memberId: string }, day: LocalDate): string {
  return `${memberId}/${exam}/${edition}/${day}`;
}

function dayOf(now: Date): LocalDate {
  return localDateAt(now, 'UTC');
}
