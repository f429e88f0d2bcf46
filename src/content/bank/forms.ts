// A question as numbers that say nothing about its subject: lengths, likenesses, cues and words of its options. What the
// combined solver learns from.
import type { Question } from '../schema.ts';
import { cueNames, cuesOf } from './cues.ts';
import { likenesses, type Rarity, rarityIn, sharedRareWords, sharedTerms } from './likeness.ts';
import { countAbsolutes } from './wording.ts';
import { contentWords, mean, overlap, wordsOf } from './words.ts';

/** A question with one key: for each option its features, and the place of the key. */
export type Case = { id: string; lesson: string; rows: Float64Array[]; key: number };

export type Forms = { names: readonly string[]; cases: readonly Case[] };

/** One number for each option, by one way of looking at it. */
type Rating = { name: string; rate: (question: Question, rarity: Rarity) => number[] };

/** Words that at least this share of the options have are features of their own. */
const FREQUENT = 0.02;
/** There are many words and each tells little: at full weight they drown the forms. */
const WORD_WEIGHT = 0.15;
const places = ['longest', 'second longest', 'third longest', 'shortest'];
const number = /\d[\d,.]*/g;

const ratings: readonly Rating[] = [
  { name: 'length', rate: relativeLengths },
  {
    name: 'distance from the mean length',
    rate: (question) => relativeLengths(question).map((length) => Math.abs(length - 1)),
  },
  {
    name: 'words of the stem',
    rate: ({ stem, options }) => {
      const stemWords = contentWords(stem);
      return options.map(({ text }) => overlap(contentWords(text), stemWords));
    },
  },
  { name: 'rare words shared', rate: sharedRareWords },
  { name: 'terms shared', rate: sharedTerms },
  {
    name: 'likeness to the nearest',
    rate: (question) => likenesses(question).map((all) => Math.max(...all)),
  },
  { name: 'likeness to all', rate: (question) => likenesses(question).map(mean) },
  { name: 'code', rate: count(/`/g) },
  { name: 'commas', rate: count(/[,;]/g) },
  { name: 'capitals', rate: count(/\b[A-Z]{2,}/g) },
  { name: 'numbers', rate: count(number) },
  {
    name: 'numbers of the stem',
    rate: ({ stem, options }) => {
      const known = new Set(stem.match(number));
      return options.map(({ text }) => (text.match(number) ?? []).filter((found) => known.has(found)).length);
    },
  },
  { name: 'absolute words', rate: ({ options }) => options.map(({ text }) => countAbsolutes(text)) },
  {
    name: 'options with the same first word',
    rate: ({ options }) => {
      const openers = options.map(({ text }) => wordsOf(text)[0]);
      return openers.map((opener) => openers.filter((other) => other === opener).length);
    },
  },
];

export function describeForms(questions: readonly Question[]): Forms {
  const rarity = rarityIn(questions);
  const words = frequentWords(questions);
  const cases = questions.map((question) => ({
    id: question.id,
    lesson: question.lesson,
    rows: rowsOf(question, { rarity, words }),
    key: question.options.findIndex(({ correct }) => correct),
  }));
  standardize(cases, words.length);
  const names = [
    ...ratings.flatMap(({ name }) => [`${name}: more`, `${name}: most`, `${name}: least`]),
    ...places.map((place) => `the ${place}`),
    ...cueNames,
    ...words.map((word) => `the word "${word}"`),
  ];
  return { names, cases };
}

function frequentWords(questions: readonly Question[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of questions.flatMap(({ options }) => options)) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([, many]) => many >= FREQUENT * 4 * questions.length).map(([word]) => word);
}

function rowsOf(
  question: Question,
  { rarity, words }: { rarity: Rarity; words: readonly string[] },
): Float64Array[] {
  const rated = ratings.map(({ rate }) => rate(question, rarity));
  const lengths = question.options.map(({ text }) => text.length);
  const sorted = lengths.toSorted((a, b) => b - a);
  return question.options.map((option, index) => {
    const own = new Set(wordsOf(option.text));
    return Float64Array.from([
      ...rated.flatMap((values) => {
        const value = values[index] ?? 0;
        return [value, Number(value === Math.max(...values)), Number(value === Math.min(...values))];
      }),
      ...sorted.map((length) => Number(length === lengths[index])),
      ...cuesOf(option).map(Number),
      ...words.map((word) => Number(own.has(word))),
    ]);
  });
}

function relativeLengths({ options }: Question): number[] {
  const lengths = options.map(({ text }) => text.length);
  return lengths.map((length) => length / mean(lengths));
}

function count(pattern: RegExp): Rating['rate'] {
  return ({ options }) => options.map(({ text }) => text.match(pattern)?.length ?? 0);
}

/** Each feature around the mean of its question, in units of its spread over the bank; the last ones are words. */
function standardize(cases: readonly Case[], words: number): void {
  const size = cases[0]?.rows[0]?.length ?? 0;
  for (let feature = 0; feature < size; feature += 1)
    standardizeOne(cases, feature, feature < size - words ? 1 : WORD_WEIGHT);
}

function standardizeOne(cases: readonly Case[], feature: number, weight: number): void {
  const of = (row: Float64Array) => row[feature] ?? 0;
  for (const { rows } of cases) {
    const center = mean(rows.map(of));
    for (const row of rows) row[feature] = of(row) - center;
  }
  const rows = cases.flatMap((item) => item.rows);
  const spread = Math.sqrt(mean(rows.map((row) => of(row) ** 2)));
  for (const row of rows) row[feature] = spread === 0 ? 0 : (of(row) * weight) / spread;
}
