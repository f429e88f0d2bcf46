import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Difficulty,
  difficultyOfLevel,
  type FirstAnswer,
  learnDifficulty,
} from '#features/standing/progress/difficulty.rules.ts';
import { learnGrowth, NO_GROWTH, tallyGrowth } from '#features/standing/progress/growth.rules.ts';
import { chanceOf } from '#features/standing/progress/response.rules.ts';
import { drawNormal } from '#lib/normal.ts';
import { seededRandom } from '#lib/random.ts';

const first: FirstAnswer = { level: { mean: 0, variance: 0.1 }, guess: 0.25, isRight: false };

/** Answers of usual members to an item of that difficulty. */
function answered(count: number, difficulty: number, seed: number): Difficulty {
  const random = seededRandom(seed);
  let known = difficultyOfLevel(2);
  for (let answer = 0; answer < count; answer++) {
    const mean = drawNormal(random);
    const isRight = random() < chanceOf(mean, { guess: 0.25, difficulty, difficultyVariance: 0 });
    known = learnDifficulty(known, { level: { mean, variance: 0.05 }, guess: 0.25, isRight });
  }
  return known;
}

const average = (count: number, difficulty: number) =>
  Array.from({ length: 40 }, (_, seed) => answered(count, difficulty, seed).mean).reduce((a, b) => a + b, 0) /
  40;

describe('the difficulty of a question', () => {
  it('begins at what its level promises', () => {
    expect([1, 2, 3].map((level) => difficultyOfLevel(level as 1 | 2 | 3).mean)).toEqual([-0.9, 0, 0.9]);
  });

  it('moves little with ten answers and is decided by a hundred', () => {
    const [ten, hundred] = [average(10, 1.5), average(100, 1.5)];
    expect(ten).toBeLessThan(0.75);
    expect(hundred).toBeGreaterThan(1.1);
  });

  it('rises with wrong answers and falls with right ones, a bounded step at a time, surer each time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.boolean(),
        fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>,
        (mean, isRight, level) => {
          const before = difficultyOfLevel(level);
          const after = learnDifficulty(before, { ...first, level: { mean, variance: 0.2 }, isRight });
          const step = after.mean - before.mean;
          expect(isRight ? -step : step).toBeGreaterThanOrEqual(0);
          expect(Math.abs(step)).toBeLessThanOrEqual(0.5);
          expect(after.variance).toBeLessThanOrEqual(before.variance);
          expect(after.answers).toBe(1);
        },
      ),
    );
  });

  it('hears less of members of whom little is known', () => {
    const before = difficultyOfLevel(2);
    const stepFor = (variance: number) =>
      learnDifficulty(before, { ...first, level: { mean: 0, variance } }).mean;
    expect(stepFor(1)).toBeLessThan(stepFor(0));
  });
});

describe('the growth of members', () => {
  const evidence = { information: [10, 0], pull: [0, 0], age: [1_000, 0] };
  const answer = { level: { mean: 0, variance: 0.1 }, guess: 0.25 };
  const difficulty = { mean: 0, variance: 0.1 };
  const tallied = (share: number) => {
    let tally = NO_GROWTH;
    for (let index = 0; index < 1_000; index++) {
      const isRight = index % 100 < share;
      tally = tallyGrowth(tally, { evidence, answer: { ...answer, isRight }, domain: 0, difficulty });
    }
    return learnGrowth(tally, 0.001);
  };

  it('is the usual one before anybody has answered', () => {
    expect(learnGrowth(NO_GROWTH, 0)).toBeCloseTo(0.001, 12);
  });

  it('is more where members do better than answers of long ago say, less where worse', () => {
    expect(tallied(75)).toBeGreaterThan(0.0012);
    expect(tallied(50)).toBeLessThan(0.0008);
  });
});
