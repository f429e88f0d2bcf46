// Which commands a member is offered in a place, and what stands in the way of the others.
import { contextOf, contextsOf, hasInstalled, isInstalledHere, ownersOfCommand } from '../installations.ts';
import { asTextOrNull } from '../json.ts';
import type { Command } from '../model.ts';
import { guildPermissions } from '../permissions.ts';
import { can, isForum, permissionsIn } from '../platform.ts';
import type { Place } from './place.ts';

type Where = Pick<Place, 'platform' | 'channel' | 'userId'>;

/** In words, or null when the member may use the command there. */
export function findObstacle(place: Where, command: Command): string | null {
  const { platform, channel, userId } = place;
  if (!can(permissionsIn(platform, channel, userId), 'USE_APPLICATION_COMMANDS')) {
    return 'This member may not use commands here.';
  }
  // There is nothing to type into: Discord's client has no input there.
  if (isForum(channel)) return 'In a forum, commands are used inside a post.';
  if (!isKnownHere(place)) return NOT_HERE[contextOf(channel)] ?? null;
  const { name } = command;
  if (!contextsOf(command).includes(contextOf(channel))) return `/${name} cannot be used here.`;
  const owners = ownersOfCommand(platform, place, command);
  if (Object.keys(owners).length === 0) return `/${name} cannot be used here.`;
  // What a server's admins decide is about what they installed.
  if (owners[0] === undefined || mayUse(place, asTextOrNull(command.default_member_permissions))) return null;
  return `This member may not use /${name}: it needs permissions they do not have.`;
}

/** By context. */
const NOT_HERE = [
  'The bot is not in this server, and this member has not installed it for themself.',
  'This member shares no server with the bot, and has not installed it for themself.',
  'This member has not installed the bot for themself.',
];

/** Whether the member is offered any commands of the bot at all. */
function isKnownHere({ platform, channel, userId }: Where): boolean {
  return hasInstalled(platform, userId) || isInstalledHere(platform, channel, userId);
}

/** By the default permissions of a command ("0" = administrators only). */
function mayUse({ platform, channel, userId }: Where, needed: string | null): boolean {
  if (needed === null) return true;
  const guild = platform.world.guilds.get(channel.guild_id ?? '');
  const member = platform.world.members.get(channel.guild_id ?? '')?.get(userId);
  if (!guild || !member) return true;
  const isAdmin = (guildPermissions(guild, member) & 8n) !== 0n;
  if (isAdmin) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (permissionsIn(platform, channel, userId) & bits) === bits;
}
