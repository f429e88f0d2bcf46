import { describe, expect, it } from 'vitest';
import { findEdition } from '#content/pack.ts';
import { POPULATION } from '#features/standing/progress/ability.rules.ts';
import { makeBank, versionKey } from '#features/standing/progress/bank.rules.ts';
import { type ProgressFigures, progressFigures } from '#features/standing/progress/figures.rules.ts';
import { findAttempts } from '#features/standing/progress/learning.rules.ts';
import {
  dayEstimateOf,
  estimateFrom,
  forecastFrom,
  type Given,
  weighAll,
} from '#features/standing/progress/profile.rules.ts';
import { type Dated, trendOf, weeksWithout } from '#features/standing/progress/trend.rules.ts';
import { findReasons, parseWhy } from '#features/standing/progress/why.rules.ts';
import { makePack, makeQuestion } from '../../../support/pack.ts';

const NOW = new Date('2026-12-10T12:00:00Z');
const pack = makePack({ perDomain: 30 });
const edition = findEdition(pack.exam, 'c03');
if (!edition) throw new Error('no edition');
const bank = makeBank(pack, edition, new Map());
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const given = (changes: Partial<Given> = {}): Given => ({
  questionId: 'q-1.1-001',
  isRight: true,
  at: daysAgo(0),
  keySeenAt: null,
  ...changes,
});
const weights = (rows: readonly Given[]) =>
  weighAll(rows, { bank, now: NOW }).map(({ weight }) => Math.round(weight * 1000) / 1000);

/** So many first answers in each domain, right with the same share. */
function practised(perDomain: number, share: number): Given[] {
  return ['1', '2', '3', '4'].flatMap((domain) =>
    Array.from({ length: perDomain }, (_, index) =>
      given({
        questionId: `q-${domain}.1-${String(index + 1).padStart(3, '0')}`,
        isRight: index % 10 < share * 10,
        at: daysAgo(2),
      }),
    ),
  );
}

const estimate = (rows: readonly Given[]) => estimateFrom(rows, { bank, now: NOW, population: POPULATION });

describe('what an answer weighs', () => {
  it.each([
    ['a first encounter counts in full', [given()], [1]],
    ['half of it after 30 days', [given({ at: daysAgo(30) })], [0.5]],
    ['a repeat within 21 days not at all', [given({ at: daysAgo(20) }), given()], [0.63]],
    ['a later one half', [given({ at: daysAgo(30) }), given()], [0.5, 0.5]],
    [
      'a repeat is counted from the last time, whatever that weighed',
      [given({ at: daysAgo(30) }), given({ at: daysAgo(20) }), given()],
      [0.5],
    ],
    ['nothing within a week after the key was shown', [given({ keySeenAt: daysAgo(6) })], []],
    ['in full once the key is forgotten', [given({ keySeenAt: daysAgo(8) })], [1]],
    [
      'in full when the key was shown afterwards',
      [given({ at: daysAgo(30), keySeenAt: daysAgo(29) })],
      [0.5],
    ],
    ['a question that the edition has not says nothing', [given({ questionId: 'q-9.9-999' })], []],
  ])('%s', (_rule, rows, expected) => {
    expect(weights(rows)).toEqual(expected);
  });

  it('what the edition does not ask still is practice: answers before it are older by one', () => {
    const [counted] = weighAll([given(), given({ questionId: 'q-9.9-999' })], { bank, now: NOW });
    expect(counted).toMatchObject({ since: 1, share: 1, domain: 0 });
  });
});

describe('a bank', () => {
  it('takes a difficulty that was learned, of today’s version only, and else what the level promises', () => {
    const hard = { mean: 1.4, variance: 0.05, answers: 90 };
    const known = new Map([
      [versionKey('q-1.1-001', 1), hard],
      [versionKey('q-1.1-002', 7), hard],
    ]);
    const { items } = makeBank(pack, edition, known);
    expect(items.get('q-1.1-001')).toMatchObject({
      difficulty: 1.4,
      difficultyVariance: 0.05,
      learnedFrom: 90,
    });
    expect(items.get('q-1.1-002')).toMatchObject({ difficulty: 0, learnedFrom: 0, guess: 0.25 });
  });

  it('leaves out what another edition asks', () => {
    const questions = [makeQuestion(), makeQuestion({ id: 'q-1.1-002', editions: ['c02'] })];
    const small = makeBank(makePack({ questions }), edition, new Map());
    expect([...small.items.keys()]).toEqual(['q-1.1-001']);
  });
});

describe('an estimate', () => {
  it('is the same for the same answers, day and member, and better for better answers', () => {
    const seed = 'ada/x/c03/2026-12-10';
    const twice = [1, 2].map(() => forecastFrom(estimate(practised(20, 0.8)), { bank, seed }));
    expect(twice[0]).toEqual(twice[1]);
    const median = (share: number) => {
      const forecast = forecastFrom(estimate(practised(20, share)), { bank, seed });
      return forecast.kind === 'known' ? forecast.score.median : 0;
    };
    expect(median(0.9)).toBeGreaterThan(median(0.6) + 100);
  });

  it('says no chance under 40 answers that count, and no share of a domain under 20', () => {
    const few = forecastFrom(estimate(practised(9, 0.8)), { bank, seed: '' });
    expect(few).toMatchObject({ kind: 'not-enough', missing: 4 });
    const enough = forecastFrom(estimate(practised(10, 0.8)), { bank, seed: '' });
    expect(enough.kind).toBe('known');
    expect(enough.domains).toEqual(Array(4).fill({ kind: 'not-enough', missing: 10 }));
    expect(forecastFrom(estimate(practised(20, 0.8)), { bank, seed: '' }).domains[0]?.kind).toBe('known');
  });

  it('is kept in whole points and thousandths, as it was shown', () => {
    const known = estimate(practised(20, 0.8));
    const forecast = forecastFrom(known, { bank, seed: 'x' });
    const day = dayEstimateOf(known, { bank, seed: 'x' }, forecast);
    expect(day.answers).toBe(80);
    expect(Number.isInteger(day.median) && Number.isInteger(day.chance)).toBe(true);
    expect(day.low).toBeLessThan(day.median);
    expect(day.domains.map(({ domain, answers }) => [domain, answers])).toEqual([
      ['1', 20],
      ['2', 20],
      ['3', 20],
      ['4', 20],
    ]);
  });
});

