// A member's level from all their answers at once: penalised maximum likelihood by Newton's method. Pure.
import {
  type Ability,
  type Answer,
  type Evidence,
  levelIn,
  POPULATION,
  type Population,
  solve,
} from './ability.rules.ts';
import { noEvidence } from './follow.rules.ts';
import { type Item, readAnswer } from './response.rules.ts';

const MOST_STEPS = 40;
const CLOSE_ENOUGH = 1e-7;
/** A step of Newton's is not trusted further than this, in logits. */
const LONGEST_STEP = 1.5;

/** The member's θ and δ with their covariance, from the answers alone. */
export function estimateAbility(
  answers: readonly Answer[],
  domains: number,
  population = POPULATION,
): Ability {
  return solve(rebuildEvidence(answers, domains, population), population);
}

/**
 * The sums that `followAnswer` goes on from, counted anew: Newton to the most likely values, where the answers are read,
 * and one step from the most likely to the mean (a guess makes the likelihood lopsided).
 */
export function rebuildEvidence(
  answers: readonly Answer[],
  domains: number,
  population = POPULATION,
): Evidence {
  const counted = answers.filter(({ weight }) => weight > 0);
  let ability = solve(noEvidence(domains), population);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = solve(gather(counted, ability, population), population);
    const moved = distance(ability, next);
    ability = moved > LONGEST_STEP ? between(ability, next, LONGEST_STEP / moved) : next;
    if (moved < CLOSE_ENOUGH) break;
  }
  return lean(gather(counted, ability, population), { answers: counted, ability, population });
}

/** The answers as sums, read at an estimate. */
function gather(answers: readonly Answer[], ability: Ability, population: Population): Evidence {
  const levels = ability.domains.map(({ offset }) => ability.overall + offset);
  const [information, pull, age] = [levels.map(() => 0), levels.map(() => 0), levels.map(() => 0)];
  for (const answer of answers) {
    const level = levels[answer.domain] ?? 0;
    const reading = readAnswer(level, asNow(answer, population), answer.share);
    const known = answer.weight * reading.information;
    add(information, answer.domain, known);
    add(pull, answer.domain, known * level + answer.weight * reading.score);
    add(age, answer.domain, known * answer.since);
  }
  return { information, pull, age };
}

/** An answer of a member who has learned since is one to an item that is as much harder for who they are now. */
function asNow(answer: Answer, { growth }: Population): Item {
  return { ...answer, difficulty: answer.difficulty + growth * answer.since };
}

/** From the top of the likelihood to its mean, to first order: half the third derivative times the variance. */
function lean(
  evidence: Evidence,
  { answers, ability, population }: { answers: readonly Answer[]; ability: Ability; population: Population },
): Evidence {
  const levels = ability.domains.map((_, domain) => levelIn(ability, domain));
  const pull = [...evidence.pull];
  for (const answer of answers) {
    const { mean, variance } = levels[answer.domain] ?? { mean: 0, variance: 0 };
    const { skew } = readAnswer(mean, asNow(answer, population), answer.share);
    add(pull, answer.domain, 0.5 * answer.weight * variance * skew);
  }
  return { ...evidence, pull };
}

function add(sums: number[], index: number, more: number): void {
  sums[index] = (sums[index] ?? 0) + more;
}

function distance(from: Ability, to: Ability): number {
  return Math.max(
    Math.abs(to.overall - from.overall),
    ...to.domains.map(({ offset }, domain) => Math.abs(offset - (from.domains[domain]?.offset ?? 0))),
  );
}

function between(from: Ability, to: Ability, share: number): Ability {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    ...to,
    overall: mix(from.overall, to.overall),
    domains: to.domains.map((domain, index) => ({
      ...domain,
      offset: mix(from.domains[index]?.offset ?? 0, domain.offset),
    })),
  };
}
