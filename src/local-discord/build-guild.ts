// Making and changing servers, roles and members from outside: what people do in Discord's settings, without
// which there would be nothing to test on. Channels are in build-channel.ts.
import { INTENT } from './announce.ts';
import { needLocale } from './languages.ts';
import { DEFAULT_LOCALE } from './locales.ts';
import type { Guild, Member, Role, User } from './model.ts';
import { guildCreatePayload } from './payloads.ts';
import { EVERYONE_DEFAULT, type PermissionInput, permissionBits } from './permissions.ts';
import { isoNow, needAccount, type Platform } from './platform.ts';
import { announceMember, removeBot } from './routes/guilds.ts';

/** What an invitation link for a study bot asks for. */
const BOT_DEFAULT = permissionBits([
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'ADD_REACTIONS',
]);

export type GuildInput = {
  name: string;
  ownerName?: string;
  /** Somebody there is already; else a new account of that name is made. */
  ownerId?: string;
  /** False: a server without the bot. */
  bot?: boolean;
  botPermissions?: PermissionInput;
  locale?: string;
  /** When the bot was invited; now, where nothing is said. */
  invitedAt?: number;
};
/** `botRoleId` is empty where the bot is not. */
export type NewGuild = { id: string; ownerId: string; everyoneRoleId: string; botRoleId: string };

export function createGuild(platform: Platform, input: GuildInput): NewGuild {
  const id = platform.ids.next();
  const ownerId = input.ownerId ?? createAccount(platform, { name: input.ownerName ?? 'Owner' }).id;
  const everyone = describeRole(id, { name: '@everyone', permissions: EVERYONE_DEFAULT });
  platform.save('guild', {
    id,
    name: input.name,
    owner_id: ownerId,
    preferred_locale: needLocale(input.locale ?? DEFAULT_LOCALE),
    roles: [everyone],
    has_bot: false,
  });
  putMember(platform, { guildId: id, userId: ownerId, roles: [] });
  if (input.bot === false) announceGuild(platform, id);
  const botRoleId = input.bot === false ? '' : inviteBot(platform, id, input);
  return { id, ownerId, everyoneRoleId: id, botRoleId };
}

/** The bot comes to a guild, or comes back to one it was removed from. Returns the role it has there. */
export function inviteBot(
  platform: Platform,
  guildId: string,
  { botPermissions: permissions = BOT_DEFAULT, invitedAt }: Partial<GuildInput> = {},
): string {
  const guild = needKnownGuild(platform, guildId);
  const described = () => describeRole(platform.ids.next(), { name: 'Bot', permissions, position: 1 });
  const kept = guild.roles.find((each) => each.managed);
  const role = kept ?? { ...described(), managed: true };
  const roles = kept ? guild.roles : [...guild.roles, role];
  platform.save('guild', { ...guild, roles, has_bot: true });
  const joined = invitedAt === undefined ? {} : { joinedAt: new Date(invitedAt).toISOString() };
  putMember(platform, { guildId, userId: platform.application.botId, roles: [role.id], ...joined });
  announceGuild(platform, guildId);
  return role.id;
}

export function kickBot(platform: Platform, guildId: string): void {
  removeBot(platform, guildId);
}

function announceGuild(platform: Platform, guildId: string): void {
  const data = guildCreatePayload(platform, needKnownGuild(platform, guildId));
  platform.gateway.dispatch({ name: 'GUILD_CREATE', data, guildId, intents: INTENT.guilds });
  platform.feed.tell({ type: 'GUILD_CREATE', guildId });
}

export function needKnownGuild(platform: Platform, guildId: string): Guild {
  const guild = platform.world.guilds.get(guildId);
  if (!guild) throw new Error(`there is no guild ${guildId}`);
  return guild;
}

type AccountInput = { name: string; locale?: string; acceptsDirectMessages?: boolean; bot?: boolean };

function createAccount(platform: Platform, input: AccountInput): User {
  const user: User = {
    id: platform.ids.next(),
    username: input.name.toLowerCase().replace(/[^a-z0-9._]/g, '_'),
    global_name: input.name,
    discriminator: '0',
    avatar: null,
    bot: input.bot === true,
    public_flags: 0,
  };
  const { acceptsDirectMessages = true } = input;
  const locale = needLocale(input.locale ?? DEFAULT_LOCALE);
  platform.save('account', { user, locale, acceptsDirectMessages });
  return user;
}

/** `userId`: an existing user joins; else a new account of that name is made. */
export type MemberInput = { roles?: string[] } & (AccountInput | { userId: string });

export function createMember(platform: Platform, guildId: string, input: MemberInput): User {
  const user = 'userId' in input ? needAccount(platform, input.userId).user : createAccount(platform, input);
  putMember(platform, { guildId, userId: user.id, roles: input.roles ?? [] });
  announceMember(platform, 'GUILD_MEMBER_ADD', { guildId, userId: user.id });
  return user;
}

type Joining = { guildId: string; userId: string; roles: string[]; joinedAt?: string };

function putMember(platform: Platform, input: Joining): void {
  const { guildId, userId, roles, joinedAt = isoNow(platform) } = input;
  const member: Member = {
    guild_id: guildId,
    user_id: userId,
    nick: null,
    roles,
    joined_at: joinedAt,
  };
  platform.save('member', member);
}

export function setMemberRoles(
  platform: Platform,
  member: { guildId: string; userId: string },
  roles: string[],
) {
  const before = platform.world.members.get(member.guildId)?.get(member.userId);
  if (!before) throw new Error(`user ${member.userId} is not a member of guild ${member.guildId}`);
  platform.save('member', { ...before, roles });
  announceMember(platform, 'GUILD_MEMBER_UPDATE', member);
}

export function removeMember(platform: Platform, guildId: string, userId: string): void {
  platform.save('drop-member', { guild_id: guildId, user_id: userId });
  announceMember(platform, 'GUILD_MEMBER_REMOVE', { guildId, userId });
}

export type RoleInput = {
  name: string;
  permissions?: PermissionInput;
  mentionable?: boolean;
  color?: number;
  position?: number;
};

export function createRole(platform: Platform, guildId: string, input: RoleInput): Role {
  const guild = needKnownGuild(platform, guildId);
  const role = describeRole(platform.ids.next(), { position: guild.roles.length, ...input });
  saveRoles(platform, guild, { name: 'GUILD_ROLE_CREATE', role });
  return role;
}

export function setRolePermissions(platform: Platform, roleId: string, permissions: PermissionInput): void {
  const guild = [...platform.world.guilds.values()].find((each) =>
    each.roles.some((role) => role.id === roleId),
  );
  const role = guild?.roles.find((each) => each.id === roleId);
  if (!guild || !role) throw new Error(`there is no role ${roleId}`);
  const changed = { ...role, permissions: String(permissionBits(permissions)) };
  saveRoles(platform, guild, { name: 'GUILD_ROLE_UPDATE', role: changed });
}

function saveRoles(platform: Platform, guild: Guild, { name, role }: { name: string; role: Role }): void {
  const others = guild.roles.filter((each) => each.id !== role.id);
  platform.save('guild', { ...guild, roles: [...others, role] });
  const data = { guild_id: guild.id, role };
  platform.gateway.dispatch({ name, data, guildId: guild.id, intents: INTENT.guilds });
}

function describeRole(id: string, input: RoleInput): Role {
  return {
    id,
    name: input.name,
    color: input.color ?? 0,
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: input.position ?? 0,
    permissions: String(permissionBits(input.permissions ?? 0n)),
    managed: false,
    mentionable: input.mentionable ?? false,
    flags: 0,
  };
}
