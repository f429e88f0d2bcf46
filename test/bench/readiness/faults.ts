// Planted faults: wrong keys and second keys in a bank, and how soon the alarms find them among sound questions.

import { levelIn, solve } from '#features/standing/progress/ability.rules.ts';
import { type Alarm, findAlarms } from '#features/standing/progress/alarms.rules.ts';
import {
  type Difficulty,
  difficultyOfLevel,
  itemOf,
  learnDifficulty,
} from '#features/standing/progress/difficulty.rules.ts';
import { followAnswer, noEvidence } from '#features/standing/progress/follow.rules.ts';
import { guessChance, logistic } from '#features/standing/progress/response.rules.ts';
import { noTally, type QuestionTally, tallyAnswer } from '#features/standing/progress/statistics.rules.ts';
import { type Random, seededRandom, shuffle } from '#lib/random.ts';
import { DOMAINS, makeBank, makePerson, type WorldItem } from './world.ts';

type Fault = 'wrong-key' | 'second-key';
/** Option 0 is the key that the pack names; `right` are the options that are right in truth. */
type Planted = WorldItem & {
  options: number;
  key: readonly number[];
  right: readonly number[];
  pulls: readonly number[];
  fault: Fault | null;
};
type Ticket = { alarm: Alarm; answers: number };

/** What was found when each question had so many answers. */
export type FaultsFound = {
  answers: number;
  wrongKeys: number;
  secondKeys: number;
  /** On questions without a fault; a level that really does not fit is no false ticket, and counted apart. */
  falseTickets: number;
  levels: number;
};

const RIGHT = { 'wrong-key': [1], 'second-key': [0, 1] } as const satisfies Record<Fault, readonly number[]>;
const MILESTONES = [40, 80, 160] as const;

type Planting = { /** Of each fault. */ each: number; questions: number; milestones: readonly number[] };
const USUAL: Planting = { each: 12, questions: 600, milestones: MILESTONES };

export function findPlanted(seed: number, { each, questions, milestones } = USUAL): FaultsFound[] {
  const random = seededRandom(seed);
  const bank = plantFaults(makeBank(seed, questions), each, random);
  const tickets = collectTickets(bank, { random, most: Math.max(...milestones) });
  return milestones.map((answers) => {
    const opened = [...tickets].filter(([, ticket]) => ticket.answers <= answers);
    const found = (fault: Fault) => opened.filter(([index]) => bank[index]!.fault === fault).length;
    const others = opened.filter(([index]) => bank[index]!.fault === null);
    const levels = others.filter(
      ([index, { alarm }]) => alarm.kind === 'level' && isOffLevel(bank[index]!),
    ).length;
    return {
      answers,
      wrongKeys: found('wrong-key'),
      secondKeys: found('second-key'),
      falseTickets: others.length - levels,
      levels,
    };
  });
}

export function faultsTable(found: readonly FaultsFound[]): string[] {
  return found.map(
    ({ answers, wrongKeys, secondKeys, falseTickets, levels }) =>
      `${answers} answers each: ${wrongKeys} of ${USUAL.each} wrong keys, ${secondKeys} of ${USUAL.each} second keys, ${falseTickets} false tickets, ${levels} levels that do not fit`,
  );
}

/** Members come, answer every fifth question and go on, until each question has its answers. */
function collectTickets(
  bank: readonly Planted[],
  { random, most }: { random: Random; most: number },
): Map<number, Ticket> {
  const tallies = bank.map(({ options }) => noTally(options));
  const known = bank.map(({ level }) => difficultyOfLevel(level));
  const tickets = new Map<number, Ticket>();
  while (tallies.some(({ answers }) => answers < most)) {
    const open = bank.flatMap((_, index) => (tallies[index]!.answers < most ? [index] : []));
    const person = makePerson(random).known;
    let evidence = warmUp(person, random);
    for (const index of shuffle(open, random).slice(0, bank.length / 5)) {
      const item = bank[index]!;
      const level = levelIn(solve(evidence), item.domain);
      const picked = pick(item, person[item.domain]!, random);
      const isRight =
        item.key.length === picked.length && item.key.every((option) => picked.includes(option));
      tallies[index] = tallyAnswer(tallies[index]!, { level: level.mean, isRight, picked, seconds: 60 });
      const answer = {
        domain: item.domain,
        ...itemOf(known[index]!, item.guess),
        share: Number(isRight),
        weight: 1,
      };
      evidence = followAnswer(evidence, { answer, days: 0 });
      known[index] = learnDifficulty(known[index]!, { level, guess: item.guess, isRight });
      judge(tickets, index, { item, tally: tallies[index]!, difficulty: known[index]! });
    }
  }
  return tickets;
}

