// What a round comes to.
import { describe, expect, it } from 'vitest';
import {
  fastestOf,
  hardestOf,
  isWorthSaying,
  type RoundAnswer,
  rankRound,
} from '#features/asking/quiz/afterword.rules.ts';

const answer = (memberId: string, position: number, changes: Partial<RoundAnswer> = {}): RoundAnswer => ({
  memberId,
  position,
  isCorrect: true,
  points: 2,
  tookMs: 5_000,
  visibility: 'visible',
  ...changes,
});
const wrong = { isCorrect: false, points: 0 };

describe('the table of a round', () => {
  it('goes by right answers, then by points, and equals share a rank', () => {
    const ranks = rankRound([
      answer('ada', 1),
      answer('ada', 2, wrong),
      answer('grace', 1),
      answer('grace', 2, { points: 0 }),
      answer('linus', 1),
      answer('margaret', 1, { points: 3 }),
      answer('ken', 1, wrong),
    ]).map(({ memberId, rank, right }) => [memberId, rank, right]);
    expect(ranks).toEqual([
      ['grace', 1, 2],
      ['margaret', 2, 1],
      ['ada', 3, 1],
      ['linus', 3, 1],
      ['ken', 5, 0],
    ]);
  });

  it('does not name the anonymous, and leaves out the hidden and those whose data was deleted', () => {
    const table = rankRound([
      answer('ada', 1, { visibility: 'anonymous' }),
      answer('grace', 1, { visibility: 'hidden' }),
      answer('erased', 1, { visibility: null }),
    ]);
    expect(table).toMatchObject([{ memberId: 'ada', isNamed: false }]);
  });
});

describe('the hardest question', () => {
  it('has the smallest share of right answers, whoever gave them', () => {
    const answers = [
      answer('ada', 1),
      answer('grace', 1, wrong),
      answer('ada', 2),
      answer('grace', 2, { ...wrong, visibility: 'hidden' }),
      answer('linus', 2, wrong),
    ];
    expect(hardestOf(answers)).toEqual({ position: 2, right: 1, answers: 3 });
  });

  it('is none when nobody was wrong, or nobody answered', () => {
    expect(hardestOf([answer('ada', 1)])).toBeNull();
    expect(hardestOf([])).toBeNull();
  });
});

describe('the fastest', () => {
  it('was right, and may be named', () => {
    const answers = [
      answer('ada', 1, { tookMs: 1_000, ...wrong }),
      answer('grace', 1, { tookMs: 2_000, visibility: 'anonymous' }),
      answer('linus', 1, { tookMs: 3_000 }),
      answer('margaret', 1, { tookMs: 4_000 }),
    ];
    expect(fastestOf(answers)?.memberId).toBe('linus');
  });
});

describe('a word after a close', () => {
  const at = new Date('2026-11-26T12:00:00Z');
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  it('is about a moment under a question, and is kept for hours after a round', () => {
    expect(isWorthSaying({ kind: 'reply', createdAt: at }, later(9))).toBe(true);
    expect(isWorthSaying({ kind: 'reply', createdAt: at }, later(11))).toBe(false);
    expect(isWorthSaying({ kind: 'round', createdAt: at }, later(300))).toBe(true);
    expect(isWorthSaying({ kind: 'round', createdAt: at }, later(361))).toBe(false);
  });
});
