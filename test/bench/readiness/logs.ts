// Public logs of real answers, run through the same rules: learners as members, skills as domains, one pass, every answer
// foreseen before it is learned from. The logs are no part of this project and lie wherever --logs says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Evidence, levelFrom, type Population } from '#features/standing/progress/ability.rules.ts';
import { type Difficulty, itemOf, learnDifficulty } from '#features/standing/progress/difficulty.rules.ts';
import { followAnswer, noEvidence } from '#features/standing/progress/follow.rules.ts';
import { chanceOf } from '#features/standing/progress/response.rules.ts';

export type LogRow = { learner: number; item: number; skill: number; isRight: boolean };

/** What a log's own world is like; found on its train learners alone. */
export type Habits = {
  guess: number;
  population: Population;
  /** Difficulties: the mean, and the deviations of skills and of items within a skill. */
  difficulty: { mean: number; ofSkills: number; ofItems: number };
  /** The logs give an order and no dates: between two answers a learner forgets as in so many days. */
  daysPerAnswer: number;
  /**
   * A skill of the logs is one kind of sum, where an exam's domain is a field. So an answer moves its skill by itself:
   * `gain` logits, less with each (by `slowing`), and of what was known of the skill before, the share `renewal` goes.
   */
  practice: { gain: number; slowing: number; renewal: number };
};

/** Found by coordinate search on a fifth of the train learners, with the others to learn from. */
export const HABITS = {
  assistments09: {
    guess: 0,
    population: { overall: 1.2, domain: 0.8, growth: 0 },
    difficulty: { mean: 0, ofSkills: 0.59, ofItems: 1 },
    daysPerAnswer: 0.65,
    practice: { gain: 0.12, slowing: 0.1, renewal: 0.07 },
  },
  statics: {
    guess: 0.13,
    population: { overall: 1, domain: 1.04, growth: 0 },
    difficulty: { mean: -0.9, ofSkills: 0.46, ofItems: 1.69 },
    daysPerAnswer: 1.49,
    practice: { gain: 0, slowing: 0, renewal: 0.01 },
  },
} as const satisfies Record<string, Habits>;

/** Area under the curve that is to be reached on the test learners. */
const TARGETS = { assistments09: 0.77, statics: 0.822 } as const satisfies Record<
  keyof typeof HABITS,
  number
>;
const NAMES = ['assistments09', 'statics'] as const;

export type LogFigures = { answers: number; auc: number; calibrationError: number; microseconds: number };

type Foreseen = { chance: number; isRight: boolean };
/** `domains` by skill; `counts` are the answers in each. */
type Learner = { evidence: Evidence; domains: Map<number, number>; counts: number[] };

