// An exam that is over, and what it is worth. Pure.
import { findEdition, keyOf, type Pack, type Question } from '#content/pack.ts';
import { guessChance } from '#features/standing/progress/response.rules.ts';
import type { Graded, Outcome } from './rules.ts';
import { type Score, scoreOf } from './score.rules.ts';
import type { Sitting } from './sitting.ts';

export type GradedQuestion = Graded & { question: Question };

/** An exam that is over. `graded` leaves out what nobody can grade any more. */
export type Ended = {
  kind: 'ended';
  sitting: Sitting;
  pack: Pack;
  graded: readonly GradedQuestion[];
  outcome: Outcome;
};

export type Past = { sitting: Sitting; pack: Pack; right: number; items: number; score: Score | null };
export type RealResult = {
  exam: string;
  edition: string;
  satOn: string;
  isPassed: boolean;
  score: number | null;
};

/** An exam of one domain has no score: the scale is that of the whole. */
export function scoreOfEnded({ sitting, pack, graded, outcome }: Ended): Score | null {
  const edition = findEdition(pack.exam, sitting.edition);
  if (!edition || sitting.kind === 'domain') return null;
  const guesses = graded.map(({ question }) => guessChance(question.options.length, keyOf(question).length));
  const guess = guesses.reduce((sum, each) => sum + each, 0) / Math.max(1, guesses.length);
  const { passScore, maxScore, scoredItems, domains } = edition;
  const shape = { passScore, maxScore, scoredItems, weights: domains.map(({ weight }) => weight) };
  return scoreOf({ right: outcome.scoredRight, items: outcome.scored }, { shape, guess });
}
