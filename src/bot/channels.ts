// What the bot does in channels without an interaction: send, edit, open threads, check its permissions.
// Discord's refusals become outcomes here, by their codes; only what is neither Discord nor the way to it is thrown.
import { type Client, Routes, Status } from 'discord.js';
import type { Message } from '#bot/card.ts';
import { type ChannelNeed, missingPermissions } from '#bot/channel-permissions.ts';
import { isCode, type NotDone, notDone } from '#bot/discord-error.ts';
import { toPayload } from '#bot/payload.ts';

type SendOutcome =
  | { kind: 'sent'; messageId: string }
  | { kind: 'no-channel' }
  | { kind: 'no-permission'; missing: string[] }
  | NotDone;
type EditOutcome = { kind: 'edited' } | { kind: 'no-message' } | { kind: 'no-permission' } | NotDone;
type ThreadOutcome =
  | { kind: 'opened'; threadId: string }
  /** The message stands in a thread itself: Discord has no threads in threads. */
  | { kind: 'in-thread' }
  | { kind: 'no-permission' }
  | { kind: 'no-message' }
  | NotDone;

type Post = { message: Message; nonce: string };

export type Channels = {
  /** Posts; the same nonce within a few minutes returns the first message instead of a second one. */
  send(channelId: string, post: Post): Promise<SendOutcome>;
  /** Replaces an own message; one in an archived thread is edited too. */
  edit(channelId: string, messageId: string, message: Message): Promise<EditOutcome>;
  /** Opens the thread of a message; opening it a second time returns the same thread. */
  openThread(channelId: string, messageId: string, name: string): Promise<ThreadOutcome>;
  /** The newest of our own messages in the channel (at most 50 looked at) that holds `marker` in a custom id. */
  findOwn(channelId: string, marker: string): Promise<string | null>;
  /** Names of permissions the bot lacks in a channel of the server; 'no-channel' when it cannot see it at all. */
  missingPermissions(channelId: string, need: ChannelNeed): Promise<string[] | 'no-channel'>;
  /** Which of these members are still in the server. */
  stillMembers(serverId: string, memberIds: readonly string[]): Promise<Set<string>>;
  /** A direct message; false when Discord will not deliver any to this member. Throws when it cannot be told now. */
  sendDirect(memberId: string, post: Post): Promise<boolean>;
  /** True while every gateway connection of this process is up. */
  isConnected(): boolean;
};

export function createChannels(client: Client): Channels {
  return {
    send: (channelId, post) => send(client, channelId, post),
    edit: (channelId, messageId, message) => edit(client, { channelId, messageId, message }),
    openThread: (channelId, messageId, name) => openThread(client, { channelId, messageId, name }),
    findOwn: (channelId, marker) => findOwn(client, channelId, marker),
    missingPermissions: (channelId, need) => missingPermissions(client, channelId, need),
    stillMembers: (serverId, memberIds) => stillMembers(client, serverId, memberIds),
    sendDirect: (memberId, post) => sendDirect(client, memberId, post),
    isConnected: () => isConnected(client),
  };
}

/** Not `client.isReady()`: that stays true for good after the first time. */
function isConnected(client: Client): boolean {
  const { shards } = client.ws;
  return client.isReady() && shards.size > 0 && shards.every((shard) => shard.status === Status.Ready);
}

async function send(client: Client, channelId: string, post: Post): Promise<SendOutcome> {
  const body = { ...toPayload(post.message), nonce: post.nonce, enforce_nonce: true };
  try {
    // safe: Create Message answers with a message object
    const sent = (await client.rest.post(Routes.channelMessages(channelId), { body })) as { id: string };
    return { kind: 'sent', messageId: sent.id };
  } catch (error) {
    if (isCode(error, 'unknownChannel')) return { kind: 'no-channel' };
    if (!isCode(error, 'missingAccess', 'missingPermissions')) return notDone(error);
    const missing = await missingPermissions(client, channelId, 'post');
    return { kind: 'no-permission', missing: missing === 'no-channel' ? ['View Channel'] : missing };
  }
}

type Edit = { channelId: string; messageId: string; message: Message };

async function edit(client: Client, target: Edit): Promise<EditOutcome> {
  const first = await tryEdit(client, target);
  if (first !== 'archived') return first;
  // An archived thread takes no edits; opening it again is undone by Discord after a day of silence.
  try {
    await client.rest.patch(Routes.channel(target.channelId), { body: { archived: false } });
  } catch (error) {
    return isCode(error, 'missingAccess', 'missingPermissions') ? { kind: 'no-permission' } : notDone(error);
  }
  const second = await tryEdit(client, target);
  return second === 'archived' ? { kind: 'no-permission' } : second;
}

async function tryEdit(client: Client, target: Edit): Promise<EditOutcome | 'archived'> {
  try {
    const body = toPayload(target.message);
    await client.rest.patch(Routes.channelMessage(target.channelId, target.messageId), { body });
    return { kind: 'edited' };
  } catch (error) {
    if (isCode(error, 'unknownMessage', 'unknownChannel')) return { kind: 'no-message' };
    if (isCode(error, 'missingAccess', 'missingPermissions')) return { kind: 'no-permission' };
    return isCode(error, 'threadArchived') ? 'archived' : notDone(error);
  }
}

async function openThread(
  client: Client,
  target: { channelId: string; messageId: string; name: string },
): Promise<ThreadOutcome> {
  try {
    const body = { name: target.name.slice(0, 100), auto_archive_duration: 1440 };
    // safe: Start Thread answers with a channel object
    const thread = (await client.rest.post(Routes.threads(target.channelId, target.messageId), { body })) as {
      id: string;
    };
    return { kind: 'opened', threadId: thread.id };
  } catch (error) {
    // The thread of a message has the message's own id, so "exists already" tells us which one.
    if (isCode(error, 'threadExists')) return { kind: 'opened', threadId: target.messageId };
    if (isCode(error, 'wrongChannelType')) return { kind: 'in-thread' };
    if (isCode(error, 'unknownMessage', 'unknownChannel')) return { kind: 'no-message' };
    if (isCode(error, 'missingAccess', 'missingPermissions')) return { kind: 'no-permission' };
    return notDone(error);
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
    const holdsMarker = (components: unknown) => JSON.stringify(components ?? []).includes(`"${marker}`);
    const own = recent.find(
      ({ author, components }) => author.id === client.user?.id && holdsMarker(components),
    );
    return own?.id ?? null;
  } catch (error) {
    if (isCode(error, 'unknownChannel', 'missingAccess', 'missingPermissions')) return null;
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
        if (isCode(error, 'unknownMember', 'unknownUser')) return null;
        throw error;
      }
    }),
  );
  return new Set(present.filter((id) => id !== null));
}

async function sendDirect(client: Client, memberId: string, post: Post): Promise<boolean> {
  const channelId = await openDirect(client, memberId);
  if (channelId === null) return false;
  const outcome = await send(client, channelId, post);
  if (outcome.kind === 'unavailable')
    throw new Error(`a direct message could not be sent: ${outcome.reason}`);
  return outcome.kind === 'sent';
}

async function openDirect(client: Client, memberId: string): Promise<string | null> {
  try {
    const body = { recipient_id: memberId };
    // safe: Create DM answers with a channel object
    return ((await client.rest.post(Routes.userChannels(), { body })) as { id: string }).id;
  } catch (error) {
    if (notDone(error).kind === 'refused') return null;
    throw error;
  }
}
