// A day as people type it. Pure.
import type { LocalDate } from './local-date.ts';

/** A date as people type it, or as lists show it ("Today – 2026-11-26"); null when there is no such day. */
export function parseDay(typed: string): LocalDate | null {
  const [, year, month, day] =
    /^(?:\D* )?(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim()) ?? germanOrder(typed);
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Later ones have days after them that no calendar of ours can name.
  if (Number(year) > 2999) return null;
  const parsed = new Date(`${date}T00:00:00Z`);
  // The thirtieth of February would be the second of March.
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return isReal ? date : null;
}

function germanOrder(typed: string): (string | undefined)[] {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed.trim()) ?? [];
  return [undefined, year, month, day];
}
