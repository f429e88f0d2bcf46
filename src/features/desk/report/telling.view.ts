// What whoever reported a question is told of it.
import { card, type Message, plain, text } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import type { TicketStatus } from './ticket.rules.ts';

export function showOutcome(
  { report: { queue } }: Words,
  { questionId, status, reason }: { questionId: string; status: TicketStatus; reason: string | null },
): Message {
  const line =
    status === 'rejected'
      ? queue.told.rejected(questionId, plain(reason ?? ''))
      : queue.told[status](questionId);
  return card(null, [text(line)]);
}
