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

/** Times that Discord is asked who is still there, for one look at a board: about 800 members at most. */
export const MAX_ASKS = 8;
/** As many as Discord is told about in one request. */
export const MOST_ASKED = 100;

/**
 * About how many members more it is asked at least, after `asked` of whom so many were present: where nearly all have
 * left, in ever larger steps. What was learned is remembered, so that the next look goes on from there.
 */
export function askNext(asked: number, present: number): number {
  return present < asked / 2 ? Math.min(2 * asked, MOST_ASKED) : 1;
}

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
  /** Not exact where not everybody who is better could be looked up: some of them may have left. */
  | { kind: 'ranked'; entry: Ranked<Entry>; isOnPage: boolean; isExact: boolean }
  | { kind: 'too-few'; rated: number; needed: number }
  | { kind: 'nothing-yet' };

export type Board = {
  kind: 'board';
  metric: Metric;
  window: WindowKind;
  /** A pack of the server's own; null for the exam that the server learns. */
  pack: { exam: string; name: string } | null;
  /** Null for all domains together. */
  domain: Domain | null;
  /** Those that can be chosen instead. */
  domains: readonly Domain[];
  rows: Ranked<Entry>[];
  /** From 0. */
  page: number;
  hasMore: boolean;
  /** False when Discord did not say of everybody on the page, and above it, whether they are still there. */
  isChecked: boolean;
  /** What the members on the page are worth by other standings' measures, by metric. */
  besides: ReadonlyMap<Metric, ReadonlyMap<string, number>>;
  /** What members on the page are called in the server, as far as it is known. */
  names: ReadonlyMap<string, string>;
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

/** Ranks a page that begins behind `offset` members; its first may share a rank with the page before. */
export function rankPage(
  metric: Metric,
  entries: readonly Entry[],
  { offset, firstRank }: { offset: number; firstRank: number },
): Ranked<Entry>[] {
  return rankEntries(metric, entries).map((row) => ({
    ...row,
    rank: row.rank === 1 ? firstRank : offset + row.rank,
  }));
}

/** Where the caller stands when not on the page: behind everybody who is better. */
export function placeBehind(own: Entry, { better, isExact }: { better: number; isExact: boolean }): OwnPlace {
  return { kind: 'ranked', entry: { ...own, rank: 1 + better }, isOnPage: false, isExact };
}

/** Why a member has no rank. */
export function unranked(metric: Metric, own: Entry | null): OwnPlace {
  if (metric !== 'accuracy' || !own || own.rated === 0) return { kind: 'nothing-yet' };
  return { kind: 'too-few', rated: own.rated, needed: MIN_RATED_FOR_ACCURACY };
}

/** The page on which a rank stands; with ties, the first of them. */
export function pageOfRank(rank: number): number {
  return Math.floor((rank - 1) / PAGE_SIZE);
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
