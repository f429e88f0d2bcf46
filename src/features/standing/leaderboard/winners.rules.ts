// When the winners of a week are told. Pure.
import { addDays, daysBetween, type LocalDate, localDateAt, localTimeAt } from '#lib/local-date.ts';
import { type Calendar, windowStarts } from './rules.ts';

/** In the morning, when people look: the week itself ended at midnight. */
const TOLD_AT = '09:00';
export const WINNERS = 3;

/** The week that is told now, and the one in which it is told; null while nothing is due. */
export function weekToTell(
  now: Date,
  calendar: Calendar,
  toldIn: LocalDate,
): { week: LocalDate; tellIn: LocalDate } | null {
  const tellIn = windowStarts(now, calendar).week;
  // Weeks that were moved from Monday to Sunday make one of six days, which still counts; a shorter one would tell
  // nearly the same days twice.
  if (daysBetween(toldIn, tellIn) < 6) return null;
  const isFirstDay = localDateAt(now, calendar.zone) === tellIn;
  if (isFirstDay && localTimeAt(now, calendar.zone) < TOLD_AT) return null;
  return { week: addDays(tellIn, -7), tellIn };
}

/** Told in a later week than this, nothing can be due. */
export function latestDue(now: Date): LocalDate {
  // A day more, for zones where it is tomorrow already.
  return addDays(localDateAt(now, 'UTC'), 1 - 6);
}
