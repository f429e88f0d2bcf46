// How a member's memory of a flashcard is kept: asked for by the flashcards, offered by spaced repetition. Types only.
import type { Db } from '#db/connect.ts';

export const CARD_GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type CardGrade = (typeof CARD_GRADES)[number];

export type GradedCard = {
  memberId: string;
  /** Whose zone dates a member who has none of their own. */
  serverId: string | null;
  exam: string;
  cardId: string;
  grade: CardGrade;
  at: Date;
  /** The interaction: seen twice, or by two processes, it grades once. */
  pressId: string;
};

export type CardGrading = {
  /** Returns when the card is due again. `db` may be a transaction, with which the grade stands or falls. */
  grade(deps: { db: Db }, card: GradedCard): Promise<Date>;
};
