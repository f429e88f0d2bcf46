// The simulated world: a bank whose true difficulties nobody sees, members who learn and forget, exams they sit.
import { allotItems, type ExamShape } from '#features/standing/progress/exam.rules.ts';
import { guessChance, logistic } from '#features/standing/progress/response.rules.ts';
import { drawNormal } from '#lib/normal.ts';
import { type Random, seededRandom } from '#lib/random.ts';

export const SHAPE: ExamShape = {
  weights: [32, 26, 24, 18],
  scoredItems: 50,
  passScore: 720,
  maxScore: 1000,
};
export const DOMAINS = SHAPE.weights.length;

export type WorldItem = {
  domain: number;
  level: 1 | 2 | 3;
  guess: number /** True; hidden. */;
  difficulty: number;
};

/** `known` is the true level (θ + δ) of each domain at the start, `learned` what practice has added and time takes. */
export type Person = {
  known: readonly number[];
  learned: number[];
  /** Logits that an answer with its explanation adds in its domain. */
  gain: number;
  /** Answers on a day of practice. */
  pace: number;
};

export type Given = {
  item: number;
  day: number;
  isRight: boolean;
  isGuess: boolean;
  /** Days since the same member met the item; null at the first time. */
  daysSinceLast: number | null;
};

const SPREAD = 0.7;
const DOMAIN_SPREAD = 0.6;
/** What an answer in one domain adds in the others. */
const TRANSFER = 0.25;
const FORGETTING_HALF_LIFE_DAYS = 40;
/** A key seen is recalled with this chance at once, and half of it a week later. */
const RECALL = 0.8;
const RECALL_HALF_LIFE_DAYS = 7;
/** Of the answers ask how sure one is; whoever does not know says "guess" more often than not. */
const ASKED_HOW_SURE = 0.1;
const ADMITS_GUESS = 0.6;

export function makeBank(seed: number, questions = 600): WorldItem[] {
  const random = seededRandom(seed);
  return allotItems(SHAPE.weights, questions).flatMap((count, domain) =>
    Array.from({ length: count }, () => {
      const level = pickLevel(random());
      const kind = random();
      const guess = kind < 0.8 ? guessChance(4, 1) : kind < 0.95 ? guessChance(5, 2) : guessChance(6, 3);
      return { domain, level, guess, difficulty: 0.9 * (level - 2) + SPREAD * drawNormal(random) };
    }),
  );
}

export function makePerson(random: Random): Person {
  const overall = drawNormal(random);
  return {
    known: SHAPE.weights.map(() => overall + DOMAIN_SPREAD * drawNormal(random)),
    learned: SHAPE.weights.map(() => 0),
    gain: 0.003 * Math.exp(0.5 * drawNormal(random)),
    pace: 10 * Math.exp(0.4 * drawNormal(random)),
  };
}

export function levelsOf({ known, learned }: Person): number[] {
  return known.map((level, domain) => level + (learned[domain] ?? 0));
}

/** Time passes: what was learned fades. */
export function forget(person: Person, days: number): void {
  const left = 2 ** (-days / FORGETTING_HALF_LIFE_DAYS);
  person.learned = person.learned.map((level) => level * left);
}

/** The person answers and reads the explanation. */
export function answerItem(
  person: Person,
  { item, daysSinceLast }: { item: WorldItem; daysSinceLast: number | null },
  random: Random,
): { isRight: boolean; isGuess: boolean } {
  const level = (person.known[item.domain] ?? 0) + (person.learned[item.domain] ?? 0);
  const recalls = daysSinceLast !== null && random() < RECALL * 2 ** (-daysSinceLast / RECALL_HALF_LIFE_DAYS);
  const knows = recalls || random() < logistic(level - item.difficulty);
  const isRight = knows || random() < item.guess;
  const isGuess = !knows && random() < ASKED_HOW_SURE && random() < ADMITS_GUESS;
  person.learned = person.learned.map(
    (learned, domain) => learned + person.gain * (domain === item.domain ? 1 : TRANSFER),
  );
  return { isRight, isGuess };
}

/** Share of right answers in one exam of fresh items. */
export function sitExam(levels: readonly number[], bank: readonly WorldItem[], random: Random): number {
  let right = 0;
  allotItems(SHAPE.weights, SHAPE.scoredItems).forEach((count, domain) => {
    const pool = bank.filter((item) => item.domain === domain);
    for (let taken = 0; taken < count; taken++) {
      const [item] = pool.splice(Math.floor(random() * pool.length), 1);
      if (!item) continue;
      const knows = logistic((levels[domain] ?? 0) - item.difficulty);
      if (random() < item.guess + (1 - item.guess) * knows) right++;
    }
  });
  return right / SHAPE.scoredItems;
}

function pickLevel(draw: number): 1 | 2 | 3 {
  return draw < 0.25 ? 1 : draw < 0.75 ? 2 : 3;
}
