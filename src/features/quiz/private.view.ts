// A private round's message: its next question, or its result.

import { card, type Message, text } from '#bot/card.ts';
import type { Packs, Question } from '#content/pack.ts';
import { showNoSuchQuestion, showRoundEnd, startOverRow } from './notices.view.ts';
import { type ShownPost, showPost } from './post.view.ts';

export type ShownStep =
  | {
      kind: 'question';
      round: { id: number; exam: string };
      post: ShownPost;
      question: Question;
      size: number;
    }
  | { kind: 'finished'; right: number; size: number }
  | { kind: 'no-such-round' };

export function showPrivateStep(step: ShownStep, content: Packs, isResumed: boolean): Message {
  switch (step.kind) {
    case 'question': {
      const pack = content.get(step.round.exam);
      if (!pack) return showNoSuchQuestion();
      const shown = showPost({ post: step.post, pack, question: step.question, size: step.size }, 0);
      if (!isResumed) return shown;
      const note = card(null, [
        text('-# Going on with the round you left unfinished.'),
        startOverRow(step.round.id),
      ]);
      return { components: [...shown.components, ...note.components] };
    }
    case 'finished':
      return showRoundEnd(step);
    case 'no-such-round':
      return showNoSuchQuestion();
  }
}
