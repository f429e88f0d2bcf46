// A server's week: when it is told, what the group found hardest, and which week of the plan it is on. Pure.

import type { Resource } from '#content/extras.ts';
import { type Pack, type Question, questionsFor } from '#content/pack.ts';
import type { StudyWeek } from '#content/plan.ts';
import { addDays, daysBetween, instantAt, type LocalDate, localDateAt, weekdayOf } from '#lib/local-date.ts';

export type When = { weekday: number; hour: number };
export const DEFAULT_WHEN: When = { weekday: 1, hour: 9 };
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** The first such hour that is still to come. */
export function nextDueAt({ weekday, hour }: When, after: Date, zone: string): Date {
  const today = localDateAt(after, zone);
  const first = addDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const at = instantAt(first, timeOf(hour), zone);
  return at > after ? at : instantAt(addDays(first, 7), timeOf(hour), zone);
}

const HOUR_MS = 3_600_000;
/** Later than this, a week is no news any more: it is skipped. */
const LATE_AFTER_MS = 24 * HOUR_MS;

export function isTooLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > LATE_AFTER_MS;
}

/** A channel that takes no messages is tried again after 5, 10, 20 minutes, an hour at most. `attempts` from 1. */
export function retryMs(attempts: number): number {
  return Math.min(60, 5 * 2 ** (attempts - 1)) * 60_000;
}

/** From the same hour of the same day a week before: no hour is told twice or never where clocks are changed. */
export function weekBefore(
  dueAt: Date,
  { hour, zone }: { hour: number; zone: string },
): { from: Date; to: Date } {
  return { from: instantAt(addDays(localDateAt(dueAt, zone), -7), timeOf(hour), zone), to: dueAt };
}

function timeOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

export type Weakest = { lesson: string } & Tally;

export type Asked = { questionId: string; answers: number; right: number };
export type Tally = { answers: number; right: number };

/** Fewer answers than these say nothing of a lesson. */
const TELLING = 5;

/** The lesson with the smallest share of right answers; null where no lesson had enough of them. */
export function weakestLesson(
  { questions }: { questions: ReadonlyMap<string, Pick<Question, 'lesson'>> },
  asked: readonly Asked[],
): Weakest | null {
  const byLesson = new Map<string, Tally>();
  for (const { questionId, answers, right } of asked) {
    const lesson = questions.get(questionId)?.lesson;
    if (lesson === undefined) continue;
    const before = byLesson.get(lesson) ?? { answers: 0, right: 0 };
    byLesson.set(lesson, { answers: before.answers + answers, right: before.right + right });
  }
  const [weakest] = [...byLesson]
    .filter(([, { answers }]) => answers >= TELLING)
    .toSorted(([, a], [, b]) => a.right / a.answers - b.right / b.answers || b.answers - a.answers);
  return weakest ? { lesson: weakest[0], ...weakest[1] } : null;
}

export function sumOf(asked: readonly Asked[]): Tally {
  return {
    answers: asked.reduce((sum, { answers }) => sum + answers, 0),
    right: asked.reduce((sum, { right }) => sum + right, 0),
  };
}

const HEARD = 3;

export type LessonsOfWeek = { week: StudyWeek; lessons: string[]; ears: Resource[] };

/**
 * A group has no exam date: it goes through the weeks of the longest plan, and begins again after the last one with
 * lessons.
 */
export function lessonsOfWeek(
  pack: Pack,
  edition: string,
  { startedOn, today }: { startedOn: LocalDate; today: LocalDate },
): LessonsOfWeek | null {
  const [longest] = (pack.plan?.plans ?? []).toSorted((a, b) => b.weeks.length - a.weeks.length);
  const weeks = (longest?.weeks ?? []).filter(({ lessons }) => lessons.length > 0);
  const passed = Math.max(0, Math.floor(daysBetween(startedOn, today) / 7));
  const week = weeks[passed % Math.max(1, weeks.length)];
  if (!week) return null;
  const lessons = week.lessons.filter((id) => questionsFor(pack, edition, { kind: 'lesson', id }).length > 0);
  const ears = pack.resources.filter((each) => each.lessons.some((id) => lessons.includes(id)));
  return { week, lessons, ears: ears.slice(0, HEARD) };
}

export type DigestSetting = {
  serverId: string;
  channelId: string;
  weekday: number;
  hour: number;
  startedOn: string;
  setBy: string;
  dueAt: Date;
  attempts: number;
  failure: string | null;
};

export type Chosen =
  | ({ kind: 'on'; channelId: string } & When)
  | { kind: 'off' }
  /** A day or an hour for what is not on. */
  | { kind: 'no-channel-yet' };

export type WeekTold = {
  pack: Pack;
  week: { from: Date; to: Date };
  zone: string;
  members: number;
  tally: Tally;
  weakest: Weakest | null;
  next: LessonsOfWeek | null;
};
