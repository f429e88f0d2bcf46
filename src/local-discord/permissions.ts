// Permissions as Discord computes them: roles of the guild, then the channel's overwrites, then what is
// implied by a missing right. Source: "Permissions" in Discord's documentation.
import type { Channel, Guild, Member, Overwrite } from './model.ts';

export const PERMISSIONS = {
  CREATE_INSTANT_INVITE: 1n << 0n,
  KICK_MEMBERS: 1n << 1n,
  BAN_MEMBERS: 1n << 2n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_AUDIT_LOG: 1n << 7n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_EXTERNAL_EMOJIS: 1n << 18n,
  CHANGE_NICKNAME: 1n << 26n,
  MANAGE_NICKNAMES: 1n << 27n,
  MANAGE_ROLES: 1n << 28n,
  MANAGE_WEBHOOKS: 1n << 29n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_EVENTS: 1n << 33n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  MODERATE_MEMBERS: 1n << 40n,
  CREATE_EVENTS: 1n << 44n,
  SEND_POLLS: 1n << 49n,
  USE_EXTERNAL_APPS: 1n << 50n,
  PIN_MESSAGES: 1n << 51n,
  BYPASS_SLOWMODE: 1n << 52n,
} as const;

export type PermissionName = keyof typeof PERMISSIONS;
export type PermissionInput = bigint | string | readonly PermissionName[];

export const ALL_PERMISSIONS = (1n << 53n) - 1n;

/** What @everyone has in a new server. */
export const EVERYONE_DEFAULT = permissionBits([
  'CREATE_INSTANT_INVITE',
  'ADD_REACTIONS',
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'USE_EXTERNAL_EMOJIS',
  'CHANGE_NICKNAME',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'CREATE_PRIVATE_THREADS',
  'SEND_MESSAGES_IN_THREADS',
  'SEND_POLLS',
  'USE_EXTERNAL_APPS',
]);

export function permissionBits(input: PermissionInput): bigint {
  if (typeof input === 'bigint') return input;
  if (typeof input === 'string') return BigInt(input);
  return input.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
}

export function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.owner_id === member.user_id) return ALL_PERMISSIONS;
  let bits = 0n;
  for (const role of guild.roles) {
    if (role.id === guild.id || member.roles.includes(role.id)) bits |= BigInt(role.permissions);
  }
  return (bits & PERMISSIONS.ADMINISTRATOR) === 0n ? bits : ALL_PERMISSIONS;
}

/** `channel` is the parent when the place is a thread: threads have no overwrites of their own. */
export function channelPermissions(guild: Guild, member: Member, channel: Channel): bigint {
  const base = guildPermissions(guild, member);
  if (base === ALL_PERMISSIONS) return base;
  const overwrites = channel.permission_overwrites ?? [];
  const everyone = overwrites.filter((entry) => entry.id === guild.id);
  const roles = overwrites.filter((entry) => entry.id !== guild.id && member.roles.includes(entry.id));
  const own = overwrites.filter((entry) => entry.type === 1 && entry.id === member.user_id);
  return withoutImplied([everyone, roles, own].reduce(applyOverwrites, base));
}

function applyOverwrites(bits: bigint, overwrites: Overwrite[]): bigint {
  const deny = overwrites.reduce((all, entry) => all | BigInt(entry.deny), 0n);
  const allow = overwrites.reduce((all, entry) => all | BigInt(entry.allow), 0n);
  return (bits & ~deny) | allow;
}

function withoutImplied(bits: bigint): bigint {
  if ((bits & PERMISSIONS.VIEW_CHANNEL) === 0n) return 0n;
  return bits;
}
