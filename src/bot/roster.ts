// Which servers a shard has, and what is needed of them at once: handed from process to process, since Discord lists them
// only to who logs in, and not to who goes on with a session. The rest is asked for when needed (server-facts.ts).
import type { Client, Guild } from 'discord.js';
import type { Manager } from '#bot/shards.ts';

/** Whom the bot is logged in as, as READY says it. */
export type About = { user: { id: string }; application: { id: string } };

/** In Discord's own words, so that discord.js reads them. No names, and nobody's id: nothing that would have to be erased. */
type Listed = {
  id: string;
  preferred_locale?: string;
  joined_at?: string;
  system_channel_id?: string | null;
};
export type Roster = readonly Listed[];

export function rosterOf(client: Client, shard: number): Roster {
  return [...client.guilds.cache.values()].filter(({ shardId }) => shardId === shard).map(listed);
}

function listed({ id, preferredLocale, joinedTimestamp, systemChannelId }: Guild): Listed {
  // Of one that has been away since the login there is nothing but the id.
  if (!joinedTimestamp) return { id };
  return {
    ...{ id, preferred_locale: preferredLocale, system_channel_id: systemChannelId },
    joined_at: new Date(joinedTimestamp).toISOString(),
  };
}

type Introduction = { shard: number; about: About; roster: Roster };

/** What Discord would have said at a login, without waiting for details of the servers, which do not come. */
export function introduce(
  { client, manager }: { client: Client; manager: Manager },
  { shard, about, roster }: Introduction,
): void {
  // safe: private in the types alone; discord.js counts here the servers that it waits for
  const known = client.ws.shards.get(shard) as unknown as { onReadyPacket(packet: object): void };
  known.onReadyPacket({ guilds: [] });
  const data = { op: 0, t: 'READY', s: null, d: { ...about, guilds: roster.map((each) => ({ ...each })) } };
  // safe: as @discordjs/ws emits it; its names of events are hidden by discord.js's own
  const emit = manager.emit.bind(manager) as (event: string, payload: object) => boolean;
  emit('dispatch', { data, shardId: shard });
}

export type HeardEvent = { t?: string; d?: { guild_id?: string; channel?: { id: string } } };

/** An interaction says where it was made: discord.js looks that up among what it knows, to tell a thread from a channel. */
export function learnPlace(client: Client, event: HeardEvent | undefined): void {
  if (event?.t !== 'INTERACTION_CREATE' || !event.d?.channel) return;
  const { guild_id, channel } = event.d;
  const guild = client.guilds.cache.get(guild_id ?? '');
  if (!guild || guild.available || client.channels.cache.has(channel.id)) return;
  // safe: private in the types alone. Without its overwrites, which are asked for with those of all others.
  const channels = client.channels as unknown as { _add(data: object, guild: Guild): void };
  channels._add(channel, guild);
}

/** Forgets the servers of a shard that another process has now: what is known of them grows old. */
export function dropRoster({ guilds, channels }: Client, shard: number): void {
  for (const guild of guilds.cache.filter(({ shardId }) => shardId === shard).values()) {
    for (const id of guild.channels.cache.keys()) channels.cache.delete(id);
    guilds.cache.delete(guild.id);
  }
}
