import { describe, expect, it } from 'vitest';
import { type Aged, goingOf, inParts, keptSince, oldWholes } from '#features/record/post/pruning.rules.ts';

const BEFORE = new Date('2026-01-01T00:00:00Z');
const OLD = new Date('2025-12-31T23:59:59Z');
const aged = (id: number, changes: Partial<Aged> = {}): Aged => ({
  ...{ id, roundId: null, createdAt: OLD, isOver: true },
  ...changes,
});

describe('how far back answers are kept', () => {
  it.each([
    ['2027-09-10T04:10:00Z', 14, '2026-07-10T04:10:00.000Z'],
    ['2027-04-30T23:00:00Z', 14, '2026-02-28T23:00:00.000Z'],
    ['2029-04-30T00:00:00Z', 14, '2028-02-29T00:00:00.000Z'],
    ['2027-01-31T00:00:00Z', 24, '2025-01-31T00:00:00.000Z'],
  ])('at %s, %i months reach to %s', (now, months, since) => {
    expect(keptSince(new Date(now), months).toISOString()).toBe(since);
  });

  it('is more than the 400 days of an estimate, whatever day it is', () => {
    for (let day = 0; day < 1500; day += 1) {
      const now = new Date(Date.UTC(2027, 0, 1 + day));
      expect((now.getTime() - keptSince(now, 14).getTime()) / 86_400_000).toBeGreaterThan(420);
    }
  });
});

describe('what is old', () => {
  it('is a question that is over, and a round of nothing else', () => {
    const posts = [
      aged(1),
      aged(2, { createdAt: BEFORE }),
      aged(3, { isOver: false }),
      aged(4, { roundId: 7 }),
      aged(5, { roundId: 7 }),
      aged(6, { roundId: 8 }),
      aged(7, { roundId: 8, createdAt: BEFORE }),
    ];
    expect(oldWholes(posts, BEFORE).map((whole) => whole.map(({ id }) => id))).toEqual([[1], [4, 5]]);
  });

  it('is cut into parts, and no whole in two; more than a part goes alone', () => {
    const answered = new Map([1, 2, 3, 4, 5].map((id) => [id, { answers: id === 4 ? 50 : 4, lastAt: OLD }]));
    const wholes = [[aged(1)], [aged(2), aged(3)], [aged(4)], [aged(5)], [aged(6)], [aged(7)], [aged(8)]];
    expect(inParts(wholes, { answered, most: { posts: 3, answers: 10 } })).toEqual([
      [1],
      [2, 3],
      [4],
      [5, 6, 7],
      [8],
    ]);
  });
});

describe('what goes', () => {
  const look = (changes: Partial<Parameters<typeof goingOf>[0]> = {}) =>
    goingOf({
      before: BEFORE,
      posts: [aged(1), aged(2, { roundId: 7 }), aged(3, { roundId: 7 })],
      answered: new Map([[1, { answers: 2, lastAt: OLD }]]),
      held: new Map([[1, { answers: 2, lastAt: OLD }]]),
      needed: new Set(),
      sizes: new Map([[7, 2]]),
      ...changes,
    }).map(({ id }) => id);

  it('is all that is held, also without an answer', () => {
    expect(look()).toEqual([1, 2, 3]);
  });

  it('is no question of which an answer is young, or somebody else’s just now', () => {
    expect(look({ answered: new Map([[1, { answers: 2, lastAt: BEFORE }]]) })).toEqual([2, 3]);
    expect(look({ held: new Map([[1, { answers: 1, lastAt: OLD }]]) })).toEqual([2, 3]);
  });

  it('is no round of which one question is needed, not held, or made since', () => {
    expect(look({ needed: new Set([3]) })).toEqual([1]);
    expect(look({ sizes: new Map([[7, 3]]) })).toEqual([1]);
  });
});
