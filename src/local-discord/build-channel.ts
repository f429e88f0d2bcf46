// Making and changing channels from outside, as people do in a server's settings.
import { needKnownGuild } from './build-guild.ts';
import { CHANNEL_TYPE, type Channel, type Guild, type Overwrite } from './model.ts';
import { type PermissionInput, permissionBits } from './permissions.ts';
import { needAccount, type Platform } from './platform.ts';
import { announceChannel, removeChannel } from './routes/channels.ts';

export type OverwriteInput = {
  /** A role id or a user id. */
  id: string;
  allow?: PermissionInput;
  deny?: PermissionInput;
};

export type ChannelInput = {
  name: string;
  type?: number;
  topic?: string;
  parentId?: string;
  overwrites?: OverwriteInput[];
};

export function createChannel(platform: Platform, guildId: string, input: ChannelInput): Channel {
  const guild = needKnownGuild(platform, guildId);
  const channel: Channel = {
    id: platform.ids.next(),
    type: input.type ?? CHANNEL_TYPE.text,
    guild_id: guildId,
    name: input.name,
    topic: input.topic ?? null,
    position: platform.world.guildChannels.get(guildId)?.size ?? 0,
    parent_id: input.parentId ?? null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: (input.overwrites ?? []).map((each) => describeOverwrite(guild, each)),
    last_message_id: null,
    flags: 0,
  };
  platform.save('channel', channel);
  announceChannel(platform, 'CHANNEL_CREATE', channel);
  return channel;
}

export type GroupInput = {
  name: string;
  /** The first of them opened it. */
  userIds: string[];
};

/** A group message: nobody can invite a bot into one. */
export function createGroup(platform: Platform, { name, userIds }: GroupInput): Channel {
  const [ownerId] = userIds.map((id) => needAccount(platform, id).user.id);
  if (ownerId === undefined) throw new Error('a group needs a member');
  const channel: Channel = {
    id: platform.ids.next(),
    type: CHANNEL_TYPE.group,
    name,
    owner_id: ownerId,
    last_message_id: null,
    flags: 0,
    recipient_ids: userIds,
  };
  platform.save('channel', channel);
  platform.feed.tell({ type: 'CHANNEL_CREATE', channel });
  return channel;
}

function describeOverwrite(guild: Guild, input: OverwriteInput): Overwrite {
  const isRole = guild.roles.some((role) => role.id === input.id);
  const allow = String(permissionBits(input.allow ?? 0n));
  const deny = String(permissionBits(input.deny ?? 0n));
  return { id: input.id, type: isRole ? 0 : 1, allow, deny };
}

/** Replaces the overwrite for that role or member; empty allow and deny remove it. */
export function setOverwrite(platform: Platform, channelId: string, input: OverwriteInput): void {
  const channel = platform.world.channels.get(channelId);
  if (!channel?.guild_id) throw new Error(`there is no guild channel ${channelId}`);
  const overwrite = describeOverwrite(needKnownGuild(platform, channel.guild_id), input);
  const others = (channel.permission_overwrites ?? []).filter((each) => each.id !== input.id);
  const isEmpty = overwrite.allow === '0' && overwrite.deny === '0';
  const next = { ...channel, permission_overwrites: isEmpty ? others : [...others, overwrite] };
  platform.save('channel', next);
  announceChannel(platform, 'CHANNEL_UPDATE', next);
}

export function deleteChannel(platform: Platform, channelId: string): void {
  const channel = platform.world.channels.get(channelId);
  if (!channel) throw new Error(`there is no channel ${channelId}`);
  removeChannel(platform, channel);
}
