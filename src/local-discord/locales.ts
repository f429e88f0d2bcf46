// The languages of Discord's client, and how a command reads in one of them. Shared with the page.
import { asObject, asText, type Json } from './json.ts';

/** Discord's list ("Locales" in its reference), each language by its own name. */
export const LOCALES: Readonly<Record<string, string>> = {
  'en-US': 'English, US',
  'en-GB': 'English, UK',
  bg: 'български',
  cs: 'Čeština',
  da: 'Dansk',
  de: 'Deutsch',
  el: 'Ελληνικά',
  'es-419': 'Español, LATAM',
  'es-ES': 'Español',
  fi: 'Suomi',
  fr: 'Français',
  hi: 'हिन्दी',
  hr: 'Hrvatski',
  hu: 'Magyar',
  id: 'Bahasa Indonesia',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  lt: 'Lietuviškai',
  nl: 'Nederlands',
  no: 'Norsk',
  pl: 'Polski',
  'pt-BR': 'Português do Brasil',
  ro: 'Română',
  ru: 'Pусский',
  'sv-SE': 'Svenska',
  th: 'ไทย',
  tr: 'Türkçe',
  uk: 'Українська',
  vi: 'Tiếng Việt',
  'zh-CN': '中文',
  'zh-TW': '繁體中文',
};

export const DEFAULT_LOCALE = 'en-US';

/** Where a translation is missing Discord looks into these, before it shows the untranslated text. */
const FALLBACKS: Readonly<Record<string, string>> = {
  'en-US': 'en-GB',
  'en-GB': 'en-US',
  'es-419': 'es-ES',
};

export function isLocale(text: string): boolean {
  return Object.hasOwn(LOCALES, text);
}

/** The name or description of a command, option or choice as a member of that language reads it. */
export function translated(named: Json, field: 'name' | 'description', locale: string): string {
  const translations = asObject(named[`${field}_localizations`]);
  const fallback = FALLBACKS[locale] ?? '';
  return asText(translations[locale]) || asText(translations[fallback]) || asText(named[field]);
}

/** Whether a member may call it so: by the translated name, or by the one all languages share. */
export function isCalled(named: Json, text: string, locale: string): boolean {
  return named.name === text || translated(named, 'name', locale) === text;
}
