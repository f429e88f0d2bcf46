// A view's message as a request body: Components V2 flag, and nobody pinged but the roles it names.

import { type APIAllowedMentions, MessageFlags } from 'discord.js';
import type { Message } from '#bot/card.ts';

export type Payload = {
  flags: number;
  components: Message['components'];
  allowed_mentions: APIAllowedMentions;
};

export function toPayload(message: Message, visibility: { private: boolean } = { private: false }): Payload {
  return {
    flags: MessageFlags.IsComponentsV2 | (visibility.private ? MessageFlags.Ephemeral : 0),
    components: message.components,
    allowed_mentions: { parse: [], ...(message.pingRoles ? { roles: message.pingRoles } : {}) },
  };
}
