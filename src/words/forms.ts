// How a language forms plurals, lists, numbers and dates: the rules are the platform's (Intl), not ours.

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

// A week that begins on a Monday.
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** `locale` is a BCP 47 tag. */
export function formsOf(locale: string): Forms {
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const weekdays = {
    long: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
    narrow: new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' }),
  };
  return {
    plural: (count, forms) =>
      (forms[plurals.select(count)] ?? forms.other).replace('#', numbers.format(count)),
    list: (items) => lists.format(items),
    choice: (items) => choices.format(items),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    weekday: (day, length = 'long') => weekdays[length].format(new Date(MONDAY + (day - 1) * DAY_MS)),
    date: (localDate) => dates.format(new Date(`${localDate}T00:00:00Z`)),
    shortDate: (localDate) => shortDates.format(new Date(`${localDate}T00:00:00Z`)),
  };
}
