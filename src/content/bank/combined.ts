// F32: the combined solver. It learns on nine tenths of the lessons which forms and words keys have, answers the rest by
// that alone, and must not do much better than by guessing. A conditional logit: the options of a question compete.
import type { Question } from '../schema.ts';
import type { BankFlaw } from './finding.ts';
import { type Case, describeForms, type Forms } from './forms.ts';
import { mean } from './words.ts';

export const MOST_COMBINED = 0.33;
/** Fewer questions teach nothing that holds for others. */
const LEAST_QUESTIONS = 100;
const FOLDS = 10;
const STEPS = 60;
const RATE = 0.1;
/** Pulls weights to zero, so that chance in the lessons learned from is not taken for a rule. */
const PENALTY = 0.02;

type Guess = { id: string; score: number; chance: number };

/** The share of the single-answer questions that it gets right in lessons it has not seen; null for a small bank. */
export function runCombinedSolver(questions: readonly Question[]): number | null {
  const forms = describe(questions);
  return forms === null ? null : mean(guessAll(forms).map(({ score }) => score));
}

/**
 * To mend a bank: the questions whose key it is surest of, with the chance it gives them, and the features that speak
 * loudest for a key (above 0) or against one, learned from all. Empty for a small bank.
 */
export function explainCombinedSolver(questions: readonly Question[]): {
  guesses: Guess[];
  weights: { name: string; weight: number }[];
} {
  const forms = describe(questions);
  if (forms === null) return { guesses: [], weights: [] };
  const learned = learn(forms.cases);
  const rows = forms.cases.flatMap((item) => item.rows);
  const weights = forms.names.map((name, feature) => {
    // By its spread, since words are scaled down.
    const spread = Math.sqrt(mean(rows.map((row) => (row[feature] ?? 0) ** 2)));
    return { name, weight: (learned[feature] ?? 0) * spread };
  });
  return {
    guesses: guessAll(forms).sort((a, b) => b.chance - a.chance),
    weights: weights.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

export function findCombinedFlaw(questions: readonly Question[]): BankFlaw[] {
  const share = runCombinedSolver(questions);
  if (share === null || share <= MOST_COMBINED) return [];
  const text = `a solver that has learned forms and words from other lessons answers ${(100 * share).toFixed(1)} % without any knowledge, ${100 * MOST_COMBINED} % is the most: --coverage shows solvers and cues`;
  return [{ code: 'F32', text }];
}

function describe(questions: readonly Question[]): Forms | null {
  const single = questions.filter(({ options }) => options.length === 4);
  return single.length < LEAST_QUESTIONS ? null : describeForms(single);
}

function guessAll({ cases }: Forms): Guess[] {
  const lessons = [...new Set(cases.map(({ lesson }) => lesson))].sort();
  const foldOf = ({ lesson }: Case) => lessons.indexOf(lesson) % FOLDS;
  const folds = [...new Set(cases.map(foldOf))];
  return folds.flatMap((fold) => {
    const weights = learn(cases.filter((item) => foldOf(item) !== fold));
    return cases.filter((item) => foldOf(item) === fold).map((item) => guess(item, weights));
  });
}

/** Gradient ascent with momentum on the penalized likelihood. It starts at zero, so the result is always the same. */
function learn(cases: readonly Case[]): Float64Array {
  const size = cases[0]?.rows[0]?.length ?? 0;
  const [weights, speed] = [new Float64Array(size), new Float64Array(size)];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = gradientAt(weights, cases);
    for (let feature = 0; feature < size; feature += 1) {
      const pull = (gradient[feature] ?? 0) / cases.length - PENALTY * (weights[feature] ?? 0);
      speed[feature] = 0.9 * (speed[feature] ?? 0) + RATE * pull;
      weights[feature] = (weights[feature] ?? 0) + (speed[feature] ?? 0);
    }
  }
  return weights;
}

function gradientAt(weights: Float64Array, cases: readonly Case[]): Float64Array {
  const gradient = new Float64Array(weights.length);
  for (const { rows, key } of cases) {
    const chances = chancesOf(rows, weights);
    for (const [index, row] of rows.entries()) {
      const error = Number(index === key) - (chances[index] ?? 0);
      for (let feature = 0; feature < row.length; feature += 1)
        gradient[feature] = (gradient[feature] ?? 0) + error * (row[feature] ?? 0);
    }
  }
  return gradient;
}

function chancesOf(rows: readonly Float64Array[], weights: Float64Array): number[] {
  const sums = rows.map((row) => {
    let sum = 0;
    for (let feature = 0; feature < row.length; feature += 1)
      sum += (row[feature] ?? 0) * (weights[feature] ?? 0);
    return sum;
  });
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / total);
}

/** The score is 1 for the key, 0 for another, a part of 1 when several are picked alike; the chance is the key's. */
function guess({ id, rows, key }: Case, weights: Float64Array): Guess {
  const chances = chancesOf(rows, weights);
  const best = Math.max(...chances);
  const picked = chances.filter((chance) => chance === best).length;
  return { id, score: chances[key] === best ? 1 / picked : 0, chance: chances[key] ?? 0 };
}