function judge(
  tickets: Map<number, Ticket>,
  index: number,
  { item, tally, difficulty }: { item: Planted; tally: QuestionTally; difficulty: Difficulty },
): void {
  if (tickets.has(index)) return;
  const [alarm] = findAlarms({ tally, key: item.key, level: item.level, difficulty });
  if (alarm) tickets.set(index, { alarm, answers: tally.answers });
}

/** What is known of a member from a diagnosis and some days before. */
function warmUp(person: readonly number[], random: Random): ReturnType<typeof noEvidence> {
  let evidence = noEvidence(DOMAINS);
  for (let answer = 0; answer < 60; answer++) {
    const domain = answer % DOMAINS;
    const item = { guess: 0.25, difficulty: 0, difficultyVariance: 0 };
    const share = Number(random() < 0.25 + 0.75 * logistic(person[domain]!));
    evidence = followAnswer(evidence, { answer: { ...item, domain, share, weight: 1 }, days: 0 });
  }
  return evidence;
}

/** Those who know pick what is right, any of it where one would do; the others what pulls them. */
function pick({ difficulty, right, key, pulls }: Planted, level: number, random: Random): number[] {
  const pool = random() < logistic(level - difficulty) ? right : null;
  const picked: number[] = [];
  while (picked.length < key.length) {
    const left = (pool ?? pulls.map((_, option) => option)).filter((option) => !picked.includes(option));
    picked.push(drawBy(left, pool ? left.map(() => 1) : left.map((option) => pulls[option]!), random));
  }
  return picked;
}

function drawBy(options: readonly number[], weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, option] of options.entries()) {
    left -= weights[index]!;
    if (left < 0) return option;
  }
  return options.at(-1)!;
}

function plantFaults(bank: readonly WorldItem[], each: number, random: Random): Planted[] {
  const single = bank.flatMap(({ guess }, index) => (guess === 0.25 ? [index] : []));
  const chosen = shuffle(single, random).slice(0, 2 * each);
  const faults = new Map(
    chosen.map((index, place) => [index, place < each ? 'wrong-key' : 'second-key'] as const),
  );
  return bank.map((item, index) => {
    const picks = [1, 2, 3].find((count) => guessChance(count + 3, count) === item.guess) ?? 1;
    const key = Array.from({ length: picks }, (_, option) => option);
    const fault = faults.get(index) ?? null;
    const right = fault === null ? key : RIGHT[fault];
    return { ...item, options: picks + 3, key, right, fault, pulls: drawPulls(picks + 3, right, random) };
  });
}

/** What pulls those who do not know: right options as the model says, wrong ones more or less. */
function drawPulls(options: number, right: readonly number[], random: Random): number[] {
  const draws = Array.from({ length: options }, () => -Math.log(1 - random()) - Math.log(1 - random()));
  const ofWrong = draws.reduce((sum, draw, option) => (right.includes(option) ? sum : sum + draw), 0);
  const left = 1 - right.length / options;
  return draws.map((draw, option) => (right.includes(option) ? 1 / options : (left * draw) / ofWrong));
}

function isOffLevel({ level, difficulty }: WorldItem): boolean {
  return Math.abs(difficulty - difficultyOfLevel(level).mean) > 0.45;
}
