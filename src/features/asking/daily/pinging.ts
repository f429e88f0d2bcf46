// Which roles a question of the day may ping, as discord.js knows the server.
import { type Guild, GuildMember, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

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

/** Schedules, each with whether its role was deleted. */
export function withRoles<T extends { roleId: string | null }>(
  { guild }: { guild: Guild | null },
  schedules: readonly T[],
): (T & { isRoleGone: boolean })[] {
  return schedules.map((schedule) => {
    const { roleId } = schedule;
    const isRoleGone = roleId !== null && guild?.available === true && !guild.roles.cache.has(roleId);
    return { ...schedule, isRoleGone };
  });
}

type Chooser = {
  guild: Guild | null;
  member: unknown;
  memberPermissions: Readonly<PermissionsBitField> | null;
};

/**
 * Whoever may not mention a role themselves may not have the bot do it either, which often may mention all of them.
 * True as well for nobody.
 */
export function mayChooseRole(
  { guild, member, memberPermissions }: Chooser,
  { roleId, channelId }: { roleId: string | null; channelId: string | null },
): boolean {
  if (roleId === null) return true;
  const role = guild?.roles.cache.get(roleId);
  if (!guild || !role) return false;
  if (role.mentionable) return true;
  const channel = channelId === null ? undefined : guild.channels.cache.get(channelId);
  const held = channel && member instanceof GuildMember ? channel.permissionsFor(member) : memberPermissions;
  return held?.has(PermissionFlagsBits.MentionEveryone) ?? false;
}
