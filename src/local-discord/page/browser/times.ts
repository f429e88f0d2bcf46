// Dates and times in the language of the member's Discord and in this browser's zone, against the local Discord's clock.

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** Of the two Englishes that Discord knows, this browser's own way is as good as either. */
export function languageOf(locale: string): string {
  return locale.startsWith('en') && navigator.language.startsWith('en') ? navigator.language : locale;
}

export function formatInstant(language: string, ms: number, style: string): string {
  return new Intl.DateTimeFormat(language, FORMATS[style] ?? FORMATS.f).format(ms);
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

export function formatRelative(language: string, difference: number): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const [unit, size] = UNITS.find(([, each]) => Math.abs(difference) >= each) ?? ['second', 1_000];
  return format.format(Math.round(difference / size), unit);
}

/** "1 d 3 h", for how far the clock has been moved. */
export function formatSpan(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return words.slice(0, 2).join(' ');
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
