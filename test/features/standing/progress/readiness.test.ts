import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#features/standing/progress/ability.rules.ts';
import { estimateAbility } from '#features/standing/progress/estimate.rules.ts';
import {
  allotItems,
  type ExamShape,
  makeMockExam,
  scaleScore,
  shareAt,
} from '#features/standing/progress/exam.rules.ts';
import { findRaises, type LessonStanding } from '#features/standing/progress/raise.rules.ts';
import {
  forecast,
  forecastScore,
  passChanceAt,
  unavoidableError,
} from '#features/standing/progress/readiness.rules.ts';
import { chanceOf } from '#features/standing/progress/response.rules.ts';
import { seededRandom } from '#lib/random.ts';

const shape: ExamShape = { weights: [32, 26, 24, 18], scoredItems: 50, passScore: 720, maxScore: 1000 };
const bank = Array.from({ length: 80 }, (_, index) => ({
  domain: index % 4,
  guess: 0.25,
  difficulty: ((index % 9) - 4) / 3,
  difficultyVariance: 0.1,
}));
const exam = makeMockExam(shape, bank);
const answersOf = (count: number, share: (index: number) => number): Answer[] =>
  Array.from({ length: count }, (_, index) => ({
    ...bank[index % 80]!,
    share: share(index),
    weight: 1,
    since: 0,
  }));
const strong = estimateAbility(
  answersOf(120, (index) => Number(index % 10 !== 0)),
  4,
);
const weak = estimateAbility(
  answersOf(120, (index) => Number(index % 2 === 0)),
  4,
);
const enough = [30, 30, 30, 30];

describe('the exam', () => {
  it.each([
    [[32, 26, 24, 18], 50, [16, 13, 12, 9]],
    [[32, 26, 24, 18], 65, [21, 17, 15, 12]],
    [[24, 30, 34, 12], 50, [12, 15, 17, 6]],
    [[1, 1, 1], 2, [1, 1, 0]],
  ])('gives domains of %j so many of %i items', (weights, total, items) => {
    expect(allotItems(weights, total)).toEqual(items);
  });

  it('allots every item, each domain within one of its share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 100 }),
        (weights, total) => {
          const items = allotItems(weights, total);
          const all = weights.reduce((sum, weight) => sum + weight, 0);
          expect(items.reduce((sum, count) => sum + count, 0)).toBe(total);
          items.forEach((count, domain) => {
            expect(Math.abs(count - (weights[domain]! * total) / all)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it.each([
    [0.25, 100],
    [0.71, 720],
    [1, 1000],
    [0, 100],
  ])('scales %d right to %i', (share, score) => {
    expect(scaleScore(share, 0.71, exam)).toBeCloseTo(score, 9);
  });

  it('never scales more right answers to fewer points', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const mark = fc.double({ min: 0.6, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(unit, unit, mark, (one, other, passMark) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(scaleScore(more, passMark, exam)).toBeGreaterThanOrEqual(scaleScore(less, passMark, exam));
      }),
    );
  });

  it('is as hard as its bank', () => {
    const pool = bank.filter(({ domain }) => domain === 0);
    const share = pool.reduce((sum, item) => sum + chanceOf(0.37, item), 0) / pool.length;
    expect(shareAt(exam.curves[0]!, 0.37)).toBeCloseTo(share, 3);
  });
});

describe('readiness', () => {
  it('says what is missing before 40 answers, and no chance', () => {
    const said = forecast({ ability: weak, exam, answers: [20, 10, 5, 4], random: seededRandom(1) });
    expect(said).toMatchObject({
      kind: 'not-enough',
      missing: 1,
      domains: [{ kind: 'known' }, { kind: 'not-enough', missing: 10 }, { missing: 15 }, { missing: 16 }],
    });
    expect(said).not.toHaveProperty('passChance');
  });

  it('says the same to whoever asks twice', () => {
    const say = () => forecast({ ability: strong, exam, answers: enough, random: seededRandom(5) });
    expect(say()).toEqual(say());
  });

  it('is high for the strong and low for the weak, within its own range', () => {
    const [high, low] = [strong, weak].map((ability) =>
      forecastScore({ ability, exam, random: seededRandom(2) }),
    );
    expect(high!.passChance).toBeGreaterThan(0.9);
    expect(low!.passChance).toBeLessThan(0.2);
    expect(high!.score.low).toBeLessThan(high!.score.median);
    expect(high!.score.median).toBeLessThan(high!.score.high);
    expect(high!.score.median).toBeGreaterThan(low!.score.high);
  });

  it('gives a narrower range to whoever has answered more', () => {
    const width = (count: number) => {
      const ability = estimateAbility(
        answersOf(count, (index) => Number(index % 3 !== 0)),
        4,
      );
      const { score } = forecastScore({ ability, exam, random: seededRandom(3) });
      return score.high - score.low;
    };
    expect(width(200)).toBeLessThan(width(20));
  });

  it('would be wrong in about one of nine cases even for somebody known perfectly', () => {
    const error = unavoidableError(exam, seededRandom(4));
    expect(error).toBeGreaterThan(1 / 12);
    expect(error).toBeLessThan(1 / 7);
  });

  it('is an even chance on the pass mark', () => {
    const level = [-3, 3];
    while (level[1]! - level[0]! > 1e-6) {
      const middle = (level[0]! + level[1]!) / 2;
      level[passChanceAt([middle, middle, middle, middle], exam) < 0.5 ? 0 : 1] = middle;
    }
    expect(
      exam.curves.reduce((sum, curve, d) => sum + exam.items[d]! * shareAt(curve, level[0]!), 0) / 50,
    ).toBeCloseTo(0.71, 3);
  });
});

describe('what would raise it most', () => {
  const lesson = (name: string, domain: number, items: number): LessonStanding => ({
    lesson: name,
    domain,
    items: bank.filter((item) => item.domain === domain).slice(0, items),
    itemsOfDomain: 20,
    answers: [],
  });
  const uneven = estimateAbility(
    answersOf(160, (index) => Number(index % 4 === 0 ? index % 12 !== 0 : index % 3 === 0)),
    4,
  );

  it('names at most three lessons, the best first, and none of the best domain', () => {
    const lessons = [
      lesson('1.1', 0, 10),
      lesson('2.1', 1, 2),
      lesson('2.2', 1, 10),
      lesson('3.1', 2, 6),
      lesson('4.1', 3, 5),
    ];
    const raises = findRaises(uneven, exam, lessons);
    expect(raises).toHaveLength(3);
    expect(raises[0]?.lesson).toBe('2.2');
    expect(raises.map((raise) => raise.lesson)).not.toContain('1.1');
    expect(raises.map(({ points }) => points)).toEqual(
      raises.map(({ points }) => points).toSorted((a, b) => b - a),
    );
  });

  it('prefers the lesson whose own questions went wrong', () => {
    const wrongs = Array.from({ length: 8 }, () => ({ ...bank[1]!, share: 0, weight: 1 }));
    const [first] = findRaises(uneven, exam, [
      lesson('2.1', 1, 5),
      { ...lesson('2.2', 1, 5), answers: wrongs },
    ]);
    expect(first?.lesson).toBe('2.2');
  });
});
