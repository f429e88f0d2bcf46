// From a client to a bot that hears of Discord: the login, the start of the features, and who is told of what.
import type { Client, Guild } from 'discord.js';
import { commandDefinitions } from '#bot/commands.ts';
import type { BotApp } from '#bot/feature.ts';
import { type Registration, readCommandIds, startRegistration } from '#bot/registration.ts';
import type { Router } from '#bot/router.ts';
import { createServerNotes } from '#bot/server-notes.ts';
import { features } from '#features/index.ts';
import { shardOf } from '#lib/snowflake.ts';
import type { Undo } from '#lib/undo.ts';
import { within } from '#lib/within.ts';
import type { ShardConfig } from './config-shards.ts';
import { type Fleet, type Gateway, keepShards } from './open-gateway.ts';

export type Connecting = {
  app: BotApp;
  router: Router;
  discord: { token: string; registerCommands: boolean; shards: ShardConfig };
  takesDatabase: boolean;
  undo: Undo;
  watchClock: (madeAt: number) => void;
  onLost: ((reason: string) => void) | undefined;
};

/** The commands that Discord has go on working: nobody waits long for ours to be compared. */
const REGISTER_WITHIN_MS = 5_000;

/** Resolves when the gateway is ready, the features have started, and the commands were looked after once. */
export async function connectToDiscord(gateway: Gateway, connecting: Connecting): Promise<void> {
  const { client, fleet } = gateway;
  const { app, discord } = connecting;
  const begun = Promise.withResolvers<void>();
  listen(client, { ...connecting, begun: begun.promise, isShared: fleet !== null });
  if (fleet) listenToLists(client, fleet, { app, begun: begun.promise });
  // On a fast connection `clientReady` may fire before login() resolves, so the listener comes first.
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(discord.token);
  await ready;
  const { application } = client;
  if (!application) throw new Error('Discord has not said which application this is');
  await startFeatures(client, application.id, connecting);
  begun.resolve();
  if (fleet) keepShards(fleet);
  await lookAfterCommands(client, application.id, connecting);
}

async function startFeatures(client: Client, applicationId: string, connecting: Connecting): Promise<void> {
  const { app, discord, takesDatabase } = connecting;
  const { shards } = discord;
  const serverIds = [...client.guilds.cache.keys()];
  const seesAll = shards === 'auto';
  const start = { applicationId, serverIds, seesAll, takesDatabase };
  for (const { started } of features) await started?.(app, start);
  // A fleet's shards are listed one by one, as they log in.
  if (!seesAll) return;
  for (const { listed } of features) await listed?.(app, { serverIds, wouldSee: () => true });
}

async function lookAfterCommands(
  { rest }: Client,
  applicationId: string,
  { app, discord, undo }: Connecting,
): Promise<void> {
  if (!discord.registerCommands) {
    return void (await within(REGISTER_WITHIN_MS, readCommandIds({ ...app, rest, applicationId })));
  }
  const registration: Registration = startRegistration({
    ...{ rest, applicationId },
    definitions: commandDefinitions(features),
    heard: app.commandIds.learn,
    log: app.log,
  });
  undo.unshift(async () => registration.stop());
  await within(REGISTER_WITHIN_MS, registration.tried);
}

/** `begun` never is, where the start is refused: then nothing of Discord's is acted on. */
type Begun = { begun: Promise<void> };

type Listening = Connecting & Begun & { isShared: boolean };

/** Discord waits three seconds; the clocks of two machines may differ. */
const OUTDATED_MS = 10_000;

function listen(client: Client, { app, router, undo, begun, watchClock, onLost, isShared }: Listening): void {
  const { log, clock } = app;
  client.on('error', (error) => log.error({ err: error }, 'discord client error'));
  // Told only of closes that are final; all others are reconnected.
  client.on('shardDisconnect', (event, shard) => {
    log.error({ shard, code: event.code }, 'gateway connection closed for good');
    onLost?.(`Discord closed the gateway for good (code ${event.code}).`);
  });
  const notes = createServerNotes(app, features);
  undo.unshift(async () => notes.stop());
  client.on('interactionCreate', async (interaction) => {
    // What came to a process that was killed comes again: Discord has given it up, or it was answered there.
    if (isShared && clock.now().getTime() - interaction.createdTimestamp > OUTDATED_MS) return;
    watchClock(interaction.createdTimestamp);
    await begun;
    await router.handle(interaction);
    // Of a server that this process is told about: in others the bot is used without being there.
    if (interaction.inCachedGuild()) notes.seen(interaction.guildId);
  });
  const tell = (hook: 'joined' | 'left') => (guild: Guild) =>
    void begun.then(() => notes.tell(hook, guild.id));
  client.on('guildCreate', tell('joined'));
  // After a new session Discord tells of servers it had told of before, and discord.js by this event alone.
  client.on('guildAvailable', tell('joined'));
  client.on('guildDelete', tell('left'));
}

/** What was handed on by another process was listed to that one, and all changes since are told as events. */
function listenToLists(
  client: Client,
  { shards, count }: Fleet,
  { app, begun }: { app: BotApp } & Begun,
): void {
  client.on('shardReady', async (shard) => {
    const guilds = [...client.guilds.cache.values()].filter(({ shardId }) => shardId === shard);
    const wasHanded = shards.wasHanded(shard);
    await begun;
    if (wasHanded) return knowNewcomers(app, guilds);
    const serverIds = guilds.map(({ id }) => id);
    const wouldSee = (serverId: string) => shardOf(serverId, count) === shard;
    for (const { listed } of features)
      await listed?.(app, { serverIds, wouldSee }).catch((err) =>
        app.log.error({ err, shard }, 'the list of servers was not looked at'),
      );
  });
}

const NEW_MS = 24 * 3_600_000;

/** Who has just invited the bot may still have to be greeted, by name; of all others little is needed, and seldom. */
async function knowNewcomers({ channels, clock }: BotApp, guilds: readonly Guild[]): Promise<void> {
  const since = clock.now().getTime() - NEW_MS;
  for (const { id, joinedTimestamp } of guilds) if (joinedTimestamp > since) await channels.know(id);
}
