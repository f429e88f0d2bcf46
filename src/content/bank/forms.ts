// A question as numbers that say nothing about its subject: lengths, likenesses, cues and words of its options. What the
// combined solver learns from.
import type { Question } from '../schema.ts';
import { cuesOf } from './cues.ts';
import { likenesses, type Rarity, rarityIn, sharedRareWords, sharedTerms } from './likeness.ts';
import { countAbsolutes } from './wording.ts';
import { contentWords, mean, overlap, wordsOf } from './words.ts';

/** A question with one key: for each option its features, and the place of the key. */
export type Case = { lesson: string; rows: Float64Array[]; key: number };

/** Words that at least this share of the options have are features of their own. */
const FREQUENT = 0.02;
/** There are many words and each tells little: at full weight they drown the forms. */
const WORD_WEIGHT = 0.15;

export function describeForms(questions: readonly Question[]): Case[] {
  const rarity = rarityIn(questions);
  const words = frequentWords(questions);
  const cases = questions.map((question) => ({
    lesson: question.lesson,
    rows: rowsOf(question, { rarity, words }),
    key: question.options.findIndex(({ correct }) => correct),
  }));
  standardize(cases, words.length);
  return cases;
}

function frequentWords(questions: readonly Question[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of questions.flatMap(({ options }) => options)) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= FREQUENT * 4 * questions.length).map(([word]) => word);
}

function rowsOf(
  question: Question,
  { rarity, words }: { rarity: Rarity; words: readonly string[] },
): Float64Array[] {
  const ratings = rateForms(question, rarity);
  const lengths = question.options.map(({ text }) => text.length);
  const sorted = lengths.toSorted((a, b) => b - a);
  return question.options.map((option, index) => {
    const own = new Set(wordsOf(option.text));
    return Float64Array.from([
      ...ratings.flatMap((values) => {
        const value = values[index] ?? 0;
        return [value, Number(value === Math.max(...values)), Number(value === Math.min(...values))];
      }),
      ...sorted.map((length) => Number(length === lengths[index])),
      ...cuesOf(option).map(Number),
      ...words.map((word) => Number(own.has(word))),
    ]);
  });
}

/** One number for each option, by one way of looking at it after the other. */
function rateForms(question: Question, rarity: Rarity): number[][] {
  const { stem, options } = question;
  const each = (rate: (text: string) => number) => options.map(({ text }) => rate(text));
  const stemWords = contentWords(stem);
  const numbers = new Set(stem.match(/\d[\d,.]*/g));
  const like = likenesses(question);
  const average = mean(each((text) => text.length));
  const first = each((text) => text.length).map((length) => length / average);
  const openers = options.map(({ text }) => wordsOf(text)[0]);
  return [
    first,
    first.map((length) => Math.abs(length - 1)),
    each((text) => overlap(contentWords(text), stemWords)),
    sharedRareWords(question, rarity),
    sharedTerms(question),
    like.map((values) => Math.max(...values)),
    like.map(mean),
    each((text) => text.split('`').length),
    each((text) => text.split(/[,;]/).length),
    each((text) => text.match(/\b[A-Z]{2,}/g)?.length ?? 0),
    each((text) => text.match(/\d[\d,.]*/g)?.length ?? 0),
    each((text) => (text.match(/\d[\d,.]*/g) ?? []).filter((number) => numbers.has(number)).length),
    each(countAbsolutes),
    openers.map((opener) => openers.filter((other) => other === opener).length),
  ];
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
