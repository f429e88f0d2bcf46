// What is said after a close: when it is still worth saying, and what a round comes to. Pure.
import type { Visibility } from '#features/people/member/rules.ts';

/** reply: a word under a question that many answered; round: the table of a round. */
export type AfterwordKind = 'reply' | 'round';

/** Later than this nobody looks for it any more. A reply is about a moment; a table is what a round was played for. */
const WORTH_SAYING_MS = { reply: 10 * 60_000, round: 6 * 3_600_000 } as const satisfies Record<
  AfterwordKind,
  number
>;

export function isWorthSaying(word: { kind: AfterwordKind; createdAt: Date }, now: Date): boolean {
  return now.getTime() - word.createdAt.getTime() < WORTH_SAYING_MS[word.kind];
}

export type RoundAnswer = {
  memberId: string;
  position: number;
  isCorrect: boolean;
  points: number;
  tookMs: number;
  /** Null for one whose data was deleted: nobody's any more. */
  visibility: Visibility | null;
};

export type Standing = { rank: number; memberId: string; isNamed: boolean; right: number; points: number };

/** Most right answers first, then most points; equals share a rank. Whoever is hidden is left out. */
export function rankRound(answers: readonly RoundAnswer[]): Standing[] {
  const shown = answers.filter(({ visibility }) => visibility === 'visible' || visibility === 'anonymous');
  const scores = [...Map.groupBy(shown, ({ memberId }) => memberId)].map(([memberId, own]) => ({
    memberId,
    isNamed: own.every(({ visibility }) => visibility === 'visible'),
    right: own.filter(({ isCorrect }) => isCorrect).length,
    points: own.reduce((sum, { points }) => sum + points, 0),
  }));
  const isBetter = (a: (typeof scores)[number], b: (typeof scores)[number]) =>
    a.right > b.right || (a.right === b.right && a.points > b.points);
  return scores
    .map((score) => ({ ...score, rank: 1 + scores.filter((other) => isBetter(other, score)).length }))
    .toSorted((a, b) => a.rank - b.rank);
}

export type Share = { position: number; right: number; answers: number };

/** The question with the smallest share of right answers; null when nobody answered or nobody was wrong. */
export function hardestOf(answers: readonly RoundAnswer[]): Share | null {
  const shares = [...Map.groupBy(answers, ({ position }) => position)].map(([position, of]) => ({
    position,
    right: of.filter(({ isCorrect }) => isCorrect).length,
    answers: of.length,
  }));
  const [hardest] = shares
    .filter(({ right, answers: all }) => right < all)
    .toSorted((a, b) => a.right / a.answers - b.right / b.answers || a.position - b.position);
  return hardest ?? null;
}

/** The right answer that took least; null when nobody who may be named was right. */
export function fastestOf(answers: readonly RoundAnswer[]): RoundAnswer | null {
  const right = answers.filter(({ isCorrect, visibility }) => isCorrect && visibility === 'visible');
  return right.toSorted((a, b) => a.tookMs - b.tookMs)[0] ?? null;
}
