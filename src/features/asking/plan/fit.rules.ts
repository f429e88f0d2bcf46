// A pack's plan fitted to as many weeks as there are: every lesson once and in order, no week longer than its hours. Pure.
import { minutesOf, type StudyPlans, type StudyWeek } from '#content/plan.ts';
import { type FittedWeek, heldTo, type LeftOut } from './hours.rules.ts';
import { type DoneBefore, spreadOver } from './spread.rules.ts';

export type BasePlan = StudyPlans['plans'][number];

export type Wanted = {
  plans: StudyPlans;
  base: BasePlan;
  /** How many there are, 1 or more. */
  weeks: number;
  /** Of each week; null for as many as the work takes. */
  hours: number | null;
  done: DoneBefore;
};

/** More than this nobody is asked for, whatever the date. */
export const MOST_HOURS = 40;

/**
 * The last week is the pack's last week. Those before it are stretched or squeezed over what there is, as far as their
 * lessons are still to do: with as many weeks as the plan has, and nothing missed, it is the plan itself.
 */
export function fitWeeks(wanted: Wanted): { weeks: FittedWeek[]; hours: number } {
  const { plans, base, weeks, done } = wanted;
  const left = questionsLeft(base, done);
  const last = lastWeek(base, { done, left });
  const slots = Math.max(1, weeks - 1);
  const spread = spreadOver(base.weeks.slice(0, -1), { slots, done, questions: left - last.questions });
  const planned = weeks === 1 ? [merged(spread.weeks[0], last)] : [...spread.weeks, last];
  const hours = wanted.hours ?? hoursFor(planned, wanted);
  const fitted = planned.map((week) => heldTo(week, { plans, minutes: hours * 60 }));
  return { weeks: withLeftOut(fitted, spread.leftOut, slots - 1), hours };
}

/** As many as the longest week takes, and not fewer than the pack says. */
function hoursFor(planned: readonly StudyWeek[], { plans, base }: Wanted): number {
  const most = Math.max(...planned.map((week) => minutesOf(week, plans)));
  return Math.min(MOST_HOURS, Math.max(base.hours, Math.ceil(most / 60)));
}

function questionsLeft({ weeks }: BasePlan, { questions }: DoneBefore): number {
  return Math.max(0, weeks.reduce((sum, week) => sum + week.questions, 0) - questions);
}

function lastWeek({ weeks }: BasePlan, { done, left }: { done: DoneBefore; left: number }): StudyWeek {
  const { task, ...week } = weeks.at(-1) ?? { focus: '', lessons: [], questions: 0, reviews: 0, mocks: [] };
  return {
    ...week,
    lessons: week.lessons.filter((id) => !done.lessons.has(id)),
    questions: Math.min(week.questions, left),
    ...(task === undefined || done.tasks.has(task) ? {} : { task }),
  };
}

/** One week that is first and last at once. */
function merged(study: StudyWeek | undefined, last: StudyWeek): StudyWeek {
  if (!study) return last;
  const task = study.task ?? last.task;
  return {
    focus: last.focus,
    lessons: [...study.lessons, ...last.lessons],
    questions: study.questions + last.questions,
    reviews: study.reviews + last.reviews,
    ...(task === undefined ? {} : { task }),
    mocks: [...study.mocks, ...last.mocks],
  };
}

/** What found no week at all belongs to the last one that could have had it. */
function withLeftOut(fitted: FittedWeek[], { tasks, mocks }: LeftOut, index: number): FittedWeek[] {
  return fitted.map((week, at) =>
    at === index
      ? {
          ...week,
          leftOut: { tasks: [...tasks, ...week.leftOut.tasks], mocks: [...mocks, ...week.leftOut.mocks] },
        }
      : week,
  );
}
