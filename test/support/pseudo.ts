// A language that nobody speaks: English with every letter accented, two fifths longer, in brackets. What is not in
// it was not said by src/words; what breaks with it had no room for other languages.
import type { Words } from '#words/words.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀćďéƒǵĥíĵķĺɱńóṕɋŕśťúṽẃẋýźÁƁĆĎÉƑǴĤÍĴĶĹṀŃÓṔɊŔŚŤÚṼẂẊÝŹ';
const OPEN = '⟦';
const CLOSE = '⟧';
const PAD = '‧';

const accented = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index] ?? letter]));
const plain = new Map([...accented].map(([letter, other]) => [other, letter]));

/** Mentions, times, code and addresses are no words. */
const PROTECTED = /(<[^<>\n]+>|`[^`\n]*`|https?:\/\/[^\s)>]+)/;

export function pseudo(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  const parts = text.split(PROTECTED);
  const said = parts.map((part, index) => (index % 2 === 1 ? part : replaceLetters(part, accented))).join('');
  return `${OPEN}${said}${PAD.repeat(Math.ceil(0.4 * text.length))}${CLOSE}`;
}

/** What a text says in English; a text that is not in the pseudo-language stays as it is. */
export function spoken(text: string): string {
  return replaceLetters(
    text.replaceAll(new RegExp(`[${OPEN}${CLOSE}]|${PAD}+(?=${CLOSE}|$)`, 'g'), ''),
    plain,
  );
}

/** What of a text was not said by the words: everything outside the brackets. */
export function unspoken(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(new RegExp(`${OPEN}[^${OPEN}${CLOSE}]*${CLOSE}`, 'g'), ' ');
  }
  // A text that was cut to fit has lost its closing bracket.
  return rest.replace(new RegExp(`${OPEN}.*$`, 's'), ' ');
}

const made = new WeakMap<Words, Words>();

/** The words of a language with every sentence in the pseudo-language. */
export function pseudoWords(words: Words): Words {
  const known = made.get(words);
  if (known) return known;
  const { locale, ...rest } = words;
  // safe: the same shape, with other texts in it
  const translated = { locale, ...(translate(rest) as Omit<Words, 'locale'>) };
  made.set(words, translated);
  return translated;
}

function translate(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') {
    return (...args: unknown[]) => translate((value as (...given: unknown[]) => unknown)(...args));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, translate(inner)]));
}

function replaceLetters(text: string, by: ReadonlyMap<string, string>): string {
  return [...text].map((letter) => by.get(letter) ?? letter).join('');
}
