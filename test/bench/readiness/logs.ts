// Public logs of real answers, run through the same rules: learners as members, skills as domains, one pass, every answer
// foreseen before it is learned from. The logs are no part of this project and lie wherever --logs says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type Evidence,
  followAnswer,
  levelFrom,
  type Population,
} from '#features/standing/progress/ability.rules.ts';
import { type Difficulty, itemOf, learnDifficulty } from '#features/standing/progress/difficulty.rules.ts';
import { chanceOf } from '#features/standing/progress/response.rules.ts';

export type LogRow = { learner: number; item: number; skill: number; isRight: boolean };

/** What a log's own world is like; found on its train learners alone. */
export type Habits = {
  guess: number;
  population: Population;
  /** Deviation of difficulties within a skill, and of skills. */
  itemSpread: number;
  skillSpread: number;
  /** The logs give an order and no dates: between two answers a learner forgets as in so many days. */
  daysPerAnswer: number;
};

export type LogFigures = { answers: number; auc: number; calibrationError: number; microseconds: number };

type Foreseen = { chance: number; isRight: boolean };
type Learner = { evidence: Evidence; domains: Map<number, number> };

export function readLog(folder: string, name: string): LogRow[] {
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

/** Learns from the first rows, is judged on the others. */
export function runLog(
  { train, test }: { train: readonly LogRow[]; test: readonly LogRow[] },
  habits: Habits,
): LogFigures {
  const skills = new Map<number, Difficulty>();
  const items = new Map<number, Difficulty>();
  const pass = (rows: readonly LogRow[], isLearning: boolean) => {
    const learners = new Map<number, Learner>();
    return rows.map((row) => {
      const learner = learners.get(row.learner) ?? newLearner();
      learners.set(row.learner, learner);
      return answerRow({ row, learner, skills, items, isLearning }, habits);
    });
  };
  const started = performance.now();
  pass(train, true);
  const foreseen = pass(test, false);
  const microseconds = (1000 * (performance.now() - started)) / (train.length + test.length);
  return {
    answers: test.length,
    auc: aucOf(foreseen),
    calibrationError: calibrationErrorOf(foreseen),
    microseconds,
  };
}

type Step = {
  row: LogRow;
  learner: Learner;
  skills: Map<number, Difficulty>;
  items: Map<number, Difficulty>;
  isLearning: boolean;
};

function answerRow({ row, learner, skills, items, isLearning }: Step, habits: Habits): Foreseen {
  const { guess, population } = habits;
  const domain = domainIn(learner, row.skill);
  const skill = skills.get(row.skill) ?? { mean: 0, variance: habits.skillSpread ** 2, answers: 0 };
  const difficulty = items.get(row.item) ?? {
    mean: skill.mean,
    variance: habits.itemSpread ** 2,
    answers: 0,
  };
  const level = levelFrom(learner.evidence, { domain }, population);
  const item = itemOf(difficulty, guess);
  const chance = chanceOf(level.mean, {
    ...item,
    difficultyVariance: item.difficultyVariance + level.variance,
  });
  const answer = { ...item, domain, share: Number(row.isRight), weight: 1 };
  learner.evidence = followAnswer(learner.evidence, { answer, days: habits.daysPerAnswer }, population);
  if (isLearning) {
    const first = { level, guess, isRight: row.isRight };
    skills.set(row.skill, learnDifficulty(skill, first));
    items.set(row.item, learnDifficulty(difficulty, first));
  }
  return { chance, isRight: row.isRight };
}

/** A learner's skills are numbered as they come: of 149 most meet a dozen. */
function domainIn({ evidence, domains }: Learner, skill: number): number {
  const known = domains.get(skill);
  if (known !== undefined) return known;
  const domain = domains.size;
  domains.set(skill, domain);
  for (const sums of [evidence.information, evidence.pull, evidence.age]) (sums as number[])[domain] = 0;
  return domain;
}

function newLearner(): Learner {
  return { evidence: { information: [], pull: [], age: [] }, domains: new Map() };
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
