// The weeks between the start of a plan and its exam, and which edition that exam is. Pure.
import { type Edition, type Exam, editionOn, findEdition } from '#content/pack.ts';
import type { StudyPlans } from '#content/plan.ts';
import { addDays, daysBetween, type LocalDate } from '#lib/local-date.ts';
import { parseDay } from '#lib/typed-day.ts';
import type { BasePlan } from './fit.rules.ts';

export type Span = { from: LocalDate; to: LocalDate };

const WEEK = 7;
/** Days before the first whole week that make a week of their own; fewer belong to it. */
const OWN_WEEK = 4;

/**
 * Whole weeks back from the day before the exam, so that the last one is a whole one; the first begins with the plan and
 * has 4 to 10 days. An exam that is nearer has one short week.
 */
export function spansOf(startedOn: LocalDate, examDate: LocalDate): Span[] {
  const days = Math.max(1, daysBetween(startedOn, examDate));
  const count = Math.max(1, Math.floor((days + WEEK - OWN_WEEK) / WEEK));
  return Array.from({ length: count }, (_, index) => ({
    from: index === 0 ? startedOn : addDays(examDate, -WEEK * (count - index)),
    to: addDays(examDate, -WEEK * (count - index - 1) - 1),
  }));
}

/** The week that a day is in, from 0; those before the first are in it, and none is after the last. */
export function weekAt(spans: readonly Span[], today: LocalDate): number | null {
  const index = spans.findIndex(({ to }) => today <= to);
  return index < 0 ? null : index;
}

/** The pack's plan that comes nearest to that many weeks; the longer of two. */
export function planFor({ plans }: StudyPlans, weeks: number): BasePlan {
  const [nearest] = plans.toSorted(
    (a, b) =>
      Math.abs(a.weeks.length - weeks) - Math.abs(b.weeks.length - weeks) || b.weeks.length - a.weeks.length,
  );
  if (!nearest) throw new Error('a pack without a plan has no study plans at all');
  return nearest;
}

/** The edition that can be sat on that day: the wanted one, or that which has taken its place by then. */
export function editionFor(exam: Exam, wanted: string, examDate: LocalDate): Edition {
  const own = findEdition(exam, wanted);
  const canBeSat =
    own !== null && own.firstSitting <= examDate && (own.lastSitting === null || examDate <= own.lastSitting);
  return canBeSat ? own : editionOn(exam, examDate);
}

/** A date further away is more likely a mistyped year. */
const MAX_DAYS = 366;

export type TypedDate = { kind: 'date'; date: LocalDate } | { kind: 'unreadable' | 'past' | 'too-far' };

/** "2026-12-24", "24.12.2026" and what else `parseDay` reads. */
export function parseExamDate(typed: string, today: LocalDate): TypedDate {
  const date = parseDay(typed);
  if (date === null) return { kind: 'unreadable' };
  if (date <= today) return { kind: 'past' };
  return daysBetween(today, date) > MAX_DAYS ? { kind: 'too-far' } : { kind: 'date', date };
}
