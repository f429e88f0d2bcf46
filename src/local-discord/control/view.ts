// GET /local/view?as=NAME: what one member sees of servers, groups and messages with the bot, and what they may do where. What they may not see
// is left out here, not hidden by the page.
import { findObstacle } from '../acting/availability.ts';
import { commandsOf } from '../acting/find-command.ts';
import { hasInstalled } from '../installations.ts';
import { asTexts, type Json } from '../json.ts';
import { DEFAULT_LOCALE } from '../locales.ts';
import { CHANNEL_TYPE, type Channel, type Guild, type Member } from '../model.ts';
import { channelPayload } from '../payloads.ts';
import { guildPermissions, PERMISSIONS } from '../permissions.ts';
import { can, isForum, isThread, type Platform, permissionsIn } from '../platform.ts';
import { findUser, visibleChannels } from './lookup.ts';

export function describeView(platform: Platform, as: string): Json {
  const { application, clock, gateway, world } = platform;
  const [first] = world.guilds.values();
  const userId = as === '' ? (first?.owner_id ?? '') : findUser(platform, as).id;
  const guilds = guildsOf(platform, userId);
  const sessions = [...gateway.sessions.values()];
  const channels = visibleChannels(platform, userId);
  return {
    now: clock.now(),
    clock: clock.state(),
    me: userId,
    locale: world.accounts.get(userId)?.locale ?? DEFAULT_LOCALE,
    bot: {
      user: world.accounts.get(application.botId)?.user,
      connected: sessions.some((session) => session.socket !== null),
    },
    hasApp: hasInstalled(platform, userId),
    guilds: guilds.map(describeGuild),
    members: describeMembers(platform, guilds, channels),
    channels: channels.map((channel) => describeChannel(platform, channel, userId)),
    commands: [...world.commands.values()].flatMap((scope) => [...scope.values()]),
  };
}

/** Those with the bot first: they are what it is about. */
function guildsOf({ world }: Platform, userId: string): Guild[] {
  const own = [...world.guilds.values()].filter(({ id }) => world.members.get(id)?.has(userId));
  return own.sort((a, b) => Number(b.has_bot) - Number(a.has_bot));
}

function describeGuild({ has_bot, id, name, roles, preferred_locale }: Guild): Json {
  return { id, name, roles, locale: preferred_locale, isBotHere: has_bot };
}

function describeChannel(platform: Platform, channel: Channel, userId: string): Json {
  const bits = permissionsIn(platform, channel, userId);
  const place = { platform, channel, userId };
  const usable = commandsOf(platform, channel.guild_id ?? null).filter(
    (command) => findObstacle(place, command) === null,
  );
  return {
    ...channelPayload(platform, channel),
    may: {
      send: !isForum(channel) && can(bits, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES'),
      post: isForum(channel) && can(bits, 'SEND_MESSAGES'),
      deleteOthers: can(bits, 'MANAGE_MESSAGES'),
    },
    isBotHere: can(permissionsIn(platform, channel, platform.application.botId), 'VIEW_CHANNEL'),
    commands: usable.map((command) => command.id),
  };
}

/** Everybody whom this member meets somewhere, with rank and roles of the first server they share. */
function describeMembers({ world }: Platform, guilds: Guild[], channels: Channel[]): Json[] {
  const met = new Map<string, Json>();
  for (const guild of guilds)
    for (const member of world.members.get(guild.id)?.values() ?? []) {
      const { nick, roles, user_id } = member;
      const before = met.get(user_id) ?? { nick, roles, rank: rankOf(guild, member), guildIds: [] };
      met.set(user_id, { ...before, guildIds: [...asTexts(before.guildIds), guild.id] });
    }
  const inGroups = channels.filter(({ type }) => type === CHANNEL_TYPE.group);
  for (const id of inGroups.flatMap((group) => group.recipient_ids ?? []))
    if (!met.has(id)) met.set(id, { nick: null, roles: [], rank: 'member', guildIds: [] });
  return [...met].map(([id, rest]) => ({ user: world.accounts.get(id)?.user, ...rest }));
}

/** What the page calls them: by what they may do, not by the names of their roles. */
function rankOf(guild: Guild, member: Member): 'admin' | 'moderator' | 'member' {
  const bits = guildPermissions(guild, member);
  if ((bits & (PERMISSIONS.MANAGE_GUILD | PERMISSIONS.ADMINISTRATOR)) !== 0n) return 'admin';
  return (bits & PERMISSIONS.MANAGE_MESSAGES) === 0n ? 'member' : 'moderator';
}
