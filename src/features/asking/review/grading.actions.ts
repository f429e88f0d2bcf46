// What a press in a review comes to: one statement, and what the member reads of it.
import type { Library } from '#content/library.ts';
import type { Flashcard, Pack, Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { type Grade, gradeAnswer } from '#features/record/answer/rules.ts';
import { hasOptionsOf } from '#features/record/post/rules.ts';
import type { CardGrade } from '#features/standing/card-grading.ts';
import { type GradeOutcome, recordGrade } from '#features/standing/review/actions.ts';
import { keyMark } from '#features/standing/review/rules.ts';
import { type Confidence, gradeOf } from './rules.ts';

type Deps = { db: Db; content: Library };
type Press = {
  memberId: string;
  serverId: string | null;
  exam: string;
  id: string;
  turn: number;
  at: Date;
  pressId: string;
};

/** A question as its message shows it. */
export type Displayed = { pack: Pack; question: Question; optionOrder: readonly string[] };

/** The very version that was shown; null when the bank has another key, or nobody kept it. */
export async function findDisplayed(
  content: Library,
  ref: { exam: string; id: string; version: number; optionOrder: readonly string[] },
): Promise<Displayed | null> {
  const pack = await content.packOf(ref.exam);
  const today = pack?.questions.get(ref.id);
  const question = await content.questionAt(ref);
  if (!pack || !today || !question || keyMark(today) !== keyMark(question)) return null;
  return hasOptionsOf(question, ref.optionOrder) ? { pack, question, optionOrder: ref.optionOrder } : null;
}

type Recorded = Extract<GradeOutcome, { kind: 'graded' }>;
export type QuestionGraded = Displayed &
  Recorded & { picks: readonly string[]; grade: Grade; isGuess: boolean };
export type Stale = { kind: 'stale' };

export async function gradeQuestion(
  { db, content }: Deps,
  press: Press & {
    version: number;
    optionOrder: readonly string[];
    picks: readonly string[];
    confidence: Confidence;
  },
): Promise<QuestionGraded | Stale> {
  const shown = await findDisplayed(content, press);
  if (!shown || !press.picks.every((id) => press.optionOrder.includes(id))) return { kind: 'stale' };
  const grade = gradeAnswer(shown.question, press.picks);
  const recorded = await recordGrade(
    { db },
    {
      ...press,
      kind: 'question',
      cardId: press.id,
      grade: gradeOf(grade, press.confidence),
      mark: keyMark(shown.question),
    },
  );
  if (recorded.kind === 'stale') return recorded;
  return { ...shown, ...recorded, picks: press.picks, grade, isGuess: press.confidence === 'guess' };
}

export type FlashcardGraded = Recorded & { pack: Pack; flashcard: Flashcard };

export async function gradeFlashcard(
  { db, content }: Deps,
  press: Press & { grade: CardGrade },
): Promise<FlashcardGraded | Stale> {
  const found = await findFlashcard(content, press);
  if (!found) return { kind: 'stale' };
  const recorded = await recordGrade({ db }, { ...press, kind: 'flashcard', cardId: press.id, mark: null });
  return recorded.kind === 'stale' ? recorded : { ...recorded, ...found };
}

export async function findFlashcard(
  content: Library,
  { exam, id }: { exam: string; id: string },
): Promise<{ pack: Pack; flashcard: Flashcard } | null> {
  const pack = await content.packOf(exam);
  const flashcard = pack?.flashcards.get(id);
  return pack && flashcard ? { pack, flashcard } : null;
}
