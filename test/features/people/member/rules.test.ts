// Pauses and zone changes: what a member may set, and when.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPause,
  endPause,
  MAX_PAUSE_DAYS,
  type Pause,
  zoneFreeAt,
  zoneIsFresh,
  zoneLockedUntil,
} from '#features/people/member/rules.ts';
import { addDays, daysBetween } from '#lib/local-date.ts';

const TODAY = '2026-11-23';
const pause = (fromDate: string, toDate: string): Pause => ({ fromDate, toDate });
const check = (fromDate: string, days: number, ...existing: Pause[]) =>
  checkPause({ fromDate, days }, { today: TODAY, existing });

const daysOf = ({ fromDate, toDate }: Pause) =>
  Array.from({ length: daysBetween(fromDate, toDate) + 1 }, (_, index) => addDays(fromDate, index));

const setPause = (existing: Pause[], [offset, length]: [number, number]) => {
  const result = check(addDays(TODAY, offset), length, ...existing);
  return result.kind === 'ok' ? [...existing, result.pause] : existing;
};
const runFrom = (date: string, days: ReadonlySet<string>): number =>
  days.has(date) ? 1 + runFrom(addDays(date, 1), days) : 0;

describe('a pause', () => {
  it('begins today at the earliest and includes its last day', () => {
    expect(check(TODAY, 1)).toEqual({ kind: 'ok', pause: pause(TODAY, TODAY) });
    expect(check('2026-11-30', 30)).toEqual({ kind: 'ok', pause: pause('2026-11-30', '2026-12-29') });
    expect(check('2026-11-22', 3)).toEqual({ kind: 'in-the-past' });
    expect(check('2028-11-23', 3)).toEqual({ kind: 'too-far' });
  });

  it('lasts 1 to 30 days', () => {
    expect(check(TODAY, 0).kind).toBe('too-long');
    expect(check(TODAY, 30).kind).toBe('ok');
    expect(check(TODAY, 31)).toEqual({ kind: 'too-long', maxDays: 30 });
  });

  it('shares no day with another one', () => {
    const other = pause('2026-12-01', '2026-12-05');
    expect(check('2026-11-25', 7, other)).toEqual({ kind: 'overlaps', other });
    expect(check('2026-12-05', 1, other)).toEqual({ kind: 'overlaps', other });
    expect(check('2026-11-25', 6, other).kind).toBe('ok');
  });

  it('may be prolonged by another right after it, but not beyond 30 days together', () => {
    const ended = pause('2026-11-10', '2026-11-22');
    expect(check(TODAY, 17, ended).kind).toBe('ok');
    expect(check(TODAY, 18, ended)).toEqual({ kind: 'too-long', maxDays: 30 });
    const later = pause('2026-12-03', '2026-12-20');
    expect(check(TODAY, 10, ended, later).kind).toBe('too-long');
    expect(check('2026-11-24', 10, ended).kind).toBe('ok');
  });

  it('never lets more than 30 days in a row be paused, whatever is asked for', () => {
    const wishes = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 30 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(wishes, (wanted) => {
        const existing = wanted.reduce<Pause[]>(setPause, []);
        const listed = existing.flatMap(daysOf);
        const days = new Set(listed);
        expect(days.size).toBe(listed.length);
        const runs = Array.from({ length: 130 }, (_, offset) => runFrom(addDays(TODAY, offset), days));
        expect(Math.max(...runs)).toBeLessThanOrEqual(MAX_PAUSE_DAYS);
      }),
    );
  });
});

describe('ending a pause', () => {
  it('counts from today on; the days before stay paused', () => {
    const running = pause('2026-11-20', '2026-11-30');
    expect(endPause([running], TODAY)).toEqual({
      kind: 'ended',
      pause: running,
      keep: pause('2026-11-20', '2026-11-22'),
    });
    expect(endPause([pause(TODAY, '2026-11-30')], TODAY)).toMatchObject({ kind: 'ended', keep: null });
  });

  it('calls off the next one when none is running, and leaves past ones alone', () => {
    const past = pause('2026-11-01', '2026-11-22');
    const next = pause('2026-12-01', '2026-12-02');
    expect(endPause([pause('2027-01-01', '2027-01-02'), next, past], TODAY)).toEqual({
      kind: 'cancelled',
      pause: next,
    });
    expect(endPause([past], TODAY)).toEqual({ kind: 'none' });
  });

  it('keeps no day from today on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -29, max: 0 }), fc.integer({ min: 1, max: 30 }), (offset, length) => {
        const running = pause(addDays(TODAY, offset), addDays(TODAY, offset + length - 1));
        const end = endPause([running], TODAY);
        if (end.kind !== 'ended') return;
        expect(end.keep === null || daysBetween(end.keep.toDate, TODAY) === 1).toBe(true);
      }),
    );
  });
});

describe('the time zone', () => {
  it('can be changed once in 24 hours', () => {
    const changed = new Date('2026-11-23T10:00:00Z');
    expect(zoneLockedUntil({ zoneChangedAt: null, datedSince: null }, changed)).toBeNull();
    expect(
      zoneLockedUntil({ zoneChangedAt: changed, datedSince: null }, new Date('2026-11-24T09:59:59Z')),
    ).toEqual(new Date('2026-11-24T10:00:00Z'));
    expect(
      zoneLockedUntil({ zoneChangedAt: changed, datedSince: null }, new Date('2026-11-24T10:00:00Z')),
    ).toBeNull();
    expect(zoneFreeAt(changed)).toEqual(new Date('2026-11-24T10:00:00Z'));
  });

  it('cannot be corrected once an answer has been dated by it', () => {
    const zoneChangedAt = new Date('2026-11-23T10:00:00Z');
    const soon = new Date('2026-11-23T10:00:02Z');
    const free = new Date('2026-11-24T10:00:00Z');
    expect(zoneLockedUntil({ zoneChangedAt, datedSince: new Date('2026-11-23T10:00:01Z') }, soon)).toEqual(
      free,
    );
    // The answer came after the change, by a clock of ours that is two seconds ahead of Discord's.
    expect(zoneLockedUntil({ zoneChangedAt, datedSince: new Date('2026-11-23T09:59:58Z') }, soon)).toEqual(
      free,
    );
    expect(zoneLockedUntil({ zoneChangedAt, datedSince: new Date('2026-11-20T10:00:00Z') }, soon)).toBeNull();
  });

  it('can be corrected for ten minutes after a change', () => {
    const changed = new Date('2026-11-23T10:00:00Z');
    const lastMoment = new Date('2026-11-23T10:09:59Z');
    const tooLate = new Date('2026-11-23T10:10:00Z');
    expect([
      zoneIsFresh(changed, lastMoment),
      zoneLockedUntil({ zoneChangedAt: changed, datedSince: null }, lastMoment),
    ]).toEqual([true, null]);
    expect(zoneIsFresh(changed, tooLate)).toBe(false);
    expect(zoneLockedUntil({ zoneChangedAt: changed, datedSince: null }, tooLate)).toEqual(
      new Date('2026-11-24T10:00:00Z'),
    );
  });
});
