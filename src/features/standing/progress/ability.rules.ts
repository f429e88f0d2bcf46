// What a member knows: a level over all (θ) and what each domain adds or takes (δ), with how sure that is. Pure.
//
// Every answer speaks of θ + δ of one domain. So the log-likelihood is, around the estimate, one parabola a domain:
// two sums. They are all that has to be kept, they fade with time, and solving costs one pass over the domains.
import { type Item, readAnswer } from './response.rules.ts';
import { fade } from './weight.rules.ts';

export type Answer = Item & {
  /** Index of the question's domain in the edition. */
  domain: number;
  /** 1 right, 0 wrong, 0.5 right by a guess. */
  share: number;
  /** 0 to 1. */
  weight: number;
  /** How many answers the member has given after this one, of any weight. */
  since: number;
};

/** What is known of members before they answer, in logits. */
export type Population = {
  /** Deviation of θ, whose mean is 0. */
  overall: number;
  /** Deviation of each δ. */
  domain: number;
  /** What members gain with an answer, on average over what they learn and forget; see growth.rules.ts. */
  growth: number;
};
export const POPULATION: Population = { overall: 1, domain: 0.6, growth: 0 };

/** By domain, as plain numbers to be stored: how much the answers say, where they point, how long ago they were. */
export type Evidence = {
  /** Sum of information, per logit squared. */
  information: readonly number[];
  /** Sum of information × level. */
  pull: readonly number[];
  /** Sum of information × answers since. */
  age: readonly number[];
};

type DomainAbility = {
  /** Mean of δ, in logits. */
  offset: number;
  /** By how much the mean of δ falls when θ is a logit higher than thought: −1 to 0. */
  slope: number;
  /** Variance of δ for somebody whose θ is known. */
  rest: number;
};

/** The posterior, jointly normal: θ ~ N(overall, variance); δ given θ ~ N(offset + slope · (θ − overall), rest). */
export type Ability = { overall: number; variance: number; domains: readonly DomainAbility[] };

const MOST_STEPS = 40;
const CLOSE_ENOUGH = 1e-7;
/** A step of Newton's is not trusted further than this, in logits. */
const LONGEST_STEP = 1.5;

/** Nothing known of the member but the population. */
export function noEvidence(domains: number): Evidence {
  const none = Array<number>(domains).fill(0);
  return { information: none, pull: none, age: none };
}

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

/**
 * One answer more, in time that does not grow with the answers: read at what was known before it. `days` have passed
 * since the evidence; the answer's `since` is not asked, it is the latest.
 */
export function followAnswer(
  evidence: Evidence,
  { answer, days }: { answer: Omit<Answer, 'since'>; days: number },
  population = POPULATION,
): Evidence {
  const left = fade(days);
  const level = levelFrom(evidence, { domain: answer.domain, left }, population);
  const { information, score } = readAnswer(level.mean, answer, answer.share);
  const sums = { information: [] as number[], pull: [] as number[], age: [] as number[] };
  // The answer teaches too: all that was known before it is now of a member who knew a little less.
  evidence.information.forEach((before, domain) => {
    const known = before * left;
    sums.information.push(known);
    sums.pull.push((evidence.pull[domain] ?? 0) * left + population.growth * known);
    sums.age.push((evidence.age[domain] ?? 0) * left + known);
  });
  add(sums.information, answer.domain, answer.weight * information);
  add(sums.pull, answer.domain, answer.weight * (information * level.mean + score));
  return sums;
}

/** What the answers still say after so many days without any. */
export function fadeEvidence({ information, pull, age }: Evidence, days: number): Evidence {
  const left = fade(days);
  const faded = (sums: readonly number[]) => sums.map((sum) => sum * left);
  return { information: faded(information), pull: faded(pull), age: faded(age) };
}

/** θ and δ from the sums: a matrix shaped like an arrow, solved by eliminating the domains. */
export function solve(
  { information, pull }: Pick<Evidence, 'information' | 'pull'>,
  population = POPULATION,
): Ability {
  const priorDomain = 1 / population.domain ** 2;
  let precision = 1 / population.overall ** 2;
  let towards = 0;
  information.forEach((known, domain) => {
    // What the answers of a domain say of θ, with its δ unknown.
    const share = priorDomain / (priorDomain + known);
    precision += known * share;
    towards += (pull[domain] ?? 0) * share;
  });
  const overall = towards / precision;
  const domains = information.map((known, domain) => ({
    offset: ((pull[domain] ?? 0) - known * overall) / (priorDomain + known),
    slope: -known / (priorDomain + known),
    rest: 1 / (priorDomain + known),
  }));
  return { overall, variance: 1 / precision, domains };
}

/** θ + δ of a domain with its variance; of a domain that the ability does not have, that of a new one. */
export function levelIn(
  { overall, variance, domains }: Ability,
  domain: number,
): { mean: number; variance: number } {
  const { offset, slope, rest } = domains[domain] ?? { offset: 0, slope: 0, rest: POPULATION.domain ** 2 };
  return { mean: overall + offset, variance: (1 + slope) ** 2 * variance + rest };
}

/**
 * The same from the sums at once, of which `left` is left: for the way of an answer, where one domain is asked.
 */
export function levelFrom(
  { information, pull }: Pick<Evidence, 'information' | 'pull'>,
  { domain: asked, left = 1 }: { domain: number; left?: number },
  population = POPULATION,
): { mean: number; variance: number } {
  const prior = 1 / population.domain ** 2;
  let precision = 1 / population.overall ** 2;
  let towards = 0;
  for (let domain = 0; domain < information.length; domain++) {
    const known = (information[domain] ?? 0) * left;
    const share = prior / (prior + known);
    precision += known * share;
    towards += (pull[domain] ?? 0) * left * share;
  }
  const known = (information[asked] ?? 0) * left;
  const rest = 1 / (prior + known);
  const mean = ((pull[asked] ?? 0) * left + prior * (towards / precision)) * rest;
  return { mean, variance: (prior * rest) ** 2 / precision + rest };
}

/** The covariance of (θ, δ₁ … δ_D) as rows. */
export function covarianceOf({ variance, domains }: Ability): number[][] {
  const slopes = [1, ...domains.map(({ slope }) => slope)];
  const rests = [0, ...domains.map(({ rest }) => rest)];
  return slopes.map((row, i) =>
    slopes.map((column, j) => row * column * variance + (i === j ? (rests[i] ?? 0) : 0)),
  );
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
