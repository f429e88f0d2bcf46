// The short message after a question of the day has closed.
import { card, type Message, text, timestamp } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import type { Recap } from './outcome.rules.ts';

/** `added` are lines of other features: what there is to celebrate. */
export function showRecap({ daily }: Words, recap: Recap, added: readonly string[]): Message {
  return card(null, [text(daily.recap.result(recap.answers, recap.right), ...added, nextLine(daily, recap))]);
}

function nextLine({ recap: words }: Words['daily'], { next, channelId }: Recap): string | null {
  if (next === null) return null;
  return `-# ${next === 'posted' ? words.posted(`<#${channelId}>`) : words.next(timestamp(next.at, 'F'), timestamp(next.at))}`;
}
