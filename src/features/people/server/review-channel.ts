// Cards in the channel of those who review: shown once, kept up to date, and whoever chose the channel is told of it when
// that fails. What the cards say is their features' own.
import type { Message } from '#bot/card.ts';
import type { BotApp } from '#bot/feature.ts';
import { noteFailure, noteShown } from './review-channel.store.ts';

export type Card = {
  /** Null for what is official: its channel is the operator's, who reads the log. */
  serverId: string | null;
  channelId: string;
  message: Message;
  nonce: string;
  /** A custom id that only this card has. */
  marker: string;
  /** Not shown before this. */
  since: Date;
  /** Whoever tried before may have been killed right after sending. */
  isRetry: boolean;
};

export type Showing =
  | { kind: 'shown'; messageId: string }
  /** Discord refuses for good: tried again after `RETRY_MS`. */
  | { kind: 'failed' }
  /** Discord is away. */
  | { kind: 'not-now' };

/** Long enough not to bother anybody with refused requests, short enough for who mends it by hand. */
export const RETRY_MS = 3_600_000;

export async function showCard(app: BotApp, card: Card): Promise<Showing> {
  const { serverId, channelId, message, nonce, marker, since, isRetry } = card;
  // With its end, so that the card of number 1 is not found as that of 12.
  const there = isRetry ? await app.channels.findOwn(channelId, `${marker}"`, since) : null;
  if (there !== null) return { kind: 'shown', messageId: there };
  const sent = await app.channels.send(channelId, { message, nonce });
  switch (sent.kind) {
    case 'sent':
      if (serverId !== null) await noteShown(app.db, { serverId, channelId });
      return { kind: 'shown', messageId: sent.messageId };
    case 'unavailable':
      return { kind: 'not-now' };
    default: {
      const missing = sent.kind === 'no-permission' ? `:${sent.missing.join(',')}` : '';
      const retryAt = new Date(app.clock.now().getTime() + RETRY_MS);
      const failure = `${sent.kind}${missing}`;
      if (serverId !== null) await noteFailure(app.db, { serverId, channelId, failure, retryAt });
      return { kind: 'failed' };
    }
  }
}

type Shown = { channelId: string; messageId: string; message: Message };

/** False while Discord is away; a card that is gone, or may not be edited any more, stays as it is. */
export async function updateCard(app: BotApp, { channelId, messageId, message }: Shown): Promise<boolean> {
  const edited = await app.channels.edit(channelId, messageId, message);
  return edited.kind !== 'unavailable';
}
