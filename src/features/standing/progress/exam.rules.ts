// The exam as the model sits it: items per domain by the blueprint, how hard the bank is, and how right answers become a
// scaled score. Pure.
import { chanceOf, type Item } from './response.rules.ts';

/** What an edition says of its exam. */
export type ExamShape = {
  /** Weights of the domains in the edition's order, in any unit. */
  weights: readonly number[];
  scoredItems: number;
  passScore: number;
  maxScore: number;
};

/** The chance of a right answer to an item of the domain, at levels −LIMIT … LIMIT in equal steps. */
export type Curve = readonly number[];

/** An exam drawn from the bank: made once for an edition and a state of its difficulties. */
export type MockExam = {
  shape: ExamShape;
  /** Scored items of each domain. */
  items: readonly number[];
  curves: readonly Curve[];
  /** The share that guessing alone gets right. */
  guess: number;
};

/** AWS publishes no share that passes; what is known of other exams and of reports gives this, and this doubt. */
export const PASS_MARK = { mean: 0.71, deviation: 0.02 };
/** Where the scale of scores begins. */
export const LOWEST_SCORE = 100;
const LIMIT = 6;
const STEPS_PER_LOGIT = 10;
/** Domains without a question yet are taken for as hard as a middling one. */
const UNKNOWN_ITEM: Item = { guess: 0.25, difficulty: 0, difficultyVariance: 0.36 };

export function makeMockExam(shape: ExamShape, bank: readonly (Item & { domain: number })[]): MockExam {
  const items = allotItems(shape.weights, shape.scoredItems);
  const byDomain = shape.weights.map((_, domain) => bank.filter((item) => item.domain === domain));
  const pools = byDomain.map((pool) => (pool.length > 0 ? pool : [UNKNOWN_ITEM]));
  const guesses = pools.map((pool) => mean(pool.map(({ guess }) => guess)));
  return {
    shape,
    items,
    curves: pools.map(curveOf),
    guess: sum(guesses.map((guess, domain) => guess * (items[domain] ?? 0))) / shape.scoredItems,
  };
}

/** Whole items that add up to `total`, by largest remainder; the heavier domain, then the first, wins a tie. */
export function allotItems(weights: readonly number[], total: number): number[] {
  const all = sum(weights);
  const exact = weights.map((weight) => (weight * total) / all);
  const floors = exact.map(Math.floor);
  const order = weights.map((weight, domain) => ({
    domain,
    weight,
    left: (exact[domain] ?? 0) - (floors[domain] ?? 0),
  }));
  const missing = total - sum(floors);
  const raised = new Set(
    order
      .sort((a, b) => b.left - a.left || b.weight - a.weight || a.domain - b.domain)
      .slice(0, missing)
      .map(({ domain }) => domain),
  );
  return floors.map((floor, domain) => floor + (raised.has(domain) ? 1 : 0));
}

/** Linear through (guessing alone, 100), (pass mark, pass score) and (1, highest score); never below 100. */
export function scaleScore(
  share: number,
  passMark: number,
  { shape, guess }: Pick<MockExam, 'shape' | 'guess'>,
): number {
  const { passScore, maxScore } = shape;
  if (share >= passMark) return passScore + ((share - passMark) / (1 - passMark)) * (maxScore - passScore);
  const below = (share - guess) / (passMark - guess);
  return LOWEST_SCORE + Math.max(0, below) * (passScore - LOWEST_SCORE);
}

/** The expected share right in a domain at a level, from the curve. */
export function shareAt(curve: Curve, level: number): number {
  const place = Math.min(2 * LIMIT, Math.max(0, level + LIMIT)) * STEPS_PER_LOGIT;
  const below = Math.min(Math.floor(place), curve.length - 2);
  const [low = 0, high = 0] = [curve[below], curve[below + 1]];
  return low + (high - low) * (place - below);
}

function curveOf(pool: readonly Item[]): Curve {
  return Array.from({ length: 2 * LIMIT * STEPS_PER_LOGIT + 1 }, (_, step) =>
    mean(pool.map((item) => chanceOf(step / STEPS_PER_LOGIT - LIMIT, item))),
  );
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
