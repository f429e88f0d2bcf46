// Which date and instant a member lives in: clock changes, half-hour zones, the date line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instantAt,
  isTimeZone,
  localDateAt,
  localTimeAt,
  startOfLocalDay,
  startOfMonth,
  startOfNextMonth,
  startOfWeek,
  weekdayOf,
} from '#lib/local-date.ts';

const at = (iso: string) => new Date(iso);

describe('the date a member is living in', () => {
  it.each([
    ['2026-03-01T18:29:59Z', 'Asia/Kolkata', 0, '2026-03-01'],
    ['2026-03-01T18:30:00Z', 'Asia/Kolkata', 0, '2026-03-02'],
    ['2026-03-01T18:15:00Z', 'Asia/Kathmandu', 0, '2026-03-02'],
    ['2026-03-01T18:14:59Z', 'Asia/Kathmandu', 0, '2026-03-01'],
    ['2026-01-01T09:59:59Z', 'Pacific/Kiritimati', 0, '2026-01-01'],
    ['2026-01-01T10:00:00Z', 'Pacific/Kiritimati', 0, '2026-01-02'],
    ['2026-01-01T10:59:59Z', 'Pacific/Pago_Pago', 0, '2025-12-31'],
    ['2026-01-01T11:00:00Z', 'Pacific/Pago_Pago', 0, '2026-01-01'],
    // Samoa went from 29 to 31 December 2011 at midnight.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', 0, '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', 0, '2011-12-31'],
    ['2026-03-29T01:59:00Z', 'Europe/Berlin', 4, '2026-03-28'],
    ['2026-03-29T02:00:00Z', 'Europe/Berlin', 4, '2026-03-29'],
    ['2026-06-10T03:59:59Z', 'UTC', 4, '2026-06-09'],
    ['2026-06-10T04:00:00Z', 'UTC', 4, '2026-06-10'],
  ])('at %s in %s with the day from %i o’clock is %s', (...row) => {
    const [instant, zone, dayStart, date] = row;
    expect(localDateAt(at(instant), zone, dayStart)).toBe(date);
  });
});

describe('the instant of a wall-clock time', () => {
  it.each([
    // Berlin: 02:00–03:00 is left out on 29 March and comes twice on 25 October.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    // Lord Howe Island changes by half an hour: 02:00–02:30 is left out, 01:30–02:00 comes twice.
    ['2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['2026-10-04', '02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    ['2026-04-05', '02:00', 'Australia/Lord_Howe', '2026-04-04T15:30:00Z'],
    // A day that begins at one o'clock, because midnight is left out.
    ['2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s %s in %s is %s', (...row) => {
    const [date, time, zone, instant] = row;
    expect(instantAt(date, time, zone)).toEqual(at(instant));
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Pacific/Apia', '2011-12-30', 0],
    ['Asia/Kolkata', '2026-06-01', 24],
  ])('a day in %s on %s has %d hours', (zone, date, hours) => {
    const length = startOfLocalDay(addDays(date, 1), zone).getTime() - startOfLocalDay(date, zone).getTime();
    expect(length / 3_600_000).toBe(hours);
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
const dates = fc.integer({ min: 0, max: 20 * 365 }).map((days) => addDays('2016-01-01', days));
const dayStarts = fc.integer({ min: 0, max: 6 });

describe('in every zone', () => {
  it('a day begins at its start and ends right before the next one’s', () => {
    fc.assert(
      fc.property(zones, dates, dayStarts, (zone, date, dayStart) => {
        const start = startOfLocalDay(date, zone, dayStart);
        expect(localDateAt(start, zone, dayStart)).toBe(date);
        expect(localDateAt(new Date(start.getTime() - 1), zone, dayStart)).toBe(addDays(date, -1));
      }),
      { numRuns: 200 },
    );
  });

  it('the date never goes back as time goes on', () => {
    fc.assert(
      fc.property(
        zones,
        dates,
        fc.tuple(dayStarts, fc.integer({ min: 0, max: 72 * 60 })),
        (zone, date, [dayStart, minutes]) => {
          const earlier = startOfLocalDay(date, zone, dayStart);
          const later = new Date(earlier.getTime() + minutes * 60_000);
          expect(localDateAt(later, zone, dayStart) >= localDateAt(earlier, zone, dayStart)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a wall-clock time is met, or is the end of the hour that was left out', () => {
    fc.assert(
      fc.property(zones, dates, fc.integer({ min: 0, max: 23 }), (zone, date, hour) => {
        const time = `${String(hour).padStart(2, '0')}:00`;
        const shown = localTimeAt(instantAt(date, time, zone), zone);
        expect(shown >= time).toBe(true);
        expect(Number(shown.slice(0, 2)) - hour).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('calendar arithmetic', () => {
  it('adds days over months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
  });

  it('begins weeks on Monday, or on another weekday, and months on the first', () => {
    expect(startOfWeek('2026-11-23')).toBe('2026-11-23');
    expect(startOfWeek('2026-11-29')).toBe('2026-11-23');
    expect(startOfWeek('2026-11-29', 7)).toBe('2026-11-29');
    expect(startOfWeek('2026-11-28', 7)).toBe('2026-11-22');
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(startOfMonth('2026-11-29')).toBe('2026-11-01');
    expect(startOfNextMonth('2026-12-31')).toBe('2027-01-01');
  });

  it('knows real zones, and no bare offsets', () => {
    expect(['Europe/Berlin', 'UTC', 'Asia/Kolkata'].every(isTimeZone)).toBe(true);
    expect(['+05:30', 'Mars/Olympus', ''].some(isTimeZone)).toBe(false);
  });
});
