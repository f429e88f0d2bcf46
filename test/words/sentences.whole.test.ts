// Every sentence of every language, said with every kind of number: what a translator can get wrong without noticing.
import { describe, expect, it } from 'vitest';
import { listLocalizations, wordsOf } from '#words/words.ts';
import { optionsCalled, wrongMentions } from '../support/mentions.ts';
import { marksIn, sayEverything } from '../support/sentences.ts';

/** Numbers for which languages have forms of their own. */
const COUNTS = [0, 1, 2, 5, 21];
/** The first number of a sentence is the count, those after it are others, each its own. */
const counted = (count: number) => (index: number) => count + 300 * index;

const english = new Map(COUNTS.map((count) => [count, said(wordsOf('en'), count)]));
const languages = listLocalizations();

describe.each([{ locale: 'en-US', words: wordsOf('en') }, ...languages])(
  'sentences for $locale',
  ({ locale, words }) => {
    const all = COUNTS.map((count) => ({ count, texts: said(words, count) }));

    it('are those of English, none of them empty or with a hole in it', () => {
      for (const { count, texts } of all) {
        expect([...texts.keys()]).toEqual([...(english.get(count)?.keys() ?? [])]);
        expect(where(texts, (text) => text.trim() === '' || HOLES.test(text))).toEqual(
          where(english.get(count), (text) => text.trim() === ''),
        );
      }
    });

    it('say what they are given', () => {
      const silent = wrong((text, source) => marksIn(source).join() !== marksIn(text).join());
      expect(silent).toEqual([]);
    });

    it('say the numbers that they are given, if English does; one and none may be words', () => {
      const unlike = all.flatMap(({ count, texts }) =>
        where(texts, (text, path) => {
          const wanted = numbersIn(english.get(count)?.get(path) ?? '', count);
          const told = numbersIn(text, count);
          return path.endsWith('()') && wanted.some((number) => !told.includes(number));
        }),
      );
      expect([...new Set(unlike)]).toEqual([]);
    });

    it('keep marks: what is bold, what is code, what Discord fills in', () => {
      const marks = (text: string) => [
        text.split('**').length,
        text.split('`').length,
        ...(text.match(/<[^<>]+>/g) ?? []).sort(),
      ];
      expect(wrong((text, source) => String(marks(text)) !== String(marks(source)))).toEqual([]);
      expect(all.flatMap(({ texts }) => where(texts, (text) => text.split('`').length % 2 === 0))).toEqual(
        [],
      );
    });

    it('name commands and options as this language calls them', () => {
      const mistaken = all.flatMap(({ texts }) =>
        [...texts.values()].flatMap((text) => wrongMentions(text, locale)),
      );
      expect([...new Set(mistaken)]).toEqual([]);
      const options = optionsCalled(locale);
      const unnamed = wrong((text, source) =>
        [...source.matchAll(/`([a-z-]+)`/g)].some(([, name = '']) => {
          const called = options.get(name);
          return called && !called.some((each) => text.includes(`\`${each}\``));
        }),
      );
      expect(unnamed).toEqual([]);
    });

    /** Sentences that are not like the English one, by a count that shows it. */
    function wrong(isWrong: (text: string, source: string) => boolean): string[] {
      const found = all.flatMap(({ count, texts }) =>
        where(texts, (text, path) => isWrong(text, english.get(count)?.get(path) ?? '')),
      );
      return [...new Set(found)];
    }
  },
);

describe.each(languages)('sentences for $locale beside English', ({ words }) => {
  it('are translated: none of three words and more is the English one', () => {
    const same = where(
      said(words, 5),
      (text, path) => text === english.get(5)?.get(path) && WORDS.test(text),
    );
    expect(same).toEqual([]);
  });

  it('are not much longer: what fits in English fits in them', () => {
    const longer = where(said(words, 5), (text, path) => {
      const { length } = english.get(5)?.get(path) ?? '';
      return text.length > 1.5 * length + 24;
    });
    expect(longer).toEqual([]);
  });
});

const HOLES = /undefined|NaN|\[object|(?<![-#*`\w])#(?![#\w])/;
const WORDS = /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u;

/** Of the numbers that sentences are given, those above one that stand in a text. */
function numbersIn(text: string, count: number): number[] {
  const given = new Set([0, 1, 2, 3, 4, 5].map(counted(count)));
  const numbers = text.replace(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? [];
  return numbers.map(Number).filter((number) => number > 1 && given.has(number));
}

function said(words: Parameters<typeof sayEverything>[0], count: number): Map<string, string> {
  return new Map(sayEverything(words, counted(count)).map(({ path, text }) => [path, text]));
}

function where(
  texts: ReadonlyMap<string, string> | undefined,
  is: (text: string, path: string) => boolean,
): string[] {
  return [...(texts ?? [])]
    .filter(([path, text]) => is(text, path))
    .map(([path, text]) => `${path}: ${text}`);
}
