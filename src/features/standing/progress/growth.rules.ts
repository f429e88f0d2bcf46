// How much members gain with an answer, learned from all of them: without it, an estimate lags behind who studies. Pure.
import { type Evidence, levelIn, type Population, solve } from './ability.rules.ts';
import type { FirstAnswer } from './difficulty.rules.ts';
import { readAnswer } from './response.rules.ts';

/** Sums that can be kept, and added up from several runs. */
export type GrowthTally = { slope: number; information: number };

export const NO_GROWTH: GrowthTally = { slope: 0, information: 0 };
/** Before anybody has answered: a tenth of a logit in a hundred answers, give or take half of it. */
const USUAL = { mean: 0.001, deviation: 0.0005 };

/**
 * One answer more, compared with what was expected of the member before it. Where the estimate rests on answers of long
 * ago and still the member does better than it says, members grow faster than assumed.
 */
export function tallyGrowth(
  tally: GrowthTally,
  {
    evidence,
    answer,
    domain,
    difficulty,
  }: {
    evidence: Evidence;
    answer: FirstAnswer;
    domain: number;
    difficulty: { mean: number; variance: number };
  },
): GrowthTally {
  // The estimate is linear in the growth assumed: so many answers old is what it says of this domain.
  const lag = levelIn(solve({ information: evidence.information, pull: evidence.age }), domain).mean;
  const blurred = {
    guess: answer.guess,
    difficulty: difficulty.mean,
    difficultyVariance: difficulty.variance + answer.level.variance,
  };
  const { score, information } = readAnswer(answer.level.mean, blurred, answer.isRight ? 1 : 0);
  return {
    slope: tally.slope + score * lag,
    information: tally.information + information * lag * lag,
  };
}

/** The growth to assume from now on, after a tally that was taken while `assumed` was. */
export function learnGrowth(tally: GrowthTally, assumed: Population['growth']): number {
  const prior = 1 / USUAL.deviation ** 2;
  const rise = (tally.slope + prior * (USUAL.mean - assumed)) / (tally.information + prior);
  return assumed + rise;
}
