// Changing a server's settings from outside, and telling the bot and the page of it.
import { INTENT } from './announce.ts';
import type { Guild } from './model.ts';
import { guildPayload } from './payloads.ts';
import { needGuild, type Platform } from './platform.ts';

export function changeGuild(platform: Platform, guildId: string, change: Partial<Guild>): void {
  const guild = { ...needGuild(platform, guildId), ...change };
  platform.save('guild', guild);
  const data = guildPayload(platform, guild);
  platform.gateway.dispatch({ name: 'GUILD_UPDATE', data, guildId, intents: INTENT.guilds });
  platform.feed.tell({ type: 'GUILD_UPDATE', guildId });
}

/** Where Discord greets who joins; null switches that off. */
export function setSystemChannel(platform: Platform, guildId: string, channelId: string | null): void {
  changeGuild(platform, guildId, { system_channel_id: channelId });
}
