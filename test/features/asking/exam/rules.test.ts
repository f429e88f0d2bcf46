import { describe, expect, it } from 'vitest';
import type { Edition } from '#content/pack.ts';
import { checkResult } from '#features/asking/exam/results.rules.ts';
import { type Graded, marksBy, outcomeOf, reviewedBy, sizeOf } from '#features/asking/exam/rules.ts';
import { scoreOf } from '#features/asking/exam/score.rules.ts';

const edition = { items: 65, scoredItems: 50, minutes: 130, passScore: 720, maxScore: 1000 } as Edition;

describe('the size of an exam', () => {
  it.each([
    ['full', { items: 65, scored: 50, minutes: 130 }],
    ['half', { items: 33, scored: 33, minutes: 66 }],
    ['domain', { items: 20, scored: 20, minutes: 40 }],
  ] as const)('is that of the edition: %s', (kind, size) => {
    expect(sizeOf(edition, kind)).toEqual(size);
  });

  it('keeps the pace of another exam', () => {
    const short = { ...edition, minutes: 90 };
    expect(sizeOf(short, 'half').minutes).toBe(46);
    expect(sizeOf(short, 'domain').minutes).toBe(28);
  });
});

const graded = (changes: Partial<Graded> & { position: number }): Graded => ({
  questionId: `q-${changes.position}`,
  questionVersion: 1,
  optionOrder: ['a', 'b', 'c', 'd'],
  domain: '1',
  isScored: true,
  picks: ['a'],
  isFlagged: false,
  seconds: 60,
  answeredAt: null,
  isCorrect: true,
  ...changes,
});

describe('what an exam comes to', () => {
  const all = [
    graded({ position: 1, seconds: 30 }),
    graded({ position: 2, isCorrect: false, domain: '2', seconds: 200, isFlagged: true }),
    graded({ position: 3, isCorrect: false, picks: [], seconds: 0 }),
    graded({ position: 4, isScored: false, seconds: 90 }),
  ];

  it('counts all questions, and for the score only those that are scored', () => {
    expect(outcomeOf(all)).toEqual({
      right: 2,
      items: 4,
      scoredRight: 1,
      scored: 3,
      open: 1,
      domains: [
        { domain: '1', right: 2, items: 3 },
        { domain: '2', right: 0, items: 1 },
      ],
      medianSeconds: 90,
      slowest: [
        { position: 2, seconds: 200 },
        { position: 4, seconds: 90 },
        { position: 1, seconds: 30 },
      ],
    });
  });

  it('has no time where nothing was looked at', () => {
    expect(outcomeOf([graded({ position: 1, seconds: 0 })])).toMatchObject({
      medianSeconds: null,
      slowest: [],
    });
  });

  it('can be gone through by what was missed, flagged, or all', () => {
    const positions = (of: 'missed' | 'flagged' | 'all') =>
      reviewedBy(all, of).map(({ position }) => position);
    expect([positions('missed'), positions('flagged'), positions('all')]).toEqual([
      [2, 3],
      [2],
      [1, 2, 3, 4],
    ]);
    expect(marksBy(all, 'open').map(({ position }) => position)).toEqual([3]);
  });
});

describe('the estimated score of one exam', () => {
  const exam = { shape: { ...edition, weights: [30, 26, 22, 22] }, guess: 0.23 };
  const of = (right: number, items = 50) => scoreOf({ right, items }, exam);

  it('passes through chance, pass mark and everything right', () => {
    expect(of(0)?.score).toBe(100);
    expect(of(71, 100)?.score).toBe(720);
    expect(of(50)?.score).toBe(1000);
  });

  it('rises with each right answer, and its range holds it', () => {
    const scores = Array.from({ length: 51 }, (_, right) => of(right));
    for (const [index, each] of scores.entries()) {
      const { score = 0, low = 0, high = 0 } = each ?? {};
      expect(low).toBeLessThanOrEqual(score);
      expect(high).toBeGreaterThanOrEqual(score);
      expect(low).toBeGreaterThanOrEqual(100);
      expect(high).toBeLessThanOrEqual(1000);
      expect(score).toBeGreaterThanOrEqual(scores[index - 1]?.score ?? 0);
    }
  });

  it('says where the whole range lies, and is narrower with more questions', () => {
    expect([of(48)?.verdict, of(36)?.verdict, of(20)?.verdict]).toEqual(['above', 'around', 'below']);
    const width = (score: ReturnType<typeof of>) => (score ? score.high - score.low : 0);
    expect(width(of(66, 100))).toBeLessThan(width(of(33, 50)));
  });

  it('is none where nothing is scored', () => {
    expect(of(0, 0)).toBeNull();
  });
});

describe('a real result', () => {
  const check = (told: { isPassed?: boolean; score?: number | null; satOn?: string }) =>
    checkResult(
      { isPassed: true, score: null, satOn: '2026-12-05', ...told },
      { edition, latest: '2026-12-06' },
    );

  it.each([
    [{}, null],
    [{ score: 720 }, null],
    [{ isPassed: false, score: 719 }, null],
    [{ score: 719 }, 'contradiction'],
    [{ isPassed: false, score: 720 }, 'contradiction'],
    [{ score: 99 }, 'badScore'],
    [{ score: 1001 }, 'badScore'],
    [{ satOn: '2026-12-07' }, 'badDate'],
    [{ satOn: '2026-02-30' }, 'badDate'],
    [{ satOn: '5.12.2026' }, 'badDate'],
  ] as const)('%o is %s', (told, fault) => {
    expect(check(told)).toBe(fault);
  });
});
