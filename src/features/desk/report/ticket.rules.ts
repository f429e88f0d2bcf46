// What may become of a ticket, and what a changed key does to places on boards. Pure.
import type { Question } from '#content/pack.ts';

/** `amended`: its text was mended; `rekeyed`: another key; `either`: two were right; `retired`: asked no more. */
export type TicketStatus = 'open' | 'rejected' | 'amended' | 'rekeyed' | 'either' | 'retired';

export type RegradeKind = 'rekeyed' | 'either';
/** Answers being graded, being put back; reveals being told; all done. */
export type RegradeState = 'running' | 'noting' | 'done' | 'undoing' | 'unnoting' | 'undone';

/** A decision can be taken back for so long. */
export const UNDO_MS = 24 * 3_600_000;
export const MAX_REPORTS_A_DAY = 10;
export const MAX_REASON = 500;
/** Reveals that are older tell nothing any more. */
export const NOTED_DAYS = 30;

export function mayUndo({ state, startedAt }: { state: RegradeState; startedAt: Date }, now: Date): boolean {
  const isDone = state === 'done' || state === 'noting';
  return isDone && now.getTime() - startedAt.getTime() < UNDO_MS;
}

/** The same question with another key; null for one that a question cannot have. */
export function withKey(question: Question, key: readonly string[]): Question | null {
  const ids = question.options.map(({ id }) => id);
  const isFine =
    key.length >= 1 && key.length <= 3 && key.length < ids.length && key.every((id) => ids.includes(id));
  if (!isFine) return null;
  return {
    ...question,
    options: question.options.map((option) => ({ ...option, correct: key.includes(option.id) })),
  };
}

export type Score = { memberId: string; points: number };

/** How many of a board's members stand elsewhere after some of them have gained points; ties share a place. */
export function movedPlaces(board: readonly Score[], gained: ReadonlyMap<string, number>): number {
  const after = board.map(({ memberId, points }) => ({
    memberId,
    points: points + (gained.get(memberId) ?? 0),
  }));
  const before = placesOf(board);
  const now = placesOf(after);
  return board.filter(({ memberId }) => before.get(memberId) !== now.get(memberId)).length;
}

function placesOf(board: readonly Score[]): Map<string, number> {
  const sorted = board.toSorted((a, b) => b.points - a.points);
  const places = new Map<string, number>();
  for (const [index, { memberId, points }] of sorted.entries()) {
    const above = sorted[index - 1];
    const isTied = above !== undefined && above.points === points;
    places.set(memberId, isTied ? (places.get(above.memberId) ?? index + 1) : index + 1);
  }
  return places;
}

/** Whether an answer that was wrong becomes right. Picks and keys are ids of options, in any order. */
export function becomesRight(kind: RegradeKind, key: readonly string[], picks: readonly string[]): boolean {
  if (kind === 'either') return picks.length === 1 && key.includes(picks[0] ?? '');
  return picks.length === key.length && key.every((id) => picks.includes(id));
}
