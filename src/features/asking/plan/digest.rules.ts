// When a member's weekly message is due: on the morning on which a week of their plan begins, and on that after the exam. Pure.
import { addDays, instantAt, type LocalDate } from '#lib/local-date.ts';
import type { Span } from './dates.rules.ts';

const MORNING = '09:00';

export type Course = { spans: readonly Span[]; examDate: LocalDate; zone: string };

/** The first that is still to come; null once the exam was the day before yesterday. */
export function nextDigestAt({ spans, examDate, zone }: Course, now: Date): Date | null {
  const [, ...later] = spans;
  const days = [...later.map(({ from }) => from), addDays(examDate, 1)];
  return days.map((day) => instantAt(day, MORNING, zone)).find((at) => at > now) ?? null;
}

/** After this long a message is about a week that is half over: it is skipped. */
export const LATE_AFTER_MS = 24 * 3_600_000;
