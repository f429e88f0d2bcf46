// Telling the bot (by gateway, as its intents allow) and the feed what happened to a message.
import type { Json } from './json.ts';
import { CHANNEL_TYPE, MESSAGE_FLAG, type Message, type StoredMessage } from './model.ts';
import { memberPayload } from './payloads.ts';
import type { Platform } from './platform.ts';

export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  guildTyping: 1 << 11,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  directTyping: 1 << 14,
  messageContent: 1 << 15,
  scheduledEvents: 1 << 16,
};

type MessageEvent = 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE';

export function announceMessage(platform: Platform, name: MessageEvent, stored: StoredMessage): void {
  platform.feed.tell({ type: name, message: stored.message, visibleTo: stored.visibleTo });
  if (stored.visibleTo !== null) return;
  const { message } = stored;
  const channel = platform.world.channels.get(message.channel_id);
  // The bot is in no group, so it hears nothing of one.
  if (channel?.type === CHANNEL_TYPE.group) return;
  const guildId = channel?.guild_id ?? null;
  const intents = guildId ? INTENT.guildMessages : INTENT.directMessages;
  if (!platform.gateway.wants(intents)) return;
  const place = guildId ? { guild_id: guildId } : {};
  const data =
    name === 'MESSAGE_DELETE'
      ? { id: message.id, channel_id: message.channel_id, ...place }
      : { ...message, ...place, ...authorMember(platform, guildId, message.author.id) };
  const redacted =
    name === 'MESSAGE_DELETE' ? data : redactContent(platform, data as Message & Json, guildId);
  platform.gateway.dispatch({ name, data, guildId, intents, withoutContent: redacted });
}

function authorMember(platform: Platform, guildId: string | null, userId: string): Json {
  const member = guildId ? platform.world.members.get(guildId)?.get(userId) : undefined;
  if (!member) return {};
  const { user: _user, ...rest } = memberPayload(platform, member);
  return { member: rest };
}

/** Without MESSAGE_CONTENT a bot reads its own messages, direct messages and those that mention it. */
export function redactContent<Shape extends Message>(
  platform: Platform,
  message: Shape,
  guildId: string | null,
): Shape {
  const { botId } = platform.application;
  const mentionsBot = message.mentions.some((user) => user.id === botId);
  const isOwn = message.author.id === botId || (message.flags & MESSAGE_FLAG.ephemeral) !== 0;
  if (guildId === null || mentionsBot || isOwn) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}
