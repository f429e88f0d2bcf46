// A question within a review: asked, with the choice and how sure the member is, and what the answer came to.
import {
  button,
  buttons,
  card,
  divider,
  MAX_TEXT,
  type Message,
  type Part,
  plain,
  select,
  shorten,
  text,
  textLength,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import {
  accentColorOf,
  type Domain,
  findDomainOf,
  type Pack,
  type Question,
  selectCount,
} from '#content/pack.ts';
import type { Grade } from '#features/record/answer/rules.ts';
import { LETTERS, letterOf } from '#features/record/post/rules.ts';
import {
  keyLetters,
  optionLines,
  optionText,
  RIGHT,
  rememberLine,
  WRONG,
} from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import type { LessonDoor } from '../doors.ts';
import { documentationButtons, reasonLines } from '../quiz/feedback.view.ts';
import { confidences, lessonOf } from './rules.ts';

type Displayed = { pack: Pack; question: Question; optionOrder: readonly string[] };
/** `edition` is the server's, where it is known; else the newest that the question serves. */
export type Asked = Displayed & { turn: number; edition?: string };
export type GradedQuestion = Displayed & {
  picks: readonly string[];
  grade: Grade;
  isGuess: boolean;
  comesAgainAt: Date;
  isLeech: boolean;
};

/** `left` is how many cards come after it today; null where that is not known. */
export function showAsked(
  words: Words,
  asked: Asked,
  { lead, left }: { lead: readonly Part[]; left: number | null },
): Message {
  return card(accentOf(asked), [
    ...lead,
    ...questionParts(words, asked, left),
    ...answerControls(words, asked),
  ]);
}

/** Nothing is told before the member has said how sure they are. */
export function showSure(words: Words, asked: Asked, picks: readonly string[]): Message {
  const { review } = words;
  const how = confidences.map((confidence) =>
    button(idOf('reviewsure', asked, picks.join(''), confidence), review.sure[confidence], {
      style: 'primary',
    }),
  );
  return card(accentOf(asked), [
    ...questionParts(words, asked, null),
    text(review.howSure(lettersOf(words, asked, picks))),
    buttons(...how, button(idOf('reviewchange', asked), review.change)),
  ]);
}

/** The verdict, when it comes again, and why for every option; option texts are cut where all would not fit. */
export function showGraded(words: Words, graded: GradedQuestion, lessonDoor: LessonDoor | null): Message {
  for (const optionLimit of [220, 60, 0]) {
    const message = card(
      graded.grade.isCorrect ? RIGHT : WRONG,
      gradedParts(words, graded, { optionLimit, lessonDoor }),
    );
    if (textLength(message) <= MAX_TEXT) return message;
  }
  throw new Error(`the reasons of ${graded.question.id} do not fit a message`);
}

type Layout = { optionLimit: number; lessonDoor: LessonDoor | null };

function gradedParts(words: Words, graded: GradedQuestion, { optionLimit, lessonDoor }: Layout): Part[] {
  const { question, optionOrder, picks, grade, pack } = graded;
  const { review, quiz } = words;
  const mine = lettersOf(words, graded, picks);
  const verdict = grade.isCorrect
    ? `✅ ${quiz.verdict.right(mine)}`
    : `❌ ${quiz.verdict.wrong(mine, keyLetters(words, question, optionOrder))}`;
  const lesson = graded.isLeech ? lessonOf(pack, question.lesson) : null;
  const toLesson = ({ id, title }: { id: string; title: string }) =>
    lessonDoor?.(`${id} ${title}`, { exam: pack.exam.id, id }) ?? null;
  const notes = [
    grade.isCorrect && graded.isGuess ? review.guessed : null,
    review.when(timestamp(graded.comesAgainAt)),
    lesson ? review.leech(plain(`${lesson.id} ${lesson.title}`)) : null,
  ];
  return [
    text(`### ${verdict}`, rememberLine(words, question)),
    text(...notes),
    divider(),
    text(...reasonLines(words, { post: { optionOrder }, question }, { picks, optionLimit })),
    buttons(
      button(customId('reviewnext', 1), review.next, { style: 'primary' }),
      lesson ? toLesson(lesson) : null,
    ),
    ...(question.references.length > 0 ? [buttons(...documentationButtons(words, question))] : []),
  ];
}

function questionParts(words: Words, asked: Asked, left: number | null): Part[] {
  const { question, optionOrder } = asked;
  const domain = domainOf(asked);
  const heading = [
    words.review.title,
    domain && words.common.domain(domain.id, domain.name),
    words.post.difficulty[question.difficulty],
    left === null ? null : words.review.more(left),
  ].filter((part) => part !== null);
  return [
    text(`-# ${heading.join(' · ')}`, plain(question.stem)),
    divider(),
    text(...optionLines(optionOrder, question)),
    text(`-# ${words.post.select[selectCount(question)]}`),
  ];
}

function answerControls(words: Words, asked: Asked): Part[] {
  const { question, optionOrder } = asked;
  const needed = selectCount(question);
  if (needed === 1) {
    const letters = optionOrder.map((id) =>
      button(idOf('reviewpick', asked, id), letterOf(optionOrder, id), { style: 'primary' }),
    );
    return [buttons(...letters)];
  }
  const choices = optionOrder.map((id, index) => ({
    value: id,
    label: LETTERS[index] ?? '',
    // Menus show text as it is: no markup.
    description: shorten(optionText(question, id).replaceAll('`', ''), 100),
  }));
  return [select(idOf('reviewpick', asked, 'menu'), words.post.choose[needed], { choices, pick: needed })];
}

type Control = 'reviewpick' | 'reviewsure' | 'reviewchange';

/** All that a press needs, since nothing about an open card is kept: which version, in which order, at which turn. */
function idOf(control: Control, { pack, question, turn, optionOrder }: Asked, ...more: string[]): string {
  const args = [pack.exam.id, question.id, question.version, turn, optionOrder.join(''), ...more];
  switch (control) {
    case 'reviewpick':
      return customId('reviewpick', 1, ...args);
    case 'reviewsure':
      return customId('reviewsure', 1, ...args);
    case 'reviewchange':
      return customId('reviewchange', 1, ...args);
  }
}

function lettersOf(words: Words, { optionOrder }: Displayed, picks: readonly string[]): string {
  return words.post.letters(picks.map((id) => letterOf(optionOrder, id)).toSorted());
}

function domainOf({ pack, question, edition = question.editions.at(-1) ?? '' }: Asked): Domain | null {
  return findDomainOf(pack, { edition, domain: null, question });
}

function accentOf(asked: Asked): number | null {
  const domain = domainOf(asked);
  return domain && accentColorOf(domain);
}
