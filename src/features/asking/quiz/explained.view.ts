// The reasoning of a question, or why it is not told.
import type { Message } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import { showReasoning } from './feedback.view.ts';
import { showNoSuchQuestion, showStillOpen } from './notices.view.ts';

export function showExplained(
  words: Words,
  shown: Parameters<typeof showReasoning>[1] | 'still-open' | 'gone',
): Message {
  if (shown === 'still-open') return showStillOpen(words);
  return shown === 'gone' ? showNoSuchQuestion(words) : showReasoning(words, shown);
}
