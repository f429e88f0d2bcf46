// Which schedules' roles stay silent, as discord.js knows the server.
import { type Guild, PermissionFlagsBits } from 'discord.js';

/** True when the bot may not ping the role of a question of the day: it is posted all the same. */
export type IsRoleSilent = (daily: { channelId: string; roleId: string | null }) => boolean;

/** A role pings when everybody may mention it, or when the bot may mention all roles in that channel. */
export function silenceIn({ guild }: { guild: Guild | null }): IsRoleSilent {
  return ({ channelId, roleId }) => {
    const role = roleId === null ? undefined : guild?.roles.cache.get(roleId);
    if (!guild || !role || role.mentionable) return false;
    const own = guild.channels.cache.get(channelId)?.permissionsFor(guild.client.user.id);
    return !own?.has(PermissionFlagsBits.MentionEveryone);
  };
}
