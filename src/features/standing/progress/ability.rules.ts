// What a member knows: a level over all (θ) and what each domain adds or takes (δ), with how sure that is. Pure.
//
// Every answer speaks of θ + δ of one domain. So the log-likelihood is, around an estimate, one parabola a domain: sums by
// domain are all that has to be kept, they fade with time, and solving them costs one pass over the domains. How answers
// become sums: estimate.rules.ts (all at once) and follow.rules.ts (one by one).
import type { Item } from './response.rules.ts';

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
