import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alarm, findAlarms } from '#features/standing/progress/alarms.rules.ts';
import { difficultyOfLevel } from '#features/standing/progress/difficulty.rules.ts';
import {
  mergeTallies,
  noTally,
  type QuestionTally,
  readTally,
  type TalliedAnswer,
  tallyAnswer,
} from '#features/standing/progress/statistics.rules.ts';
import { findPlanted } from '../../../bench/readiness/faults.ts';

const talliedAnswer: fc.Arbitrary<TalliedAnswer> = fc.record({
  level: fc.double({ min: -3, max: 3, noNaN: true }),
  isRight: fc.boolean(),
  picked: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 2 }),
  seconds: fc.option(fc.integer({ min: 1, max: 4_000 })),
});
const tallyOf = (answers: readonly TalliedAnswer[]) => answers.reduce(tallyAnswer, noTally(4));

/** So many answers; at each the member's level, and the option picked. The key is option 0. */
function given(count: number, pick: (index: number) => [level: number, option: number]): QuestionTally {
  const answers = Array.from({ length: count }, (_, index): TalliedAnswer => {
    const [level, option] = pick(index);
    return { level, isRight: option === 0, picked: [option], seconds: 30 + (index % 3) };
  });
  return tallyOf(answers);
}

const levelAt = (index: number) => ((index * 7) % 20) / 5 - 1.9;
const judge = (tally: QuestionTally, difficulty = difficultyOfLevel(2)): Alarm[] =>
  findAlarms({ tally, key: [0], level: 2, difficulty });
const sound = (index: number): [number, number] => {
  const level = levelAt(index);
  return [level, level > -0.3 || index % 4 === 0 ? 0 : 1 + (index % 3)];
};

describe('statistics of a question', () => {
  it('come out the same in parts as in one', () => {
    const list = fc.array(talliedAnswer, { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (one, other) => {
        const [merged, whole] = [mergeTallies(tallyOf(one), tallyOf(other)), tallyOf([...one, ...other])];
        expect(merged).toEqual({
          ...whole,
          levels: expect.closeTo(whole.levels, 9),
          squares: expect.closeTo(whole.squares, 9),
          levelsOfRight: expect.closeTo(whole.levelsOfRight, 9),
        });
      }),
      { numRuns: 30 },
    );
  });

  it('say nothing before an answer', () => {
    expect(readTally(noTally(4))).toEqual({
      ...{ answers: 0, shareRight: null, discrimination: null },
      ...{ optionShares: [null, null, null], medianSeconds: null },
    });
  });

  it('tell the able from the others', () => {
    const read = readTally(given(40, sound));
    expect(read.shareRight).toBeCloseTo(0.7, 1);
    expect(read.discrimination).toBeGreaterThan(0.5);
    expect(read.optionShares[2]?.[0]).toBe(1);
    expect(read.optionShares[0]?.[0]).toBeLessThan(0.5);
    expect(read.medianSeconds).toBeGreaterThan(28);
    expect(read.medianSeconds).toBeLessThan(34);
  });

  it('correlate between −1 and 1', () => {
    fc.assert(
      fc.property(fc.array(talliedAnswer, { maxLength: 40 }), (answers) => {
        expect(Math.abs(readTally(tallyOf(answers)).discrimination ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('alarms', () => {
  it('leave a sound question alone', () => {
    for (const count of [10, 20, 40, 80]) expect(judge(given(count, sound))).toEqual([]);
  });

  it('name the option that behaves like the key', () => {
    const alarms = judge(
      given(30, (index) => (levelAt(index) > 0 ? [levelAt(index), 2] : [levelAt(index), index % 4])),
    );
    expect(alarms[0]).toMatchObject({ kind: 'wrong-key', option: 2, answers: 30, best: 1 });
  });

  it('name a second option that is right too', () => {
    const tally = given(80, (index) => {
      const level = levelAt(index);
      return [level, level > -0.7 ? (index % 2) * 3 : index % 4];
    });
    expect(judge(tally)[0]).toMatchObject({ kind: 'second-key', option: 3 });
  });

  it('tell of a question that the weaker get right', () => {
    const tally = given(60, (index) => [levelAt(index), levelAt(index) > 0 ? 1 + (index % 3) : 0]);
    expect(judge(tally).map(({ kind }) => kind)).toContain('negative-discrimination');
  });

  it('tell of a wrong option among several to pick that goes with ability more than the key', () => {
    const answers = Array.from({ length: 80 }, (_, index): TalliedAnswer => {
      const level = levelAt(index);
      return { level, isRight: level <= 0, picked: level > 0 ? [0, 4] : [0, 1], seconds: null };
    });
    const tally = answers.reduce(tallyAnswer, noTally(5));
    const alarms = findAlarms({ tally, key: [0, 1], level: 2, difficulty: difficultyOfLevel(2) });
    expect(alarms[0]).toMatchObject({ kind: 'rival-option', option: 4 });
  });

  it('tell of a question that hardly anybody or nearly everybody gets right, once that is sure', () => {
    const kinds = (count: number, option: (index: number) => number) =>
      judge(given(count, (index) => [levelAt(index), option(index)])).map(({ kind }) => kind);
    expect(kinds(30, () => 0)).not.toContain('nearly-everybody-right');
    expect(kinds(250, () => 0)).toContain('nearly-everybody-right');
    expect(kinds(120, (index) => 1 + (index % 3))).toContain('hardly-anybody-right');
  });

  it('tell of a level that does not fit, with the one that would', () => {
    const alarms = judge(given(40, sound), { mean: -2, variance: 0.03, answers: 200 });
    expect(alarms).toEqual([{ kind: 'level', answers: 40, level: 2, fits: 1, difficulty: -2 }]);
    expect(judge(given(40, sound), { mean: -2, variance: 0.3, answers: 10 })).toEqual([]);
  });

  it('find planted wrong keys within 40 answers, and hardly anything that is sound', () => {
    const [found] = findPlanted(3, { each: 5, questions: 100, milestones: [40] });
    expect(found!.wrongKeys).toBe(5);
    expect(found!.falseTickets).toBeLessThanOrEqual(1);
  });
});
