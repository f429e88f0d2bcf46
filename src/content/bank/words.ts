// Texts of questions taken apart: words, sequences of words, what is code and what is prose.
import type { Question } from '../schema.ts';
import type { ValuePath } from '../source.ts';

type Place = 'stem' | 'key' | 'distractor' | 'why' | 'takeaway';
export type Passage = { place: Place; path: ValuePath; text: string };

// Words that every item has and that therefore tell nothing about its subject.
const stopWords = new Set(
  `a about after all also an and any are as at be been before between but by can do does each for from has have how if in
  into is it its more most must no not of on one only or other over same should so some such than that the their them then
  there these they this those to too two under until up use used uses using was what when where which while who will with
  would without`.split(/\s+/),
);

/** Everything a member may read of a question, with what it is. */
export function passagesOf({ stem, options, takeaway }: Question): Passage[] {
  return [
    { place: 'stem', path: ['stem'], text: stem },
    ...options.flatMap(({ text, why, correct }, index): Passage[] => [
      { place: correct ? 'key' : 'distractor', path: ['options', index, 'text'], text },
      { place: 'why', path: ['options', index, 'why'], text: why },
    ]),
    { place: 'takeaway', path: ['takeaway'], text: takeaway },
  ];
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** The words that carry meaning, singular and plural alike. */
export function contentWords(text: string): Set<string> {
  const words = wordsOf(text).filter((word) => word.length > 1 && !stopWords.has(word));
  return new Set(words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)));
}

/** All runs of `length` words, joined by one space. */
export function sequencesOf(text: string, length: number): string[] {
  const words = wordsOf(text);
  return words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '));
}

/** Whether the words stand in the text as they are, not as a part of longer words or numbers. */
export function hasWord(text: string, word: string): boolean {
  return ` ${text} `.split(word).some((part, index, parts) => {
    const next = parts[index + 1];
    return next !== undefined && !/[\w.,]$/.test(part) && !/^\w/.test(next);
  });
}

/** The text without code blocks and code spans. */
export function proseOf(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]+`/g, ' ');
}

/** The share of the words of two sets that both have; 0 when both are empty. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** The share of the words of `part` that `whole` has too. */
export function overlap(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : [...part].filter((word) => whole.has(word)).length / part.size;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
