// Which time zones are likely where somebody's Discord speaks a language. Pure.
import { findZones } from './zones.rules.ts';

/** By Discord's locales, the most likely first. */
const SPOKEN_IN: Readonly<Record<string, readonly string[]>> = {
  bg: ['Europe/Sofia'],
  cs: ['Europe/Prague'],
  da: ['Europe/Copenhagen'],
  de: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  el: ['Europe/Athens'],
  'en-GB': ['Europe/London', 'Europe/Dublin'],
  'en-US': ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
  'es-419': [
    'America/Mexico_City',
    'America/Bogota',
    'America/Lima',
    'America/Santiago',
    'America/Buenos_Aires',
  ],
  'es-ES': ['Europe/Madrid', 'Atlantic/Canary'],
  fi: ['Europe/Helsinki'],
  fr: ['Europe/Paris', 'Europe/Brussels', 'America/Toronto'],
  hi: ['Asia/Kolkata'],
  hr: ['Europe/Zagreb'],
  hu: ['Europe/Budapest'],
  id: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
  it: ['Europe/Rome'],
  ja: ['Asia/Tokyo'],
  ko: ['Asia/Seoul'],
  lt: ['Europe/Vilnius'],
  nl: ['Europe/Amsterdam', 'Europe/Brussels'],
  no: ['Europe/Oslo'],
  pl: ['Europe/Warsaw'],
  'pt-BR': ['America/Sao_Paulo', 'America/Manaus', 'America/Fortaleza'],
  ro: ['Europe/Bucharest'],
  ru: ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk'],
  'sv-SE': ['Europe/Stockholm'],
  th: ['Asia/Bangkok'],
  tr: ['Europe/Istanbul'],
  uk: ['Europe/Kyiv'],
  vi: ['Asia/Ho_Chi_Minh'],
  'zh-CN': ['Asia/Shanghai'],
  'zh-TW': ['Asia/Taipei', 'Asia/Hong_Kong'],
};

/** Spoken over half the world, and English (US) is moreover what Discord gives to whoever chooses nothing: no guess. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['en-US', 'es-419']);

/** The one to begin with; null where the language says too little. */
export function guessZone(locale: string | null): string | null {
  if (locale === null || SAYS_NOTHING.has(locale)) return null;
  return SPOKEN_IN[locale]?.[0] ?? null;
}

/** To choose from: those of the languages, in their order, then one for most of the world's clocks. */
export function likelyZones(locales: readonly (string | null)[], limit: number): string[] {
  const spoken = locales.flatMap((locale) => SPOKEN_IN[locale ?? ''] ?? []);
  return [...new Set([...spoken, ...findZones('', limit)])].slice(0, limit);
}
