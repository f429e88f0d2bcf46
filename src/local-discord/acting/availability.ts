// Which commands a member is offered in a place, and what stands in the way of the others.
import { asTextOrNull } from '../json.ts';
import type { Command } from '../model.ts';
import { guildPermissions } from '../permissions.ts';
import { can, isForum, permissionsIn } from '../platform.ts';
import type { Place } from './place.ts';

type Where = Pick<Place, 'platform' | 'channel' | 'userId'>;

/** Discord's contexts: a server, and the direct messages with the app. */
const CONTEXT = { guild: 0, direct: 1 };

/** In words, or null when the member may use the command there. */
export function findObstacle(place: Where, command: Command): string | null {
  const { platform, channel, userId } = place;
  if (!can(permissionsIn(platform, channel, userId), 'USE_APPLICATION_COMMANDS')) {
    return 'This member may not use commands here.';
  }
  // There is nothing to type into: Discord's client has no input there.
  if (isForum(channel)) return 'In a forum, commands are used inside a post.';
  const context = channel.guild_id ? CONTEXT.guild : CONTEXT.direct;
  const { contexts, name } = command;
  if (Array.isArray(contexts) && !contexts.includes(context)) return `/${name} cannot be used here.`;
  if (mayUse(place, asTextOrNull(command.default_member_permissions))) return null;
  return `This member may not use /${name}: it needs permissions they do not have.`;
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
