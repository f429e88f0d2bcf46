// Who looks after questions: of a server's own packs, and of the official ones.
import { PermissionFlagsBits } from 'discord.js';
import type { BotApp, UsedInteraction } from '#bot/feature.ts';
import { serverHere } from '#bot/ground.ts';
import { readReviewRole } from './reviewers.store.ts';

/** Whoever manages the server, or has the role that reviews its questions. */
export async function mayReview(app: BotApp, interaction: UsedInteraction): Promise<boolean> {
  const serverId = serverHere(interaction);
  if (serverId === null) return false;
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  const role = await readReviewRole(app.db, serverId);
  if (role === null) return false;
  // discord.js knows a member's roles by those of the server.
  await app.channels.know(serverId);
  return rolesOf(interaction).includes(role);
}

function rolesOf({ member, guild }: UsedInteraction): readonly string[] {
  if (!member || guild?.available === false) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

/** Whoever the operator named for official questions, by id or by a role of theirs; null when Discord does not say now. */
export async function isOnTeam(
  { team, channels }: Pick<BotApp, 'team' | 'channels'>,
  interaction: UsedInteraction,
): Promise<boolean | null> {
  const { memberIds, role } = team;
  if (memberIds.includes(interaction.user.id)) return true;
  if (role === null) return false;
  const isThere = serverHere(interaction) === role.serverId;
  const roles = isThere ? rolesOf(interaction) : await channels.rolesOf(role.serverId, interaction.user.id);
  return roles?.includes(role.roleId) ?? null;
}
