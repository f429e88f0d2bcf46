// Boards: which windows an answer counts in, and how members are ranked. Pure.
import {
  addDays,
  instantAt,
  type LocalDate,
  localDateAt,
  startOfMonth,
  startOfNextMonth,
  startOfWeek,
} from '#lib/local-date.ts';

export const windowKinds = ['today', 'week', 'month', 'all'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** How members are compared by their scores; other measures are offered by other standings. */
export const scoreMetrics = ['points', 'accuracy'] as const;
export type ScoreMetric = (typeof scoreMetrics)[number];
/** A score metric, or the name of another standing's ranking. */
export type Metric = string;

/** The window an option names; this week when it names none. */
export function parseWindow(text: string | null): WindowKind {
  return windowKinds.find((kind) => kind === text) ?? 'week';
}

/** The metric an option names, of those on offer; points when it names none. */
export function parseMetric(text: string | null, offered: readonly Metric[]): Metric {
  return offered.find((metric) => metric === text) ?? 'points';
}

export function isScoreMetric(metric: Metric): metric is ScoreMetric {
  return scoreMetrics.some((known) => known === metric);
}

/** Board of all domains together. */
export const ALL_DOMAINS = 'all';
/** Accuracy ranks only members with at least this many rated answers in the window. */
export const MIN_RATED_FOR_ACCURACY = 10;
const ALL_TIME_START = '1970-01-01';

/** By what a server's windows are dated; its weeks begin on a weekday, 1 (Monday) to 7 (Sunday). */
export type Calendar = { zone: string; weekStart: number };

/** Start of each window that contains `instant`, as local dates of the server's zone. */
export function windowStarts(instant: Date, { zone, weekStart }: Calendar): Record<WindowKind, LocalDate> {
  const today = localDateAt(instant, zone);
  return { today, week: startOfWeek(today, weekStart), month: startOfMonth(today), all: ALL_TIME_START };
}

/** When a window starts anew; null for the one that never does. */
export function windowResetsAt(kind: WindowKind, instant: Date, { zone, weekStart }: Calendar): Date | null {
  const today = localDateAt(instant, zone);
  const next = {
    today: addDays(today, 1),
    week: addDays(startOfWeek(today, weekStart), 7),
    month: startOfNextMonth(today),
    all: null,
  }[kind];
  return next ? instantAt(next, '00:00', zone) : null;
}

export type Score = { memberId: string; points: number; right: number; rated: number };
export type Worth = { memberId: string; worth: number };
export type Ranked<T> = T & { rank: number };

/** Right answers in percent, to the whole number; 0 without answers. */
export function accuracyOf(score: { right: number; rated: number }): number {
  return score.rated === 0 ? 0 : Math.round((100 * score.right) / score.rated);
}

/** Best first. Equal in points, accuracy and number of answers share a rank, and the next rank is left out. */
export function rankByPoints<T extends Score>(scores: readonly T[]): Ranked<T>[] {
  // Without a rated answer (all of them may be gone) there is no accuracy to compare by.
  const rated = scores.filter((score) => score.rated > 0);
  return rank(rated, (a, b) => b.points - a.points || compareAccuracy(a, b) || a.rated - b.rated);
}

/** By share right among members with enough rated answers; ties go to fewer answers last of all. */
export function rankByAccuracy<T extends Score>(scores: readonly T[]): Ranked<T>[] {
  const enough = scores.filter((score) => score.rated >= MIN_RATED_FOR_ACCURACY);
  return rank(enough, (a, b) => compareAccuracy(a, b) || b.points - a.points || a.rated - b.rated);
}

/** By what another standing says that members are worth; who is worth nothing has no rank. */
export function rankByWorth<T extends Worth>(scores: readonly T[]): Ranked<T>[] {
  return rank(
    scores.filter((score) => score.worth > 0),
    (a, b) => b.worth - a.worth,
  );
}

/** Cross-multiplied, so that 2 of 3 and 4 of 6 are equal without rounding. */
function compareAccuracy(a: Score, b: Score): number {
  return b.right * a.rated - a.right * b.rated;
}

function rank<T extends { memberId: string }>(
  scores: readonly T[],
  compare: (a: T, b: T) => number,
): Ranked<T>[] {
  const sorted = scores.toSorted((a, b) => compare(a, b) || (a.memberId < b.memberId ? -1 : 1));
  const ranked: Ranked<T>[] = [];
  sorted.forEach((score, index) => {
    const above = ranked[index - 1];
    const isTied = above !== undefined && compare(above, score) === 0;
    ranked.push({ ...score, rank: isTied ? above.rank : index + 1 });
  });
  return ranked;
}
