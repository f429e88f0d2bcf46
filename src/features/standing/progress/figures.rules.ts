// What a member may read about themselves, as plain numbers: for the text, and for whoever draws it. Pure.
import type { Bank } from './bank.rules.ts';
import type { Calibration } from './calibration.rules.ts';
import type { Estimate } from './profile.rules.ts';
import { findRaises, type LessonStanding } from './raise.rules.ts';
import type { Forecast } from './readiness.rules.ts';
import type { TrendPoint } from './trend.rules.ts';

export type DomainFigures = {
  id: string;
  name: string;
  color: string;
  /** Answers that counted. */
  answers: number;
  forecast: Forecast['domains'][number];
};
type TaskFigures = {
  id: string;
  name: string;
  questions: number;
  answered: number;
  isCovered: boolean;
};
type LessonFigures = { id: string; title: string /** Points of the scaled score. */; points: number };

export type ProgressFigures = {
  code: string;
  passScore: number;
  maxScore: number;
  forecast: Forecast;
  domains: DomainFigures[];
  tasks: TaskFigures[];
  trend: TrendPoint[];
  /** The best first, three at most. */
  raises: LessonFigures[];
  /** How often even somebody who knew the level exactly would be wrong about the outcome, 0 to 1. */
  unavoidableError: number;
  /** Answers that counted, and all that were read. */
  answers: { counted: number; given: number };
  /** Whether earlier estimates came true; null while too few results are known. */
  calibration: Calibration | null;
};

/** `estimate` and `bank` are what the figures rest on: for whoever asks why. */
export type Progress = {
  kind: 'progress';
  memberId: string;
  isOwn: boolean;
  figures: ProgressFigures;
  estimate: Estimate;
  bank: Bank;
};
export type ProgressOutcome = Progress | { kind: 'not-visible' } | { kind: 'no-exam' };

/** A task statement counts as covered once so many of its questions, or all of them, were answered. */
const COVERED_AFTER = 3;
/** Fewer results say nothing of how good the estimates are. */
export const LEAST_RESULTS = 30;

export type FiguresInput = {
  bank: Bank;
  estimate: Estimate;
  forecast: Forecast;
  given: number;
  /** Ids of questions that were ever answered. */
  answered: ReadonlySet<string>;
  trend: TrendPoint[];
  lessons: ReadonlyMap<string, string>;
  unavoidableError: number;
  calibration: Calibration | null;
};

export function progressFigures(input: FiguresInput): ProgressFigures {
  const { bank, estimate, forecast, trend, unavoidableError, calibration } = input;
  const { code, passScore, maxScore, domains } = bank.edition;
  return {
    ...{ code, passScore, maxScore, forecast, trend, unavoidableError },
    domains: domains.map(({ id, name, color }, index) => ({
      ...{ id, name, color },
      answers: estimate.answersByDomain[index] ?? 0,
      forecast: forecast.domains[index] ?? { kind: 'not-enough', missing: 0 },
    })),
    tasks: coverTasks(input),
    raises: raisesOf(input),
    answers: { counted: estimate.counted.length, given: input.given },
    calibration: calibration && calibration.count >= LEAST_RESULTS ? calibration : null,
  };
}

function coverTasks({ bank, answered }: Pick<FiguresInput, 'bank' | 'answered'>): TaskFigures[] {
  const byTask = Map.groupBy(bank.items.values(), ({ task }) => task);
  return bank.edition.domains
    .flatMap(({ tasks }) => tasks)
    .map(({ id, name }) => {
      const own = byTask.get(id) ?? [];
      const count = own.filter((item) => answered.has(item.id)).length;
      const isCovered = own.length > 0 && count >= Math.min(COVERED_AFTER, own.length);
      return { id, name, questions: own.length, answered: count, isCovered };
    })
    .filter(({ questions }) => questions > 0);
}

function raisesOf({ bank, estimate, lessons }: FiguresInput): LessonFigures[] {
  return findRaises(estimate.ability, bank.exam, lessonStandings(bank, estimate)).map(
    ({ lesson, points }) => ({ id: lesson, title: lessons.get(lesson) ?? lesson, points }),
  );
}

/** A lesson stands in the domain that most of its questions count towards. */
function lessonStandings(bank: Bank, { counted }: Pick<Estimate, 'counted'>): LessonStanding[] {
  const items = [...bank.items.values()];
  const sizes = Map.groupBy(items, ({ domain }) => domain);
  const byLesson = Map.groupBy(counted, ({ questionId }) => bank.items.get(questionId)?.lesson ?? '');
  return [...Map.groupBy(items, ({ lesson }) => lesson)].map(([lesson, own]) => {
    const [domain = 0] =
      [...Map.groupBy(own, (item) => item.domain)].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
    const itemsOfDomain = sizes.get(domain)?.length ?? 0;
    return { lesson, domain, items: own, itemsOfDomain, answers: byLesson.get(lesson) ?? [] };
  });
}
