// Holding a week to its hours: what gives way, and in which order. Pure.
import { minutesOf, type StudyPlans, type StudyWeek } from '#content/plan.ts';

export type Mock = StudyWeek['mocks'][number];
export type LeftOut = { tasks: readonly string[]; mocks: readonly Mock[] };

export type FittedWeek = {
  /** As in the pack; its focus is that of the week that most of it comes from. */
  week: StudyWeek;
  minutes: number;
  /** What the hours have no room for. */
  leftOut: LeftOut;
  /** Lessons and one exam alone take longer than the hours: it has to be said. */
  isOver: boolean;
};

type Limit = { plans: StudyPlans; minutes: number };

/** Questions and reviews shrink to this share before anything is left out. */
const HALF = 0.5;

/**
 * First questions and reviews give way, to half of them; then the hands-on task; then every exam but one full one; then
 * all questions and reviews. Lessons never do.
 */
export function heldTo(week: StudyWeek, limit: Limit): FittedWeek {
  const { task, ...withoutTask } = week;
  const tasks = task === undefined ? [] : [task];
  const { kept, dropped } = oneFull(week.mocks);
  const bare = { ...withoutTask, mocks: kept };
  const tries = [
    { week: shrunk(week, limit, HALF), leftOut: { tasks: [], mocks: [] } },
    { week: shrunk(withoutTask, limit, HALF), leftOut: { tasks, mocks: [] } },
    { week: shrunk(bare, limit, 0), leftOut: { tasks, mocks: dropped } },
  ];
  const measured = tries.map((tried) => ({ ...tried, minutes: minutesOf(tried.week, limit.plans) }));
  const fitting = measured.find(({ minutes }) => minutes <= limit.minutes);
  if (fitting) return { ...fitting, isOver: false };
  const least = { ...bare, questions: 0, reviews: 0 };
  return {
    week: least,
    minutes: minutesOf(least, limit.plans),
    leftOut: { tasks, mocks: dropped },
    isOver: true,
  };
}

function oneFull(mocks: readonly Mock[]): { kept: Mock[]; dropped: Mock[] } {
  const at = mocks.indexOf('full');
  if (at < 0) return { kept: [], dropped: [...mocks] };
  return { kept: ['full'], dropped: mocks.filter((_, index) => index !== at) };
}

/** As many questions and reviews as there is time for, `least` of them at least. */
function shrunk(week: StudyWeek, { plans, minutes }: Limit, least: number): StudyWeek {
  const tooMuch = minutesOf(week, plans) - minutes;
  if (tooMuch <= 0) return week;
  const flexible = week.questions * plans.minutes.question + week.reviews * plans.minutes.review;
  const share = flexible === 0 ? 0 : Math.max(least, 1 - tooMuch / flexible);
  return {
    ...week,
    questions: Math.floor(week.questions * share),
    reviews: Math.floor(week.reviews * share),
  };
}
