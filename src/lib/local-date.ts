// Calendar dates and wall-clock times in a member's or server's zone: the one place where "today" is decided.
// Dates are ISO strings (YYYY-MM-DD), which sort and compare as text; instants are Date.
import { Temporal } from 'temporal-polyfill';
import { remember } from './remember.ts';

export type LocalDate = string;

/** True when `name` is an IANA zone that this runtime knows ("Europe/Berlin", "Asia/Kolkata", "UTC"). */
export function isTimeZone(name: string): boolean {
  try {
    // Offsets such as "+05:30" are valid for Temporal but carry no clock-change rules: not offered.
    if (/^[+-]/.test(name)) return false;
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The date a member is living in at an instant. A day begins at `dayStart` o'clock (0–6), so with 4
 * the small hours still belong to the day before.
 */
export function localDateAt(instant: Date, zone: string, dayStart = 0): LocalDate {
  // A crowd answers within the same few minutes, and dates change at whole ones, since 1972 everywhere.
  const minute = Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS;
  return dateIn(`${minute} ${dayStart} ${zone}`);
}

const MINUTE_MS = 60_000;
const FEW = 500;

const dateIn = remember((asked) => {
  const [minute, dayStart, ...name] = asked.split(' ');
  const local = zoned(new Date(Number(minute)), name.join(' '));
  const date = local.toPlainDate();
  return (local.hour < Number(dayStart) ? date.subtract({ days: 1 }) : date).toString();
}, FEW);

/** The wall-clock time at an instant, "HH:MM". */
export function localTimeAt(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Minutes that the zone's clock is ahead of UTC at an instant; negative behind it. */
export function offsetAt(instant: Date, zone: string): number {
  return zoned(instant, zone).offsetNanoseconds / 60e9;
}

/**
 * The instant of a wall-clock time on a date. A time that a clock change leaves out becomes the first valid
 * minute after the gap; a time that comes twice means the first one. A date that a zone skipped (Samoa,
 * 30 December 2011) becomes the first minute after it.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Date {
  return new Date(millisecondsAt(`${date} ${time} ${zone}`));
}

const millisecondsAt = remember((asked) => {
  const [date = '', time = '', ...name] = asked.split(' ');
  const wanted = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const resolved = wanted.toZonedDateTime(name.join(' '), { disambiguation: 'earlier' });
  if (resolved.toPlainDateTime().equals(wanted)) return resolved.epochMilliseconds;
  // "earlier" moved back before the gap: the first valid minute is the transition itself.
  const transition = resolved.getTimeZoneTransition('next');
  return (transition ?? resolved).epochMilliseconds;
}, FEW);

/** The first instant of a member's day, and so the end of the day before. */
export function startOfLocalDay(date: LocalDate, zone: string, dayStart = 0): Date {
  return instantAt(date, `${String(dayStart).padStart(2, '0')}:00`, zone);
}

// Pure calendar arithmetic needs no zone: days since 1970 in UTC, which has no clock changes.

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: LocalDate): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The first day of its week, on or before; `first` is a weekday, 1 (Monday) to 7 (Sunday). */
export function startOfWeek(date: LocalDate, first = 1): LocalDate {
  return addDays(date, -((weekdayOf(date) - first + 7) % 7));
}

export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

export function startOfNextMonth(date: LocalDate): LocalDate {
  return Temporal.PlainDate.from(startOfMonth(date)).add({ months: 1 }).toString();
}

const DAY_MS = 86_400_000;

function dayNumber(date: LocalDate): number {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not a date: ${date}`);
  return milliseconds / DAY_MS;
}

function fromDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
