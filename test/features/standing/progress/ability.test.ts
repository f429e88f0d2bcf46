import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  covarianceOf,
  levelFrom,
  levelIn,
  POPULATION,
  solve,
} from '#features/standing/progress/ability.rules.ts';
import { estimateAbility, rebuildEvidence } from '#features/standing/progress/estimate.rules.ts';
import { fadeEvidence, followAnswer, noEvidence } from '#features/standing/progress/follow.rules.ts';

const DOMAINS = 4;
const answer: fc.Arbitrary<Answer> = fc.record({
  domain: fc.integer({ min: 0, max: DOMAINS - 1 }),
  guess: fc.constantFrom(1 / 4, 1 / 10, 1 / 20),
  difficulty: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
  difficultyVariance: fc.constantFrom(0, 0.1, 0.36),
  share: fc.constantFrom(0, 0.5, 1),
  weight: fc.constantFrom(0, 0.3, 1),
  since: fc.integer({ min: 0, max: 300 }),
});
const answers = fc.array(answer, { maxLength: 60 });
const some = { numRuns: 60 };

const right: Answer = {
  ...{ domain: 0, guess: 0.25, difficulty: 0, difficultyVariance: 0 },
  ...{ share: 1, weight: 1, since: 0 },
};
const times = (count: number, one: Answer) => Array<Answer>(count).fill(one);

describe('what a member knows', () => {
  it('is the population before any answer', () => {
    const ability = estimateAbility([], DOMAINS);
    expect(ability.overall).toBe(0);
    expect(ability.variance).toBeCloseTo(1);
    expect(levelIn(ability, 3)).toEqual({ mean: 0, variance: expect.closeTo(1 + 0.36) });
  });

  it('is higher after right answers and lower after wrong ones, most in their domain', () => {
    const good = estimateAbility(times(20, right), DOMAINS);
    const bad = estimateAbility(times(20, { ...right, share: 0 }), DOMAINS);
    expect(good.overall).toBeGreaterThan(0.4);
    expect(bad.overall).toBeLessThan(-0.4);
    expect(levelIn(good, 0).mean).toBeGreaterThan(levelIn(good, 1).mean);
  });

  it('is never lowered by one more right answer in place of a wrong one', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 60 }), fc.nat(), (given, pick) => {
        const index = pick % given.length;
        const [before, after] = [0, 1].map((share) =>
          estimateAbility(
            given.map((one, place) => (place === index ? { ...one, share } : one)),
            DOMAINS,
          ),
        );
        // The likelihood's mean is found to first order: to a few thousandths of a logit.
        expect(after!.overall).toBeGreaterThanOrEqual(before!.overall - 0.005);
      }),
      some,
    );
  });

  it('is as unsure as a covariance can be: symmetric, positive, never above that of the population', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const ability = estimateAbility(given, DOMAINS);
        const covariance = covarianceOf(ability);
        for (const [i, row] of covariance.entries()) {
          expect(row[i]).toBeGreaterThan(0);
          for (const [j, value] of row.entries()) {
            expect(value).toBeCloseTo(covariance[j]![i]!, 12);
            expect(value ** 2).toBeLessThanOrEqual(row[i]! * covariance[j]![j]! + 1e-12);
          }
        }
        expect(ability.variance).toBeLessThanOrEqual(1 + 1e-12);
      }),
      some,
    );
  });

  it('is the inverse of the curvature: more answers, surer', () => {
    const few = estimateAbility(times(10, right), DOMAINS);
    const many = estimateAbility(times(40, right), DOMAINS);
    expect(many.variance).toBeLessThan(few.variance);
  });

  it('leaves a domain without answers at the population', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const ability = estimateAbility(
          given.filter(({ domain }) => domain !== 3),
          DOMAINS,
        );
        expect(ability.domains[3]).toEqual({ offset: 0, slope: -0, rest: expect.closeTo(0.36) });
      }),
      some,
    );
  });

  it('does not hear answers without weight', () => {
    const silent = times(9, { ...right, share: 0, weight: 0 });
    expect(estimateAbility([...times(5, right), ...silent], DOMAINS)).toEqual(
      estimateAbility(times(5, right), DOMAINS),
    );
  });

  it('takes an answer of long ago for that of a member who knew less', () => {
    const population = { ...POPULATION, growth: 0.002 };
    const old = times(20, { ...right, since: 300 });
    expect(estimateAbility(old, DOMAINS, population).overall).toBeGreaterThan(
      estimateAbility(old, DOMAINS).overall,
    );
  });
});

describe('following answer by answer', () => {
  const follow = (given: readonly Answer[]) =>
    given.reduce((evidence, one) => followAnswer(evidence, { answer: one, days: 0 }), noEvidence(DOMAINS));

  it('comes near to what all answers together say', () => {
    const given = Array.from({ length: 120 }, (_, index): Answer => {
      const share = Number(index % 7 < 4);
      return { ...right, domain: index % DOMAINS, difficulty: ((index % 9) - 4) / 3, share };
    });
    const followed = solve(follow(given));
    const together = estimateAbility(given, DOMAINS);
    expect(followed.overall).toBeCloseTo(together.overall, 1);
    expect(Math.sqrt(followed.variance)).toBeCloseTo(Math.sqrt(together.variance), 1);
  });

  it('forgets what it knew as time passes, down to the population', () => {
    const evidence = follow(times(30, right));
    const later = solve(fadeEvidence(evidence, 30));
    expect(later.variance).toBeGreaterThan(solve(evidence).variance);
    expect(solve(fadeEvidence(evidence, 3_000)).overall).toBeCloseTo(0, 6);
  });

  it('reads one domain as it reads all', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: DOMAINS - 1 }), (given, domain) => {
        const evidence = follow(given);
        const whole = levelIn(solve(evidence), domain);
        const one = levelFrom(evidence, { domain });
        expect(one.mean).toBeCloseTo(whole.mean, 9);
        expect(one.variance).toBeCloseTo(whole.variance, 9);
      }),
      some,
    );
  });

  it('goes on from what was counted anew', () => {
    const given = times(12, right);
    const evidence = rebuildEvidence(given, DOMAINS);
    expect(solve(evidence)).toEqual(estimateAbility(given, DOMAINS));
    const after = solve(followAnswer(evidence, { answer: right, days: 0 }));
    expect(after.overall).toBeGreaterThan(solve(evidence).overall);
    expect(after.overall).toBeCloseTo(estimateAbility(times(13, right), DOMAINS).overall, 1);
  });

  it('goes through a store and back', () => {
    const evidence = follow(times(3, right));
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
  });
});
