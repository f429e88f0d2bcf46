// What the bot does in channels without an interaction: send, edit, open threads, check its permissions.
// Discord's expected refusals become outcomes here, by their codes; anything else is thrown.

import {
  type Client,
  DiscordAPIError,
  type GuildBasedChannel,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { Message } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';

type SendOutcome =
  | { kind: 'sent'; messageId: string }
  | { kind: 'no-channel' }
  | { kind: 'no-permission'; missing: string[] };
type EditOutcome = { kind: 'edited' } | { kind: 'no-message' } | { kind: 'no-permission' };
type ThreadOutcome =
  | { kind: 'opened'; threadId: string }
  | { kind: 'no-permission' }
  | { kind: 'no-message' };
export type ChannelNeed = 'post' | 'post-and-thread';

export type Channels = {
  /** Posts; the same nonce within a few minutes returns the first message instead of a second one. */
  send(channelId: string, post: { message: Message; nonce: string }): Promise<SendOutcome>;
  edit(channelId: string, messageId: string, message: Message): Promise<EditOutcome>;
  /** Opens the thread of a message; opening it a second time returns the same thread. */
  openThread(channelId: string, messageId: string, name: string): Promise<ThreadOutcome>;
  /** The newest of our own messages in the channel (at most 50 looked at) that holds `marker` in a custom id. */
  findOwn(channelId: string, marker: string): Promise<string | null>;
  /** Names of permissions the bot lacks in a channel of the server; 'no-channel' when it cannot see it at all. */
  missingPermissions(channelId: string, need: ChannelNeed): Promise<string[] | 'no-channel'>;
  /** Which of these members are still in the server. */
  stillMembers(serverId: string, memberIds: readonly string[]): Promise<Set<string>>;
  /** A direct message; false when the member does not take any. */
  sendDirect(memberId: string, post: { message: Message; nonce: string }): Promise<boolean>;
  /** True while the gateway connection is up. */
  isConnected(): boolean;
};

const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_MEMBER = 10007;
const MISSING_ACCESS = 50001;
const CANNOT_DM = 50007;
const MISSING_PERMISSIONS = 50013;
const THREAD_EXISTS = 160004;

const postNeeds = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;
const threadNeeds = {
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
} as const;

/** The permission names that a bit set lacks for a kind of work. */
export function lackingPermissions(held: { has(bit: bigint): boolean } | null, need: ChannelNeed): string[] {
  const needs = need === 'post' ? postNeeds : { ...postNeeds, ...threadNeeds };
  return Object.entries(needs)
    .filter(([, bit]) => !held?.has(bit))
    .map(([name]) => name);
}

export function createChannels(client: Client): Channels {
  return {
    send: (channelId, post) => send(client, channelId, post),
    edit: (channelId, messageId, message) => edit(client, { channelId, messageId, message }),
    openThread: (channelId, messageId, name) => openThread(client, { channelId, messageId, name }),
    findOwn: (channelId, marker) => findOwn(client, channelId, marker),
    missingPermissions: (channelId, need) => missingPermissions(client, channelId, need),
    stillMembers: (serverId, memberIds) => stillMembers(client, serverId, memberIds),
    sendDirect: (memberId, post) => sendDirect(client, memberId, post),
    isConnected: () => client.isReady(),
  };
}

async function send(
  client: Client,
  channelId: string,
  post: { message: Message; nonce: string },
): Promise<SendOutcome> {
  const body = { ...toPayload(post.message), nonce: post.nonce, enforce_nonce: true };
  try {
    // safe: Create Message answers with a message object
    const sent = (await client.rest.post(Routes.channelMessages(channelId), { body })) as { id: string };
    return { kind: 'sent', messageId: sent.id };
  } catch (error) {
    const code = discordCode(error);
    if (code === UNKNOWN_CHANNEL) return { kind: 'no-channel' };
    if (code === MISSING_ACCESS || code === MISSING_PERMISSIONS) {
      const missing = await missingPermissions(client, channelId, 'post');
      return missing === 'no-channel'
        ? { kind: 'no-permission', missing: ['View Channel'] }
        : { kind: 'no-permission', missing };
    }
    throw error;
  }
}

async function edit(
  client: Client,
  target: { channelId: string; messageId: string; message: Message },
): Promise<EditOutcome> {
  try {
    await client.rest.patch(Routes.channelMessage(target.channelId, target.messageId), {
      body: toPayload(target.message),
    });
    return { kind: 'edited' };
  } catch (error) {
    const code = discordCode(error);
    if (code === UNKNOWN_MESSAGE || code === UNKNOWN_CHANNEL) return { kind: 'no-message' };
    if (code === MISSING_ACCESS || code === MISSING_PERMISSIONS) return { kind: 'no-permission' };
    throw error;
  }
}

async function openThread(
  client: Client,
  target: { channelId: string; messageId: string; name: string },
): Promise<ThreadOutcome> {
  try {
    // safe: Start Thread answers with a channel object
    const thread = (await client.rest.post(Routes.threads(target.channelId, target.messageId), {
      body: { name: target.name.slice(0, 100), auto_archive_duration: 1440 },
    })) as { id: string };
    return { kind: 'opened', threadId: thread.id };
  } catch (error) {
    const code = discordCode(error);
    // The thread of a message has the message's own id, so "exists already" tells us which one.
    if (code === THREAD_EXISTS) return { kind: 'opened', threadId: target.messageId };
    if (code === UNKNOWN_MESSAGE || code === UNKNOWN_CHANNEL) return { kind: 'no-message' };
    if (code === MISSING_ACCESS || code === MISSING_PERMISSIONS) return { kind: 'no-permission' };
    throw error;
  }
}

async function findOwn(client: Client, channelId: string, marker: string): Promise<string | null> {
  try {
    const query = new URLSearchParams({ limit: '50' });
    // safe: Get Channel Messages answers with an array of messages
    const recent = (await client.rest.get(Routes.channelMessages(channelId), { query })) as {
      id: string;
      author: { id: string };
      components?: unknown[];
    }[];
    const own = recent.find(
      (message) =>
        message.author.id === client.user?.id &&
        JSON.stringify(message.components ?? []).includes(`"${marker}`),
    );
    return own?.id ?? null;
  } catch (error) {
    const code = discordCode(error);
    if (code === UNKNOWN_CHANNEL || code === MISSING_ACCESS || code === MISSING_PERMISSIONS) return null;
    throw error;
  }
}

async function missingPermissions(
  client: Client,
  channelId: string,
  need: ChannelNeed,
): Promise<string[] | 'no-channel'> {
  const channel = await fetchChannel(client, channelId);
  if (!channel) return 'no-channel';
  return lackingPermissions(client.user ? channel.permissionsFor(client.user.id) : null, need);
}

async function fetchChannel(client: Client, channelId: string): Promise<GuildBasedChannel | null> {
  try {
    const channel = await client.channels.fetch(channelId);
    return channel && !channel.isDMBased() ? channel : null;
  } catch (error) {
    const code = discordCode(error);
    if (code === UNKNOWN_CHANNEL || code === MISSING_ACCESS) return null;
    throw error;
  }
}

async function stillMembers(
  client: Client,
  serverId: string,
  memberIds: readonly string[],
): Promise<Set<string>> {
  const present = await Promise.all(
    memberIds.map(async (memberId) => {
      try {
        await client.rest.get(Routes.guildMember(serverId, memberId));
        return memberId;
      } catch (error) {
        if (discordCode(error) === UNKNOWN_MEMBER) return null;
        throw error;
      }
    }),
  );
  return new Set(present.filter((id) => id !== null));
}

async function sendDirect(
  client: Client,
  memberId: string,
  post: { message: Message; nonce: string },
): Promise<boolean> {
  try {
    // safe: Create DM answers with a channel object
    const channel = (await client.rest.post(Routes.userChannels(), { body: { recipient_id: memberId } })) as {
      id: string;
    };
    return (await send(client, channel.id, post)).kind === 'sent';
  } catch (error) {
    if (discordCode(error) === CANNOT_DM) return false;
    throw error;
  }
}

function discordCode(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}
