import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Dated,
  gradeAnswer,
  type Memory,
  pointsFor,
  rateAnswer,
  zoneOfAnswer,
} from '#features/record/answer/rules.ts';
import { makeQuestion } from '../../../support/pack.ts';

const at = (text: string) => new Date(`2026-11-23T${text}:00Z`);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
  const never: Memory = { lastAt: null, ratedAt: null, ratedRound: null, keySeenAt: null };

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

  const ago = (days: number, extra = 0) => new Date(at('11:00').getTime() - days * DAY + extra);

  it('rates the same question again after 90 days, and not a moment before', () => {
    const ratedAgo = (rated: Date) => ({ ...never, lastAt: rated, ratedAt: rated, ratedRound: 0 });
    expect(rateAnswer(open, at('11:00'), ratedAgo(ago(90)))).toEqual({ isRated: true, ratedRound: 1 });
    expect(rateAnswer(open, at('11:00'), ratedAgo(ago(90, 1)))).toEqual({
      isRated: false,
      because: 'answered-before',
    });
  });

  it.each(['lastAt', 'keySeenAt'] as const)(
    'rates a question 7 days after %s, and not a moment before: then it was practice or its key was read',
    (what) => {
      expect(rateAnswer(open, at('11:00'), { ...never, [what]: ago(7) })).toEqual({
        isRated: true,
        ratedRound: 0,
      });
      expect(rateAnswer(open, at('11:00'), { ...never, [what]: ago(7, 1) })).toEqual({
        isRated: false,
        because: 'key-seen',
      });
    },
  );

  it('names the rated answer first, when the question was practised since as well', () => {
    const both = { lastAt: ago(1), ratedAt: ago(30), ratedRound: 0, keySeenAt: null };
    expect(rateAnswer(open, at('11:00'), both)).toEqual({ isRated: false, because: 'answered-before' });
  });

  it('gives 1, 2 and 3 points by difficulty, for right rated answers alone', () => {
    expect(
      [1, 2, 3].map((level) => pointsFor(level as 1 | 2 | 3, { isCorrect: true, isRated: true })),
    ).toEqual([1, 2, 3]);
    expect(pointsFor(3, { isCorrect: false, isRated: true })).toBe(0);
    expect(pointsFor(3, { isCorrect: true, isRated: false })).toBe(0);
  });
});

describe('any history of one member with one question', () => {
  const step = fc.record({
    kind: fc.constantFrom('public' as const, 'private' as const, 'late' as const, 'key-seen' as const),
    /** Spans around both bounds, 7 and 90 days, come often. */
    after: fc.oneof(
      fc.integer({ min: 0, max: 120 * 24 }),
      fc.constantFrom(7 * 24 - 1, 7 * 24, 7 * 24 + 1, 90 * 24 - 1, 90 * 24, 90 * 24 + 1),
    ),
    isCorrect: fc.boolean(),
  });
  type Kind = 'public' | 'private' | 'late' | 'key-seen';
  type Step = { kind: Kind; after: number; isCorrect: boolean };

  const rate = (kind: Kind, then: Date, memory: Memory) =>
    rateAnswer(
      {
        kind: kind === 'private' ? 'private' : 'quiz',
        status: 'open',
        closesAt: kind === 'late' ? then : null,
      },
      then,
      memory,
    );

  /** Lives through the steps as the summary row remembers them. */
  function live(steps: readonly Step[]) {
    let memory: Memory = { lastAt: null, ratedAt: null, ratedRound: null, keySeenAt: null };
    let now = at('11:00').getTime();
    return steps.map(({ kind, after, isCorrect }) => {
      now += after * HOUR;
      const then = new Date(now);
      const rating = kind === 'key-seen' ? null : rate(kind, then, memory);
      const ratedRound = rating?.isRated ? rating.ratedRound : null;
      const isRated = ratedRound !== null;
      memory = rating ? { ...memory, lastAt: then } : { ...memory, keySeenAt: then };
      if (isRated) memory = { ...memory, ratedAt: then, ratedRound };
      return { at: now, kind, isRated, ratedRound, points: pointsFor(3, { isCorrect, isRated }) };
    });
  }

  const histories = fc.array(step, { minLength: 1, maxLength: 40 });

  it('has 90 days between rated answers, each with the next number', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const rated = live(steps).filter(({ isRated }) => isRated);
        expect(rated.map(({ ratedRound }) => ratedRound)).toEqual(rated.map((_, index) => index));
        for (const [index, { at: then }] of rated.entries()) {
          const before = rated[index - 1];
          if (before) expect(then - before.at).toBeGreaterThanOrEqual(90 * DAY);
        }
      }),
    );
  });

  it('is rated just where neither a rated answer of 90 days nor a key of 7 stands before it', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const lived = live(steps);
        for (const [index, one] of lived.entries()) {
          const earlier = lived.slice(0, index);
          const isFree =
            earlier.every((before) => one.at - before.at >= 7 * DAY) &&
            earlier.every((before) => !before.isRated || one.at - before.at >= 90 * DAY);
          expect(one.isRated).toBe(one.kind === 'public' && isFree);
        }
      }),
    );
  });

  it('gives no points for practice', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { isRated, points } of live(steps)) if (!isRated) expect(points).toBe(0);
      }),
    );
  });
});

