// Which schedules' roles stay silent, as discord.js knows the server. Not a command: what the screens of /setup say of it.
import { type Guild, PermissionFlagsBits } from 'discord.js';
import type { IsRoleSilent } from './rules.ts';

/** A role pings when everybody may mention it, or when the bot may mention all roles in that channel. */
export function silenceIn({ guild }: { guild: Guild | null }): IsRoleSilent {
  return ({ channelId, roleId }) => {
    const role = roleId === null ? undefined : guild?.roles.cache.get(roleId);
    if (!guild || !role || role.mentionable) return false;
    const own = guild.channels.cache.get(channelId)?.permissionsFor(guild.client.user.id);
    return !own?.has(PermissionFlagsBits.MentionEveryone);
  };
}
