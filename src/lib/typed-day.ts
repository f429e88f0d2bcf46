// A day as people type it. Pure.
import type { LocalDate } from './local-date.ts';

/**
 * A date as people type it, or as lists show it ("Today – 2026-11-26"): "26.11.2026", "26/11/2026", "2026/11/26",
 * "2026年11月26日"; null when there is no such day, and where nobody knows which number is the month (1/2/2026).
 */
export function parseDay(typed: string): LocalDate | null {
  const text = typed.normalize('NFKC').trim();
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? dayFirst(text) ?? [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Later ones have days after them that no calendar of ours can name.
  if (Number(year) > 2999) return null;
  const parsed = new Date(`${date}T00:00:00Z`);
  // The thirtieth of February would be the second of March.
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return isReal ? date : null;
}

/** Separated by signs, or by the words for year, month and day of Chinese, Japanese and Korean. */
const YEAR_FIRST =
  /^(?:\D*[ –])?(\d{4})(?:[-/]|\. ?|年 ?|년 ?)(\d{1,2})(?:[-/]|\. ?|月 ?|월 ?)(\d{1,2})(?:\.|日|일)?$/;

function dayFirst(text: string): (string | undefined)[] | null {
  const [, first = '', sign, second = '', year] = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})$/.exec(text) ?? [];
  if (sign === '.') return [undefined, year, second, first];
  // With a slash the month comes first in some countries.
  if (Number(first) > 12) return [undefined, year, second, first];
  return Number(second) > 12 || first === second ? [undefined, year, first, second] : null;
}
