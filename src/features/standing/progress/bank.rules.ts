// The bank of an edition as the model sees it: each question an item of a domain. Pure.
import { domainIdOf, type Edition, keyOf, type Pack, type Question, questionsFor } from '#content/pack.ts';
import { type Difficulty, difficultyOfLevel, itemOf } from './difficulty.rules.ts';
import { type MockExam, makeMockExam } from './exam.rules.ts';
import { guessChance, type Item } from './response.rules.ts';

export type BankItem = Item & {
  id: string;
  /** Index of its domain in the edition. */
  domain: number;
  lesson: string;
  /** The task statement it counts towards. */
  task: string;
  /** First answers that its difficulty rests on. */
  learnedFrom: number;
};

export type Bank = {
  edition: Edition;
  /** The questions of the edition as they are today, by id. */
  items: ReadonlyMap<string, BankItem>;
  exam: MockExam;
};

/** By `versionKey`; a question without one is as hard as its level promises. */
export type Difficulties = ReadonlyMap<string, Difficulty>;

export function versionKey(id: string, version: number): string {
  return `${id}/${version}`;
}

export function makeBank(pack: Pack, edition: Edition, difficulties: Difficulties): Bank {
  const items = questionsFor(pack, edition.id, null).flatMap((question) => {
    const domain = edition.domains.findIndex(({ id }) => id === domainIdOf(pack, edition.id, question));
    const task = pack.concepts.get(question.concepts[0] ?? '')?.task[edition.id];
    if (domain < 0 || task === undefined) return [];
    const { id, lesson } = question;
    const difficulty = difficultyOf(question, difficulties);
    return [{ id, domain, lesson, task, learnedFrom: difficulty.answers, ...asItem(question, difficulty) }];
  });
  const { passScore, maxScore, scoredItems, domains } = edition;
  const shape = { passScore, maxScore, scoredItems, weights: domains.map(({ weight }) => weight) };
  return { edition, items: new Map(items.map((item) => [item.id, item])), exam: makeMockExam(shape, items) };
}

function difficultyOf(
  { id, version, difficulty }: Pick<Question, 'id' | 'version' | 'difficulty'>,
  difficulties: Difficulties,
): Difficulty {
  return difficulties.get(versionKey(id, version)) ?? difficultyOfLevel(difficulty);
}

export function guessOf(question: Question): number {
  return guessChance(question.options.length, keyOf(question).length);
}

function asItem(question: Question, difficulty: Difficulty): Item {
  return itemOf(difficulty, guessOf(question));
}
