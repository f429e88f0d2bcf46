// Short notices about exams.
import { card, type Message, text } from '#bot/card.ts';
import type { Words } from '#words/words.ts';

export type Notice = 'none' | 'gone' | 'noQuestions';

export function showNotice({ exam }: Words, notice: Notice): Message {
  return card(null, [text(exam[notice])]);
}

export function showAdded({ exam }: Words, count: number): Message {
  return card(null, [text(exam.added(count))]);
}
