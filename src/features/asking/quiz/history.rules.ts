// How a question stands in a list, and the days by which a channel's history is looked up. Pure.
import { addDays, type LocalDate } from '#lib/local-date.ts';
import { parseDay } from '#lib/typed-day.ts';

/** A stem in one line: it may hold code over several. */
export function oneLine(stem: string): string {
  return stem
    .replaceAll(/`{3}\w*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The same for menus, which show text as it is: no markup. */
export function plainLine(stem: string): string {
  return oneLine(stem).replaceAll('`', '');
}

const OFFERED_BACK = 366;

/** The last days whose name or date contains what was typed, the latest first; a whole date is offered as itself. */
export function offerDays(
  today: LocalDate,
  typed: string,
  nameOf: (date: LocalDate) => string,
): { name: string; value: LocalDate }[] {
  const exact = parseDay(typed);
  const wanted = typed.trim().toLowerCase();
  const back = Array.from({ length: OFFERED_BACK }, (_, days) => addDays(today, -days));
  const found = exact
    ? [exact]
    : back.filter((date) => date.startsWith(wanted) || nameOf(date).toLowerCase().includes(wanted));
  return found.slice(0, 25).map((date) => ({ name: nameOf(date), value: date }));
}
