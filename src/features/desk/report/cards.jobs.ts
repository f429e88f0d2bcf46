// Cards of tickets: in a server's channel for reviews those of its own packs, in the operator's those of official questions.
import type { BotApp } from '#bot/feature.ts';
import { RETRY_MS, showCard, updateCard } from '#features/people/server/review-channel.ts';
import { settleInTurn } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import {
  cardFailed,
  cardShown,
  cardsToShow,
  cardsToUpdate,
  cardUpdated,
  type DueCard,
  type OutdatedCard,
} from './cards.actions.ts';
import { openId, showTicketCard } from './ticket.view.ts';
import type { TicketScreen } from './tickets.actions.ts';

export const ticketCards: Job<BotApp> = {
  name: 'ticket-cards',
  schedule: '5-59/10 * * * * *',
  async run(app) {
    if (!app.channels.isConnected()) return;
    await settleInTurn(await cardsToShow(app, app.team.channelId), (card) => show(app, card));
    await settleInTurn(await cardsToUpdate(app), (card) => update(app, card));
  },
};

async function show(app: BotApp, card: DueCard & { screen: TicketScreen }): Promise<void> {
  const { id, serverId, channelId, screen, openedAt: since, tries } = card;
  const words = await app.languages.ofServer(serverId);
  const message = showTicketCard(words, screen);
  const where = { serverId, channelId, message, since, isRetry: tries > 1 };
  // Of this channel alone: chosen anew, it is shown again.
  const nonce = `ticket-${id}-${channelId}`;
  const showing = await showCard(app, { ...where, nonce, marker: openId(id) });
  const { status } = screen.ticket;
  if (showing.kind === 'shown') await cardShown(app, { id, status, channelId, messageId: showing.messageId });
  // A server's channel that was mended is used at once, whatever waits for it.
  if (showing.kind === 'failed') await cardFailed(app, { id, retryMs: serverId === null ? RETRY_MS : 0 });
}

async function update(app: BotApp, card: OutdatedCard & { screen: TicketScreen }): Promise<void> {
  const { id, serverId, channelId, messageId, screen } = card;
  const words = await app.languages.ofServer(serverId);
  const message = showTicketCard(words, screen);
  if (await updateCard(app, { channelId, messageId, message }))
    await cardUpdated(app, { id, status: screen.ticket.status });
}
