// The card of each ticket in the channel of those who review it: which are to be shown, and which shown anew.
import {
  claimDueCards,
  claimOutdatedCards,
  type DueCard,
  noteCard,
  noteCardStatus,
  type OutdatedCard,
  putOffCard,
} from './cards.store.ts';
import type { TicketStatus } from './ticket.rules.ts';
import { lookAtTicket, type TicketDeps, type TicketScreen } from './tickets.actions.ts';

export type { DueCard, OutdatedCard };

/** Longer than a send may take. */
const LEASE_MS = 60_000;
const BATCH = 20;

type WithScreen<C> = C & { screen: TicketScreen };

/** One that cannot be shown is not looked at again. */
export async function cardsToShow(deps: TicketDeps, official: string | null): Promise<WithScreen<DueCard>[]> {
  const now = deps.clock.now();
  const due = await claimDueCards(deps.db, { now, leaseMs: LEASE_MS, limit: BATCH, official });
  return looked(deps, due, (id) => putOffCard(deps.db, { id, until: null, isOver: now }));
}

export async function cardsToUpdate(deps: TicketDeps): Promise<WithScreen<OutdatedCard>[]> {
  const claim = { now: deps.clock.now(), leaseMs: LEASE_MS, limit: BATCH };
  const outdated = await claimOutdatedCards(deps.db, claim);
  // Its pack is gone: the card stays as it was.
  return looked(deps, outdated, async () => undefined);
}

async function looked<C extends { id: number; serverId: string | null }>(
  deps: TicketDeps,
  cards: readonly C[],
  gone: (id: number) => Promise<void>,
): Promise<WithScreen<C>[]> {
  const all: WithScreen<C>[] = [];
  for (const card of cards) {
    const reach = { isTeam: true, serverId: card.serverId };
    const screen = await lookAtTicket(deps, { id: card.id, reach });
    if (screen.kind === 'ticket') all.push({ ...card, screen });
    else await gone(card.id);
  }
  return all;
}

export async function cardShown(
  { db, clock }: Pick<TicketDeps, 'db' | 'clock'>,
  card: { id: number; status: TicketStatus; channelId: string; messageId: string },
): Promise<void> {
  await noteCard(db, { ...card, now: clock.now() });
}

export async function cardFailed(
  { db, clock }: Pick<TicketDeps, 'db' | 'clock'>,
  { id, retryMs }: { id: number; retryMs: number },
): Promise<void> {
  const until = new Date(clock.now().getTime() + retryMs);
  await putOffCard(db, { id, until, isOver: null });
}

export async function cardUpdated(
  { db }: Pick<TicketDeps, 'db'>,
  card: { id: number; status: TicketStatus },
): Promise<void> {
  await noteCardStatus(db, card);
}
