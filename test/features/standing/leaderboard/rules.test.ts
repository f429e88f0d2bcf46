// Windows, ranks and the caller's own place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askNext,
  type Entry,
  findDomain,
  pageOfRank,
  placeBehind,
  rankPage,
  unranked,
} from '#features/standing/leaderboard/board.rules.ts';
import {
  accuracyOf,
  parseMetric,
  parseWindow,
  rankByAccuracy,
  rankByPoints,
  rankByWorth,
  type Score,
  windowResetsAt,
  windowStarts,
} from '#features/standing/leaderboard/rules.ts';

const score = (memberId: string, points: number, [right, rated]: [number, number]): Score => ({
  memberId,
  points,
  right,
  rated,
});
const ranks = (ranked: readonly { memberId: string; rank: number }[]) =>
  ranked.map(({ memberId, rank }) => `${rank} ${memberId}`);

describe('windows', () => {
  it('begin in the server’s zone: today, Monday, the first, and never', () => {
    // Monday 23 November, 05:00 in Kolkata; still Sunday evening in New York.
    const instant = new Date('2026-11-22T23:30:00Z');
    const newYork = { zone: 'America/New_York', weekStart: 1 };
    expect(windowStarts(instant, { zone: 'Asia/Kolkata', weekStart: 1 })).toEqual({
      today: '2026-11-23',
      week: '2026-11-23',
      month: '2026-11-01',
      all: '1970-01-01',
    });
    expect(windowStarts(instant, newYork)).toMatchObject({
      today: '2026-11-22',
      week: '2026-11-16',
    });
  });

  it('begin the week on Sunday where the server wants it', () => {
    const sunday = { zone: 'UTC', weekStart: 7 };
    expect(windowStarts(new Date('2026-11-21T12:00:00Z'), sunday).week).toBe('2026-11-15');
    expect(windowStarts(new Date('2026-11-22T12:00:00Z'), sunday).week).toBe('2026-11-22');
    const saturday = new Date('2026-11-21T12:00:00Z');
    expect(windowResetsAt('week', saturday, sunday)).toEqual(new Date('2026-11-22T00:00:00Z'));
  });

  it('reset at midnight there, also across a clock change', () => {
    const before = new Date('2026-10-24T12:00:00Z');
    const berlin = { zone: 'Europe/Berlin', weekStart: 1 };
    expect(windowResetsAt('today', before, berlin)).toEqual(new Date('2026-10-24T22:00:00Z'));
    expect(windowResetsAt('week', before, berlin)).toEqual(new Date('2026-10-25T23:00:00Z'));
    expect(windowResetsAt('month', before, berlin)).toEqual(new Date('2026-10-31T23:00:00Z'));
    expect(windowResetsAt('all', before, berlin)).toBeNull();
  });

  it('are this week’s points when nothing is chosen', () => {
    expect([parseWindow(null), parseMetric(null, ['points', 'streak'])]).toEqual(['week', 'points']);
    expect([parseWindow('all'), parseMetric('streak', ['points', 'streak'])]).toEqual(['all', 'streak']);
    expect(parseMetric('streak', ['points', 'accuracy'])).toBe('points');
  });
});

describe('ranks', () => {
  it('go by points, then accuracy, then fewer answers; what is equal shares a rank and the next is left out', () => {
    const ranked = rankByPoints([
      score('d', 10, [5, 10]),
      score('a', 12, [1, 9]),
      score('c', 10, [6, 9]),
      score('b', 10, [4, 6]),
      score('e', 10, [4, 6]),
      score('f', 0, [0, 1]),
    ]);
    expect(ranks(ranked)).toEqual(['1 a', '2 b', '2 e', '4 c', '5 d', '6 f']);
  });

  it('go by accuracy only with ten rated answers', () => {
    const ranked = rankByAccuracy([
      score('a', 9, [9, 9]),
      score('b', 9, [9, 10]),
      score('c', 18, [18, 20]),
      score('d', 30, [10, 30]),
    ]);
    expect(ranks(ranked)).toEqual(['1 c', '2 b', '3 d']);
    expect(accuracyOf({ right: 2, rated: 3 })).toBe(67);
  });

  it('leave out whoever is worth nothing by another standing’s measure', () => {
    const ranked = rankByWorth([
      { memberId: 'a', worth: 0 },
      { memberId: 'b', worth: 3 },
      { memberId: 'c', worth: 3 },
      { memberId: 'd', worth: 1 },
    ]);
    expect(ranks(ranked)).toEqual(['1 b', '1 c', '3 d']);
  });

  it('are one more than the number of better members, whatever the order they come in', () => {
    const scores = fc.array(
      fc.record({
        points: fc.integer({ min: 0, max: 4 }),
        right: fc.integer({ min: 0, max: 3 }),
        wrong: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(scores, (list) => {
        const all = list.map(({ points, right, wrong }, index) =>
          score(`m${index}`, points, [right, right + wrong]),
        );
        const ranked = rankByPoints(all);
        expect(ranked).toEqual(rankByPoints(all.toReversed()));
        expect(ranked).toHaveLength(all.filter(({ rated }) => rated > 0).length);
        ranked.forEach((row, index) => {
          expect(row.rank === index + 1 || row.rank === ranked[index - 1]?.rank).toBe(true);
        });
      }),
    );
  });
});

describe('the caller’s own place', () => {
  const entry = (memberId: string, points: number): Entry => ({
    memberId,
    visibility: 'visible',
    points,
    right: 1,
    rated: 20,
    worth: 0,
  });

  it('is behind all who are better', () => {
    const place = placeBehind(entry('me', 7), { better: 14, isExact: true });
    expect(place).toMatchObject({ entry: { rank: 15 }, isExact: true });
  });

  it('shares its rank over the edge of two pages', () => {
    const rows = [entry('x', 9), entry('y', 9), entry('z', 8)];
    const ranked = rankPage('points', rows, { offset: 10, firstRank: 9 });
    expect(ranked.map(({ rank }) => rank)).toEqual([9, 9, 13]);
    expect([1, 10, 11, 47].map(pageOfRank)).toEqual([0, 0, 1, 4]);
  });

  it('is looked for in larger steps only where most have left', () => {
    expect([askNext(10, 7), askNext(10, 0), askNext(80, 3)]).toEqual([1, 20, 100]);
  });

  it('says how many answers are missing for a rank by accuracy', () => {
    const own = { ...entry('me', 7), rated: 4 };
    expect(unranked('accuracy', own)).toEqual({
      kind: 'too-few',
      rated: 4,
      needed: 10,
    });
  });
});

describe('domains', () => {
  const domains = ['Development', 'Security'].map((name, index) => ({
    id: String(index + 1),
    name,
    weight: 50,
    color: '#000000',
    tasks: [],
  }));

  it('are found by number or name', () => {
    expect(findDomain(domains, '2')?.name).toBe('Security');
    expect(findDomain(domains, ' security ')?.id).toBe('2');
    expect(findDomain(domains, 'Cooking')).toBeNull();
  });
});
