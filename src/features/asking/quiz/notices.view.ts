// Short private notices of the quiz: why nothing was asked, a round's end, a channel's history.
import {
  button,
  buttons,
  card,
  type Message,
  type Part,
  plain,
  select,
  shorten,
  text,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { headingOf, type ShownQuestion } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';

export type NotAskedNotice =
  | { kind: 'unknown-topic'; typed: string }
  | { kind: 'no-questions' }
  | { kind: 'cooling-down'; untilAt: Date };

export function showNotAsked(words: Words, notice: NotAskedNotice): Message {
  return card(null, [text(notAskedSentence(words, notice))]);
}

function notAskedSentence({ quiz }: Words, notice: NotAskedNotice): string {
  switch (notice.kind) {
    case 'unknown-topic':
      return quiz.unknownTopic(plain(shorten(notice.typed, 80)));
    case 'no-questions':
      return quiz.noQuestions;
    case 'cooling-down':
      return quiz.coolingDown(timestamp(notice.untilAt));
  }
}

export function showBadOpenFor({ quiz }: Words): Message {
  return card(null, [text(quiz.badOpenFor)]);
}

/** Said privately under a public question when all questions of its pool have been asked in the channel before. */
export function showExhausted({ quiz }: Words): Message {
  return card(null, [text(quiz.exhausted)]);
}

export function showRoundEnd({ quiz: { round } }: Words, end: { right: number; size: number }): Message {
  return card(null, [
    text(`### ${round.finished(end.right, end.size)}`, round.isPractice, `-# ${round.again}`),
  ]);
}

export function showNoSuchQuestion({ quiz }: Words): Message {
  return card(null, [text(quiz.gone)]);
}

export function showClosedAlready({ quiz }: Words): Message {
  return card(null, [text(quiz.closedAlready)]);
}

export function showStillOpen({ quiz }: Words): Message {
  return card(null, [text(quiz.stillOpen)]);
}

/** Closed questions of a channel; choosing one shows its reveal again. */
export function showHistory(words: Words, closed: readonly ShownQuestion[]): Message {
  const { closedHere } = words.quiz;
  if (closed.length === 0) return card(null, [text(closedHere.none)]);
  const choices = closed.map((shown) => ({
    value: String(shown.post.id),
    // Menus show text as it is: no markup.
    label: shorten(shown.question.stem.replaceAll('`', ''), 100),
    description: shorten(headingOf(words, shown), 100),
  }));
  return card(null, [
    text(`### ${closedHere.title}`, `-# ${closedHere.hint}`),
    select(customId('history', 1), closedHere.choose, { choices }),
  ]);
}

/** Under a resumed private round: the way to a new one. */
export function startOverRow({ quiz }: Words, roundId: number): Part {
  return buttons(button(customId('startover', 1, roundId), quiz.round.end));
}
