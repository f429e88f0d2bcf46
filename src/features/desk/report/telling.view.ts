// What whoever reported a question is told of it.
import { card, type Message, plain, text } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import type { TicketStatus } from './ticket.rules.ts';

type Outcome = { questionId: string; status: TicketStatus; reason: string | null; isAgain: boolean };

export function showOutcomes({ report: { queue } }: Words, outcomes: readonly Outcome[]): Message {
  const lines = outcomes.map(({ questionId, status, reason, isAgain }) => {
    const line =
      status === 'rejected'
        ? queue.told.rejected(questionId, plain(reason ?? ''))
        : queue.told[status](questionId);
    return text(isAgain ? `-# ${queue.again}\n${line}` : line);
  });
  return card(null, lines);
}
