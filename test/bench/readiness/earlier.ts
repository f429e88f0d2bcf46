// The members who came first: from their answers alone difficulties and growth are learned, as the nightly job does it.
import { levelIn, POPULATION, type Population, solve } from '#features/standing/progress/ability.rules.ts';
import {
  type Difficulty,
  difficultyOfLevel,
  learnDifficulty,
} from '#features/standing/progress/difficulty.rules.ts';
import { learnGrowth, NO_GROWTH, tallyGrowth } from '#features/standing/progress/growth.rules.ts';
import { seededRandom } from '#lib/random.ts';
import { practiseOnce, startPractice } from './practice.ts';
import { makePerson, type WorldItem } from './world.ts';

const MEMBERS = 30;
const ANSWERS = 400;

export type Learned = { known: Difficulty[]; population: Population };

export function learnFromEarlier(bank: readonly WorldItem[], seed: number): Learned {
  const random = seededRandom(seed);
  const known = bank.map(({ level }) => difficultyOfLevel(level));
  const practices = Array.from({ length: MEMBERS }, () => startPractice(makePerson(random)));
  const population = { ...POPULATION };
  let tally = NO_GROWTH;
  for (let round = 0; round < ANSWERS; round++) {
    for (const practice of practices) {
      const evidence = practice.evidence;
      const given = practiseOnce(practice, { bank, known, population, random });
      if (given.daysSinceLast !== null) continue;
      const { domain, guess } = bank[given.item]!;
      const answer = { level: levelIn(solve(evidence, population), domain), guess, isRight: given.isRight };
      tally = tallyGrowth(tally, { evidence, answer, domain, difficulty: known[given.item]! });
      known[given.item] = learnDifficulty(known[given.item]!, answer);
    }
  }
  return { known, population: { ...population, growth: learnGrowth(tally, population.growth) } };
}
