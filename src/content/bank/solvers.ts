// The test-wise solvers: ways to answer without knowing anything. None may do much better than guessing, nor much worse,
// for then its choice can be struck out; so each rule here judges the bank as a whole: F03, F04, F05, F09, F10, F11.
import { createHash } from 'node:crypto';
import type { Question } from '../schema.ts';
import type { BankFlaw, Flaw } from './finding.ts';
import { likenesses, type Rarity, rarityIn, sharedRareWords, sharedTerms } from './likeness.ts';
import { echoOf } from './options.ts';
import { isAbsolute } from './wording.ts';
import { contentWords, mean, overlap, wordsOf } from './words.ts';

/** Gives each option a number; the solver picks the highest, and guesses among several that share it. */
type Solver = { code: string; name: string; rate: (question: Question, rarity: Rarity) => number[] };

type SolverScore = { code: string; name: string; share: number };

/** Guessing gets a quarter of the questions with four options. */
export const BY_TRICK = { least: 0.2, most: 0.3 };
/** In a smaller bank chance alone leaves that range. */
const LEAST_QUESTIONS = 40;
const MOST_ECHO = 0.05;
/** So much more often, on average, do a key's words occur among the options before the question is worth a warning. */
const CONVERGENCE = 0.5;

const hedges = new Set(
  `can could may might should some usually often generally typically sometimes likely probably about approximately
  appropriate suitable possible where needed necessary`.split(/\s+/),
);

const lengthsOf = ({ options }: Question) => options.map(({ text }) => text.length);

const solvers: readonly Solver[] = [
  { code: 'F03', name: 'the longest option', rate: lengthsOf },
  { code: 'F03', name: 'the second longest option', rate: rateSecondLongest },
  { code: 'F03', name: 'the option nearest to the mean length', rate: rateMiddle },
  {
    code: 'F04',
    name: 'the shortest option',
    rate: (question) => lengthsOf(question).map((length) => -length),
  },
  ...['A', 'B', 'C', 'D'].map((letter, place) => ({
    code: 'F05',
    name: `always ${letter}`,
    rate: (question: Question) => shuffledPlaces(question).map((shown) => Number(shown === place)),
  })),
  { code: 'F09', name: 'the most hedged option', rate: ({ options }) => options.map(countHedges) },
  { code: 'F10', name: "the option with most of the stem's words", rate: rateEcho },
  { code: 'F11', name: 'the option with most terms in common with the others', rate: sharedTerms },
  { code: 'F11', name: 'the option with most rare words in common with the others', rate: sharedRareWords },
  {
    code: 'F11',
    name: 'the option with a near twin',
    rate: (question) => likenesses(question).map((values) => Math.max(...values)),
  },
  {
    code: 'F11',
    name: 'the option least like the others',
    rate: (question) => likenesses(question).map((values) => -mean(values)),
  },
];

/** The share of the single-answer questions that each solver gets right. */
export function runSolvers(questions: readonly Question[]): SolverScore[] {
  const single = questions.filter(
    (question) => question.options.filter(({ correct }) => correct).length === 1,
  );
  const rarity = rarityIn(questions);
  return solvers.map(({ code, name, rate }) => ({
    code,
    name,
    share: mean(single.map((item) => score(item, rate(item, rarity)))),
  }));
}

/** What is wrong with the whole bank by these measures; nothing for a small one. */
export function findTricks(questions: readonly Question[]): BankFlaw[] {
  if (questions.length < LEAST_QUESTIONS) return [];
  const flaws = runSolvers(questions)
    .filter(({ share }) => share > BY_TRICK.most || share < BY_TRICK.least)
    .map(({ code, name, share }): BankFlaw => {
      const range = `${percent(BY_TRICK.least)} to ${percent(BY_TRICK.most)} is right`;
      return {
        code,
        text: `picking ${name} answers ${percent(share)} of the single-answer questions, ${range}: reword keys and distractors`,
      };
    });
  const echo = mean(questions.map(echoOf));
  if (Math.abs(echo) > MOST_ECHO) {
    const text = `keys repeat ${percent(echo)} more of their stem's words than distractors, ${percent(MOST_ECHO)} is the most: reword them`;
    flaws.push({ code: 'F10', text });
  }
  return [...flaws, ...findAbsoluteOdds(questions)];
}

/** F11, one question: nobody needs the stem to see that the key stands in the middle of the others. */
export function findConvergence(question: Question): Flaw[] {
  const rates = sharedTerms(question);
  const best = (isKey: boolean) =>
    Math.max(...rates.filter((_, index) => question.options[index]?.correct === isKey));
  if (best(true) - best(false) < CONVERGENCE) return [];
  const text =
    'the key shares the most terms with the other options: let distractors share terms with each other';
  return [{ code: 'F11', level: 'warning', path: ['options'], text }];
}

/** F09 of the bank: the odds of an absolute word in a distractor over those in a key, 1 when they tell nothing. */
function findAbsoluteOdds(questions: readonly Question[]): BankFlaw[] {
  const options = questions.flatMap((question) => question.options);
  const odds = (isKey: boolean) => {
    const those = options.filter(({ correct }) => correct === isKey);
    const absolute = those.filter(({ text }) => isAbsolute(text)).length;
    // Half a case more in each cell keeps the ratio finite for a small bank (Haldane and Anscombe).
    return (absolute + 0.5) / (those.length - absolute + 0.5);
  };
  const ratio = odds(false) / odds(true);
  if (options.length < 400 || (ratio >= 0.67 && ratio <= 1.5)) return [];
  const text = `absolute words have the odds ratio ${ratio.toFixed(2)} between distractors and keys: bring it to 0.67–1.5`;
  return [{ code: 'F09', text }];
}

function score(question: Question, rates: readonly number[]): number {
  const best = Math.max(...rates);
  const picked = question.options.filter((_, index) => rates[index] === best);
  return picked.filter(({ correct }) => correct).length / picked.length;
}

/** Where each option lands in an order that depends on the question alone. */
function shuffledPlaces({ id, options }: Question): number[] {
  const keys = options.map((option) => createHash('sha1').update(`${id} ${option.id}`).digest('hex'));
  const sorted = keys.toSorted();
  return keys.map((key) => sorted.indexOf(key));
}

function countHedges({ text }: Question['options'][number]): number {
  return wordsOf(text).filter((word) => hedges.has(word)).length;
}

function rateEcho({ stem, options }: Question): number[] {
  const stemWords = contentWords(stem);
  return options.map(({ text }) => overlap(contentWords(text), stemWords));
}

function rateSecondLongest(question: Question): number[] {
  const lengths = lengthsOf(question);
  const second = lengths.toSorted((a, b) => b - a)[1];
  return lengths.map((length) => Number(length === second));
}

function rateMiddle(question: Question): number[] {
  const lengths = lengthsOf(question);
  return lengths.map((length) => -Math.abs(length - mean(lengths)));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
