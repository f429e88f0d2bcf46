// The parts every route and actor works with, and reading the world with Discord's "unknown …" errors.
import type { ModalHandle } from './acting/result.ts';
import type { WatchedClock } from './clock.ts';
import { type ErrorName, refuse } from './errors.ts';
import type { Feed } from './feed.ts';
import type { FileStore } from './files.ts';
import type { Gateway } from './gateway.ts';
import type { LoginLimits } from './login-limits.ts';
import {
  type Account,
  CHANNEL_TYPE,
  type Channel,
  type Guild,
  type Member,
  type StoredMessage,
  type User,
} from './model.ts';
import { channelPermissions, PERMISSIONS, type PermissionName } from './permissions.ts';
import type { Snowflakes } from './snowflake.ts';
import type { Waiters } from './waiters.ts';
import type { Application, Change, World } from './world.ts';

export type Platform = {
  application: Application;
  world: World;
  clock: WatchedClock;
  ids: Snowflakes;
  gateway: Gateway;
  logins: LoginLimits;
  feed: Feed;
  files: FileStore;
  waiters: Waiters;
  /** The modal each member has open, by user id. */
  openModals: Map<string, ModalHandle>;
  /** Where each member last did something over the control API. */
  lastChannels: Map<string, string>;
  /** Checks request bodies against Discord's schema and limits. */
  validate: boolean;
  /** How long an interaction waits for its answer. */
  answerMs: number;
  /** Whether the application has the MESSAGE_CONTENT intent. */
  readsContent: boolean;
  /** http://host:port as seen by this process; attachments are served below it. */
  url: string;
  /** Applies a change and writes it down. */
  save(...change: Change): void;
};

export function isoNow(platform: Platform): string {
  return new Date(platform.clock.now()).toISOString();
}

export function needGuild(platform: Platform, id: string): Guild {
  const guild = platform.world.guilds.get(id);
  if (!guild) return refuse('unknownGuild');
  if (!guild.has_bot) return refuse('missingAccess');
  return guild;
}

export function needChannel(platform: Platform, id: string): Channel {
  return platform.world.channels.get(id) ?? refuse('unknownChannel');
}

export function needMember(platform: Platform, guildId: string, userId: string): Member {
  return platform.world.members.get(guildId)?.get(userId) ?? refuse('unknownMember');
}

export function needAccount(platform: Platform, userId: string): Account {
  return platform.world.accounts.get(userId) ?? refuse('unknownUser');
}

export function botUser(platform: Platform): User {
  return needAccount(platform, platform.application.botId).user;
}

/** A message as the channel API sees it: ephemeral ones do not exist there. */
export function needMessage(platform: Platform, channelId: string, id: string): StoredMessage {
  const stored = platform.world.messages.get(id);
  if (!stored || stored.message.channel_id !== channelId || stored.visibleTo !== null) {
    return refuse('unknownMessage');
  }
  return stored;
}

/** What a user may do in a channel; everything in a direct message they take part in. */
export function permissionsIn(platform: Platform, channel: Channel, userId: string): bigint {
  if (!channel.guild_id) return directPermissions(platform, channel, userId);
  const guild = platform.world.guilds.get(channel.guild_id);
  const member = platform.world.members.get(channel.guild_id)?.get(userId);
  if (!guild || !member) return 0n;
  const place = isThread(channel) ? platform.world.channels.get(channel.parent_id ?? '') : channel;
  const bits = place ? channelPermissions(guild, member, place) : 0n;
  return isHiddenThread(channel, userId) && !can(bits, 'MANAGE_THREADS') ? 0n : bits;
}

const PRIVATE_THREAD = 12;

/** A private thread is seen by its members, and by those who manage threads. */
function isHiddenThread({ type, thread_member_ids }: Channel, userId: string): boolean {
  return type === PRIVATE_THREAD && thread_member_ids?.includes(userId) !== true;
}

function directPermissions(platform: Platform, channel: Channel, userId: string): bigint {
  const isBotHere = userId === platform.application.botId && channel.type === CHANNEL_TYPE.dm;
  const takesPart = isBotHere || channel.recipient_ids?.includes(userId);
  return takesPart ? DIRECT_PERMISSIONS : 0n;
}

const DIRECT_PERMISSIONS =
  PERMISSIONS.VIEW_CHANNEL |
  PERMISSIONS.SEND_MESSAGES |
  PERMISSIONS.EMBED_LINKS |
  PERMISSIONS.ATTACH_FILES |
  PERMISSIONS.READ_MESSAGE_HISTORY |
  PERMISSIONS.ADD_REACTIONS |
  PERMISSIONS.PIN_MESSAGES |
  PERMISSIONS.USE_APPLICATION_COMMANDS;

export function isThread(channel: Channel): boolean {
  return channel.type >= 10 && channel.type <= 12;
}

/** Holds posts, each a thread of its own, and takes no messages itself. */
export function isForum(channel: Channel): boolean {
  return channel.type === CHANNEL_TYPE.forum || channel.type === CHANNEL_TYPE.media;
}

export function can(bits: bigint, name: PermissionName): boolean {
  return (bits & PERMISSIONS[name]) !== 0n;
}

/** The channel, if the bot may see it and has these permissions there; else Discord's two kinds of 403. */
export function needAccess(platform: Platform, channelId: string, names: PermissionName[] = []): Channel {
  const channel = needChannel(platform, channelId);
  const bits = permissionsIn(platform, channel, platform.application.botId);
  if (!can(bits, 'VIEW_CHANNEL')) refuse('missingAccess');
  for (const name of names) needPermission(bits, name);
  return channel;
}

export function needPermission(
  bits: bigint,
  name: PermissionName,
  otherwise: ErrorName = 'missingPermissions',
) {
  if (!can(bits, name)) refuse(otherwise);
}
