// The languages the bot speaks. A sentence that one of them lacks does not compile.
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { ja } from './ja/index.ts';
import { ko } from './ko/index.ts';
import { pt } from './pt/index.ts';
import { zh } from './zh/index.ts';

/** Every sentence a person reads, by feature: constants, and functions of what the sentence is about. */
export type Words = typeof en;

type Language = { words: Words; name: string; locales: readonly string[] };

/** By our own code; `name` is the language's own, `locales` are Discord's. */
const languages: Readonly<Record<string, Language>> = {
  en: { words: en, name: 'English', locales: ['en-US', 'en-GB'] },
  de: { words: de, name: 'Deutsch', locales: ['de'] },
  es: { words: es, name: 'Español', locales: ['es-ES', 'es-419'] },
  fr: { words: fr, name: 'Français', locales: ['fr'] },
  ja: { words: ja, name: '日本語', locales: ['ja'] },
  ko: { words: ko, name: '한국어', locales: ['ko'] },
  pt: { words: pt, name: 'Português (Brasil)', locales: ['pt-BR'] },
  zh: { words: zh, name: '简体中文', locales: ['zh-CN'] },
};

export const DEFAULT_LANGUAGE = 'en';

/** What can be chosen: code and own name. */
export function listLanguages(): { code: string; name: string }[] {
  return Object.entries(languages).map(([code, { name }]) => ({ code, name }));
}

/** Every language but English, with Discord's code for it: for localizations of commands. */
export function listLocalizations(): { locale: string; words: Words }[] {
  return Object.entries(languages)
    .filter(([code]) => code !== DEFAULT_LANGUAGE)
    .flatMap(([, { words, locales }]) => locales.map((locale) => ({ locale, words })));
}

/** The language of one of Discord's locales; English for those we do not speak. */
export function languageOf(locale: string | null): string {
  const found = Object.entries(languages).find(([, { locales }]) => locale && locales.includes(locale));
  return found?.[0] ?? DEFAULT_LANGUAGE;
}

/** The words of a language by its code; English for a code that is no longer spoken. */
export function wordsOf(code: string): Words {
  return (languages[code] ?? languages[DEFAULT_LANGUAGE])?.words ?? en;
}
