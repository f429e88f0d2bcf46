// What the review adds to the feedback on an answer, and what its button says.
import { button, card, type Message, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { Words } from '#words/words.ts';
import type { ReviewTold } from './rules.ts';

export const feedback: Feedback = {
  lines({ review }, told) {
    // safe: what this feature's own projection decided; absent for an answer given before
    const own = told.review as ReviewTold | undefined;
    return own?.comesAgain ? [review.comesAgain] : [];
  },
  buttons: ({ review }, { exam, id }) => [button(customId('reviewadd', 1, exam, id), review.add)],
};

/** `added` is null for a question that the bank no longer has. */
export function showAdded({ review }: Words, added: number | null): Message {
  if (added === null) return card(null, [text(review.gone)]);
  return card(null, [text(added > 0 ? review.added : review.addedBefore)]);
}
