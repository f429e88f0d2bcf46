// One taker of the simulation: practises to the last stage and, at each, sits a real exam that all columns foresee.
import type { Ability } from '#features/standing/progress/ability.rules.ts';
import type { Outcome } from '#features/standing/progress/calibration.rules.ts';
import { itemOf } from '#features/standing/progress/difficulty.rules.ts';
import {
  type MockExam,
  makeMockExam,
  PASS_MARK,
  scaleScore,
} from '#features/standing/progress/exam.rules.ts';
import { expectedShare } from '#features/standing/progress/raise.rules.ts';
import { forecastScore, passChanceAt } from '#features/standing/progress/readiness.rules.ts';
import { drawNormal } from '#lib/normal.ts';
import { type Random, seededRandom } from '#lib/random.ts';
import type { Learned } from './earlier.ts';
import { estimate, lastMock, practiseOnce, startPractice } from './practice.ts';
import { type Guess, mockExamScore, plainPercentage, weighedAccuracy } from './rivals.ts';
import { levelsOf, makePerson, SHAPE, sitExam, type WorldItem } from './world.ts';

export const STAGES = [50, 100, 200, 400] as const;
export const COLUMNS = [
  'Cohort',
  'level known',
  'percentage',
  'last 100',
  'last mock',
  'acc × diff × recency',
] as const;
type Column = (typeof COLUMNS)[number];

export type World = Learned & {
  bank: readonly WorldItem[];
  /** With the difficulties as learned, and as they are. */
  exam: MockExam;
  trueExam: MockExam;
};

/** A forecast and what came out; `truth` is the scaled score to expect at the true level. */
export type Judged = Outcome & { truth: number };
export type Stage = Record<Column, Judged>;

export function makeWorld(bank: readonly WorldItem[], learned: Learned): World {
  const { known } = learned;
  return {
    ...learned,
    bank,
    exam: makeMockExam(
      SHAPE,
      bank.map((item, index) => ({ domain: item.domain, ...itemOf(known[index]!, item.guess) })),
    ),
    trueExam: makeMockExam(
      SHAPE,
      bank.map((item) => ({ ...item, difficultyVariance: 0 })),
    ),
  };
}

/** What came of the taker, stage by stage. */
export function followTaker(world: World, seed: number): Stage[] {
  const random = seededRandom(seed);
  const practice = startPractice(makePerson(random));
  const setting = { ...world, random };
  const stages: Stage[] = [];
  for (let answers = 1; answers <= STAGES.at(-1)!; answers++) {
    practiseOnce(practice, setting);
    if (!STAGES.some((stage) => stage === answers)) continue;
    const levels = levelsOf(practice.person);
    const outcome = comeOut(world, levels, random);
    const judge = (guess: Guess) => ({
      ...outcome,
      passChance: guess.passChance,
      score: asRange(guess.score),
    });
    stages.push({
      Cohort: { ...outcome, ...foresee(world, estimate(practice, setting), random) },
      'level known': judge({ score: outcome.truth, passChance: passChanceAt(levels, world.trueExam) }),
      percentage: judge(plainPercentage(practice.given, world.exam)),
      'last 100': judge(plainPercentage(practice.given.slice(-100), world.exam)),
      'last mock': judge(mockExamScore(lastMock(practice.given), world.exam)),
      'acc × diff × recency': judge(
        weighedAccuracy(practice.given, world.exam, { ...world, today: practice.day }),
      ),
    });
  }
  return stages;
}

export function foresee({ exam }: World, ability: Ability, random: Random): ReturnType<typeof forecastScore> {
  return forecastScore({ ability, exam, random });
}

/** The real exam: fresh questions, and a pass mark that nobody knows. */
export function comeOut(
  { bank, trueExam }: World,
  levels: readonly number[],
  random: Random,
): Pick<Judged, 'truth' | 'hasPassed' | 'realScore'> {
  const passMark = PASS_MARK.mean + PASS_MARK.deviation * drawNormal(random);
  const realScore = scaleScore(sitExam(levels, bank, random), passMark, trueExam);
  const truth = scaleScore(expectedShare(levels, trueExam), PASS_MARK.mean, trueExam);
  return { truth, realScore, hasPassed: realScore >= SHAPE.passScore };
}

/** Nobody but Cohort says a range. */
function asRange(score: number): Outcome['score'] {
  return { median: score, low: score, high: score };
}
