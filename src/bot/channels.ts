// What the bot does in channels without an interaction: send, edit, open threads, check its permissions.
import { createHash } from 'node:crypto';
import { type Client, Status } from 'discord.js';
import type { Message } from '#bot/card.ts';
import { type ChannelCheck, checkChannel, type Lacking } from '#bot/channel-permissions.ts';
import { drawMessage } from '#bot/drawing.ts';
import { type Arrival, arrivalIn, findOwn, isInServer, stillMembers } from '#bot/lookups.ts';
import { createMemberRoles } from '#bot/member-roles.ts';
import { createRequests } from '#bot/requests.ts';
import { createSendWatch, type SendWatch } from '#bot/send-watch.ts';
import {
  type DirectOutcome,
  type EditOutcome,
  edit,
  openThread,
  type Post,
  type SendOutcome,
  send,
  sendDirect,
  type ThreadOutcome,
} from '#bot/sending.ts';
import { createKnow } from '#bot/server-facts.ts';
import type { Pictures } from '#pictures/picture.ts';

/** Everything that is sent ends within half a minute; what takes longer is `unavailable`. */
export type Channels = {
  /** Posts; the same nonce within a few minutes returns the first message instead of a second one. */
  send(channelId: string, post: Post): Promise<SendOutcome>;
  /** Replaces an own message; one in an archived thread is edited too. */
  edit(channelId: string, messageId: string, message: Message): Promise<EditOutcome>;
  /** Opens the thread of a message; opening it a second time returns the same thread. */
  openThread(channelId: string, messageId: string, name: string): Promise<ThreadOutcome>;
  /**
   * Our own message in the channel that holds `marker` in a custom id: among the newest hundred, and among those `since`
   * it was due, a thousand at most.
   */
  findOwn(channelId: string, marker: string, since?: Date): Promise<string | null>;
  /** What stands in the way of posting in a channel of a server. */
  missingPermissions(check: ChannelCheck): Promise<Lacking>;
  /** Asks for the channels and roles of a server where they are not known yet; false when Discord cannot say them now. */
  know(serverId: string): Promise<boolean>;
  /** False for a role that was deleted: a mention of it would be shown as an unknown role. */
  hasRole(serverId: string, roleId: string): boolean;
  /** Those of these members who are still in the server, with their names there; null when Discord cannot say so now. */
  stillMembers(serverId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, string> | null>;
  /** Since when the bot is in a server, and what that server is; null of one that it is not in, as far as it has heard. */
  arrivalIn(serverId: string): Arrival | null;
  /** Whether the bot is in a server, asked of Discord itself; null when it cannot say so now. */
  isInServer(serverId: string): Promise<boolean | null>;
  /** The roles of a member of a server, none for who is no member; null when Discord does not say so now. Half a minute old at most. */
  rolesOf(serverId: string, memberId: string): Promise<readonly string[] | null>;
  sendDirect(memberId: string, post: Post): Promise<DirectOutcome>;
  /** Nonces are unique per bot user and not per database: a few characters of the database's own tell them apart. */
  keepNoncesApart(secret: string): void;
  /** True while every gateway connection of this process is up. */
  isConnected(): boolean;
};

/** Discord's limit. */
const MAX_NONCE = 25;

/** The same for the same post, and for no post of another database. */
function mixNonce(secret: string, nonce: string): string {
  return createHash('sha256').update(`${secret}/${nonce}`).digest('base64url').slice(0, MAX_NONCE);
}

type ChannelsOptions = SendWatch & { pictures?: Pictures | null };

/** Nobody waits for a job's message: its pictures have their time. */
const DRAW_WITHIN_MS = 5_000;

export function createChannels(client: Client, options: ChannelsOptions = {}): Channels {
  const { pictures = null, ...watched } = options;
  const drawn = (message: Message) => drawMessage(message, { pictures, milliseconds: DRAW_WITHIN_MS });
  const requests = createRequests(client.rest);
  const know = createKnow(client, requests);
  const sender = { client, requests, know };
  const watch = createSendWatch(watched);
  let secret = '';
  const ready = async (post: Post): Promise<Post> => ({
    ...post,
    message: await drawn(post.message),
    nonce: mixNonce(secret, post.nonce),
  });
  return {
    keepNoncesApart(own) {
      secret = own;
    },
    send: async (channelId, post) =>
      watch('send', channelId, await send(sender, channelId, await ready(post))),
    edit: async (channelId, messageId, message) =>
      watch('edit', channelId, await edit(sender, { channelId, messageId, message: await drawn(message) })),
    openThread: async (channelId, messageId, name) =>
      watch('thread', channelId, await openThread(sender, { channelId, messageId, name })),
    findOwn: (channelId, marker, since) =>
      findOwn({ client, requests, channelId, marker, ...(since ? { since } : {}) }),
    async missingPermissions(check) {
      await know(check.serverId);
      return checkChannel(client, check);
    },
    know,
    hasRole: (serverId, roleId) => hasRole(client, serverId, roleId),
    arrivalIn: (serverId) => arrivalIn(client, serverId),
    isInServer: (serverId) => isInServer(requests, serverId),
    stillMembers: (serverId, memberIds) => stillMembers(client, serverId, memberIds),
    rolesOf: createMemberRoles(client.rest),
    sendDirect: async (memberId, post) =>
      watch('direct', memberId, await sendDirect(sender, memberId, await ready(post))),
    isConnected: () => isConnected(client),
  };
}

/** A server that is not here yet, after a reconnect or from another process, says nothing about its roles. */
function hasRole(client: Client, serverId: string, roleId: string): boolean {
  const guild = client.guilds.cache.get(serverId);
  return !guild?.available || guild.roles.cache.has(roleId);
}

/** Not `client.isReady()`: that stays true for good after the first time. */
function isConnected(client: Client): boolean {
  const { shards } = client.ws;
  return client.isReady() && shards.size > 0 && shards.every((shard) => shard.status === Status.Ready);
}
