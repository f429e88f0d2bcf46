// Whom a ticket is told to: those who reported it, once it is decided, and the operator's reviewers, once it is there.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { lookAtTicket, type TicketDeps, type TicketScreen } from './tickets.actions.ts';
import { markPosted, markReporterTold, unpostedTickets, untoldReports } from './tickets.store.ts';

const AT_ONCE = 50;

export async function reportersToTell({ db }: { db: Db }) {
  return untoldReports(db, AT_ONCE);
}

export async function reporterTold(
  { db, clock }: { db: Db; clock: Clock },
  report: { exam: string; questionId: string; questionVersion: number; memberId: string },
): Promise<void> {
  await markReporterTold(db, { ...report, now: clock.now() });
}

/** One that cannot be shown is not looked at again. */
export async function ticketsToPost(deps: TicketDeps): Promise<TicketScreen[]> {
  const screens: TicketScreen[] = [];
  for (const id of await unpostedTickets(deps.db, AT_ONCE)) {
    const screen = await lookAtTicket(deps, { id, reach: { isTeam: true, serverId: null } });
    if (screen.kind === 'ticket') screens.push(screen);
    else await ticketPosted(deps, id);
  }
  return screens;
}

export async function ticketPosted({ db, clock }: { db: Db; clock: Clock }, id: number): Promise<void> {
  await markPosted(db, { id, now: clock.now() });
}
