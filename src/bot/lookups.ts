// What the bot asks Discord about: its own messages in a channel, and who is still in a server.
import { type APIGuildMember, type Client, type REST, Routes } from 'discord.js';
import { isCode, notDone } from '#bot/discord-error.ts';
import { isLean } from '#bot/lean-servers.ts';
import type { Requests } from '#bot/requests.ts';
import { snowflakeAt } from '#lib/snowflake.ts';

type Found = { id: string; author: { id: string }; components?: unknown[] };
export type Search = {
  client: Client;
  requests: Requests;
  channelId: string;
  /** Beginning of a custom id that only the wanted message holds. */
  marker: string;
  /** Not sent before this. */
  since?: Date;
};

const PAGE = 100;
/** A thousand messages after its creation: where more were written, it was not sent when it was due. */
const MAX_PAGES = 10;
/** Our clock may be ahead of Discord's, whose ids carry the time. */
const SLACK_MS = 2 * 60_000;

/** The id of the message, or null when there is none. Throws when Discord cannot be asked now. */
export async function findOwn(search: Search): Promise<string | null> {
  try {
    // The newest come first also for a clock that is ahead by more than the slack. Mostly they are all there are.
    const newest = await readPage(search, { limit: String(PAGE) });
    const own = ownIn(search, newest);
    if (own || newest.length < PAGE || !search.since) return own;
    const from = startOf(search.since);
    return newest.some(({ id }) => BigInt(id) < BigInt(from)) ? null : await findFrom(search, from);
  } catch (error) {
    if (isCode(error, 'unknownChannel', 'missingAccess', 'missingPermissions')) return null;
    throw error;
  }
}

function startOf(since: Date): string {
  return snowflakeAt(since.getTime() - SLACK_MS);
}

/** From its creation onwards: it is near there, however much was written after it. */
async function findFrom(search: Search, from: string): Promise<string | null> {
  let after = from;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const messages = await readPage(search, { limit: String(PAGE), after });
    const own = ownIn(search, messages);
    if (own || messages.length < PAGE) return own;
    // Newest first within a page, as Discord sorts them; not relied upon.
    after = messages.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
  }
  return null;
}

async function readPage({ requests, channelId }: Search, query: Record<string, string>): Promise<Found[]> {
  // safe: Get Channel Messages answers with an array of messages
  return (await requests.get(Routes.channelMessages(channelId), new URLSearchParams(query))) as Found[];
}

function ownIn({ client, marker }: Search, messages: readonly Found[]): string | null {
  const holdsMarker = (components: unknown) => JSON.stringify(components ?? []).includes(`"${marker}`);
  const own = messages.find(
    ({ author, components }) => author.id === client.user?.id && holdsMarker(components),
  );
  return own?.id ?? null;
}

/** True unless Discord says that the bot is not in this server; null when it cannot say so now. */
export async function isInServer(requests: Requests, serverId: string): Promise<boolean | null> {
  try {
    await requests.get(Routes.guild(serverId));
    return true;
  } catch (error) {
    if (isCode(error, 'unknownGuild', 'missingAccess')) return false;
    notDone(error);
    return null;
  }
}

/** What the gateway has said of a server. */
export type Arrival = {
  joinedAt: Date;
  name: string;
  locale: string;
  ownerId: string;
  /** Where Discord greets those who join; null where the server has switched that off. */
  systemChannelId: string | null;
};

export function arrivalIn(client: Client, serverId: string): Arrival | null {
  const guild = client.guilds.cache.get(serverId);
  // Of one that is away for an outage, or was handed on by another process, too little is known.
  if (!guild || !(guild.available || isLean(guild))) return null;
  const { joinedAt, name, preferredLocale: locale, ownerId, systemChannelId } = guild;
  return { joinedAt, name, locale, ownerId, systemChannelId };
}

/** Of ids in one request over the gateway. */
const MOST_AT_ONCE = 100;
const GATEWAY_WITHIN_MS = 700;

/**
 * Those of these members who are still in the server, with their names there; null when Discord cannot say so now, in time. Over the gateway many
 * are asked about in one request, which needs no privileged intent as long as it names them.
 */
export async function stillMembers(
  client: Client,
  serverId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const said = memberIds.length <= MOST_AT_ONCE ? await askGateway(client, serverId, memberIds) : null;
  if (said) return said;
  return memberIds.length <= MOST_BY_REST ? askRest(client.rest, serverId, memberIds) : null;
}

async function askGateway(
  client: Client,
  serverId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const guild = client.guilds.cache.get(serverId);
  if (!guild) return null;
  try {
    const found = await guild.members.fetch({ user: [...memberIds], time: GATEWAY_WITHIN_MS });
    return new Map(found.map((member) => [member.id, member.displayName]));
  } catch {
    // Not connected, too slow, or refused: there is another way to ask.
    return null;
  }
}

/** Each is a request of its own, which Discord lets us make five of a second in a server. */
const MOST_BY_REST = 20;
/** At once: discord.js asks about a server's members one after another anyway. */
const AT_ONCE = 5;
const MEMBERS_WITHIN_MS = 5_000;

async function askRest(
  rest: REST,
  serverId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const signal = AbortSignal.timeout(MEMBERS_WITHIN_MS);
  const waiting = [...memberIds];
  const present = new Map<string, string>();
  const ask = async () => {
    for (let memberId = waiting.shift(); memberId !== undefined; memberId = waiting.shift()) {
      const name = await nameOf(rest, { route: Routes.guildMember(serverId, memberId), signal });
      if (name !== null) present.set(memberId, name);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    return present;
  } catch (error) {
    // One answer missing is as good as all: a board without these members would be wrong.
    waiting.length = 0;
    if (!signal.aborted) notDone(error);
    return null;
  }
}

type Asked = { route: `/${string}`; signal: AbortSignal };

/** Null for who is not (any more) a member. */
async function nameOf(rest: REST, { route, signal }: Asked): Promise<string | null> {
  try {
    // safe: Get Guild Member answers with a guild member object
    const { nick, user } = (await rest.get(route, { signal })) as APIGuildMember;
    return nick ?? user.global_name ?? user.username;
  } catch (error) {
    if (isCode(error, 'unknownMember', 'unknownUser')) return null;
    throw error;
  }
}
