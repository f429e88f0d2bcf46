// Short private notices of the quiz: why nothing was asked, a round's end.
import {
  button,
  buttons,
  card,
  type Message,
  type Part,
  plain,
  shorten,
  text,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Words } from '#words/words.ts';

export type UnknownTopicNotice = { kind: 'unknown-topic'; typed: string; near: readonly string[] };

export type NotAskedNotice =
  | UnknownTopicNotice
  | { kind: 'no-questions' }
  | { kind: 'channel-full'; limit: number }
  | { kind: 'own-full'; limit: number }
  | { kind: 'cooling-down'; untilAt: Date };

export function showNotAsked(words: Words, notice: NotAskedNotice): Message {
  return card(null, [text(notAskedSentence(words, notice))]);
}

function notAskedSentence({ quiz }: Words, notice: NotAskedNotice): string {
  switch (notice.kind) {
    case 'unknown-topic':
      return unknownTopicSentence(quiz, notice);
    case 'no-questions':
      return quiz.noQuestions;
    case 'channel-full':
      return quiz.channelFull(notice.limit);
    case 'own-full':
      return quiz.ownFull(notice.limit);
    case 'cooling-down':
      return quiz.coolingDown(timestamp(notice.untilAt));
  }
}

/** A refusal names what there is instead. */
export function unknownTopicSentence({ unknownTopic }: Words['quiz'], notice: UnknownTopicNotice): string {
  const near = notice.near.map((name) => `**${plain(shorten(name, 100))}**`);
  return unknownTopic(plain(shorten(notice.typed, 80)), near);
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

export type Ends = 'question' | 'round';

/** Asked once, alone, before a question ends that others are still answering. */
export function showAsk(
  { quiz: { sure } }: Words,
  ask: { postId: number; ends: Ends; why: 'waited-for' | 'answered'; members: number },
): Message {
  const [name, label] =
    ask.ends === 'round' ? (['endround', sure.end] as const) : (['close', sure.close] as const);
  return card(null, [
    text(sure[ask.why](ask.members)),
    buttons(button(customId(name, 1, ask.postId, 'sure'), label, { style: 'danger' })),
  ]);
}

export function showEnding({ quiz }: Words, ends: Ends): Message {
  return card(null, [text(quiz.sure.done[ends])]);
}

export function showStillOpen({ quiz }: Words): Message {
  return card(null, [text(quiz.stillOpen)]);
}

/** Under a resumed private round: the way to a new one. */
export function startOverRow({ quiz }: Words, roundId: number): Part {
  return buttons(button(customId('startover', 1, roundId), quiz.round.end));
}
