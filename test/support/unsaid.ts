// Watches what the bot says in the pseudo-language: whatever stands outside it and is not the exam's was written past
// src/words, where nobody translates it.
import type { Pack } from '#content/pack.ts';
import { unspoken } from './pseudo.ts';

export type Unsaid = {
  note(text: string): void;
  /** What was found, once each. */
  list(): string[];
};

/** Two words in a row make a sentence; one may be a name, a code or a unit. */
const SENTENCE = /\p{L}{2,}[ ,:]+\p{L}{2,}/u;
/** The letter of an option, and what /help lists before a description. */
const LEAD = /^[✅✗ ]*\*\*[A-F]\.?\*\*[ –]*|^`\/[^`]*`/;
/** Marks of Discord's text that may stand between a word and the next. */
const MARKS = /[*_`|>#()[\]"“”·•✓✗✅□→:,.…–\\-]+/g;

/**
 * What may be said past src/words. Commands are described in Discord's own way, by the language of whoever looks: they
 * are not translated here.
 */
export function knownTexts(packs: readonly Pack[], commands: readonly unknown[]): string {
  return plain([...packs, ...commands].flatMap(textsOf).join(' \n '));
}

export function watchUnsaid(known: string): Unsaid {
  const found = new Set<string>();
  return {
    note(text) {
      // A mention, a time, an emoji or an address is no sentence of anybody's.
      const rest = unspoken(text).replaceAll(/<[^<>\n]+>|https?:\/\/[^\s)>]+/g, '\n');
      for (const line of rest.split(/\n| {2,}| — /)) {
        const said = plain(line.replace(LEAD, ''));
        if (SENTENCE.test(said) && !known.includes(said)) found.add(line.trim());
      }
    },
    list: () => [...found],
  };
}

function plain(text: string): string {
  return text.replaceAll(MARKS, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** Every text in a value, however deep. */
function textsOf(whole: unknown): string[] {
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const inner = value instanceof Map ? [...value.values()] : Object.values(value);
    for (const each of inner) walk(each);
  };
  walk(whole);
  return texts;
}
