// Which boards can still be asked for; the others go, and are not made again. Pure.
import { addDays, type LocalDate } from '#lib/local-date.ts';
import { ALL_TIME_START, type WindowKind, windowStarts } from './rules.ts';

/** Two days cover the difference between any two zones. */
const SLACK_DAYS = 2;

/** The first date of the oldest window of each kind that some server can look at. Never goes back as time passes. */
export function oldestKept(now: Date): Record<WindowKind, LocalDate> {
  // Weeks from Sunday begin a day before these, which the slack covers too.
  const starts = windowStarts(now, { zone: 'UTC', weekStart: 1 });
  return {
    today: addDays(starts.today, -SLACK_DAYS),
    // The week before is told in the running one.
    week: addDays(starts.week, -14),
    month: addDays(starts.month, -31),
    all: ALL_TIME_START,
  };
}
