// A private round's message: its next question, or its result.

import { button, buttons, card, type Message, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { PracticeDoor } from '#features/asking/doors.ts';
import { type ShownQuestion, showPost } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import { showNoSuchQuestion, showRoundEnd, startOverRow } from './notices.view.ts';

export type ShownStep =
  | (ShownQuestion & { kind: 'question'; round: { id: number } })
  | { kind: 'finished'; right: number; size: number }
  | { kind: 'no-such-round' };

type Which = {
  before: { round: { id: number; questionIds: readonly string[] }; post: { position: number | null } };
  /** Of the new one, as it is written; null for the whole exam. */
  topic: string | null;
  count: number | null;
};

/** Asked before a new round takes the place of an unfinished one. */
export function showWhich({ quiz: { round: said } }: Words, { before, topic, count }: Which): Message {
  const { round, post } = before;
  const about = topic === null ? [] : [topic];
  return card(null, [
    text(said.which((post.position ?? 1) - 1, round.questionIds.length)),
    buttons(
      button(customId('next', 1, round.id), said.goOn, { style: 'primary' }),
      button(customId('instead', 1, round.id, count ?? 1, ...about), said.instead),
    ),
  ]);
}

export function showPrivateStep(words: Words, step: ShownStep, isResumed: boolean): Message {
  switch (step.kind) {
    case 'question': {
      const shown = showPost(words, step, 0);
      if (!isResumed) return shown;
      const note = card(null, [text(`-# ${words.quiz.round.resumed}`), startOverRow(words, step.round.id)]);
      return { components: [...shown.components, ...note.components] };
    }
    case 'finished':
      return showRoundEnd(words, step);
    case 'no-such-round':
      return showNoSuchQuestion(words);
  }
}

/** In place of a topic: every one of them has a colon. */
export const ANY_TOPIC = 'any';

/** The way to private questions about a topic, for other features. */
export const practiceButton: PracticeDoor = (label, { topic, count }) =>
  button(customId('practice', 1, count, topic ?? ANY_TOPIC), label);
