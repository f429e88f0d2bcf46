// What the bot needs in a channel, and what it lacks, by the names that admins read in Discord's settings.
import {
  ChannelFlags,
  ChannelType,
  type Client,
  type GuildBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import { isCode } from '#bot/discord-error.ts';
import type { Know } from '#bot/server-facts.ts';

/** To post, to post and open threads, or to post in a thread, where Send Messages does not count. */
export type ChannelNeed = 'post' | 'post-and-thread' | 'post-in-thread';

const send = { 'Send Messages': PermissionFlagsBits.SendMessages } as const;
const sendInThreads = { 'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads } as const;
const read = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;
const openThreads = { 'Create Public Threads': PermissionFlagsBits.CreatePublicThreads } as const;

const needs: Record<ChannelNeed, Record<string, bigint>> = {
  post: { ...read, ...send },
  'post-and-thread': { ...read, ...send, ...openThreads, ...sendInThreads },
  'post-in-thread': { ...read, ...sendInThreads },
};

/** All that the bot ever needs in a channel, as one number. */
export const allPermissions = Object.values(needs)
  .flatMap((need) => Object.values(need))
  .reduce((all, bit) => all | bit, 0n);

/** The permission names that a bit set lacks for a kind of work. */
export function lackingPermissions(held: { has(bit: bigint): boolean } | null, need: ChannelNeed): string[] {
  return Object.entries(needs[need])
    .filter(([, bit]) => !held?.has(bit))
    .map(([name]) => name);
}

/** The same for a channel that may not be known yet; 'no-channel' when the bot cannot see it at all. */
export async function missingPermissions(
  { client, know }: { client: Client; know: Know },
  channelId: string,
  need: ChannelNeed,
): Promise<string[] | 'no-channel'> {
  const channel = await fetchChannel(client, channelId);
  if (!channel) return 'no-channel';
  await know(channel.guildId);
  const own = client.user ? channel.permissionsFor(client.user.id) : null;
  return lackingPermissions(own, need === 'post' && channel.isThread() ? 'post-in-thread' : need);
}

/** Where messages are written and everybody reads them: no forums, no categories, no threads. */
const TAKES_POSTS: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
]);

export type ChannelCheck = { serverId: string; channelId: string; need: 'post' | 'post-and-thread' };
/** Names of missing permissions; or the server has no such channel that the bot can see; or one that takes no messages. */
export type Lacking = string[] | 'no-channel' | 'wrong-kind';

/** Of a channel that a person named: Discord lets an id be typed that no list offers, of another server even. */
export async function checkChannel(
  client: Client,
  { serverId, channelId, need }: ChannelCheck,
): Promise<Lacking> {
  const channel = await fetchChannel(client, channelId);
  if (!channel || channel.guildId !== serverId) return 'no-channel';
  if (!TAKES_POSTS.has(channel.type)) return 'wrong-kind';
  return lackingPermissions(client.user && channel.permissionsFor(client.user.id), need);
}

async function fetchChannel(client: Client, channelId: string): Promise<GuildBasedChannel | null> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel || channel.isDMBased()) return null;
    // Since November 2026 the gateway sends a channel that the bot may not view as a shell, its permissions made up.
    return channel.flags.has(ChannelFlags.ChannelObfuscated) ? null : channel;
  } catch (error) {
    if (isCode(error, 'unknownChannel', 'missingAccess')) return null;
    throw error;
  }
}
