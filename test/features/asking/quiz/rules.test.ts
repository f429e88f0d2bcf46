import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COOLDOWN_MS,
  drawOptionOrder,
  gradeAnswer,
  isClosedAt,
  letterOf,
  mayClose,
  parseOpenFor,
  pointsFor,
  rateAnswer,
  retryDelayMs,
} from '#features/asking/quiz/rules.ts';
import { makeQuestion, seededRandom } from '../../../support/pack.ts';

const at = (text: string) => new Date(`2026-11-23T${text}:00Z`);
const DAY = 24 * 3_600_000;

describe('grading', () => {
  it('takes the key and nothing else on a single-response question', () => {
    const question = makeQuestion();
    expect(gradeAnswer(question, ['a'])).toEqual({ isCorrect: true, rightPicks: 1, neededPicks: 1 });
    expect(gradeAnswer(question, ['b']).isCorrect).toBe(false);
    expect(gradeAnswer(question, []).isCorrect).toBe(false);
    expect(gradeAnswer(question, ['a', 'b']).isCorrect).toBe(false);
  });

  it('is all or nothing on multiple response, and says how many picks were right', () => {
    const question = makeQuestion({ keys: 2 });
    expect(gradeAnswer(question, ['b', 'a']).isCorrect).toBe(true);
    expect(gradeAnswer(question, ['a', 'e'])).toEqual({ isCorrect: false, rightPicks: 1, neededPicks: 2 });
    expect(gradeAnswer(question, ['d', 'e']).rightPicks).toBe(0);
  });

  it('is right for exactly one set of picks, whatever their order', () => {
    const question = makeQuestion({ keys: 3 });
    const sets = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f']);
    fc.assert(
      fc.property(sets, (picks) => {
        expect(gradeAnswer(question, picks).isCorrect).toBe(picks.toSorted().join('') === 'abc');
      }),
    );
  });
});

describe('rating', () => {
  const open = { kind: 'quiz' as const, status: 'open' as const, closesAt: at('12:00') };
  const never = { lastAt: null, nextRatedRound: 0 };

  it('rates the first answer to a question while it is open', () => {
    expect(rateAnswer(open, at('11:59'), never)).toEqual({ isRated: true, ratedRound: 0 });
    expect(rateAnswer({ ...open, kind: 'daily' }, at('11:59'), never).isRated).toBe(true);
    expect(rateAnswer({ ...open, kind: 'round' }, at('11:59'), never).isRated).toBe(true);
  });

  it('takes a press at the closing instant, or later, as practice', () => {
    expect(rateAnswer(open, at('12:00'), never)).toEqual({ isRated: false, because: 'late' });
    expect(rateAnswer(open, at('12:01'), never)).toEqual({ isRated: false, because: 'late' });
  });

  it('takes a press as practice once the key is out, even if its own time says otherwise', () => {
    expect(rateAnswer({ ...open, status: 'closed' }, at('11:59'), never)).toEqual({
      isRated: false,
      because: 'late',
    });
  });

  it.each(['private', 'test'] as const)('never rates a %s question', (kind) => {
    expect(rateAnswer({ kind, status: 'open', closesAt: null }, at('11:00'), never)).toEqual({
      isRated: false,
      because: kind,
    });
  });

  it('rates the same question again after 90 days, and not a moment before', () => {
    const answeredAgo = (days: number, extra = 0) => ({
      lastAt: new Date(at('11:00').getTime() - days * DAY + extra),
      nextRatedRound: 1,
    });
    expect(rateAnswer(open, at('11:00'), answeredAgo(90))).toEqual({ isRated: true, ratedRound: 1 });
    expect(rateAnswer(open, at('11:00'), answeredAgo(90, 1))).toEqual({
      isRated: false,
      because: 'answered-before',
    });
  });

  it('gives 1, 2 and 3 points by difficulty, for right rated answers alone', () => {
    expect(
      [1, 2, 3].map((level) => pointsFor(level as 1 | 2 | 3, { isCorrect: true, isRated: true })),
    ).toEqual([1, 2, 3]);
    expect(pointsFor(3, { isCorrect: false, isRated: true })).toBe(0);
    expect(pointsFor(3, { isCorrect: true, isRated: false })).toBe(0);
  });
});

describe('posts', () => {
  it('never close without a closing time', () => {
    expect(isClosedAt({ closesAt: null }, at('23:59'))).toBe(false);
  });

  it('may be closed early by the asker and by moderators', () => {
    expect(mayClose({ askedBy: '1' }, { id: '1', isModerator: false })).toBe(true);
    expect(mayClose({ askedBy: '1' }, { id: '2', isModerator: true })).toBe(true);
    expect(mayClose({ askedBy: '1' }, { id: '2', isModerator: false })).toBe(false);
    expect(mayClose({ askedBy: null }, { id: '2', isModerator: false })).toBe(false);
  });

  it('show every option under exactly one letter', () => {
    const question = makeQuestion({ keys: 3 });
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = drawOptionOrder(question, seededRandom(seed));
        expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
        expect(order.map((id) => letterOf(order, id))).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
      }),
    );
    expect(() => letterOf(['a'], 'z')).toThrow('z');
  });

  it('put the key on every letter about equally often', () => {
    const random = seededRandom(7);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 4000; draw += 1) {
      const letter = letterOf(drawOptionOrder(makeQuestion(), random), 'a');
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(count).toBeGreaterThan(880);
    expect(counts.size).toBe(4);
  });
});

describe('times', () => {
  it.each([
    ['30', 30],
    ['30m', 30],
    ['45 min', 45],
    ['2h', 120],
    ['2 hours', 120],
    ['1 day', 1440],
    ['7d', 10_080],
    [' 1m ', 1],
  ])('reads "%s" as %i minutes', (typed, minutes) => expect(parseOpenFor(typed)).toBe(minutes));

  it.each(['', '0', '0m', '8d', '169h', '-5', 'soon', '2w', '1.5h', '99999d'])('refuses "%s"', (typed) => {
    expect(parseOpenFor(typed)).toBeNull();
  });

  it('backs off from a minute to an hour', () => {
    expect([1, 2, 3, 6, 7, 50].map((attempts) => retryDelayMs(attempts) / 60_000)).toEqual([
      1, 2, 4, 32, 60, 60,
    ]);
  });

  it('lets a member start private questions sooner than public ones', () => {
    expect(COOLDOWN_MS.private).toBeLessThan(COOLDOWN_MS.public);
  });
});
