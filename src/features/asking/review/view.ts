// A review as its member sees it: one card at a time, or that nothing is due. Questions are beside.
import {
  button,
  buttons,
  card,
  divider,
  type Message,
  type Part,
  plain,
  text,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Flashcard, Pack } from '#content/pack.ts';
import { CARD_GRADES } from '#features/standing/card-grading.ts';
import type { Words } from '#words/words.ts';
import type { LessonDoor, PracticeDoor } from '../doors.ts';
import { type Asked, showAsked } from './question.view.ts';
import { lessonOf } from './rules.ts';

type Carded = { pack: Pack; flashcard: Flashcard; turn: number };
type Done = {
  cards: number;
  isEnough: boolean;
  nextAt: Date | null;
  weakest: { id: string; name: string } | null;
};
export type ShownStep = { retired: number } & (
  | (Asked & { kind: 'question'; left: number; isRekeyed: boolean })
  | (Carded & { kind: 'flashcard'; left: number })
  | (Done & { kind: 'done' })
);

/** What became of the card before: graded, or a press that came too late; null at the beginning. */
export type Before =
  | { kind: 'graded'; comesAgainAt: Date; isLeech: boolean; pack: Pack; flashcard: Flashcard }
  | { kind: 'stale' }
  | null;

/** Where a review leads on to; null where nobody offers it. */
export type Doors = { practice: PracticeDoor | null; lesson: LessonDoor | null };
type Shown = { before: Before; doors: Doors };

export function showStep(words: Words, step: ShownStep, shown: Shown): Message {
  const notes = notesOf(words, step, shown.before);
  const lead = [
    ...(notes.length > 0 ? [text(...notes.map((note) => `-# ${note}`))] : []),
    ...lessonRow(shown),
  ];
  switch (step.kind) {
    case 'question':
      return showAsked(words, step, { lead, left: step.left - 1 });
    case 'flashcard':
      return showFront(words, step, lead);
    case 'done':
      return showDone(words, step, { lead, practice: shown.doors.practice });
  }
}

/** A flashcard turned over. */
export function showBack(words: Words, { flashcard, turn, pack }: Carded): Message {
  const { review } = words;
  const grades = CARD_GRADES.map((grade) =>
    button(customId('reviewgrade', 1, pack.exam.id, flashcard.id, turn, grade), review.grades[grade]),
  );
  return card(null, [
    text(`-# ${review.title} · ${review.flashcard}`, `### ${plain(flashcard.front)}`),
    divider(),
    text(plain(flashcard.back)),
    buttons(...grades),
  ]);
}

function showFront(words: Words, step: Carded & { left: number }, lead: readonly Part[]): Message {
  const { review } = words;
  const { pack, flashcard, turn } = step;
  const id = customId('reviewshow', 1, pack.exam.id, flashcard.id, turn);
  return card(null, [
    ...lead,
    text(
      `-# ${review.title} · ${review.flashcard} · ${review.more(step.left - 1)}`,
      `### ${plain(flashcard.front)}`,
    ),
    buttons(button(id, review.show, { style: 'primary' })),
  ]);
}

type Around = { lead: readonly Part[]; practice: PracticeDoor | null };

function showDone(words: Words, done: Done, { lead, practice }: Around): Message {
  const { cards, isEnough, nextAt, weakest } = done;
  const { review, common } = words;
  const domain = weakest && common.domain(weakest.id, weakest.name);
  return card(null, [
    ...lead,
    text(
      `### ${review.done.title}`,
      cards === 0 && review.done.empty,
      isEnough && review.done.enough,
      nextAt && review.done.next(timestamp(nextAt)),
      domain && review.done.weakest(domain),
    ),
    ...(weakest && domain && practice
      ? [buttons(practice(review.done.quiz(domain), { topic: `domain:${weakest.id}`, count: 1 }))]
      : []),
  ]);
}

/** To the lesson of a flashcard that was forgotten again and again. */
function lessonRow({ before, doors }: Shown): Part[] {
  if (before?.kind !== 'graded' || !before.isLeech || !doors.lesson) return [];
  const { pack, flashcard } = before;
  const lesson = lessonOf(pack, flashcard.lesson);
  if (!lesson) return [];
  return [buttons(doors.lesson(`${lesson.id} ${lesson.title}`, { exam: pack.exam.id, id: lesson.id }))];
}

function notesOf(words: Words, step: ShownStep, before: Before): string[] {
  const { review } = words;
  const isGraded = before?.kind === 'graded';
  const lesson = isGraded && before.isLeech ? lessonOf(before.pack, before.flashcard.lesson) : null;
  const notes = [
    isGraded ? review.when(timestamp(before.comesAgainAt)) : null,
    lesson ? review.leech(plain(`${lesson.id} ${lesson.title}`)) : null,
    before?.kind === 'stale' ? review.stale : null,
    step.retired > 0 ? review.retired(step.retired) : null,
    step.kind === 'question' && step.isRekeyed ? review.rekeyed : null,
  ];
  return notes.filter((note) => note !== null);
}
