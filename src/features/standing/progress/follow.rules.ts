// A member's level answer by answer: what the way of an answer can afford. The nightly job counts anew (estimate.rules.ts).
// Pure.
import { type Answer, type Evidence, levelFrom, POPULATION } from './ability.rules.ts';
import { readAnswer } from './response.rules.ts';
import { fade } from './weight.rules.ts';

/** Nothing known of the member but the population. */
export function noEvidence(domains: number): Evidence {
  const none = Array<number>(domains).fill(0);
  return { information: none, pull: none, age: none };
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

function add(sums: number[], index: number, more: number): void {
  sums[index] = (sums[index] ?? 0) + more;
}