function readLog(folder: string, name: string): LogRow[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.csv.gz`))).toString('latin1');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [learner, item, , correct, skill] = line.split('\t').map(Number);
      return { learner: learner!, item: item!, skill: skill!, isRight: correct === 1 };
    });
}

export function logsTable(folder: string): string[] {
  const lines = NAMES.map((name) => {
    const rows = { train: readLog(folder, `${name}-train`), test: readLog(folder, `${name}-test`) };
    const { answers, auc, calibrationError, microseconds } = runLog(rows, HABITS[name]);
    return `${name.padEnd(16)}${String(answers).padStart(8)}${auc.toFixed(4).padStart(9)}${TARGETS[name].toFixed(3).padStart(8)}${calibrationError.toFixed(4).padStart(9)}${microseconds.toFixed(1).padStart(7)}`;
  });
  return [`${'test learners'.padEnd(16)} answers      AUC  wanted    calib     µs`, ...lines];
}

/** One pass: over the train learners, then over the test learners, who are judged. */
export function runLog(
  rows: { train: readonly LogRow[]; test: readonly LogRow[] },
  habits: Habits,
): LogFigures {
  const bank: Bank = { skills: new Map(), items: new Map() };
  const started = performance.now();
  passOver(rows.train, bank, habits);
  const foreseen = passOver(rows.test, bank, habits);
  const microseconds = (1000 * (performance.now() - started)) / (rows.train.length + rows.test.length);
  return {
    answers: rows.test.length,
    auc: aucOf(foreseen),
    calibrationError: calibrationErrorOf(foreseen),
    microseconds,
  };
}

type Bank = { skills: Map<number, Difficulty>; items: Map<number, Difficulty> };

function passOver(rows: readonly LogRow[], bank: Bank, habits: Habits): Foreseen[] {
  const learners = new Map<number, Learner>();
  return rows.map((row) => {
    const learner = learners.get(row.learner) ?? { evidence: noEvidence(0), domains: new Map(), counts: [] };
    learners.set(row.learner, learner);
    return answerRow(row, { learner, bank }, habits);
  });
}

function answerRow(
  row: LogRow,
  { learner, bank }: { learner: Learner; bank: Bank },
  habits: Habits,
): Foreseen {
  const { guess, population, daysPerAnswer: days } = habits;
  const { mean, ofSkills, ofItems } = habits.difficulty;
  const domain = domainIn(learner, row.skill);
  const skill = bank.skills.get(row.skill) ?? { mean, variance: ofSkills ** 2, answers: 0 };
  const difficulty = bank.items.get(row.item) ?? { mean: skill.mean, variance: ofItems ** 2, answers: 0 };
  const level = levelFrom(learner.evidence, { domain }, population);
  const item = itemOf(difficulty, guess);
  const chance = chanceOf(level.mean, {
    ...item,
    difficultyVariance: item.difficultyVariance + level.variance,
  });
  const answer = { ...item, domain, share: Number(row.isRight), weight: 1 };
  learner.evidence = followAnswer(renew(learner, domain, habits), { answer, days }, population);
  learner.counts[domain] = (learner.counts[domain] ?? 0) + 1;
  bank.skills.set(row.skill, learnDifficulty(skill, { level, guess, isRight: row.isRight }));
  bank.items.set(row.item, learnDifficulty(difficulty, { level, guess, isRight: row.isRight }));
  return { chance, isRight: row.isRight };
}

/** The skill of an answer has moved with the answer before. */
function renew({ evidence, counts }: Learner, domain: number, { practice }: Habits): Evidence {
  const information = [...evidence.information];
  const pull = [...evidence.pull];
  const kept = 1 - practice.renewal;
  const left = (information[domain] ?? 0) * kept;
  const gain = practice.gain / (1 + practice.slowing * Math.max(0, (counts[domain] ?? 0) - 1));
  pull[domain] = (pull[domain] ?? 0) * kept + gain * left;
  information[domain] = left;
  return { ...evidence, information, pull };
}

/** A learner's skills are numbered as they come: of 149 most meet a dozen. */
function domainIn(learner: Learner, skill: number): number {
  const { evidence, domains } = learner;
  const known = domains.get(skill);
  if (known !== undefined) return known;
  const { information, pull, age } = evidence;
  learner.evidence = { information: [...information, 0], pull: [...pull, 0], age: [...age, 0] };
  domains.set(skill, domains.size);
  return domains.size - 1;
}

/** The chance that a right answer was given the higher chance than a wrong one. */
export function aucOf(foreseen: readonly Foreseen[]): number {
  const sorted = foreseen.toSorted((a, b) => a.chance - b.chance);
  let [ranks, rights] = [0, 0];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]!.chance === sorted[start]!.chance) end++;
    const tied = sorted.slice(start, end).filter(({ isRight }) => isRight).length;
    ranks += (tied * (start + 1 + end)) / 2;
    rights += tied;
    start = end;
  }
  return (ranks - (rights * (rights + 1)) / 2) / (rights * (sorted.length - rights));
}

function calibrationErrorOf(foreseen: readonly Foreseen[]): number {
  const bins = Map.groupBy(foreseen, ({ chance }) => Math.min(9, Math.floor(10 * chance)));
  const gaps = [...bins.values()].map((bin) =>
    Math.abs(bin.reduce((sum, { chance, isRight }) => sum + chance - Number(isRight), 0)),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / foreseen.length;
}
