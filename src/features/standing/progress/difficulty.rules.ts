// How hard a question is, learned from everybody's first answers; it begins at what its level promises. Pure.
import { type Item, readAnswer } from './response.rules.ts';

/** In logits. Kept per question and version. */
export type Difficulty = {
  mean: number;
  variance: number /** First answers it rests on. */;
  answers: number;
};

/** A first answer to the question, and what was known of the member before it. */
export type FirstAnswer = {
  /** θ + δ in the question's domain, in logits, and how unsure it was. */
  level: { mean: number; variance: number };
  guess: number;
  isRight: boolean;
};

const PRIOR_DEVIATION = 0.6;
const LEVEL_STEP = 0.9;
/** One answer moves a difficulty no further, in logits: a stray one or a wrong key is no landslide. */
const LONGEST_STEP = 0.5;
/** Members and exams change: a difficulty stays able to learn, as if never more than some hundreds had answered. */
const LEAST_VARIANCE = 0.03;

/** What the level that its author gave promises: 1 easy, 2 middling, 3 hard. */
export function difficultyOfLevel(level: 1 | 2 | 3): Difficulty {
  return { mean: LEVEL_STEP * (level - 2), variance: PRIOR_DEVIATION ** 2, answers: 0 };
}

/**
 * One answer more. The step is the variance times the slope of the likelihood, so that it shrinks as answers come in:
 * ten move little against the level's prior, a hundred decide.
 */
export function learnDifficulty(before: Difficulty, { level, guess, isRight }: FirstAnswer): Difficulty {
  // What is not known of the member blurs the answer just as what is not known of the item.
  const blurred = { guess, difficulty: before.mean, difficultyVariance: level.variance + before.variance };
  const { score, information } = readAnswer(level.mean, blurred, isRight ? 1 : 0);
  const step = -before.variance * score;
  return {
    mean: before.mean + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step)),
    variance: Math.max(LEAST_VARIANCE, before.variance / (1 + before.variance * information)),
    answers: before.answers + 1,
  };
}

/** The item as the model of answers wants it. */
export function itemOf({ mean, variance }: Difficulty, guess: number): Item {
  return { guess, difficulty: mean, difficultyVariance: variance };
}
