// GET /local/view?as=NAME: the server as one member sees it, with what they may do where. What they may not see
// is left out here, not hidden by the page.
import { findObstacle } from '../acting/availability.ts';
import { commandsOf } from '../acting/find-command.ts';
import type { Json } from '../json.ts';
import { DEFAULT_LOCALE } from '../locales.ts';
import type { Channel, Guild, Member } from '../model.ts';
import { channelPayload } from '../payloads.ts';
import { guildPermissions, PERMISSIONS } from '../permissions.ts';
import { can, isForum, isThread, type Platform, permissionsIn } from '../platform.ts';
import { findUser, visibleChannels } from './lookup.ts';

export function describeView(platform: Platform, as: string): Json {
  const { application, clock, gateway, world } = platform;
  const guilds = [...world.guilds.values()];
  const userId = as === '' ? (guilds[0]?.owner_id ?? '') : findUser(platform, as).id;
  const guild = guilds.find((each) => world.members.get(each.id)?.has(userId));
  const sessions = [...gateway.sessions.values()];
  const isHere = (channel: Channel) => channel.guild_id === undefined || channel.guild_id === guild?.id;
  return {
    now: clock.now(),
    clock: clock.state(),
    me: userId,
    locale: world.accounts.get(userId)?.locale ?? DEFAULT_LOCALE,
    bot: {
      user: world.accounts.get(application.botId)?.user,
      connected: sessions.some((session) => session.socket !== null),
    },
    guild: guild ? describeGuild(guild) : null,
    members: guild ? describeMembers(platform, guild) : [],
    channels: visibleChannels(platform, userId)
      .filter(isHere)
      .map((channel) => describeChannel(platform, channel, userId)),
    commands: commandsOf(platform, guild?.id ?? null),
  };
}

function describeGuild({ id, name, roles, preferred_locale }: Guild): Json {
  return { id, name, roles, locale: preferred_locale };
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

function describeMembers(platform: Platform, guild: Guild): Json[] {
  return [...(platform.world.members.get(guild.id)?.values() ?? [])].map((member) => ({
    user: platform.world.accounts.get(member.user_id)?.user,
    nick: member.nick,
    roles: member.roles,
    rank: rankOf(guild, member),
  }));
}

/** What the page calls them: by what they may do, not by the names of their roles. */
function rankOf(guild: Guild, member: Member): 'admin' | 'moderator' | 'member' {
  const bits = guildPermissions(guild, member);
  if ((bits & (PERMISSIONS.MANAGE_GUILD | PERMISSIONS.ADMINISTRATOR)) !== 0n) return 'admin';
  return (bits & PERMISSIONS.MANAGE_MESSAGES) === 0n ? 'member' : 'moderator';
}
