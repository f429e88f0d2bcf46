// Discord's inline codes as words: <t:…:R>, mentions, command links.

export type Names = {
  users: Map<string, string>;
  channels: Map<string, string>;
  /** Channels and threads by id as one would say where something is. */
  places: Map<string, string>;
  roles: Map<string, string>;
  now: number;
  /** The language of the member's client: times are written in it. */
  locale: string;
};

export function plainText(text: string, names: Names): string {
  return text
    .replace(/<t:(-?\d+)(?::([tTdDfFRsS]))?>/g, (_, seconds, style) =>
      timeInWords(Number(seconds), style ?? 'f', names),
    )
    .replace(/<@!?(\d+)>/g, (_, id) => `@${names.users.get(id) ?? 'unknown-user'}`)
    .replace(/<@&(\d+)>/g, (_, id) => `@${names.roles.get(id) ?? 'unknown-role'}`)
    .replace(/<#(\d+)>/g, (_, id) => `#${names.channels.get(id) ?? 'unknown'}`)
    .replace(/<\/([^:>]+):\d+>/g, (_, command) => `/${command}`)
    .replace(/<a?(:\w+:)\d+>/g, (_, emoji) => emoji);
}

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** Either English of Discord's is written with a 24 hour clock here, as everything else in the terminal. */
function languageOf(locale: string): string {
  return locale.startsWith('en') ? 'en-GB' : locale;
}

function timeInWords(seconds: number, style: string, { now, locale }: Names): string {
  if (style === 'R') return relativeTime(seconds * 1000 - now, locale);
  return new Intl.DateTimeFormat(languageOf(locale), FORMATS[style] ?? FORMATS.f).format(seconds * 1000);
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export function relativeTime(difference: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(languageOf(locale), { numeric: 'always' });
  for (const [unit, size] of UNITS) {
    if (Math.abs(difference) >= size) return format.format(Math.round(difference / size), unit);
  }
  return format.format(Math.round(difference / 1000), 'second');
}

export function clockTime(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}
