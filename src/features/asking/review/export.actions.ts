// All cards of a member's review for a file, the next to come first.
import type { Library } from '#content/library.ts';
import type { Pack } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { type Learner, studiedBy } from '#features/record/post/course.ts';
import { readCards } from '#features/standing/review/store.ts';
import type { Clock } from '#lib/clock.ts';
import { type DeckCard, scheduleOf } from './deck.rules.ts';

export type Exported = { pack: Pack; cards: DeckCard[]; now: Date };

/** Those that the bank no longer has are left out. */
export async function exportCards(
  deps: { db: Db; content: Library; clock: Clock },
  learner: Learner,
): Promise<Exported> {
  const { exam } = await studiedBy(deps, learner);
  const pack = await deps.content.packOf(exam);
  if (!pack) throw new Error(`exam pack ${exam} is not loaded`);
  const rows = await readCards(deps.db, { memberId: learner.memberId, exam });
  const now = deps.clock.now();
  const cards = rows.flatMap(({ kind, cardId, days, grades, dueAt }): DeckCard[] => {
    const schedule = scheduleOf({ history: { days, grades }, dueAt }, now);
    const question = kind === 'question' && pack.questions.get(cardId);
    const flashcard = kind === 'flashcard' && pack.flashcards.get(cardId);
    if (question) return [{ kind: 'question', question, schedule }];
    return flashcard ? [{ kind: 'flashcard', flashcard, schedule }] : [];
  });
  return { pack, cards, now };
}
