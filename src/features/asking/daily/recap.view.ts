// The short message after a question of the day has closed.
import { card, type Message, text, timestamp } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import type { Recap } from './outcome.rules.ts';

/** `added` are lines of other features: what there is to celebrate. */
export function showRecap({ daily }: Words, recap: Recap, added: readonly string[]): Message {
  const { answers, right, next } = recap;
  return card(null, [
    text(
      daily.recap.result(answers, right),
      ...added,
      next && `-# ${daily.recap.next(timestamp(next.at, 'F'), timestamp(next.at))}`,
    ),
  ]);
}
