// A member's days: where they begin and end, and which of them are neutral. Pure; dates are local dates.
import { addDays, type LocalDate, startOfLocalDay } from '#lib/local-date.ts';

/** A day on which the bot was away longer than this is neutral for everybody. */
const OUTAGE_NEUTRAL_MS = 6 * 3_600_000;

/** The zone and the hour, 0–6, by which a member's days are dated. */
export type DayRules = { zone: string; dayStart: number };
/** A time in which the bot itself did not work. */
export type Outage = { fromAt: Date; toAt: Date };
type Pauses = readonly { fromDate: LocalDate; toDate: LocalDate }[];

/** Days that neither count nor break: pauses and outages. */
export type IsNeutral = (date: LocalDate) => boolean;

/**
 * Neutral days of one member: inside a pause, with more than six hours of outage between the day's bounds, or left
 * out by their zone (Samoa had no 30 December 2011): nobody could answer on it.
 */
export function neutralDays(pauses: Pauses, outages: readonly Outage[], rules: DayRules): IsNeutral {
  const isLost = lostDays(outages, rules);
  return (date) => isPaused(pauses, date) || isLost(date);
}

export function isPaused(pauses: Pauses, date: LocalDate): boolean {
  return pauses.some((pause) => pause.fromDate <= date && date <= pause.toDate);
}

/** The part of neutral days that is the same for all members of a zone and day start; each date is worked out once. */
export function lostDays(outages: readonly Outage[], rules: DayRules): IsNeutral {
  const known = new Map<LocalDate, boolean>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const start = startOfLocalDay(date, rules.zone, rules.dayStart).getTime();
    const end = endOfLocalDay(date, rules).getTime();
    const isLost = start >= end || outageMs(outages, { start, end }) > OUTAGE_NEUTRAL_MS;
    known.set(date, isLost);
    return isLost;
  };
}

/** The first instant that no longer belongs to a member's day. */
export function endOfLocalDay(date: LocalDate, { zone, dayStart }: DayRules): Date {
  return startOfLocalDay(addDays(date, 1), zone, dayStart);
}

/** Outages may overlap (a missed post within a longer one): time counts once. */
function outageMs(outages: readonly Outage[], day: { start: number; end: number }): number {
  let total = 0;
  let countedUntil = day.start;
  for (const { fromAt, toAt } of outages.toSorted((a, b) => a.fromAt.getTime() - b.fromAt.getTime())) {
    const from = Math.max(fromAt.getTime(), countedUntil);
    const to = Math.min(toAt.getTime(), day.end);
    if (to <= from) continue;
    total += to - from;
    countedUntil = to;
  }
  return total;
}