describe('the zone that dates an answer', () => {
  const zones = fc.constantFrom('Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin');
  const answers = fc.array(
    fc.record({
      server: zones,
      own: fc.option(zones, { freq: 1, nil: null }),
      after: fc.integer({ min: 0, max: 30 }),
    }),
    { minLength: 1, maxLength: 40 },
  );

  /** Lives through answers as the member's row remembers them. */
  function live(steps: readonly { server: string; own: string | null; after: number }[]) {
    let last: Dated | null = null;
    let now = at('11:00').getTime();
    return steps.map(({ server, own, after }) => {
      now += after * HOUR;
      const before: Dated | null = last;
      const { zone, isNew } = zoneOfAnswer({ own, server }, new Date(now), before);
      if (isNew) last = { zone, since: new Date(now) };
      return { at: now, server, own, zone, isNew, before };
    });
  }

  it('is the member’s own wherever they set one, else the server’s or the last one', () => {
    fc.assert(
      fc.property(answers, (steps) => {
        for (const { own, server, zone, before } of live(steps)) {
          if (own !== null) expect(zone).toBe(own);
          else expect([server, before?.zone ?? server]).toContain(zone);
        }
      }),
    );
  });

  it('is remembered from the answer on that it dated differently, and from that alone', () => {
    fc.assert(
      fc.property(answers, (steps) => {
        for (const { zone, isNew, before } of live(steps)) expect(isNew).toBe(before?.zone !== zone);
      }),
    );
  });

  it('changes with the server at most once in 24 hours, so that nobody lives a day twice', () => {
    fc.assert(
      fc.property(answers, (steps) => {
        for (const { at: then, own, isNew, before } of live(steps)) {
          if (isNew && own === null && before) {
            expect(then - before.since.getTime()).toBeGreaterThanOrEqual(DAY);
          }
        }
      }),
    );
  });

  it('follows to another server’s zone once 24 hours have passed', () => {
    const last = { zone: 'Pacific/Auckland', since: at('11:00') };
    const wanted = { own: null, server: 'Europe/Berlin' };
    expect(zoneOfAnswer(wanted, new Date(at('11:00').getTime() + DAY - 1), last)).toEqual({
      zone: 'Pacific/Auckland',
      isNew: false,
    });
    expect(zoneOfAnswer(wanted, new Date(at('11:00').getTime() + DAY), last)).toEqual({
      zone: 'Europe/Berlin',
      isNew: true,
    });
  });
});
