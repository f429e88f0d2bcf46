// A server's week: when it is told, and what of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTooLate,
  lessonsOfWeek,
  nextDueAt,
  weakestLesson,
  weekBefore,
} from '#features/asking/digest/rules.ts';
import { addDays, localDateAt, localTimeAt, weekdayOf } from '#lib/local-date.ts';
import { makePack } from '../../../support/pack.ts';
import { makePlans } from '../../../support/plans.ts';

describe('the hour of a server’s week', () => {
  it.each([
    ['2026-11-23T08:59:00Z', 'UTC', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T09:00:00Z', 'UTC', '2026-11-30T09:00:00.000Z'],
    ['2026-11-25T12:00:00Z', 'Asia/Tokyo', '2026-11-30T00:00:00.000Z'],
    // The hour that a clock change leaves out becomes the first one after it.
    ['2027-03-22T12:00:00Z', 'Europe/Berlin', '2027-03-29T07:00:00.000Z'],
  ])('after %s in %s is %s', (after, zone, due) => {
    expect(nextDueAt({ weekday: 1, hour: 9 }, new Date(after), zone).toISOString()).toBe(due);
  });

  it('is always ahead, within a week, on its day and at its hour', () => {
    const anyInstant = fc.integer({ min: Date.UTC(2026, 3, 5), max: Date.UTC(2026, 9, 10) });
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata');
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: 1, max: 7 }),
        fc.nat(23),
        zones,
        (at, weekday, hour, zone) => {
          const after = new Date(at);
          const due = nextDueAt({ weekday, hour }, after, zone);
          expect(due > after && due.getTime() - at <= 7 * 86_400_000).toBe(true);
          expect(weekdayOf(localDateAt(due, zone))).toBe(weekday);
          expect(localTimeAt(due, zone)).toBe(`${String(hour).padStart(2, '0')}:00`);
        },
      ),
    );
  });

  it('tells the seven days before it, up to a day late', () => {
    const due = new Date('2026-11-30T09:00:00Z');
    expect(weekBefore(due)).toEqual({ from: new Date('2026-11-23T09:00:00Z'), to: due });
    expect(isTooLate(due, new Date('2026-12-01T09:00:00Z'))).toBe(false);
    expect(isTooLate(due, new Date('2026-12-01T09:00:01Z'))).toBe(true);
  });
});

describe('the hardest lesson', () => {
  const pack = makePack();
  const asked = (domain: string, answers: number, right: number) => ({
    questionId: `q-${domain}.1-001`,
    answers,
    right,
  });
  it.each([
    ['nobody answered', [], null],
    ['too few answered', [asked('1', 4, 0)], null],
    ['the share decides', [asked('1', 10, 5), asked('2', 10, 4)], { lesson: '2.1', answers: 10, right: 4 }],
    ['more answers tell more', [asked('1', 5, 0), asked('2', 9, 0)], { lesson: '2.1', answers: 9, right: 0 }],
    ['questions that are gone tell nothing', [{ questionId: 'q-9.9-001', answers: 9, right: 0 }], null],
  ])('where %s', (_, rows, weakest) => {
    expect(weakestLesson(pack, rows)).toEqual(weakest);
  });
});

describe('the lessons of a group’s week', () => {
  const pack = { ...makePack(), plan: makePlans() };
  const focusAfter = (weeks: number) =>
    lessonsOfWeek(pack, 'c02', { startedOn: '2026-11-23', today: addDays('2026-11-23', weeks * 7) })?.week
      .focus;

  it('go through the plan, and begin again after the last week that has lessons', () => {
    expect([0, 1, 2, 3].map(focusAfter)).toEqual([
      'The first subject',
      'Two more subjects',
      'The last subject',
      'The first subject',
    ]);
  });

  it('are none in a pack without a plan', () => {
    expect(lessonsOfWeek(makePack(), 'c02', { startedOn: '2026-11-23', today: '2026-11-23' })).toBeNull();
  });
});
