// What would raise the forecast most: for each lesson, the points if it sat as well as the member's best domain. Pure.
import { type Ability, type Answer, levelIn, POPULATION } from './ability.rules.ts';
import { type MockExam, PASS_MARK, scaleScore, shareAt } from './exam.rules.ts';
import { chanceOf, type Item, readAnswer } from './response.rules.ts';

export type LessonStanding = {
  lesson: string;
  /** Index of the domain that most of its questions count towards. */
  domain: number;
  /** The questions of the lesson in this edition. */
  items: readonly Item[];
  /** All questions of its domain in this edition. */
  itemsOfDomain: number;
  /** The member's answers to its questions. */
  answers: readonly Omit<Answer, 'domain' | 'since'>[];
};

export type Raise = { lesson: string /** Points of the scaled score. */; points: number };

const SHOWN = 3;
const STEPS = 4;

/** The best first, at most three; none that would raise nothing. */
export function findRaises(ability: Ability, exam: MockExam, lessons: readonly LessonStanding[]): Raise[] {
  const levels = exam.items.map((_, domain) => levelIn(ability, domain).mean);
  const best = Math.max(...levels);
  const share = expectedShare(levels, exam);
  const now = scaleScore(share, PASS_MARK.mean, exam);
  return lessons
    .map((lesson) => {
      const rise = riseOf(lesson, { now: lessonLevel(lesson, levels[lesson.domain] ?? 0), best });
      const items = (exam.items[lesson.domain] ?? 0) / exam.shape.scoredItems;
      return {
        lesson: lesson.lesson,
        points: scaleScore(Math.min(1, share + items * rise), PASS_MARK.mean, exam) - now,
      };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.lesson.localeCompare(b.lesson))
    .slice(0, SHOWN);
}

/** The share of right answers to expect in an exam. */
export function expectedShare(levels: readonly number[], exam: MockExam): number {
  const right = exam.items.map(
    (count, domain) => count * shareAt(exam.curves[domain] ?? [], levels[domain] ?? 0),
  );
  return right.reduce((sum, share) => sum + share, 0) / exam.shape.scoredItems;
}

/** The level in the lesson alone: as its domain, until its own answers say otherwise. */
function lessonLevel({ answers }: LessonStanding, domainLevel: number): number {
  const prior = 1 / POPULATION.domain ** 2;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let information = prior;
    let slope = -prior * offset;
    for (const answer of answers) {
      const reading = readAnswer(domainLevel + offset, answer, answer.share);
      information += answer.weight * reading.information;
      slope += answer.weight * reading.score;
    }
    offset += slope / information;
  }
  return domainLevel + offset;
}

/** By how much the share right of the whole domain would rise. */
function riseOf({ items, itemsOfDomain }: LessonStanding, level: { now: number; best: number }): number {
  if (level.best <= level.now || itemsOfDomain === 0) return 0;
  const rises = items.map((item) => chanceOf(level.best, item) - chanceOf(level.now, item));
  return rises.reduce((sum, rise) => sum + rise, 0) / itemsOfDomain;
}
