import { describe, expect, it } from 'vitest';
import { canTell } from '#features/standing/progress/profile.rules.ts';
import { guessChance } from '#features/standing/progress/response.rules.ts';
import { type AnswerFacts, weighAnswer } from '#features/standing/progress/weight.rules.ts';

const facts: AnswerFacts = {
  ...{ isRight: true, isGuess: false, isKeyShown: false },
  ...{ daysAgo: 0, daysSinceLast: null },
};

describe('what an answer counts', () => {
  it.each<[string, Partial<AnswerFacts>, number, number]>([
    ['the first encounter in full', {}, 1, 1],
    ['half after 30 days', { daysAgo: 30 }, 0.5, 1],
    ['a quarter after 60', { daysAgo: 60 }, 0.25, 1],
    ['a repeat after three weeks not yet', { daysSinceLast: 21 }, 0, 1],
    ['a later repeat half', { daysSinceLast: 21.5 }, 0.5, 1],
    ['not after the key was shown', { isKeyShown: true }, 0, 1],
    ['a right guess as half right', { isGuess: true }, 1, 0.5],
    ['a wrong guess as wrong', { isGuess: true, isRight: false }, 1, 0],
    ['no more than in full when clocks differ', { daysAgo: -1 }, 1, 1],
  ])('%s', (_what, changed, weight, share) => {
    expect(weighAnswer({ ...facts, ...changed })).toEqual({ weight, share });
  });

  it.each([
    [4, 1, 1 / 4],
    [5, 2, 1 / 10],
    [6, 3, 1 / 20],
  ])('of %i options %i are guessed right once in so many times', (options, picked, chance) => {
    expect(guessChance(options, picked)).toBeCloseTo(chance, 12);
  });
});

it('what was known on a day can be told as long as all that weighed a hundredth is there', () => {
  const day = new Date('2026-08-01T00:00:00Z');
  expect(canTell(day, null)).toBe(true);
  expect(canTell(day, new Date('2026-01-13T00:00:00Z'))).toBe(true);
  expect(canTell(day, new Date('2026-01-13T00:00:01Z'))).toBe(false);
});
