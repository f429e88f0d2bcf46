// The discord.js client, set up for slash commands and buttons only: the Guilds intent, small caches.
import { Client, GatewayIntentBits, Options } from 'discord.js';
import { buildSharding } from '#bot/gateway.ts';
import { keepPressesLean } from '#bot/lean-presses.ts';
import { keepServersLean } from '#bot/lean-servers.ts';
import type { Gate } from '#bot/logins.ts';
import { type RestWatch, restOptions } from '#bot/rest.ts';
import { createShards, type Shards, type ShardsInside } from '#bot/shards.ts';

export type ClientOptions = RestWatch & {
  api: string;
  shards: 'auto' | { ids: number[]; count: number };
  /** Aborted once the process was asked to stop: a connection that is lost from then on is no news. */
  stopping?: AbortSignal;
  /** Whether and when it may be tried to connect; without it as discord.js does by itself. */
  gate?: Gate;
};

/** One whose shards come and go; `shards` says how many there are in all, and with which one it begins. */
export function createSharedClient(options: ClientOptions): { client: Client; shards: Shards } {
  const shards: ShardsInside = createShards(() => client);
  const client: Client = keptLean(build(options, shards));
  return { client, shards };
}

export function createClient(options: ClientOptions): Client {
  return keptLean(build(options));
}

function keptLean(client: Client): Client {
  keepServersLean(client);
  keepPressesLean(client);
  return client;
}

function build({ api, shards, stopping, gate, ...watch }: ClientOptions, changing?: ShardsInside): Client {
  const { log } = watch;
  const wiring = {
    ...(log ? { log } : {}),
    ...(stopping ? { stopping } : {}),
    ...(gate ? { gate } : {}),
    ...(changing ? { shards: changing } : {}),
  };
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Our messages are Discord's own JSON already: no need to walk through each to rename its keys.
    jsonTransformer: (body: unknown) => body,
    ...(shards === 'auto' ? { shards } : { shards: shards.ids, shardCount: shards.count }),
    rest: restOptions(api, watch),
    ws: {
      buildStrategy: (manager) => buildSharding(manager, wiring),
      ...(gate ? { buildIdentifyThrottler: async () => ({ waitForIdentify: gate.login }) } : {}),
    },
    // Guilds, channels and roles stay: permission checks need them. The rest is never read again.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      ThreadMemberManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      StageInstanceManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildBanManager: 0,
      AutoModerationRuleManager: 0,
      EntitlementManager: 0,
    }),
  });
}
