// What is said to whoever tells how the real exam went.
import { card, type Message, text } from '#bot/card.ts';
import type { Edition } from '#content/pack.ts';
import { RIGHT } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import { type Fault, LEAST_SCORE } from './results.rules.ts';

export function showTold(
  { exam: { told } }: Words,
  { isPassed, code }: { isPassed: boolean; code: string },
): Message {
  return card(isPassed ? RIGHT : null, [
    text(isPassed ? `🎉 ${told.passed(code)}` : told.failed(code), `-# ${told.why}`),
  ]);
}

export function showBadResult(
  { exam: { told } }: Words,
  fault: Fault,
  { passScore, maxScore }: Pick<Edition, 'passScore' | 'maxScore'>,
): Message {
  const sentences: Record<Fault, string> = {
    badDate: told.badDate,
    badScore: told.badScore(LEAST_SCORE, maxScore),
    contradiction: told.contradiction(passScore),
  };
  return card(null, [text(sentences[fault])]);
}
