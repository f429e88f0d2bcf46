// Whether what a member tells of the real exam can be. Pure.
import type { Edition } from '#content/pack.ts';

export type Told = { isPassed: boolean; score: number | null; satOn: string };
export type Fault = 'badDate' | 'badScore' | 'contradiction';

/** The scale of scores begins here, whatever the exam. */
export const LEAST_SCORE = 100;

/** `latest` is the last local date that has begun anywhere. Null when nothing is wrong. */
export function checkResult(
  { isPassed, score, satOn }: Told,
  { edition, latest }: { edition: Pick<Edition, 'passScore' | 'maxScore'>; latest: string },
): Fault | null {
  if (!isDate(satOn) || satOn > latest) return 'badDate';
  if (score === null) return null;
  if (score < LEAST_SCORE || score > edition.maxScore) return 'badScore';
  return isPassed === score >= edition.passScore ? null : 'contradiction';
}

function isDate(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false;
  const at = new Date(`${typed}T00:00:00Z`);
  // "2026-02-30" would be taken for the second of March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(typed);
}
