// How an estimate moved over weeks: the last day of each on which there is one. Pure.
import { addDays, type LocalDate, startOfWeek } from '#lib/local-date.ts';
import { type DayEstimate, LEAST_TO_SHOW } from './profile.rules.ts';

const TREND_WEEKS = 8;

export type TrendPoint = { day: LocalDate; median: number; low: number; high: number };
export type Dated = DayEstimate & { day: LocalDate };

/** The first day that a trend up to today looks at. */
export function trendSince(today: LocalDate): LocalDate {
  return addDays(startOfWeek(today), -7 * (TREND_WEEKS - 1));
}

/** The last days of weeks that have passed without an estimate, the oldest first. */
export function weeksWithout(days: readonly { day: LocalDate }[], today: LocalDate): LocalDate[] {
  const known = new Set(days.map(({ day }) => startOfWeek(day)));
  const first = trendSince(today);
  return Array.from({ length: TREND_WEEKS - 1 }, (_, week) => addDays(first, 7 * week))
    .filter((start) => !known.has(start))
    .map((start) => addDays(start, 6));
}

/** One point a week, the oldest first; weeks with too few answers are left out. */
export function trendOf(days: readonly Dated[]): TrendPoint[] {
  const shown = days.filter(({ answers }) => answers >= LEAST_TO_SHOW);
  const byWeek = Map.groupBy(
    shown.toSorted((a, b) => a.day.localeCompare(b.day)),
    ({ day }) => startOfWeek(day),
  );
  return [...byWeek.values()].flatMap((week) => {
    const last = week.at(-1);
    return last ? [{ day: last.day, median: last.median, low: last.low, high: last.high }] : [];
  });
}
