// Whether a member's own weights tell better than others what they remember: log loss on what came last. Pure.
import { type History, type Prediction, predictionsOf, type Weights } from './memory.rules.ts';

/** Before so many reviews the weights of everybody are the better guess. */
export const FIT_FROM_REVIEWS = 100;
/** Another fit is worth its while when there is so much more to learn from. */
const REFIT_GROWTH = 1.25;
/** The last part of a member's reviews judges; the fit does not see it. */
const JUDGED_SHARE = 0.2;
/** What is called certain and does not happen costs much, but not everything. */
const EPSILON = 1e-6;

/** How many reviews there have to be for the next fit. */
export function nextFitAt(reviews: number): number {
  return Math.ceil(reviews * REFIT_GROWTH);
}

/** Mean log loss, in nats; null of nothing. */
export function logLoss(predictions: readonly Pick<Prediction, 'chance' | 'isRecalled'>[]): number | null {
  if (predictions.length === 0) return null;
  const total = predictions.reduce((sum, { chance, isRecalled }) => {
    const said = Math.min(1 - EPSILON, Math.max(EPSILON, isRecalled ? chance : 1 - chance));
    return sum - Math.log(said);
  }, 0);
  return total / predictions.length;
}

/** The first day of the last fifth of all predictions; null when there is too little to be split. */
export function judgedFrom(histories: readonly History[]): number | null {
  const days = histories.flatMap(({ days: met }) => met.slice(1)).toSorted((a, b) => a - b);
  const day = days[Math.floor(days.length * (1 - JUDGED_SHARE))];
  const first = days[0];
  return day === undefined || first === undefined || day <= first ? null : day;
}

export type TrainingItem = readonly { grade: number; elapsed: number }[];

/** What was known before a day, in the optimizer's form: one item for each review, with all that led to it. */
export function trainingItems(histories: readonly History[], before: number): TrainingItem[] {
  return histories.flatMap(({ days, grades }) => {
    const reviews = grades.map((grade, index) => ({
      grade,
      elapsed: (days[index] ?? 0) - (days[index - 1] ?? days[index] ?? 0),
    }));
    return reviews.flatMap((_, index) => {
      const isKnown = index > 0 && (days[index] ?? before) < before;
      return isKnown ? [reviews.slice(0, index + 1)] : [];
    });
  });
}

/** The loss of weights on what came from a day on. */
export function lossFrom(histories: readonly History[], weights: Weights, from: number): number | null {
  const predictions = histories.flatMap((history) => predictionsOf(history, weights));
  return logLoss(predictions.filter(({ day }) => day >= from));
}

export type Judged = { loss: number; lossBefore: number; isBetter: boolean };

/** Compared with the weights in use; null where there is nothing to compare by. */
export function judgeWeights(
  histories: readonly History[],
  { candidate, current, from }: { candidate: Weights; current: Weights; from: number },
): Judged | null {
  const loss = lossFrom(histories, candidate, from);
  const lossBefore = lossFrom(histories, current, from);
  return loss === null || lossBefore === null ? null : { loss, lossBefore, isBetter: loss < lossBefore };
}
