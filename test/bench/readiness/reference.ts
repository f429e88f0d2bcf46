// How near anybody could come: difficulties known exactly, a level that does not move, the same number of answers.

import { POPULATION } from '#features/standing/progress/ability.rules.ts';
import { estimateAbility } from '#features/standing/progress/estimate.rules.ts';
import { PASS_MARK, scaleScore } from '#features/standing/progress/exam.rules.ts';
import { expectedShare } from '#features/standing/progress/raise.rules.ts';
import { forecastScore } from '#features/standing/progress/readiness.rules.ts';
import { chanceOf } from '#features/standing/progress/response.rules.ts';
import { seededRandom, shuffle } from '#lib/random.ts';
import { diagnose, noExposure } from './diagnosis.ts';
import type { World } from './taker.ts';
import { DOMAINS, makePerson } from './world.ts';

/** Errors of the scaled score, in points: after 200 random answers, and after a diagnosis without exposure control. */
export type Reference = { random200: number; adaptive30: number };

export function refer(world: World, seed: number): Reference {
  const random = seededRandom(seed);
  const { bank, trueExam } = world;
  const { known } = makePerson(random);
  const truth = scaleScore(expectedShare(known, trueExam), PASS_MARK.mean, trueExam);
  const items = bank.map((item) => ({ ...item, difficultyVariance: 0, weight: 1, since: 0 }));
  const answers = shuffle(items, random)
    .slice(0, 200)
    .map((item) => ({ ...item, share: Number(random() < chanceOf(known[item.domain]!, item)) }));
  const ability = estimateAbility(answers, DOMAINS, POPULATION);
  const { score } = forecastScore({ ability, exam: trueExam, random });
  const informed = allKnown(world);
  const diagnosed = diagnose(informed, unlimited(informed), seed).judged;
  return { random200: score.median - truth, adaptive30: diagnosed.score.median - diagnosed.truth };
}

function allKnown(world: World): World {
  const known = world.bank.map(({ difficulty }) => ({ mean: difficulty, variance: 0, answers: 0 }));
  return { ...world, known, exam: world.trueExam };
}

function unlimited(world: World): ReturnType<typeof noExposure> {
  const none = noExposure(world);
  return { ...none, takers: none.takers.map(() => Number.POSITIVE_INFINITY) };
}
