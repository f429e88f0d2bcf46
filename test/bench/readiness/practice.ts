// One simulated member practises: what is asked next, what is known of them meanwhile, and the rows that are left.
import {
  type Ability,
  type Answer,
  type Evidence,
  levelIn,
  type Population,
  solve,
} from '#features/standing/progress/ability.rules.ts';
import { type Difficulty, itemOf } from '#features/standing/progress/difficulty.rules.ts';
import { estimateAbility } from '#features/standing/progress/estimate.rules.ts';
import { allotItems } from '#features/standing/progress/exam.rules.ts';
import { followAnswer, noEvidence } from '#features/standing/progress/follow.rules.ts';
import { weighAnswer } from '#features/standing/progress/weight.rules.ts';
import { drawNormal } from '#lib/normal.ts';
import type { Random } from '#lib/random.ts';
import { answerItem, DOMAINS, forget, type Given, type Person, SHAPE, type WorldItem } from './world.ts';

export type Practice = {
  person: Person;
  evidence: Evidence;
  given: Given[];
  /** By item: the day it was last met. */
  met: Map<number, number>;
  day: number;
};

export type Setting = {
  bank: readonly WorldItem[];
  known: readonly Difficulty[];
  population: Population;
  random: Random;
};

/** The answers after which a mock exam begins: its questions follow the blueprint and count for the estimate too. */
const MOCKS = [0, 150, 350];
const MOCK_DOMAINS = allotItems(SHAPE.weights, SHAPE.scoredItems).flatMap((count, domain) =>
  Array<number>(count).fill(domain),
);
/** How often the weakest domain is practised instead of one by the blueprint. */
const ADAPTIVE = 0.5;

export function startPractice(person: Person): Practice {
  return { person, evidence: noEvidence(DOMAINS), given: [], met: new Map(), day: 0 };
}

/** One question more; days pass between sessions. */
export function practiseOnce(practice: Practice, setting: Setting): Given {
  const { bank, random } = setting;
  const days = pass(practice, random);
  const index = chooseItem(practice, setting);
  const item = bank[index]!;
  const last = practice.met.get(index);
  const daysSinceLast = last === undefined ? null : practice.day - last;
  const given = {
    item: index,
    day: practice.day,
    daysSinceLast,
    ...answerItem(practice.person, { item, daysSinceLast }, random),
  };
  practice.given.push(given);
  practice.met.set(index, practice.day);
  practice.evidence = followAnswer(
    practice.evidence,
    { answer: asAnswer(given, practice.day, setting), days },
    setting.population,
  );
  return given;
}

/** The estimate from the rows alone, as it stands on the day. */
export function estimate(practice: Practice, setting: Setting): Ability {
  return estimateAbility(
    practice.given.map((given, index) => ({
      ...asAnswer(given, practice.day, setting),
      since: practice.given.length - index,
    })),
    DOMAINS,
    setting.population,
  );
}

function asAnswer(
  given: Given,
  today: number,
  { bank, known }: Pick<Setting, 'bank' | 'known'>,
): Omit<Answer, 'since'> {
  const item = bank[given.item]!;
  return {
    domain: item.domain,
    ...itemOf(known[given.item]!, item.guess),
    ...weighAnswer({ ...given, isKeyShown: false, daysAgo: today - given.day }),
  };
}

/** A night now and then, sometimes a break. */
function pass(practice: Practice, random: Random): number {
  if (random() > 1 / practice.person.pace) return 0;
  const days = random() < 0.1 ? 2 + Math.abs(3 * drawNormal(random)) : 1;
  forget(practice.person, days);
  practice.day += days;
  return days;
}

/** The share right in the last mock exam that is over. */
export function lastMock(given: readonly Given[]): number {
  const begun = MOCKS.findLast((start) => start + MOCK_DOMAINS.length <= given.length) ?? 0;
  const answers = given.slice(begun, begun + MOCK_DOMAINS.length);
  return answers.filter(({ isRight }) => isRight).length / answers.length;
}

function chooseItem(practice: Practice, setting: Setting): number {
  const { met } = practice;
  const { bank, random } = setting;
  const domain = chooseDomain(practice, random);
  const pool = poolOf(bank, domain);
  for (let attempt = 0; attempt < 60; attempt++) {
    const index = pool[Math.floor(random() * pool.length)]!;
    if (!met.has(index)) return index;
  }
  return pool.reduce((oldest, index) => ((met.get(index) ?? -1) < (met.get(oldest) ?? -1) ? index : oldest));
}

function chooseDomain({ evidence, given }: Practice, random: Random): number {
  const inMock = MOCKS.map((start) => MOCK_DOMAINS[given.length - start]).find(
    (domain) => domain !== undefined,
  );
  return inMock ?? (random() < ADAPTIVE ? weakest(solve(evidence)) : byWeight(random));
}

function weakest(ability: Ability): number {
  const levels = SHAPE.weights.map((_, domain) => levelIn(ability, domain).mean);
  return levels.indexOf(Math.min(...levels));
}

function byWeight(random: Random): number {
  const drawn = random() * SHAPE.weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const [domain, weight] of SHAPE.weights.entries()) {
    below += weight;
    if (drawn < below) return domain;
  }
  return 0;
}

const pools = new WeakMap<readonly WorldItem[], number[][]>();

function poolOf(bank: readonly WorldItem[], domain: number): number[] {
  const known =
    pools.get(bank) ??
    SHAPE.weights.map((_, wanted) => bank.flatMap((item, index) => (item.domain === wanted ? [index] : [])));
  pools.set(bank, known);
  return known[domain]!;
}
