// When a member's weekly message is due: on the morning on which a week of their plan begins. Pure.
import { instantAt } from '#lib/local-date.ts';
import type { Span } from './dates.rules.ts';

const MORNING = '09:00';

/** The first that is still to come; null when no further week begins before the exam. */
export function nextDigestAt(spans: readonly Span[], now: Date, zone: string): Date | null {
  const [, ...later] = spans;
  return later.map(({ from }) => instantAt(from, MORNING, zone)).find((at) => at > now) ?? null;
}

/** After this long a message is about a week that is half over: it is skipped. */
export const LATE_AFTER_MS = 24 * 3_600_000;
