// Languages: what every one of them must have besides its sentences, which the compiler checks.
import { describe, expect, it } from 'vitest';
import { features } from '#features/index.ts';
import { formsOf } from '#words/forms.ts';
import { languageOf, listLanguages, listLocalizations, wordsOf } from '#words/words.ts';
import { pseudo, pseudoWords, spoken, unspoken } from '../support/pseudo.ts';

const definitions = features.flatMap(({ commands }) => commands ?? []).map(({ data }) => data);

describe('languages', () => {
  it('are eight, under their own names', () => {
    expect(listLanguages()).toEqual([
      { code: 'en', name: 'English' },
      { code: 'de', name: 'Deutsch' },
      { code: 'es', name: 'Español' },
      { code: 'fr', name: 'Français' },
      { code: 'ja', name: '日本語' },
      { code: 'ko', name: '한국어' },
      { code: 'pt', name: 'Português (Brasil)' },
      { code: 'zh', name: '简体中文' },
    ]);
  });

  it.each([
    ['de', 'de'],
    ['en-GB', 'en'],
    ['en-US', 'en'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['fr', 'fr'],
    ['ja', 'ja'],
    ['ko', 'ko'],
    ['pt-BR', 'pt'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'en'],
    ['pl', 'en'],
    [null, 'en'],
  ])('Discord’s %s is answered in %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it('fall back on English for a language that is no longer spoken', () => {
    expect(wordsOf('tlh')).toBe(wordsOf('en'));
  });
});

describe('forms', () => {
  it.each([
    ['en', 0, '0 days'],
    ['en', 1, '1 day'],
    ['en', 2, '2 days'],
    ['en', 5, '5 days'],
    ['en', 21, '21 days'],
    ['en', 1000, '1,000 days'],
    ['de', 0, '0 Tage'],
    ['de', 1, '1 Tag'],
    ['de', 21, '21 Tage'],
    ['de', 1000, '1.000 Tage'],
    ['es', 0, '0 días'],
    ['es', 1, '1 día'],
    ['es', 21, '21 días'],
    ['fr', 0, '0 jour'],
    ['fr', 1, '1 jour'],
    ['fr', 2, '2 jours'],
    ['fr', 21, '21 jours'],
    ['ja', 0, '0日'],
    ['ja', 21, '21日'],
    ['ko', 1, '1일'],
    ['ko', 21, '21일'],
    ['pt', 1, '1 dia'],
    ['pt', 2, '2 dias'],
    ['pt', 21, '21 dias'],
    ['zh', 1, '1 天'],
    ['zh', 21, '21 天'],
  ])('%s counts %i as “%s”', (language, count, said) => {
    expect(wordsOf(language).common.days(count)).toBe(said);
  });

  it('join lists as each language does', () => {
    expect(wordsOf('en').forms.list(['A', 'B', 'C'])).toBe('A, B and C');
    expect(wordsOf('de').forms.list(['A', 'B', 'C'])).toBe('A, B und C');
    expect(wordsOf('de').forms.choice(['A', 'B'])).toBe('A oder B');
    const lists = ['es', 'fr', 'ja', 'ko', 'pt', 'zh'].map((code) =>
      wordsOf(code).forms.list(['A', 'B', 'C']),
    );
    expect(lists).toEqual(['A, B y C', 'A, B et C', 'A、B、C', 'A, B 및 C', 'A, B e C', 'A、B和C']);
    expect(wordsOf('es').forms.choice(['7', '8'])).toBe('7 u 8');
  });

  it('name weekdays and dates', () => {
    expect([1, 7].map((day) => wordsOf('de').forms.weekday(day))).toEqual(['Montag', 'Sonntag']);
    expect(wordsOf('en').forms.date('2026-12-24')).toBe('24 December 2026');
    expect(wordsOf('de').forms.date('2026-12-24')).toBe('24. Dezember 2026');
  });

  it('take the plural forms of languages that have more than two', () => {
    const forms = formsOf('pl');
    const days = { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' };
    expect([1, 2, 5, 22].map((count) => forms.plural(count, days))).toEqual([
      '1 dzień',
      '2 dni',
      '5 dni',
      '22 dni',
    ]);
  });
});

describe('commands in every language', () => {
  const locales = listLocalizations().map(({ locale }) => locale);

  it('have a name and a description in each', () => {
    expect(locales.length).toBeGreaterThan(0);
    const missing = partsOf(definitions).filter(
      (part) => !locales.every((locale) => part.name_localizations?.[locale] && saysWhat(part, locale)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('are called as Discord allows, each once beside its neighbours', () => {
    const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
    for (const locale of ['', ...locales]) {
      for (const siblings of siblingsOf(definitions)) {
        const names = siblings.map((part) => part.name_localizations?.[locale] ?? part.name);
        expect(names.filter((name) => !NAME.test(name) || name !== name.toLowerCase())).toEqual([]);
        expect(new Set(names).size, names.join(', ')).toBe(names.length);
      }
    }
  });

  it('say what they are in 100 characters, and all of a command in 8,000', () => {
    for (const locale of ['', ...locales]) {
      for (const definition of definitions) {
        const parts = partsOf([definition]);
        const texts = parts.flatMap((part) => [
          part.name_localizations?.[locale] ?? part.name,
          part.description_localizations?.[locale] ?? part.description ?? '',
        ]);
        expect(texts.filter((text) => text.length > 100)).toEqual([]);
        expect(texts.join('').length).toBeLessThan(8000);
      }
    }
  });
});

describe('the pseudo-language', () => {
  it('is English for whoever reads it back', () => {
    const text = 'Closed: **4 of 6** right, `/quiz` asks again <t:1795715961:R>';
    expect(spoken(pseudo(text))).toBe(text);
    expect(pseudo(text)).toContain('`/quiz`');
    expect(pseudo(text)).toContain('<t:1795715961:R>');
    expect(pseudo(text).length).toBeGreaterThanOrEqual(1.4 * text.length);
  });

  it('shows what the words did not say', () => {
    const said = pseudoWords(wordsOf('en')).quiz.topic('Amazon SQS', 3);
    expect(unspoken(`${said} and English`)).toBe('  and English');
    expect(unspoken(pseudo(`outside ${pseudo('inside')}`)).trim()).toBe('');
  });
});

type Part = {
  name: string;
  description?: string | undefined;
  name_localizations?: Record<string, string | null> | null | undefined;
  description_localizations?: Record<string, string | null> | null | undefined;
  options?: readonly Part[] | undefined;
};

function saysWhat({ description, description_localizations: said }: Part, locale: string): boolean {
  return description === undefined || Boolean(said?.[locale]);
}

/** Commands, subcommands and options. */
function partsOf(parts: readonly unknown[]): Part[] {
  // safe: definitions and their options share these fields
  return (parts as Part[]).flatMap((part) => [part, ...partsOf(part.options ?? [])]);
}

/** What stands beside each other: the commands, and the options of each. */
function siblingsOf(parts: readonly unknown[]): Part[][] {
  // safe: see partsOf
  const siblings = parts as Part[];
  return [siblings, ...siblings.flatMap((part) => (part.options?.length ? siblingsOf(part.options) : []))];
}
