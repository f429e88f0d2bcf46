// How a question stands in a list, and the days by which a channel's history is looked up. Pure.
import { addDays, type LocalDate } from '#lib/local-date.ts';

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

/** A date as people type it: "2026-11-26" or "26.11.2026"; null when there is no such day. */
export function parseDay(typed: string): LocalDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim()) ?? germanOrder(typed);
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  // The thirtieth of February would be the second of March.
  // Later ones have days after them that no calendar of ours can name.
  if (Number(year) > 2999) return null;
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return isReal ? date : null;
}

function germanOrder(typed: string): (string | undefined)[] {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed.trim()) ?? [];
  return [undefined, year, month, day];
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