describe('first attempts', () => {
  it('are told from the whole history, with what was known just before each', () => {
    const rows = [given({ at: daysAgo(9) }), ...practised(3, 1)];
    const attempts = findAttempts(rows, { bank, from: 1 });
    // The first question of domain 1 was met before.
    expect(attempts.map(({ given: { questionId } }) => questionId)).toHaveLength(11);
    const levels = attempts.map(({ level }) => level.mean);
    expect(levels.at(-1)).toBeGreaterThan(levels[0] ?? 0);
  });

  it('of a question that the edition has not rest on the level over all', () => {
    const [attempt] = findAttempts([given({ questionId: 'q-9.9-999' })], { bank, from: 0 });
    expect(attempt).toMatchObject({ domain: -1, level: { mean: 0 } });
  });
});

describe('a trend', () => {
  const day = (date: string, median: number, answers = 50): Dated => ({
    ...{ day: date, median, low: 600, high: 800, chance: 500, domains: [], answers },
  });

  it('shows the last day of each week, none with too few answers', () => {
    const days = [
      day('2026-12-09', 710),
      day('2026-12-07', 700),
      day('2026-12-02', 650),
      day('2026-11-20', 500, 20),
    ];
    expect(trendOf(days).map((point) => [point.day, point.median])).toEqual([
      ['2026-12-02', 650],
      ['2026-12-09', 710],
    ]);
  });

  it('misses the weeks of the last eight that have passed without an estimate', () => {
    const weeks = weeksWithout([day('2026-12-02', 650)], '2026-12-10');
    expect(weeks).toEqual([
      '2026-10-25',
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-22',
      '2026-11-29',
    ]);
  });
});

describe('the figures', () => {
  const figuresOf = (rows: readonly Given[], changes: object = {}): ProgressFigures => {
    const known = estimate(rows);
    return progressFigures({
      ...{ bank, estimate: known, forecast: forecastFrom(known, { bank, seed: '' }), given: rows.length },
      ...{ answered: new Set(rows.map(({ questionId }) => questionId)), trend: [], unavoidableError: 0.11 },
      ...{ lessons: new Map([['1.1', 'Queues']]), calibration: null },
      ...changes,
    });
  };

  it('are plain numbers that survive being sent to whoever draws them', () => {
    const figures = figuresOf(practised(20, 0.7));
    expect(structuredClone(figures)).toEqual(figures);
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });

  it('count a task statement as covered after three of its questions', () => {
    const covered = (perDomain: number) =>
      figuresOf(practised(perDomain, 1)).tasks.filter(({ isCovered }) => isCovered).length;
    expect([covered(2), covered(3)]).toEqual([0, 4]);
  });

  it('name the lesson of the weakest domain as what would raise the score most', () => {
    const rows = practised(20, 0.9).map((row) =>
      row.questionId.startsWith('q-2') ? { ...row, isRight: false } : row,
    );
    const { raises } = figuresOf(rows);
    expect(raises[0]).toMatchObject({ id: '2.1', title: '2.1' });
    expect(raises[0]?.points).toBeGreaterThan(10);
    expect(raises.length).toBeLessThanOrEqual(3);
  });

  it('show how earlier estimates did once 30 results are known, good or bad', () => {
    const calibration = (count: number) => ({
      ...{ count, bins: [], brier: 0.3, calibrationError: 0.2, rightCalls: 0.5, scored: null },
    });
    expect(figuresOf([], { calibration: calibration(29) }).calibration).toBeNull();
    expect(figuresOf([], { calibration: calibration(30) }).calibration).toMatchObject({ brier: 0.3 });
  });
});

describe('why', () => {
  it('names the answers that a number rests on, the newest first, and what they weigh', () => {
    const rows = practised(12, 0.5);
    const all = findReasons({ bank, estimate: estimate(rows) }, { kind: 'score' });
    expect(all).toMatchObject({ counted: 48, questions: { all: 120, learned: 0 }, offset: null });
    expect(all.weight).toBeCloseTo(48 * 2 ** (-2 / 30), 3);
    expect(all.newest[0]).toMatchObject({ questionId: 'q-4.1-012', isRight: true });
    const one = findReasons({ bank, estimate: estimate(rows) }, { kind: 'domain', id: '3' });
    expect(one).toMatchObject({ counted: 12, questions: { all: 30 } });
    expect(one.offset).not.toBeNull();
  });

  it.each([
    ['score', { kind: 'score' }],
    ['domain-3', { kind: 'domain', id: '3' }],
    ['streak', null],
    ['', null],
  ])('is asked by %s', (typed, topic) => {
    expect(parseWhy(typed)).toEqual(topic);
  });
});
