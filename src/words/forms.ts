// How a language forms plurals, lists, numbers and dates: the rules are the platform's (Intl), not ours.
import { lazy } from '#lib/lazy.ts';

type Plurals = {
  one: string;
  other: string;
  few?: string;
  many?: string;
  two?: string;
  zero?: string;
};

export type Forms = {
  /** The form that goes with a count; `#` in it becomes the count itself. */
  plural(count: number, forms: Plurals): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** "a, b or c" */
  choice(items: readonly string[]): string;
  number(value: number): string;
  /** A share of 0–1 in whole percent. */
  percent(share: number): string;
  /** A weekday's name, 1 (Monday) to 7 (Sunday). */
  weekday(day: number, length?: 'long' | 'short' | 'narrow'): string;
  /** A local date "2026-12-24" as people write it: "24 December 2026". */
  date(localDate: string): string;
  /** The same where there is little room: "24 Dec 2026". */
  shortDate(localDate: string): string;
};

/** Its place in a sentence; not the sign in a name ("C#"), in a channel's mention, or one that was escaped. */
const COUNT = /(?<![\p{Script=Latin}\p{N}<\\])#/u;
// A week that begins on a Monday.
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/**
 * `locale` is a BCP 47 tag. Each of the platform's formats takes up to a megabyte: a process has those of the languages
 * that are spoken in it.
 */
export function formsOf(locale: string): Forms {
  const plurals = lazy(() => new Intl.PluralRules(locale));
  const lists = lazy(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const choices = lazy(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const numbers = lazy(() => new Intl.NumberFormat(locale));
  const percents = lazy(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
  const dateOf = (options: Intl.DateTimeFormatOptions) =>
    lazy(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
  const dates = dateOf({ dateStyle: 'long' });
  const shortDates = dateOf({ dateStyle: 'medium' });
  const weekdays = {
    long: dateOf({ weekday: 'long' }),
    short: dateOf({ weekday: 'short' }),
    narrow: dateOf({ weekday: 'narrow' }),
  };
  const midnightOf = (localDate: string) => new Date(`${localDate}T00:00:00Z`);
  return {
    plural: (count, forms) =>
      (forms[plurals().select(count)] ?? forms.other).replace(COUNT, numbers().format(count)),
    list: (items) => lists().format(items),
    choice: (items) => choices().format(items),
    number: (value) => numbers().format(value),
    percent: (share) => percents().format(share),
    weekday: (day, length = 'long') => weekdays[length]().format(new Date(MONDAY + (day - 1) * DAY_MS)),
    date: (localDate) => dates().format(midnightOf(localDate)),
    shortDate: (localDate) => shortDates().format(midnightOf(localDate)),
  };
}
