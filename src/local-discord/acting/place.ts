// Where a member acts, and what they see there.
import { DEFAULT_LOCALE } from '../locales.ts';
import type { Channel, StoredMessage } from '../model.ts';
import { can, type Platform, permissionsIn } from '../platform.ts';
import { refuseAct } from './refusal.ts';

export type Me = { platform: Platform; userId: string };
/** `locale` is the language of the member's client. */
export type Place = Me & { channel: Channel; locale: string };

export function placeOf({ platform, userId }: Me, channelId: string): Place {
  const channel = platform.world.channels.get(channelId);
  if (!channel) return refuseAct(`There is no channel ${channelId}.`);
  if (!can(permissionsIn(platform, channel, userId), 'VIEW_CHANNEL')) {
    refuseAct(`This member cannot see #${channel.name ?? channelId}.`);
  }
  const locale = platform.world.accounts.get(userId)?.locale ?? DEFAULT_LOCALE;
  return { platform, channel, userId, locale };
}

export function needVisible(
  { platform, userId }: Me,
  messageId: string,
): { stored: StoredMessage; place: Place } {
  const stored = platform.world.messages.get(messageId);
  if (!stored || !isVisible(stored, userId)) return refuseAct(`This member sees no message ${messageId}.`);
  return { stored, place: placeOf({ platform, userId }, stored.message.channel_id) };
}

export function isVisible(stored: StoredMessage, userId: string): boolean {
  return stored.visibleTo === null || (stored.visibleTo === userId && stored.dismissed !== true);
}
