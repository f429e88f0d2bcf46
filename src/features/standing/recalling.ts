// Flashcards that a member has turned over and judged for themself. Types only: a standing may remember them.
import type { Db } from '#db/connect.ts';

export const recallGrades = ['again', 'hard', 'good', 'easy'] as const;
export type RecallGrade = (typeof recallGrades)[number];

export type Recalled = {
  memberId: string;
  exam: string;
  cardId: string;
  grade: RecallGrade;
  /** The interaction's own timestamp, which says the member's day, and its id: the same press counts once. */
  at: Date;
  pressId: string;
};

export type Recalling = {
  /** A card that was never graded before enters with its first grade. Returns when it comes again. */
  gradeFlashcard(deps: { db: Db }, recalled: Recalled): Promise<{ comesAgainAt: Date }>;
};
