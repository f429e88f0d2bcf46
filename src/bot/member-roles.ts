// Which roles a member of a server has, asked of Discord: of a server in which nothing was used just now. Not over the
// gateway, which tells of members with a privileged intent alone.
import { type APIGuildMember, type REST, Routes } from 'discord.js';
import { failureOf, isCode } from '#bot/discord-error.ts';

/** A role that is taken away holds for so much longer. */
const KNOWN_FOR_MS = 30_000;
const MAX_KNOWN = 1_000;
/** Whoever pressed waits, and Discord waits three seconds for us. */
const WITHIN_MS = 1_200;

type FindRoles = (serverId: string, memberId: string) => Promise<readonly string[] | null>;

/** No roles for who is no member; null when Discord does not say so now. `now` counts milliseconds. */
export function createMemberRoles(rest: Pick<REST, 'get'>, now = () => performance.now()): FindRoles {
  const known = new Map<string, { until: number; roles: readonly string[] }>();
  return async (serverId, memberId) => {
    const route = Routes.guildMember(serverId, memberId);
    const before = known.get(route);
    if (before && before.until > now()) return before.roles;
    const roles = await ask(rest, route);
    known.delete(route);
    if (roles === null) return null;
    known.set(route, { until: now() + KNOWN_FOR_MS, roles });
    for (const oldest of known.keys()) {
      if (known.size <= MAX_KNOWN) break;
      known.delete(oldest);
    }
    return roles;
  };
}

async function ask(rest: Pick<REST, 'get'>, route: `/${string}`): Promise<readonly string[] | null> {
  try {
    const signal = AbortSignal.timeout(WITHIN_MS);
    // safe: Get Guild Member answers with a guild member object
    return ((await rest.get(route, { signal })) as APIGuildMember).roles;
  } catch (error) {
    if (isCode(error, 'unknownMember', 'unknownUser')) return [];
    // Also of a server that the bot is not in: what nobody can look up is not known.
    if (failureOf(error)) return null;
    throw error;
  }
}
