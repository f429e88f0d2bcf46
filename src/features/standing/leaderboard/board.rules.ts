// A leaderboard as one member sees it: who is on the page, who is left out, and where they stand themselves. Pure.
import type { Domain } from '#content/pack.ts';
import type { Visibility } from '#features/people/member/rules.ts';
import {
  type Metric,
  MIN_RATED_FOR_ACCURACY,
  type Ranked,
  rankByAccuracy,
  rankByPoints,
  rankByWorth,
  type WindowKind,
} from './rules.ts';

export const PAGE_SIZE = 10;
/** Looked at to fill the page when members of it have left the server. */
export const CANDIDATES = 40;
/** Times that Discord is asked who is still there, for one board. */
export const MAX_ASKS = 3;

/** One member's place, whatever the metric: what is not measured by it is 0. */
export type Entry = {
  memberId: string;
  visibility: Visibility;
  points: number;
  right: number;
  rated: number;
  /** By another standing's measure. */
  worth: number;
};

export type OwnPlace =
  | { kind: 'ranked'; entry: Ranked<Entry>; isOnPage: boolean }
  | { kind: 'too-few'; rated: number; needed: number }
  | { kind: 'nothing-yet' };

export type Board = {
  kind: 'board';
  metric: Metric;
  window: WindowKind;
  /** Null for all domains together. */
  domain: Domain | null;
  rows: Ranked<Entry>[];
  callerId: string;
  own: OwnPlace;
  resetsAt: Date | null;
  /** True when the answer itself would tell others what this member does not want to be seen. */
  isPrivate: boolean;
};

export type BoardOutcome = Board | { kind: 'unknown-domain'; typed: string; domains: readonly Domain[] };

export function rankEntries(metric: Metric, entries: readonly Entry[]): Ranked<Entry>[] {
  if (metric === 'points') return rankByPoints(entries);
  return metric === 'accuracy' ? rankByAccuracy(entries) : rankByWorth(entries);
}

/**
 * Where the caller stands when not on the page: behind everybody who is better, without those of them who are known
 * to have left.
 */
export function placeBehind(
  metric: Metric,
  own: Entry,
  { better, left }: { better: number; left: readonly Entry[] },
): OwnPlace {
  if (rankEntries(metric, [own]).length === 0) return unranked(metric, own);
  const ahead = rankEntries(metric, [...left, own]).find((entry) => entry.memberId === own.memberId);
  const leftAhead = (ahead?.rank ?? 1) - 1;
  return { kind: 'ranked', entry: { ...own, rank: 1 + better - leftAhead }, isOnPage: false };
}

/** Why a member has no rank. */
export function unranked(metric: Metric, own: Entry | null): OwnPlace {
  if (metric !== 'accuracy' || !own || own.rated === 0) return { kind: 'nothing-yet' };
  return { kind: 'too-few', rated: own.rated, needed: MIN_RATED_FOR_ACCURACY };
}

/** The domain meant by an id or a name as typed; null when there is none. */
export function findDomain(domains: readonly Domain[], typed: string): Domain | null {
  const wanted = typed.trim().toLowerCase();
  return (
    domains.find(({ id }) => id === wanted) ??
    domains.find(({ name }) => name.toLowerCase() === wanted) ??
    null
  );
}
