// Where the bot posts by itself, and whether it may there; and whose database this is.
import { OverwriteType, PermissionFlagsBits, Routes } from 'discord.js';
import { lackingPermissions } from '#bot/channel-permissions.ts';
import { failureOf } from '#bot/discord-error.ts';
import type { PlaceToPost } from '#bot/feature.ts';
import type { Discord } from './discord.ts';
import { type Finding, fault, ok, unseen } from './finding.ts';

export type Told = { owner: string | null; places: readonly PlaceToPost[]; left: number };

export function examineOwner({ owner }: Told, { applicationId }: Discord): Finding {
  if (owner === null) return ok('installation', 'the database belongs to nobody yet');
  if (owner === applicationId) return ok('installation', 'the database belongs to this application');
  return fault(
    'installation',
    `The database belongs to another application (${owner}, and the token is of ${applicationId}): use its token, another DATABASE_URL, or once npm start -- --take-database.`,
  );
}

export async function examinePlaces(told: Told, discord: Discord): Promise<Finding[]> {
  const faults: Finding[] = [];
  for (const place of told.places) {
    const found = await examinePlace(place, discord);
    if (found) faults.push(found);
  }
  if (faults.length > 0) return faults;
  const more = told.left > 0 ? ` (the first of ${told.left + told.places.length})` : '';
  return [ok('channels', `${told.places.length} to post in, the bot may in all${more}`)];
}

async function examinePlace(place: PlaceToPost, discord: Discord): Promise<Finding | null> {
  const { channelId, what, serverId } = place;
  const where = `${what} in channel ${channelId}${serverId ? ` of server ${serverId}` : ''}`;
  try {
    const lacking = await lackingIn(place, discord);
    if (lacking.length === 0) return null;
    return fault(
      'channels',
      `The bot lacks ${lacking.join(', ')} for ${where}: allow it there, or choose another channel.`,
    );
  } catch (error) {
    const failure = failureOf(error);
    if (failure?.kind === 'refused')
      return fault(
        'channels',
        `The bot cannot see the place for ${where}: invite it, let it view the channel, or choose another one.`,
      );
    if (failure)
      return unseen('channels', `Discord does not say whether the bot may post ${where}: try again later.`);
    throw error;
  }
}

type Overwrite = { id: string; type: number; allow: string; deny: string };
type Channel = { guild_id?: string; permission_overwrites?: Overwrite[] };
type Server = { owner_id: string; roles: { id: string; permissions: string }[] };

/** As Discord's page "Permissions" computes them, without a gateway. */
async function lackingIn({ channelId, need }: PlaceToPost, { rest, botId }: Discord): Promise<string[]> {
  // safe: as Discord's reference has these answers
  const channel = (await rest.get(Routes.channel(channelId))) as Channel;
  const serverId = channel.guild_id ?? '';
  const server = (await rest.get(Routes.guild(serverId))) as Server;
  const member = (await rest.get(Routes.guildMember(serverId, botId))) as { roles: string[] };
  const held = [serverId, ...member.roles];
  const base = server.roles
    .filter(({ id }) => held.includes(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  const isAll = server.owner_id === botId || (base & PermissionFlagsBits.Administrator) !== 0n;
  if (isAll) return [];
  const own = channel.permission_overwrites ?? [];
  const layers = [
    own.filter(({ id }) => id === serverId),
    own.filter(({ id, type }) => type === OverwriteType.Role && id !== serverId && member.roles.includes(id)),
    own.filter(({ id, type }) => type === OverwriteType.Member && id === botId),
  ];
  const bits = layers.reduce((now, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (now & ~denied) | allowed;
  }, base);
  return lackingPermissions({ has: (bit) => (bits & bit) === bit }, need);
}
