// A member's plan as it stands on a day: which week it is, what is in it, what of it is done. Pure.
import { type Edition, findEdition, type Pack, questionsFor } from '#content/pack.ts';
import type { StudyPlans } from '#content/plan.ts';
import type { Done } from '#features/standing/doing.ts';
import { daysBetween, type LocalDate } from '#lib/local-date.ts';
import { editionFor, planFor, type Span, spansOf, type TypedDate, weekAt } from './dates.rules.ts';
import { type BasePlan, fitWeeks } from './fit.rules.ts';
import type { FittedWeek, Mock } from './hours.rules.ts';

export type PlanFacts = {
  edition: string;
  examDate: LocalDate;
  hours: number | null;
  startedOn: LocalDate;
  isBooked: boolean;
  digestAt: Date | null;
  digestRefused: boolean;
};

/** Which exam, on which day, and which week of the plan it is; null when the exam is today or was. */
export type Course = {
  pack: Pack;
  plans: StudyPlans;
  edition: Edition;
  /** The edition that was wanted, where it can no longer be sat on the day. */
  ended: Edition | null;
  spans: Span[];
  index: number | null;
};

export function courseOn(pack: Pack, plan: PlanFacts, today: LocalDate): Course | null {
  if (!pack.plan) return null;
  const edition = editionFor(pack.exam, plan.edition, plan.examDate);
  const spans = spansOf(plan.startedOn, plan.examDate);
  return {
    pack,
    plans: pack.plan,
    edition,
    ended: edition.id === plan.edition ? null : findEdition(pack.exam, plan.edition),
    spans,
    index: weekAt(spans, today),
  };
}

/** Everything that was done since the plan began, and since its week began. */
export type DoneSoFar = {
  total: Required<Done>;
  thisWeek: Required<Done>;
  tasks: readonly { task: string; isThisWeek: boolean }[];
  /** Where nobody keeps reviews, none are planned. */
  hasReviews: boolean;
};

export type PlanSeen = Course & {
  index: number;
  today: LocalDate;
  plan: PlanFacts;
  hours: number;
  /** This week's and all to come. */
  weeks: readonly FittedWeek[];
  /** Lessons and tasks that are done, whenever that was. */
  lessonsDone: ReadonlySet<string>;
  tasksDone: ReadonlySet<string>;
  /** Of this week. */
  questions: number;
  reviews: number;
  mocks: readonly Mock[];
};

/** What looking at a plan, or asking for one, comes to. */
export type PlanOutcome =
  | { kind: 'plan'; seen: PlanSeen }
  /** The exam is today, or was. */
  | { kind: 'over'; course: Course; plan: PlanFacts; isToday: boolean }
  | { kind: 'none'; course: Omit<Course, 'spans' | 'index' | 'ended'>; today: LocalDate }
  | { kind: 'no-plan'; exam: string }
  | { kind: Exclude<TypedDate['kind'], 'date'>; typed: string; example: LocalDate };

/** What was done before this week is no longer planned; what is done within it ticks itself off. */
export function planOn(
  course: Course & { index: number },
  { plan, today, done }: { plan: PlanFacts; today: LocalDate; done: DoneSoFar },
): PlanSeen {
  const { pack, plans, edition, spans, index } = course;
  const { total, thisWeek, tasks, hasReviews } = done;
  const fresh = new Set(thisWeek.lessons);
  const fitted = fitWeeks({
    plans,
    base: doableIn({ pack, edition: edition.id, hasReviews }, planFor(plans, spans.length)),
    weeks: spans.length - index,
    hours: plan.hours,
    done: {
      lessons: new Set(total.lessons.filter((id) => !fresh.has(id))),
      questions: total.questions - thisWeek.questions,
      tasks: new Set(tasks.filter(({ isThisWeek }) => !isThisWeek).map(({ task }) => task)),
      mocks: without(total.exams, thisWeek.exams).map(({ kind }) => kind),
    },
  });
  return {
    ...course,
    ...{ plan, today, ...fitted },
    lessonsDone: new Set(total.lessons),
    tasksDone: new Set(tasks.map(({ task }) => task)),
    questions: thisWeek.questions,
    reviews: thisWeek.reviews,
    mocks: thisWeek.exams.map(({ kind }) => kind),
  };
}

type Exams = Required<Done>['exams'];

function without(all: Exams, some: Exams): Exams {
  const from = Math.min(...some.map(({ at }) => at.getTime()));
  return all.filter(({ at }) => at.getTime() < from);
}

type Doable = { pack: Pack; edition: string; hasReviews: boolean };

/** A lesson that the edition asks nothing about is not in its plan, nor is what nobody offers. */
function doableIn({ pack, edition, hasReviews }: Doable, base: BasePlan): BasePlan {
  const isTaught = (id: string) => questionsFor(pack, edition, { kind: 'lesson', id }).length > 0;
  return {
    ...base,
    weeks: base.weeks.map((week) => ({
      ...week,
      lessons: week.lessons.filter(isTaught),
      reviews: hasReviews ? week.reviews : 0,
    })),
  };
}

/** So many of a lesson's questions answered, it counts as done: whoever learns by questions need not press a button. */
const KNOWN_BY_QUESTIONS = 10;

export function lessonsByQuestions(pack: Pack, questionIds: readonly string[]): string[] {
  const answered = Map.groupBy(
    questionIds.flatMap((id) => pack.questions.get(id)?.lesson ?? []),
    (lesson) => lesson,
  );
  return [...answered].filter(([, each]) => each.length >= KNOWN_BY_QUESTIONS).map(([lesson]) => lesson);
}

/** What several keep, added up; a lesson counts once. */
export function sumOf(parts: readonly Done[]): Required<Done> {
  const sum = (of: 'questions' | 'reviews') => parts.reduce((before, part) => before + (part[of] ?? 0), 0);
  return {
    lessons: [...new Set(parts.flatMap(({ lessons = [] }) => lessons))],
    questions: sum('questions'),
    reviews: sum('reviews'),
    exams: parts.flatMap(({ exams = [] }) => exams),
  };
}

export function titleOf(pack: Pack, lessonId: string): string {
  const lesson = pack.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId);
  return lesson ? `${lesson.id} ${lesson.title}` : lessonId;
}

/** Mock exams of a week with whether each was sat in it. */
export function tickedMocks({ weeks, mocks }: Pick<PlanSeen, 'weeks' | 'mocks'>) {
  const sat = [...mocks];
  return (weeks[0]?.week.mocks ?? []).map((mock) => {
    const at = sat.indexOf(mock);
    if (at >= 0) sat.splice(at, 1);
    return { mock, isDone: at >= 0 };
  });
}

export function daysLeft({ today, plan }: Pick<PlanSeen, 'today' | 'plan'>): number {
  return daysBetween(today, plan.examDate);
}
