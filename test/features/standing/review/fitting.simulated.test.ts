// Own weights: when they are fitted, from what, and when they are taken.
import { describe, expect, it } from 'vitest';
import {
  FIT_FROM_REVIEWS,
  judgedFrom,
  judgeWeights,
  logLoss,
  nextFitAt,
  trainingItems,
} from '#features/standing/review/fitting.rules.ts';
import { DEFAULT_WEIGHTS, predictionsOf, stateAfter } from '#features/standing/review/memory.rules.ts';
import { byAverage, mindOf, simulate } from '../../../bench/memories.ts';
import { seededRandom } from '../../../support/pack.ts';

/** A member who forgets nothing, asked again after ever longer times. */
const elephant = Array.from({ length: 40 }, (_, card) => ({
  days: [0, 3, 12, 40, 120].map((day) => day + card),
  grades: [3, 3, 3, 3, 3],
}));

it('memory grows with what is recalled, most when it was nearly forgotten', () => {
  const after = (days: number[], grades: number[]) =>
    stateAfter({ days, grades }, DEFAULT_WEIGHTS)?.stability ?? 0;
  expect(after([0, 10], [3, 3])).toBeGreaterThan(after([0], [3]));
  expect(after([0, 10], [3, 3])).toBeGreaterThan(after([0, 2], [3, 3]));
  expect(after([0, 10], [3, 1])).toBeLessThan(after([0, 10], [3, 3]));
  expect(stateAfter({ days: [], grades: [] }, DEFAULT_WEIGHTS)).toBeNull();
});

it('a prediction is made for each meeting but the first, from what was known before it', () => {
  const predictions = predictionsOf({ days: [0, 2, 60], grades: [3, 3, 1] }, DEFAULT_WEIGHTS);
  expect(predictions.map(({ day, isRecalled }) => [day, isRecalled])).toEqual([
    [2, true],
    [60, false],
  ]);
  expect(predictions[0]?.chance).toBeGreaterThan(predictions[1]?.chance ?? 1);
});

describe('log loss', () => {
  it('is that of a coin for who always says one half, and finite for who is certain and wrong', () => {
    expect(logLoss([{ chance: 0.5, isRecalled: true }])).toBeCloseTo(Math.LN2);
    expect(logLoss([{ chance: 1, isRecalled: false }])).toBeLessThan(20);
    expect(logLoss([])).toBeNull();
  });
});

describe('a fit', () => {
  it('waits for a hundred reviews, and then for a quarter more each time', () => {
    expect(FIT_FROM_REVIEWS).toBe(100);
    expect([100, 125, 157].map(nextFitAt)).toEqual([125, 157, 197]);
  });

  it('does not see the last fifth, by which it is judged', () => {
    const from = judgedFrom(elephant);
    expect(from).not.toBeNull();
    const items = trainingItems(elephant, from ?? 0);
    const seen = elephant.flatMap(({ days }) => days.slice(1)).filter((day) => day < (from ?? 0)).length;
    expect(items).toHaveLength(seen);
    expect(seen / (40 * 4)).toBeGreaterThan(0.7);
    expect(seen / (40 * 4)).toBeLessThanOrEqual(0.8);
    expect(items[0]).toEqual([
      { grade: 3, elapsed: 0 },
      { grade: 3, elapsed: 3 },
    ]);
  });

  it('needs more than one day to be split', () => {
    expect(judgedFrom([])).toBeNull();
    expect(judgedFrom([{ days: [1, 2], grades: [3, 3] }])).toBeNull();
  });

  it('is taken only when it tells better', () => {
    const from = judgedFrom(elephant) ?? 0;
    // Everything is remembered for ever: much longer first intervals are nearer to the truth.
    const candidate = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? 100 : weight));
    const judged = judgeWeights(elephant, { candidate, current: DEFAULT_WEIGHTS, from });
    expect(judged?.isBetter).toBe(true);
    const back = judgeWeights(elephant, { candidate: DEFAULT_WEIGHTS, current: candidate, from });
    expect(back?.isBetter).toBe(false);
    expect(judgeWeights(elephant, { candidate, current: candidate, from })?.isBetter).toBe(false);
  });
});

// `npm run bench:review` is the same with more members.
it('tells better what simulated members will remember than averages that know nothing of memory', () => {
  const told = Array.from({ length: 8 }, (_, member) => {
    const random = seededRandom(member + 1);
    const histories = simulate(mindOf(random), random);
    const from = judgedFrom(histories) ?? 0;
    const all = histories.flatMap((history) => predictionsOf(history, DEFAULT_WEIGHTS));
    const byModel = logLoss(all.filter(({ day }) => day >= from)) ?? 0;
    return { byModel, constant: byAverage(all, from, null) ?? 0, moving: byAverage(all, from, 50) ?? 0 };
  });
  const mean = (name: keyof (typeof told)[number]) =>
    told.reduce((sum, each) => sum + each[name], 0) / told.length;
  expect(mean('byModel')).toBeLessThan(mean('constant'));
  expect(mean('byModel')).toBeLessThan(mean('moving'));
});
