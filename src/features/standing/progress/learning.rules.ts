// What first answers teach about questions, and about members as a whole. Pure.
import { keyOf, type Question } from '#content/pack.ts';
import { type Evidence, levelIn, solve } from './ability.rules.ts';
import { type Alarm, findAlarms } from './alarms.rules.ts';
import { type Bank, guessOf } from './bank.rules.ts';
import { type Difficulty, difficultyOfLevel, learnDifficulty } from './difficulty.rules.ts';
import { rebuildEvidence } from './estimate.rules.ts';
import { followAnswer } from './follow.rules.ts';
import { type GrowthTally, tallyGrowth } from './growth.rules.ts';
import { type Counted, type Given, isKeyShown, weighAll } from './profile.rules.ts';
import { noTally, type QuestionTally, tallyAnswer } from './statistics.rules.ts';

/** A first answer to a question, with what was known of the member just before it. */
export type Attempt<G extends Given> = {
  given: G;
  /** Index of the question's domain; -1 where the edition does not have it. */
  domain: number;
  level: { mean: number; variance: number };
  evidence: Evidence;
};

const DAY_MS = 86_400_000;

/**
 * The first answers among those from `from` on, in a member's answers in order of time. Repeats, and answers after the
 * key was shown, say nothing of a question.
 */
export function findAttempts<G extends Given>(
  given: readonly G[],
  { bank, from }: { bank: Bank; from: number },
): Attempt<G>[] {
  const met = new Set(given.slice(0, from).map(({ questionId }) => questionId));
  const fresh = asGiven(given, bank);
  let at = given[from]?.at ?? new Date(0);
  let evidence = evidenceOf(given.slice(0, from), { bank, now: at });
  return given.slice(from).flatMap((answer, index) => {
    const before = evidence;
    const counted = fresh.get(from + index);
    if (counted) {
      evidence = followAnswer(before, {
        answer: counted,
        days: (answer.at.getTime() - at.getTime()) / DAY_MS,
      });
      at = answer.at;
    }
    const isFirst = !met.has(answer.questionId);
    met.add(answer.questionId);
    if (!isFirst || isKeyShown(answer)) return [];
    const domain = bank.items.get(answer.questionId)?.domain ?? -1;
    return [{ given: answer, domain, level: levelIn(solve(before), domain), evidence: before }];
  });
}

/** By index: what each answer counted as on the day it was given, before anything of it had faded. */
function asGiven(given: readonly Given[], bank: Bank): Map<number, Counted> {
  const counted = weighAll(given, { bank, now: new Date(0) });
  return new Map(counted.map((each) => [given.length - 1 - each.since, each]));
}

function evidenceOf(given: readonly Given[], { bank, now }: { bank: Bank; now: Date }): Evidence {
  return rebuildEvidence(weighAll(given, { bank, now }), bank.edition.domains.length);
}

export type Known = Difficulty & { tally: QuestionTally };

export function unknown({ difficulty, options }: Pick<Question, 'difficulty' | 'options'>): Known {
  return { ...difficultyOfLevel(difficulty), tally: noTally(options.length) };
}

/** The question after one first answer more. */
export function learnFrom<G extends Given>(
  before: Known,
  {
    attempt: { given, level },
    question,
    picks,
    seconds,
  }: {
    attempt: Attempt<G>;
    question: Question;
    picks: readonly string[];
    seconds: number | null;
  },
): Known {
  const { isRight } = given;
  const picked = question.options.flatMap(({ id }, index) => (picks.includes(id) ? [index] : []));
  return {
    ...learnDifficulty(before, { level, guess: guessOf(question), isRight }),
    tally: tallyAnswer(before.tally, { level: level.mean, isRight, picked, seconds }),
  };
}

/** Of members of an exam, after one first answer more. Tallied as if nobody grew: see `learnGrowth`. */
export function growFrom<G extends Given>(
  before: GrowthTally,
  { attempt, question, difficulty }: { attempt: Attempt<G>; question: Question; difficulty: Difficulty },
): GrowthTally {
  const { evidence, domain, level, given } = attempt;
  if (domain < 0) return before;
  const answer = { level, guess: guessOf(question), isRight: given.isRight };
  return tallyGrowth(before, { evidence, answer, domain, difficulty });
}

/** The strongest reason to look at a question; null when there is none. */
export function suspect(known: Known, question: Question): Alarm | null {
  const right = keyOf(question);
  const key = question.options.flatMap(({ id }, index) => (right.includes(id) ? [index] : []));
  const [alarm] = findAlarms({ tally: known.tally, key, level: question.difficulty, difficulty: known });
  return alarm ?? null;
}
