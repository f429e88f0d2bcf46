// Which zones somebody is likely to be in, by the language of their Discord. A guess to choose from, never a setting. Pure.
import { findZones } from '#features/people/server/zones.rules.ts';

/** By Discord's locale: where most of those live who speak it, the largest first. */
const BY_LOCALE: Readonly<Record<string, readonly string[]>> = {
  'en-US': [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Toronto',
  ],
  'en-GB': ['Europe/London', 'Europe/Dublin', 'Australia/Sydney', 'Asia/Kolkata', 'Asia/Singapore'],
  de: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  fr: ['Europe/Paris', 'Europe/Brussels', 'America/Montreal', 'Africa/Casablanca'],
  'es-ES': ['Europe/Madrid'],
  'es-419': ['America/Mexico_City', 'America/Bogota', 'America/Argentina/Buenos_Aires', 'America/Lima'],
  'pt-BR': ['America/Sao_Paulo', 'Europe/Lisbon'],
  it: ['Europe/Rome'],
  nl: ['Europe/Amsterdam', 'Europe/Brussels'],
  pl: ['Europe/Warsaw'],
  cs: ['Europe/Prague'],
  hu: ['Europe/Budapest'],
  ro: ['Europe/Bucharest'],
  hr: ['Europe/Zagreb'],
  bg: ['Europe/Sofia'],
  el: ['Europe/Athens'],
  da: ['Europe/Copenhagen'],
  'sv-SE': ['Europe/Stockholm'],
  no: ['Europe/Oslo'],
  fi: ['Europe/Helsinki'],
  lt: ['Europe/Vilnius'],
  tr: ['Europe/Istanbul'],
  uk: ['Europe/Kyiv'],
  ru: ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Almaty'],
  hi: ['Asia/Kolkata'],
  th: ['Asia/Bangkok'],
  vi: ['Asia/Ho_Chi_Minh'],
  id: ['Asia/Jakarta', 'Asia/Makassar'],
  ja: ['Asia/Tokyo'],
  ko: ['Asia/Seoul'],
  'zh-CN': ['Asia/Shanghai'],
  'zh-TW': ['Asia/Taipei', 'Asia/Hong_Kong'],
};

/** As many as a menu of Discord's takes. */
const MOST = 25;

/** The likely ones first, then one for most of the world's clocks. */
export function likelyZones(locale: string): string[] {
  return [...new Set([...(BY_LOCALE[locale] ?? []), ...findZones('', MOST)])].slice(0, MOST);
}
