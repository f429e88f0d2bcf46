// One question of an exam that is over, with the whole reasoning.
import {
  button,
  buttons,
  card,
  divider,
  MAX_TEXT,
  type Message,
  plain,
  text,
  textLength,
} from '#bot/card.ts';
import { documentationButtons, reasonLines } from '#features/asking/quiz/feedback.view.ts';
import { hasTakeaway, RIGHT, rememberLine, WRONG } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import type { Ended } from './ended.rules.ts';
import { examId } from './ids.ts';
import { isOpen, type ReviewOf, reviewedBy } from './rules.ts';

export type ShownReview = { ended: Ended; of: ReviewOf; index: number };

/** Where all of it would not fit, the stem goes first, then the texts of the options. Null when there is no such one. */
export function showReviewed(words: Words, shown: ShownReview): Message | null {
  const reviewed = reviewedBy(shown.ended.graded, shown.of);
  const each = reviewed[shown.index];
  if (!each) return null;
  const variants = [
    { withStem: true, optionLimit: 220 },
    { withStem: true, optionLimit: 60 },
    { withStem: false, optionLimit: 220 },
    { withStem: false, optionLimit: 60 },
    { withStem: false, optionLimit: 0 },
  ];
  for (const variant of variants) {
    const message = build(words, { ...shown, each, count: reviewed.length }, variant);
    if (textLength(message) <= MAX_TEXT) return message;
  }
  throw new Error(`the reasoning of ${each.questionId} does not fit a message`);
}

type Each = ShownReview & { each: Ended['graded'][number]; count: number };

function build(
  words: Words,
  { ended, of, index, each, count }: Each,
  { withStem, optionLimit }: { withStem: boolean; optionLimit: number },
): Message {
  const { exam } = words;
  const { sitting } = ended;
  const verdict = each.isCorrect
    ? `✅ ${exam.review.right}`
    : `❌ ${isOpen(each) ? exam.review.open : exam.review.wrong}`;
  const place = `${exam.review.title[of]}: ${exam.review.place(index + 1, count)}`;
  const shown = { post: { optionOrder: each.optionOrder }, question: each.question };
  return card(each.isCorrect ? RIGHT : WRONG, [
    text(`-# ${place} · ${exam.position(each.position, sitting.marks.length)}`, `### ${verdict}`),
    (withStem || hasTakeaway(each.question)) &&
      text(rememberLine(words, each.question), withStem && `-# ${plain(each.question.stem)}`),
    divider(),
    text(...reasonLines(words, shown, { picks: each.picks, optionLimit })),
    buttons(
      button(examId(sitting.id, 'read', of, index - 1), `◀ ${exam.previous}`, { disabled: index === 0 }),
      button(examId(sitting.id, 'read', of, index + 1), `${exam.next} ▶`, {
        style: 'primary',
        disabled: index + 1 >= count,
      }),
      button(examId(sitting.id, 'result'), exam.result.back),
    ),
    each.question.references.length > 0 && buttons(...documentationButtons(words, each.question)),
  ]);
}
