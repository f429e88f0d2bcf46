// A view's message as a request body: Components V2 flag, and nobody pinged but the roles it names.

import { type APIAllowedMentions, MessageFlags, type RawFile } from 'discord.js';
import type { File, Message } from '#bot/card.ts';

export type Payload = {
  flags: number;
  components: Message['components'];
  allowed_mentions: APIAllowedMentions;
  /** The files that the message has from now on, by their places among those sent with it. */
  attachments?: { id: number; filename: string }[];
};

export function toPayload(message: Message, visibility: { private: boolean } = { private: false }): Payload {
  return {
    flags: MessageFlags.IsComponentsV2 | (visibility.private ? MessageFlags.Ephemeral : 0),
    components: message.components,
    allowed_mentions: { parse: [], ...(message.pingRoles ? { roles: message.pingRoles } : {}) },
  };
}

/** Of a message that replaces another: the files of the one before go. */
export function toReplacement(message: Message): Payload {
  const attachments = (message.files ?? []).map(({ name }, id) => ({ id, filename: name }));
  return { ...toPayload(message), attachments };
}

/** As discord.js takes them beside a body. */
export function toFiles(message: Message): RawFile[] {
  return (message.files ?? []).map(({ name, data }: File) => ({ name, data: Buffer.from(data) }));
}
