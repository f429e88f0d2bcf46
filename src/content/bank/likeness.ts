// How much the options of a question have in common, as numbers that need no knowledge of the subject.
import type { Question } from '../schema.ts';
import { contentWords, mean, similarity } from './words.ts';

/** How rare a word is among the options of a bank: 0 when every option has it. */
export type Rarity = (word: string) => number;

export function rarityIn(questions: readonly Question[]): Rarity {
  const counts = new Map<string, number>();
  const options = questions.flatMap((question) => question.options);
  for (const { text } of options) {
    for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => Math.log((options.length + 1) / ((counts.get(word) ?? 0) + 1));
}

/** For each option the words it shares with another, rare ones counting more. */
export function sharedRareWords({ options }: Question, rarity: Rarity): number[] {
  const sets = options.map(({ text }) => contentWords(text));
  return sets.map((own, index) => {
    const shared = [...own].filter((word) => sets.some((set, other) => other !== index && set.has(word)));
    return shared.reduce((sum, word) => sum + rarity(word), 0);
  });
}

/** For each option, how often its words occur in the others. */
export function sharedTerms({ options }: Question): number[] {
  const sets = options.map(({ text }) => contentWords(text));
  return sets.map((own) => mean([...own].map((word) => sets.filter((set) => set.has(word)).length)));
}

/** For each option its likeness to each of the others. */
export function likenesses({ options }: Question): number[][] {
  const sets = options.map(({ text }) => contentWords(text));
  return sets.map((own, index) =>
    sets.filter((_, other) => other !== index).map((set) => similarity(own, set)),
  );
}
