// Taking a changed key back.
import { ownDomainOf, ownPackNumber } from '#content/own-pack.ts';
import type { Question } from '#content/pack.ts';
import { amendQuestion } from '#features/record/question/amending.actions.ts';
import { editWithin, moveWithin } from '#features/record/question/own.actions.ts';
import type { Decision } from './deciding.actions.ts';
import { moveRegrade } from './regrade.store.ts';
import { lookAtTicket, type NoTicket, type TicketDeps } from './tickets.actions.ts';
import { reopenTicket, type Ticket } from './tickets.store.ts';

/** Puts answers back, opens the ticket again, and asks the question as it was. */
export async function undoRegrade(
  deps: TicketDeps,
  { id, reach, memberId }: Decision,
): Promise<{ kind: 'undone' } | { kind: 'too-late' } | NoTicket> {
  const screen = await lookAtTicket(deps, { id, reach });
  if (screen.kind === 'no-ticket') return screen;
  const { undo, ticket, question } = screen;
  if (!undo) return { kind: 'too-late' };
  const isDone = await deps.db.transaction(async (tx) => {
    if (!(await moveRegrade(tx, { id: undo.id, from: undo.state, to: 'undoing' }))) return false;
    await reopenTicket(tx, id);
    await restore({ ...deps, db: tx }, { ticket, question, memberId, askedVersion: undo.askedVersion });
    return true;
  });
  await deps.content.refresh();
  return isDone ? { kind: 'undone' } : { kind: 'too-late' };
}

type Restoring = { ticket: Ticket; question: Question; memberId: string; askedVersion: number | null };

async function restore(
  deps: TicketDeps,
  { ticket, question, memberId, askedVersion }: Restoring,
): Promise<void> {
  const packId = ownPackNumber(ticket.exam);
  if (packId === null || ticket.serverId === null) {
    await amendQuestion(deps, { exam: ticket.exam, question, after: question, memberId, kind: 'undo' });
    return;
  }
  const place = { serverId: ticket.serverId, packId, id: question.id };
  if (askedVersion === null) await moveWithin(deps, { ...place, from: ['retired'], to: 'live' });
  else
    await editWithin(deps, { ...place, draft: question, domain: ownDomainOf(question), from: askedVersion });
}
