// A server's channels and roles. Discord tells them at a login; of servers that were handed on by another process they are
// asked for when something depends on them, such as a permission, and not before: three requests each.
import { type Client, type Guild, Routes } from 'discord.js';
import { notDone } from '#bot/discord-error.ts';
import type { Requests } from '#bot/requests.ts';

/** True when the server's channels, roles and the bot's own are known; false when Discord cannot say so now. */
export type Know = (serverId: string) => Promise<boolean>;

export function createKnow(client: Client, requests: Requests): Know {
  const asking = new Map<string, Promise<boolean>>();
  return (serverId) => {
    const guild = client.guilds.cache.get(serverId);
    if (!guild) return Promise.resolve(false);
    // In an outage Discord tells them by itself, when it is over.
    if (guild.available) return Promise.resolve(true);
    const asked = asking.get(serverId) ?? ask(client, guild, requests);
    asking.set(serverId, asked);
    return asked.finally(() => asking.delete(serverId));
  };
}

async function ask(client: Client, guild: Guild, requests: Requests): Promise<boolean> {
  try {
    const [facts, channels, own] = await Promise.all([
      requests.get(Routes.guild(guild.id)),
      requests.get(Routes.guildChannels(guild.id)),
      requests.get(Routes.guildMember(guild.id, client.user?.id ?? '')),
    ]);
    // safe: private in the types alone; what GUILD_CREATE has, which is read here
    const known = guild as unknown as { _patch(data: object): void };
    // safe: Get Guild answers with an object
    known._patch({ ...(facts as object), channels, members: [own], unavailable: false });
    return true;
  } catch (error) {
    notDone(error);
    return false;
  }
}
