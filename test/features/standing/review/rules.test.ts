import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_GRADES } from '#features/standing/card-grading.ts';
import { DEFAULT_WEIGHTS, dayNumberOf } from '#features/standing/review/memory.rules.ts';
import {
  countLapses,
  DAILY_LIMITS,
  dayOf,
  gradeCard,
  isLeech,
  type Kept,
  keyMark,
  leftToday,
} from '#features/standing/review/rules.ts';
import { makeQuestion } from '../../../support/pack.ts';

const day = { zone: 'Europe/Berlin', dayStart: 4 };
const by = { day, weights: DEFAULT_WEIGHTS };
const at = (time: string) => new Date(time);
const grade = (
  kept: Kept | null,
  grade: (typeof CARD_GRADES)[number],
  time: string,
  mark: string | null = 'a',
) => gradeCard(kept, { grade, at: at(time), mark }, by);

describe('the first grade of a card', () => {
  const days = CARD_GRADES.map((each) => {
    const { dueAt } = grade(null, each, '2026-11-23T10:00:00Z');
    return Math.round((dueAt.getTime() - at('2026-11-23T03:00:00Z').getTime()) / 86_400_000);
  });

  it('brings it back tomorrow when it was forgotten, and the later the easier it was', () => {
    expect(days[0]).toBe(1);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days[3]).toBeGreaterThan(5);
  });

  it('is dated by the member’s own day, and the card is due when their day begins', () => {
    const night = grade(null, 'again', '2026-11-23T02:00:00Z');
    expect(night.localDate).toBe('2026-11-22');
    expect(night.dueAt).toEqual(at('2026-11-23T03:00:00Z'));
  });
});

describe('a second grade on the same day', () => {
  const first = grade(null, 'good', '2026-11-23T10:00:00Z');
  const kept = { history: first.history, dueAt: first.dueAt, mark: 'a' };

  it('is a repeat, which is not fed to the model', () => {
    const second = grade(kept, 'easy', '2026-11-23T20:00:00Z');
    expect(second).toMatchObject({ history: first.history, dueAt: first.dueAt, isFed: false });
  });

  it('brings a card that was forgotten back tomorrow', () => {
    const second = grade(kept, 'again', '2026-11-23T20:00:00Z');
    expect(second).toMatchObject({ history: first.history, dueAt: at('2026-11-24T03:00:00Z'), isFed: false });
  });

  it('counts again on the next day of the member', () => {
    expect(grade(kept, 'good', '2026-11-24T03:30:00Z').isFed).toBe(true);
  });
});

describe('a card whose key has changed', () => {
  const history = { days: [20_000, 20_010, 20_050], grades: [3, 3, 3] };
  const kept = { history, dueAt: at('2026-11-20T03:00:00Z'), mark: 'a' };

  it('begins anew', () => {
    expect(grade(kept, 'good', '2026-11-23T10:00:00Z', 'b').history).toEqual({
      days: [dayNumberOf('2026-11-23')],
      grades: [3],
    });
  });

  it('keeps its schedule where only the wording has', () => {
    expect(grade(kept, 'good', '2026-11-23T10:00:00Z', 'a').history.grades).toHaveLength(4);
    expect(grade({ ...kept, mark: null }, 'good', '2026-11-23T10:00:00Z', 'a').history.grades).toHaveLength(
      4,
    );
  });

  it('is known by its right options, in any order of the file', () => {
    const question = makeQuestion({ keys: 2 });
    const turned = { ...question, stem: 'Other words.', options: question.options.toReversed() };
    expect(keyMark(turned)).toBe(keyMark(question));
    expect(keyMark(makeQuestion({ keys: 1 }))).not.toBe(keyMark(question));
  });
});

it('a card is a leech after eight lapses, of which the first meeting is none', () => {
  const forgotten = (times: number) => ({
    days: Array.from({ length: times }, (_, index) => index),
    grades: Array.from({ length: times }, () => 1),
  });
  expect(countLapses(forgotten(1))).toBe(0);
  expect([isLeech(forgotten(8)), isLeech(forgotten(9))]).toEqual([false, true]);
});

describe('a day', () => {
  it('has ten new cards and a hundred reviews, whatever has piled up over a holiday', () => {
    const counts = { freshToday: 0, reviewsToday: 0, dueFresh: 400, dueReviews: 900 };
    expect(leftToday(counts)).toEqual({ reviews: DAILY_LIMITS.reviews, fresh: DAILY_LIMITS.fresh });
    expect(leftToday({ ...counts, freshToday: 10, reviewsToday: 97 })).toEqual({ reviews: 3, fresh: 0 });
    expect(leftToday({ ...counts, freshToday: 30, reviewsToday: 130 })).toEqual({ reviews: 0, fresh: 0 });
  });

  it('is told by the own zone, else the one that dated the member last, else the server’s', () => {
    const member = { zone: null, datedZone: null, dayStart: 0 };
    expect(dayOf(member, 'UTC').zone).toBe('UTC');
    expect(dayOf({ ...member, datedZone: 'Asia/Tokyo' }, 'UTC').zone).toBe('Asia/Tokyo');
    expect(dayOf({ ...member, zone: 'Europe/Rome', datedZone: 'Asia/Tokyo' }, 'UTC').zone).toBe(
      'Europe/Rome',
    );
  });
});

it('whatever is graded when: a card comes again on a later day, within a year, and its history stays short', () => {
  const steps = fc.array(
    fc.record({ grade: fc.constantFrom(...CARD_GRADES), hours: fc.integer({ min: 0, max: 24 * 400 }) }),
    { minLength: 1, maxLength: 90 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      let kept: Kept | null = null;
      let time = at('2026-01-01T12:00:00Z').getTime();
      for (const { grade: given, hours } of all) {
        time += hours * 3_600_000;
        const result = gradeCard(kept, { grade: given, at: new Date(time), mark: 'a' }, by);
        expect(result.dueAt.getTime()).toBeGreaterThan(time);
        expect(result.dueAt.getTime()).toBeLessThan(time + 367 * 86_400_000);
        const { days, grades } = result.history;
        expect(days.length).toBe(grades.length);
        expect(days.length).toBeLessThanOrEqual(64);
        expect(new Set(days).size).toBe(days.length);
        kept = { history: result.history, dueAt: result.dueAt, mark: 'a' };
      }
    }),
    { numRuns: 50 },
  );
});
