// What a program that runs a local Discord in its own process can do with it.
import { type Actor, createActor } from './acting/actor.ts';
import * as channels from './build-channel.ts';
import * as build from './build-guild.ts';
import { setSystemChannel } from './change-guild.ts';
import type { WatchedClock } from './clock.ts';
import type { Drop, ResumeFault } from './gateway.ts';
import type { HttpContext } from './http.ts';
import { setInstalled } from './installations.ts';
import type { Failure, Filter, Hold, Moment, RequestRecord } from './intercept.ts';
import { setGuildLocale, setLocale } from './languages.ts';
import type { Login } from './login-limits.ts';
import { deleteMessage } from './messages.ts';
import type { Channel, Message, Role, User } from './model.ts';
import type { PermissionInput } from './permissions.ts';
import { needAccount, type Platform } from './platform.ts';
import { directChannelWith } from './routes/users.ts';

export type LocalDiscord = {
  url: string;
  api: string;
  token: string;
  applicationId: string;
  botUserId: string;
  clock: WatchedClock;
  createGuild(input: build.GuildInput): build.NewGuild;
  createChannel(guildId: string, input: channels.ChannelInput): Channel;
  /** A group message, which the bot is never part of. */
  createGroup(input: channels.GroupInput): Channel;
  createRole(guildId: string, input: build.RoleInput): Role;
  createMember(guildId: string, input: build.MemberInput): User;
  setOverwrite(channelId: string, overwrite: channels.OverwriteInput): void;
  setRolePermissions(roleId: string, permissions: PermissionInput): void;
  setMemberRoles(guildId: string, userId: string, roles: string[]): void;
  /** Whether a user can be written to directly (else 403 50007). */
  setDirectMessages(userId: string, accepted: boolean): void;
  /** The language of a member's client: `locale` of what they do from now on. */
  setLocale(userId: string, locale: string): void;
  /** The language of a server: `guild_locale` of interactions there. */
  setGuildLocale(guildId: string, locale: string): void;
  /** Where Discord greets who joins a server; null switches that off. */
  setSystemChannel(guildId: string, channelId: string | null): void;
  removeMember(guildId: string, userId: string): void;
  /** The channel between this user and the bot. */
  directChannel(userId: string): Channel;
  deleteChannel(channelId: string): void;
  /** Deletes any message, as a moderator would. */
  deleteMessage(messageId: string): void;
  kickBot(guildId: string): void;
  /** Returns the role the bot has there. */
  inviteBot(guildId: string): string;
  /** Installs the bot for a user, so that its commands follow them everywhere. */
  installForUser(userId: string): void;
  uninstallForUser(userId: string): void;
  /** With a language the member's client is set to it first. */
  as(userId: string, client?: { locale: string }): Actor;
  /** The bot's last requests, oldest first. */
  requests: RequestRecord[];
  /** Those of them that nothing here serves. */
  unhandled: RequestRecord[];
  /** All non-ephemeral messages of a channel, in order. */
  messages(channelId: string): Message[];
  message(messageId: string): Message | undefined;
  /** The next matching request waits until it is released. */
  hold(filter: Filter, when?: Moment): Hold;
  /** The next matching request(s) get this answer and have no effect. */
  fail(filter: Filter, response: Failure): void;
  dropGateway(how: Drop): void;
  /** Sessions that the bot's processes began, went on with, or were refused, oldest first. */
  logins: readonly Login[];
  /** As if so many of the day's logins were left. */
  setLoginsLeft(remaining: number): void;
  /** What the address for resuming does from now on; null = its work. */
  setResumeFault(fault: ResumeFault | null): void;
  stop(): Promise<void>;
};

type Running = { platform: Platform; context: HttpContext; url: string; stop(): Promise<void> };

export function describeLocalDiscord({ platform, context, url, stop }: Running): LocalDiscord {
  const { application, clock, gateway, world } = platform;
  return {
    url,
    api: `${url}/api`,
    token: context.token,
    applicationId: application.id,
    botUserId: application.botId,
    clock,
    createGuild: (input) => build.createGuild(platform, input),
    createChannel: (guildId, input) => channels.createChannel(platform, guildId, input),
    createGroup: (input) => channels.createGroup(platform, input),
    createRole: (guildId, input) => build.createRole(platform, guildId, input),
    createMember: (guildId, input) => build.createMember(platform, guildId, input),
    setOverwrite: (channelId, overwrite) => channels.setOverwrite(platform, channelId, overwrite),
    setRolePermissions: (roleId, permissions) => build.setRolePermissions(platform, roleId, permissions),
    setMemberRoles: (guildId, userId, roles) => build.setMemberRoles(platform, { guildId, userId }, roles),
    setDirectMessages: (userId, accepted) =>
      platform.save('account', { ...needAccount(platform, userId), acceptsDirectMessages: accepted }),
    setLocale: (userId, locale) => setLocale(platform, userId, locale),
    setSystemChannel: (guildId, channelId) => setSystemChannel(platform, guildId, channelId),
    setGuildLocale: (guildId, locale) => setGuildLocale(platform, guildId, locale),
    directChannel: (userId) => directChannelWith(platform, userId),
    removeMember: (guildId, userId) => build.removeMember(platform, guildId, userId),
    deleteChannel: (channelId) => channels.deleteChannel(platform, channelId),
    deleteMessage: (messageId) => {
      const stored = world.messages.get(messageId);
      if (stored) deleteMessage(platform, stored);
    },
    kickBot: (guildId) => build.kickBot(platform, guildId),
    inviteBot: (guildId) => build.inviteBot(platform, guildId),
    installForUser: (userId) => setInstalled(platform, userId, true),
    uninstallForUser: (userId) => setInstalled(platform, userId, false),
    as: (userId, client) => {
      if (client) setLocale(platform, userId, client.locale);
      return createActor(platform, needAccount(platform, userId).user.id);
    },
    requests: context.requests,
    unhandled: context.unhandled,
    messages: (channelId) => publicMessages(platform, channelId),
    message: (messageId) => world.messages.get(messageId)?.message,
    hold: context.interceptor.hold,
    fail: context.interceptor.fail,
    dropGateway: gateway.drop,
    logins: platform.logins.log,
    setLoginsLeft: platform.logins.setRemaining,
    setResumeFault: (fault) => {
      gateway.resumeFault = fault;
    },
    stop,
  };
}

function publicMessages({ world }: Platform, channelId: string): Message[] {
  const all = (world.logs.get(channelId) ?? []).map((id) => world.messages.get(id));
  const present = all.filter((stored) => stored !== undefined);
  return present.filter((stored) => stored.visibleTo === null).map((stored) => stored.message);
}
