// Which option behaves like the key: picked the more, the better somebody is. Odds of another key, or of a second one
// beside it, against the key as it stands. For questions with one right option. Pure.
import { difficultyOfLevel } from './difficulty.rules.ts';
import { chanceOf } from './response.rules.ts';
import { NINTHS } from './statistics.rules.ts';

export type KeyOdds = {
  kind: 'wrong-key' | 'second-key';
  /** The option that would be the key, or one too; an index in file order. */
  option: number;
  /** How much likelier the answers are if some other key holds than if this one does. */
  odds: number;
};

/** Difficulties that a question of a level may have: places in deviations of their spread, and their weights. */
const PLACES = [-2.4, -1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4] as const;
const SPREAD = 0.7;
/** The levels of members are estimates, with about this variance. */
const LEVEL_VARIANCE = 0.12;
/** How unlike each other the pulls of wrong options are: as counts of a Dirichlet distribution. */
const PULL = 4;
/** Two right options share those who know rather evenly. */
const EVEN = 6;

/** `picks` by ninth of ability and by option in file order. */
export function weighKeys(
  picks: readonly (readonly number[])[],
  { key, level }: { key: number; level: 1 | 2 | 3 },
): KeyOdds {
  const options = picks[0]?.length ?? 0;
  const asItStands = logLikelihood(picks, { right: [key], level });
  const others = Array.from({ length: options }, (_, option) => option).filter((option) => option !== key);
  const explanations = others.flatMap((option) => [
    { kind: 'wrong-key' as const, option, log: logLikelihood(picks, { right: [option], level }) },
    { kind: 'second-key' as const, option, log: logLikelihood(picks, { right: [key, option], level }) },
  ]);
  const best = explanations.reduce((one, other) => (other.log > one.log ? other : one));
  const all = sumOfExponentials(explanations.map(({ log }) => log)) - Math.log(explanations.length);
  return { kind: best.kind, option: best.option, odds: Math.exp(Math.min(500, all - asItStands)) };
}

/** Of the picks, if these options are right: averaged over difficulty, the pull of wrong options, the split of right ones. */
function logLikelihood(
  picks: readonly (readonly number[])[],
  { right, level }: { right: readonly number[]; level: 1 | 2 | 3 },
): number {
  const options = picks[0]?.length ?? 0;
  const total = (option: number) => picks.reduce((sum, counts) => sum + (counts[option] ?? 0), 0);
  const wrong = Array.from({ length: options }, (_, option) => option).filter(
    (option) => !right.includes(option),
  );
  const split = dirichlet(right.map(total), EVEN) + dirichlet(wrong.map(total), PULL);
  const byNinth = picks.map((counts) => ({
    hits: right.reduce((sum, option) => sum + (counts[option] ?? 0), 0),
    misses: wrong.reduce((sum, option) => sum + (counts[option] ?? 0), 0),
  }));
  const chances = chancesOf(level, right.length / options);
  const places = PLACES.map((place, index) => -(place ** 2) / 2 + logHits(byNinth, chances[index] ?? []));
  return split + sumOfExponentials(places);
}

type LogChance = { hit: number; miss: number };

const remembered = new Map<string, readonly (readonly LogChance[])[]>();

/** By place of the difficulty and by ninth; the same few tables for all questions. */
function chancesOf(level: 1 | 2 | 3, guess: number): readonly (readonly LogChance[])[] {
  const name = `${level} ${guess}`;
  const known = remembered.get(name);
  if (known) return known;
  const made = PLACES.map((place) => {
    const difficulty = difficultyOfLevel(level).mean + SPREAD * place;
    return NINTHS.map((ability) => {
      const chance = chanceOf(ability, { guess, difficulty, difficultyVariance: LEVEL_VARIANCE });
      return { hit: Math.log(chance), miss: Math.log(1 - chance) };
    });
  });
  remembered.set(name, made);
  return made;
}

function logHits(
  byNinth: readonly { hits: number; misses: number }[],
  chances: readonly LogChance[],
): number {
  return byNinth.reduce((sum, { hits, misses }, ninth) => {
    const log = chances[ninth];
    return log ? sum + hits * log.hit + misses * log.miss : sum;
  }, 0);
}

/** Log of the chance of these choices in their order, when the shares are drawn from an even Dirichlet distribution. */
function dirichlet(counts: readonly number[], strength: number): number {
  const rising = (from: number, steps: number) => {
    let log = 0;
    for (let step = 0; step < steps; step++) log += Math.log(from + step);
    return log;
  };
  const total = counts.reduce((sum, count) => sum + count, 0);
  const each = counts.reduce((sum, count) => sum + rising(strength, count), 0);
  return each - rising(strength * counts.length, total);
}

function sumOfExponentials(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
