// GET /local/state: everything a page or a terminal needs to show names instead of ids.
import { commandsOf } from '../acting/find-command.ts';
import type { Json } from '../json.ts';
import { CHANNEL_TYPE, type Guild } from '../model.ts';
import { channelPayload, guildChannels, memberPayload } from '../payloads.ts';
import type { Platform } from '../platform.ts';

export function describeState(platform: Platform): Json {
  const { application, clock, gateway, world } = platform;
  const sessions = [...gateway.sessions.values()];
  return {
    now: clock.now(),
    url: platform.url,
    bot: {
      applicationId: application.id,
      user: world.accounts.get(application.botId)?.user,
      connected: sessions.some((session) => session.socket !== null),
    },
    guilds: [...world.guilds.values()].map((guild) => describeGuild(platform, guild)),
    direct: [...world.directChannels.values()].map((id) => {
      const channel = world.channels.get(id);
      return channel ? channelPayload(platform, channel) : { id };
    }),
    groups: [...world.channels.values()]
      .filter(({ type }) => type === CHANNEL_TYPE.group)
      .map((channel) => channelPayload(platform, channel)),
    installedBy: [...world.accounts.values()].filter(({ has_app }) => has_app).map(({ user }) => user.id),
  };
}

function describeGuild(platform: Platform, guild: Guild): Json {
  const members = [...(platform.world.members.get(guild.id)?.values() ?? [])];
  return {
    ...guild,
    channels: guildChannels(platform, guild.id).map((channel) => channelPayload(platform, channel)),
    members: members.map((member) => memberPayload(platform, member)),
    commands: guild.has_bot ? commandsOf(platform, guild.id) : [],
  };
}
