// What would come out if the member sat the exam today: thousands of possible members, each sits it once. Pure.
import { drawNormal, normalBelow } from '#lib/normal.ts';
import type { Random } from '#lib/random.ts';
import { type Ability, solve } from './ability.rules.ts';
import { type MockExam, PASS_MARK, scaleScore, shareAt } from './exam.rules.ts';
import { noEvidence } from './follow.rules.ts';

const SAMPLES = 2_000;
/** Nine of ten exams end within the range that is shown. */
const RANGE = { low: 0.05, high: 0.95 };
const LEAST_PER_DOMAIN = 20;
const LEAST_IN_ALL = 40;

export type Range = { median: number; low: number; high: number };
type DomainForecast =
  | { kind: 'known' /** Share of right answers to expect, 0 to 1. */; share: Range }
  | { kind: 'not-enough' /** Answers that are missing. */; missing: number };

export type Forecast =
  | { kind: 'not-enough'; missing: number; domains: readonly DomainForecast[] }
  | {
      kind: 'known';
      /** The scaled score of one sitting. */
      score: Range;
      /** Of a pass if sat today, 0 to 1. */
      passChance: number;
      domains: readonly DomainForecast[];
    };

export type ForecastInput = {
  ability: Ability;
  exam: MockExam;
  /** Answers that counted, by domain. */
  answers: readonly number[];
  random: Random;
  samples?: number;
};

/** Median, range and chance to pass; only what is missing while there are too few answers. */
export function forecast(input: ForecastInput): Forecast {
  const missing = LEAST_IN_ALL - input.answers.reduce((sum, count) => sum + count, 0);
  const sittings = sitOften(input);
  const domains = input.exam.items.map((_, domain) => forecastDomain(input, sittings, domain));
  if (missing > 0) return { kind: 'not-enough', missing, domains };
  return { kind: 'known', score: rangeOf(sittings.scores), passChance: sittings.passes, domains };
}

/** The same without the rule of enough answers: for what is stored, for benchmarks and for the result of an exam. */
export function forecastScore(input: Omit<ForecastInput, 'answers'>): { score: Range; passChance: number } {
  const { scores, passes } = sitOften(input);
  return { score: rangeOf(scores), passChance: passes };
}

/**
 * How often even somebody who knew every member's level exactly would be wrong about the outcome, over members as the
 * prior has them: the exam is short, and where its pass mark lies is not known.
 */
export function unavoidableError(exam: MockExam, random: Random): number {
  const anybody = solve(noEvidence(exam.items.length));
  const errors = Array.from({ length: SAMPLES }, () => {
    const chance = passChanceAt(drawLevels(anybody, random), exam);
    return Math.min(chance, 1 - chance);
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** The chance to pass of somebody whose levels (θ + δ, by domain) are known. */
export function passChanceAt(levels: readonly number[], exam: MockExam): number {
  let right = 0;
  let variance = 0;
  exam.items.forEach((count, domain) => {
    const share = shareAt(exam.curves[domain] ?? [], levels[domain] ?? 0);
    right += count * share;
    variance += count * share * (1 - share);
  });
  const total = exam.shape.scoredItems;
  const deviation = Math.sqrt(variance / total ** 2 + PASS_MARK.deviation ** 2);
  return normalBelow((right / total - PASS_MARK.mean) / deviation);
}

/** Levels (θ + δ, by domain) of one possible member. */
function drawLevels({ overall, variance, domains }: Ability, random: Random): number[] {
  const shift = Math.sqrt(variance) * drawNormal(random);
  return domains.map(
    ({ offset, slope, rest }) =>
      overall + shift + offset + slope * shift + Math.sqrt(rest) * drawNormal(random),
  );
}

type Sittings = { scores: Float64Array; passes: number; shares: Float64Array[] };

function sitOften({ ability, exam, random, samples = SAMPLES }: Omit<ForecastInput, 'answers'>): Sittings {
  const scores = new Float64Array(samples);
  const shares = exam.items.map(() => new Float64Array(samples));
  let passes = 0;
  for (let sample = 0; sample < samples; sample++) {
    const levels = drawLevels(ability, random);
    let right = 0;
    exam.items.forEach((count, domain) => {
      const share = shareAt(exam.curves[domain] ?? [], levels[domain] ?? 0);
      shares[domain]?.fill(share, sample, sample + 1);
      right += drawRight(count, share, random);
    });
    const passMark = PASS_MARK.mean + PASS_MARK.deviation * drawNormal(random);
    const score = scaleScore(right / exam.shape.scoredItems, passMark, exam);
    scores[sample] = score;
    if (score >= exam.shape.passScore) passes++;
  }
  return { scores, passes: passes / samples, shares };
}

/** How many of `count` items are right when each is with that chance. */
function drawRight(count: number, chance: number, random: Random): number {
  let right = 0;
  for (let item = 0; item < count; item++) if (random() < chance) right++;
  return right;
}

function forecastDomain({ answers }: ForecastInput, { shares }: Sittings, domain: number): DomainForecast {
  const missing = LEAST_PER_DOMAIN - (answers[domain] ?? 0);
  if (missing > 0) return { kind: 'not-enough', missing };
  return { kind: 'known', share: rangeOf(shares[domain] ?? new Float64Array(1)) };
}

function rangeOf(values: Float64Array): Range {
  const sorted = values.toSorted();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), low: at(RANGE.low), high: at(RANGE.high) };
}
