// A private round's message: its next question, or its result.

import { card, type Message, text } from '#bot/card.ts';
import { type ShownQuestion, showPost } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import { showNoSuchQuestion, showRoundEnd, startOverRow } from './notices.view.ts';

export type ShownStep =
  | (ShownQuestion & { kind: 'question'; round: { id: number } })
  | { kind: 'finished'; right: number; size: number }
  | { kind: 'no-such-round' };

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
