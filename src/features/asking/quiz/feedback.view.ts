// What one member alone reads after answering: right or wrong in words, the takeaway, what it counted for, and why for
// every option, with the two that matter first.

import {
  button,
  buttons,
  card,
  divider,
  linkButton,
  MAX_TEXT,
  type Message,
  type Part,
  plain,
  shorten,
  text,
  textLength,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { keyOf, type Pack, type Question } from '#content/pack.ts';
import type { Feedback as Offered } from '#features/record/answer/feedback.ts';
import type { Grade, Rating } from '#features/record/answer/rules.ts';
import { letterOf, type PostKind } from '#features/record/post/rules.ts';
import {
  hasTakeaway,
  keyLetters,
  optionText,
  RIGHT,
  rememberLine,
  WRONG,
} from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';

export type Feedback = {
  kind: 'answered' | 'already-answered';
  post: {
    id: number;
    kind: PostKind;
    optionOrder: readonly string[];
    roundId: number | null;
    position: number | null;
    size: number;
  };
  pack: Pack;
  question: Question;
  picks: readonly string[];
  grade: Grade;
  rating: Rating | null;
  points: number;
  told: Readonly<Record<string, unknown>>;
};

/** The whole reasoning; `offered` is what other features add. Where it would not fit, option texts are cut first. */
export function showFeedback(words: Words, feedback: Feedback, offered: readonly Offered[]): Message {
  const isPrivate = feedback.post.kind === 'private';
  const variants = [
    { withStem: isPrivate, optionLimit: 220 },
    { withStem: false, optionLimit: 220 },
    { withStem: false, optionLimit: 60 },
    { withStem: false, optionLimit: 0 },
  ];
  for (const variant of variants) {
    const parts = feedbackParts({ words, feedback, offered }, variant);
    const message = card(feedback.grade.isCorrect ? RIGHT : WRONG, parts);
    if (textLength(message) <= MAX_TEXT) return message;
  }
  throw new Error(`feedback on ${feedback.question.id} does not fit a message`);
}

/** The reasoning of a closed question, for members who did not answer it (or want it again). */
export function showReasoning(
  words: Words,
  shown: Pick<Feedback, 'question'> & { post: { optionOrder: readonly string[] } },
): Message {
  const letters = keyOf(shown.question).map((id) => letterOf(shown.post.optionOrder, id));
  const build = (optionLimit: number) =>
    card(RIGHT, [
      text(words.quiz.verdict.key(letters.toSorted())),
      hasTakeaway(shown.question) && text(rememberLine(words, shown.question)),
      divider(),
      text(...reasonLines(words, shown, { picks: [], optionLimit })),
      shown.question.references.length > 0 && buttons(...documentationButtons(words, shown.question)),
    ]);
  const full = build(220);
  return textLength(full) <= MAX_TEXT ? full : build(60);
}

type Told = { words: Words; feedback: Feedback; offered: readonly Offered[] };

function feedbackParts(
  { words, feedback, offered }: Told,
  variant: { withStem: boolean; optionLimit: number },
): (Part | false)[] {
  const { question, post, picks, told } = feedback;
  const added = offered.flatMap(({ lines }) => lines?.(words, told) ?? []);
  const count = countLine(words, feedback);
  return [
    text(verdict(words, feedback), rememberLine(words, question)),
    (count !== null || added.length > 0) && text(count, ...added),
    variant.withStem && text(`-# ${plain(question.stem)}`),
    divider(),
    text(...reasonLines(words, { post, question }, { picks, optionLimit: variant.optionLimit })),
    buttons(...actionButtons({ words, feedback, offered })),
    question.references.length > 0 && buttons(...documentationButtons(words, question)),
  ];
}

function actionButtons({ words, feedback: { post, question, pack }, offered }: Told) {
  const isLast = post.position !== null && post.position >= post.size;
  const asked = { exam: pack.exam.id, id: question.id, version: question.version };
  return [
    post.roundId !== null &&
      post.kind === 'private' &&
      button(customId('next', 1, post.roundId), isLast ? words.quiz.result : words.quiz.next, {
        style: 'primary',
      }),
    button(customId('another', 2, pack.exam.id, question.id), words.quiz.another),
    ...offered.flatMap(({ buttons: own }) => own?.(words, asked) ?? []),
  ];
}

function verdict(words: Words, { kind, grade, picks, post, question }: Feedback): string {
  const { quiz } = words;
  const mine = words.post.letters(picks.map((id) => letterOf(post.optionOrder, id)).toSorted());
  const wrong = quiz.verdict.wrong(mine, keyLetters(words, question, post.optionOrder));
  const partly = grade.neededPicks > 1 ? ` ${quiz.verdict.partly(grade.rightPicks, picks.length)}` : '';
  const result = grade.isCorrect ? quiz.verdict.right(mine) : `${wrong}${partly}`;
  return kind === 'answered'
    ? `### ${grade.isCorrect ? '✅' : '❌'} ${result}`
    : `### ${quiz.verdict.already}\n${quiz.verdict.firstCounts(result)}`;
}

/** Chosen and right options first and in full, then the others: only why, in letter order. */
export function reasonLines(
  words: Words,
  { post, question }: { post: { optionOrder: readonly string[] }; question: Question },
  { picks, optionLimit }: { picks: readonly string[]; optionLimit: number },
): string[] {
  const key = keyOf(question);
  const weight = (id: string) => (picks.includes(id) ? 0 : 2) + (key.includes(id) ? 0 : 1);
  return post.optionOrder
    .toSorted((a, b) => weight(a) - weight(b))
    .map((id) => {
      const why = plain(question.options.find((candidate) => candidate.id === id)?.why ?? '');
      const isKey = key.includes(id);
      const mark = isKey ? `✅ ${words.post.right}` : `❌ ${words.post.wrong}`;
      const chosen = picks.includes(id) ? ` · ${words.quiz.yourChoice}` : '';
      const label = `**${letterOf(post.optionOrder, id)}** ${mark}${chosen}`;
      const isFull = isKey || picks.includes(id) || picks.length === 0;
      const option = isFull && optionLimit > 0 && plain(shorten(optionText(question, id), optionLimit));
      if (option) return [label, `-# ${option}`, why].filter((line) => line !== '').join('\n');
      return why === '' ? label : `${label}: ${why}`;
    });
}

/** What the answer counted for, in one sentence; nothing for an answer that was counted before. */
function countLine({ quiz }: Words, { rating, points, grade }: Feedback): string | null {
  if (!rating) return null;
  if (!rating.isRated) return quiz.practice[rating.because];
  return grade.isCorrect ? quiz.points(points) : quiz.noPoints;
}

/** Named after their pages: the last part of an address says what it is about. */
export function documentationButtons({ quiz }: Words, question: Question) {
  return question.references.slice(0, 3).map((url) => {
    const page = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '';
    const name = page.replace(/\.html?$/, '').replaceAll(/[-_]+/g, ' ');
    return linkButton(url, shorten(quiz.documentation(name || new URL(url).hostname), 60));
  });
}
