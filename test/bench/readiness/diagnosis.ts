// The diagnosis, taken by simulated members one after the other: its forecast, and how often each question was given.
import { type Ability, type Answer, solve } from '#features/standing/progress/ability.rules.ts';
import {
  BAND_COUNT,
  bandOf,
  type Candidate,
  chooseDiagnostic,
} from '#features/standing/progress/diagnose.rules.ts';
import { itemOf } from '#features/standing/progress/difficulty.rules.ts';
import { estimateAbility } from '#features/standing/progress/estimate.rules.ts';
import { followAnswer, noEvidence } from '#features/standing/progress/follow.rules.ts';
import { logistic } from '#features/standing/progress/response.rules.ts';
import { type Random, seededRandom } from '#lib/random.ts';
import { comeOut, foresee, type Judged, type World } from './taker.ts';
import { DOMAINS, makePerson, SHAPE } from './world.ts';

/** By band of the end: how many finished there, and by question how many of them had got it. */
export type Exposure = {
  takers: number[];
  shown: number[][] /** With the counts of now. */;
  candidates: readonly Candidate[];
};
export type Diagnosed = { judged: Judged; band: number; items: readonly number[] };

export function noExposure(world: World): Exposure {
  const none = () => Array<number>(BAND_COUNT).fill(0);
  const shown = world.bank.map(none);
  const candidates = world.bank.map(({ domain, guess }, index) => ({
    ...{ id: String(index), domain, shown: shown[index]! },
    ...itemOf(world.known[index]!, guess),
  }));
  return { takers: none(), shown, candidates };
}

export function diagnose(world: World, exposure: Exposure, seed: number): Diagnosed {
  const random = seededRandom(seed);
  const { known } = makePerson(random);
  const { ability, items } = askThirty(world, { exposure, known }, random);
  const judged = { ...comeOut(world, known, random), ...foresee(world, ability, random) };
  return { judged, band: bandOf(ability), items };
}

/** The questions alone, with the level that they show; `known` are the true levels of the domains. */
export function askThirty(
  world: World,
  { exposure, known }: { exposure: Exposure; known: readonly number[] },
  random: Random,
): { ability: Ability; items: number[] } {
  const answers: Answer[] = [];
  const items: number[] = [];
  const asked = SHAPE.weights.map(() => 0);
  let evidence = noEvidence(DOMAINS);
  for (;;) {
    const candidates = exposure.candidates.filter(({ id }) => !items.includes(Number(id)));
    const ability = solve(evidence, world.population);
    const { takers } = exposure;
    const next = chooseDiagnostic({ ability, weights: SHAPE.weights, asked, candidates, takers, random });
    if (!next) break;
    const index = Number(next.id);
    items.push(index);
    asked[next.domain]!++;
    const answer = { ...next, weight: 1, share: answerOnce(world, { index, known }, random) };
    answers.push({ ...answer, since: 0 });
    evidence = followAnswer(evidence, { answer, days: 0 }, { ...world.population, growth: 0 });
  }
  const ability = estimateAbility(answers, DOMAINS, world.population);
  const band = bandOf(ability);
  exposure.takers[band]!++;
  for (const item of items) exposure.shown[item]![band]!++;
  return { ability, items };
}

/** The largest share of the takers of one final band that got the same question; a handful of takers proves nothing. */
export function mostExposed(diagnosed: readonly Pick<Diagnosed, 'band' | 'items'>[], enough = 50): number {
  const bands = [...Map.groupBy(diagnosed, ({ band }) => band).values()];
  const shares = bands
    .filter((takers) => takers.length >= enough)
    .map((takers) => {
      const counts = new Map<number, number>();
      for (const { items } of takers) for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
      return Math.max(...counts.values()) / takers.length;
    });
  return Math.max(0, ...shares);
}

function answerOnce(
  world: World,
  { index, known }: { index: number; known: readonly number[] },
  random: Random,
): number {
  const { domain, difficulty, guess } = world.bank[index]!;
  return random() < guess + (1 - guess) * logistic(known[domain]! - difficulty) ? 1 : 0;
}
