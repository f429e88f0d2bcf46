// What a mock exam is: its kinds, its clock, its marks and what they come to. Pure.
import type { Edition } from '#content/pack.ts';

export const EXAM_KINDS = ['full', 'half', 'domain'] as const;
export type ExamKind = (typeof EXAM_KINDS)[number];

/** How many questions a domain's exam has. */
const DOMAIN_ITEMS = 20;
/** What AWS grants to those who sit the exam in a language that is not theirs ("ESL +30 minutes"). */
export const EXTRA_MINUTES = 30;
/** A question that is left lying open is not being thought about: this much of a visit counts at most. */
export const MAX_VISIT_S = 30 * 60;

/** What is begun: which exam, all of it or one domain. */
export type Chosen = {
  exam: string;
  edition: string;
  kind: ExamKind;
  domain: string | null;
  hasExtra: boolean;
};

export type ExamSize = { items: number; scored: number; minutes: number };

/** How many questions and minutes; only a full exam has unscored ones, as the real one does. */
export function sizeOf(edition: Edition, kind: ExamKind): ExamSize {
  if (kind === 'full') return { items: edition.items, scored: edition.scoredItems, minutes: edition.minutes };
  const items = kind === 'half' ? Math.ceil(edition.items / 2) : DOMAIN_ITEMS;
  return { items, scored: items, minutes: Math.round((items * edition.minutes) / edition.items) };
}

/**
 * One question of a sitting, as it was drawn: it never changes, whatever becomes of the pack, but for one that was retired
 * before its taker saw it.
 */
export type Item = {
  questionId: string;
  questionVersion: number;
  /** Option ids in the order in which they are shown. */
  optionOrder: string[];
  domain: string;
  isScored: boolean;
};

/** An item with what its taker made of it so far. `position` counts from 1. */
export type Mark = Item & {
  position: number;
  /** Option ids; none while it is open. */
  picks: string[];
  isFlagged: boolean;
  /** How long it was looked at. */
  seconds: number;
  /** When its answer was last changed; null while it is open. */
  answeredAt: Date | null;
};

export type Filter = 'all' | 'flagged' | 'open';

export function isOpen({ picks }: Pick<Mark, 'picks'>): boolean {
  return picks.length === 0;
}

/** Nothing was made of it, and it was never looked at: as far as its own marks tell, beside where its taker is. */
export function isUnseen({
  picks,
  isFlagged,
  seconds,
}: Pick<Mark, 'picks' | 'isFlagged' | 'seconds'>): boolean {
  return picks.length === 0 && !isFlagged && seconds === 0;
}

export function marksBy<M extends Pick<Mark, 'picks' | 'isFlagged'>>(
  marks: readonly M[],
  filter: Filter,
): M[] {
  if (filter === 'all') return [...marks];
  return marks.filter((mark) => (filter === 'flagged' ? mark.isFlagged : isOpen(mark)));
}

export type Graded = Mark & { isCorrect: boolean };

export type DomainResult = { domain: string; right: number; items: number };

export type Outcome = {
  /** Over all questions that were asked. */
  right: number;
  items: number;
  /** Over those that are scored: what the estimate rests on. */
  scoredRight: number;
  scored: number;
  open: number;
  domains: DomainResult[];
  /** Seconds of the question in the middle; null when none was looked at. */
  medianSeconds: number | null;
  /** The three that took longest, the longest first. */
  slowest: { position: number; seconds: number }[];
};

/** What is open is wrong. `graded` in order of position. */
export function outcomeOf(graded: readonly Graded[]): Outcome {
  const scored = graded.filter(({ isScored }) => isScored);
  const visited = graded.filter(({ seconds }) => seconds > 0).toSorted((a, b) => b.seconds - a.seconds);
  return {
    right: countRight(graded),
    items: graded.length,
    scoredRight: countRight(scored),
    scored: scored.length,
    open: graded.filter(isOpen).length,
    domains: [...Map.groupBy(graded, ({ domain }) => domain)]
      .map(([domain, own]) => ({ domain, right: countRight(own), items: own.length }))
      .toSorted((a, b) => a.domain.localeCompare(b.domain)),
    medianSeconds: median(visited.map(({ seconds }) => seconds)),
    slowest: visited.slice(0, 3).map(({ position, seconds }) => ({ position, seconds })),
  };
}

/** What a taker may go through once it is over, one by one. */
export type ReviewOf = 'missed' | 'flagged' | 'all';

export function reviewedBy<G extends Graded>(graded: readonly G[], of: ReviewOf): G[] {
  if (of === 'all') return [...graded];
  return graded.filter((each) => (of === 'missed' ? !each.isCorrect : each.isFlagged));
}

function countRight(graded: readonly { isCorrect: boolean }[]): number {
  return graded.filter(({ isCorrect }) => isCorrect).length;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return Math.round((lower + upper) / 2);
}
