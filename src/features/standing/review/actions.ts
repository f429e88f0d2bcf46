// A member's review: asking for cards, and grading one. Safe to run twice, and in two processes.

import type { Db } from '#db/connect.ts';
import { noteMember } from '#features/people/member/store.ts';
import { DEFAULT_ZONE } from '#features/people/server/rules.ts';
import { askedBy } from '#features/record/post/target.actions.ts';
import type { Clock } from '#lib/clock.ts';
import type { CardGrade, GradedCard } from '../card-grading.ts';
import { DEFAULT_WEIGHTS, type History } from './memory.rules.ts';
import { type CardKey, gradeCard, isLeech, type Kept } from './rules.ts';
import { type Card, insertCards, readCard, writeGrade } from './store.ts';

export type GradeInput = CardKey & {
  /** Whose zone dates a member who has none of their own. */
  serverId: string | null;
  grade: CardGrade;
  /** The ids of the right options now, as one text; null for a flashcard. */
  mark: string | null;
  /** The turn of the card that was shown; null takes the card as it is now. */
  turn: number | null;
  at: Date;
  pressId: string;
};

export type GradeOutcome =
  | { kind: 'graded'; comesAgainAt: Date; isLeech: boolean }
  /** Graded by another press since it was shown, or gone. */
  | { kind: 'stale' };

/** How often a grade that finds the card changed looks again. */
const TRIES = 3;

/** Puts questions on the list of what comes again, due at once; those that are in it keep their place. */
export async function addQuestions(
  { db, clock }: { db: Db; clock: Clock },
  wish: { memberId: string; exam: string; questionIds: readonly string[] },
): Promise<number> {
  const cards = [...new Set(wish.questionIds)].map((cardId) => ({ kind: 'question' as const, cardId }));
  await noteMember(db, wish.memberId);
  return insertCards(db, { ...wish, cards, now: clock.now() });
}

/** A grade on a flashcard outside of a review; a card that was never graded enters with it. Returns when it comes again. */
export async function gradeOutside(deps: { db: Db }, { cardId, ...graded }: GradedCard): Promise<Date> {
  const place = { kind: 'flashcard', cardId, mark: null, turn: null } as const;
  const outcome = await recordGrade(deps, { ...graded, ...place });
  if (outcome.kind === 'stale') throw new Error('a flashcard kept changing while it was graded');
  return outcome.comesAgainAt;
}

export async function recordGrade({ db }: { db: Db }, input: GradeInput): Promise<GradeOutcome> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { card, zone, dayStart, weights } = await readCard(db, input);
    // The very same press, written a moment ago by another process: what it came to is what it comes to.
    if (card?.lastPress === input.pressId) return graded(card);
    if (input.turn !== null && card?.turn !== input.turn) return { kind: 'stale' };
    const kept = card && keptOf(card);
    const day = { zone: zone ?? DEFAULT_ZONE, dayStart };
    const result = gradeCard(kept, input, { day, weights: weights ?? DEFAULT_WEIGHTS });
    const isWritten = await writeGrade(db, { ...input, graded: result, turn: card?.turn ?? null });
    if (isWritten) return graded({ dueAt: result.dueAt, ...result.history });
  }
  return { kind: 'stale' };
}

function graded({ dueAt, ...history }: History & { dueAt: Date }): GradeOutcome {
  return { kind: 'graded', comesAgainAt: dueAt, isLeech: isLeech(history) };
}

function keptOf({ days, grades, mark, dueAt }: Card): Kept {
  return { history: { days, grades }, mark, dueAt };
}

/** The question that a message is about; null where it is not there any more. */
export async function questionOf(deps: { db: Db }, target: Parameters<typeof askedBy>[1]) {
  return askedBy(deps, target);
}
