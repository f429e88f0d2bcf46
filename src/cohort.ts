// The composition: http → database → content → client → schedule, and shutdown in reverse. Called by main.ts and by
// end-to-end tests; reads no environment and no real clock, and knows of features only what they hand to the bot.
import type { Client, Guild } from 'discord.js';
import type { Logger } from 'pino';
import { createChannels } from '#bot/channels.ts';
import { createClient } from '#bot/client.ts';
import { createClockWatch } from '#bot/clock-watch.ts';
import { createCommandIds } from '#bot/command-ids.ts';
import { commandDefinitions } from '#bot/commands.ts';
import { createDebounce } from '#bot/debounce.ts';
import type { BotApp, Links, Team } from '#bot/feature.ts';
import { createLanguages } from '#bot/languages.ts';
import { type Registration, readCommandIds, startRegistration } from '#bot/registration.ts';
import { createRouter, type Router } from '#bot/router.ts';
import { createServerNotes } from '#bot/server-notes.ts';
import { loadPacks } from '#content/load.ts';
import { hearAnnouncements } from '#db/announcements.ts';
import { connect, isUnavailable } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { features, openContent, projections, QUESTIONS_CHANGED } from '#features/index.ts';
import { createMetrics, type Metrics } from '#http/metrics.ts';
import { startHttp } from '#http/server.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { shardOf } from '#lib/snowflake.ts';
import { type Undo, undoAll } from '#lib/undo.ts';
import { within } from '#lib/within.ts';
import { openPictures } from '#pictures/open.ts';
import type { Pictures } from '#pictures/picture.ts';
import { startSchedule } from '#schedule/schedule.ts';
import type { Words } from '#words/words.ts';
import { checksOf, earliest, watchGateway, watchGauges } from './checks.ts';
import type { ShardConfig } from './config.ts';

export type CohortOptions = {
  databaseUrl: string;
  migrationUrl?: string | undefined;
  contentDir: string;
  discord: { token: string; api: string; registerCommands: boolean; shards: ShardConfig };
  http: { host: string; port: number };
  links?: Links;
  team?: Team;
  /** What becomes of every sentence: tests speak a pseudo-language. */
  translate?: (words: Words) => Words;
  clock: Clock;
  random: Random;
  log: Logger;
  /** Takes over a database that belongs to another application. */
  takesDatabase?: boolean;
  /** The gateway will not take this process back (a wrong token, intents or shards): it is of no use any more. */
  onLost?: (reason: string) => void;
  /** Aborted once the process was asked to stop, also during the start. */
  stopping?: AbortSignal;
  /** Between the first answer to a question and the edit that counts it and those that came meanwhile. */
  tallyDelayMs?: number;
  /** Instead of our own drawing; null for none. */
  pictures?: Pictures | null;
};

export type Cohort = {
  httpPort: number;
  /** Runs one job now, by name. */
  runJob(name: string): Promise<void>;
  /** Does everything that is due at this instant, without waiting for the next ticks: for a clock that is moved on. */
  runAllJobs(): Promise<void>;
  /** When the next question of the day is due, over all servers; null when none is planned. */
  nextDailyPost(): Promise<Date | null>;
  /** Stops taking work, finishes what was taken on (bounded), lets go of everything. */
  stop(): Promise<void>;
};

/** What was acknowledged gets this long to be answered at shutdown. */
const FINISH_WITHIN_MS = 10_000;
const TALLY_DELAY_MS = 3_000;
/** The commands that Discord has go on working: nobody waits long for ours to be compared. */
const REGISTER_WITHIN_MS = 5_000;
const NO_LINKS: Links = { privacy: null, terms: null, source: null };

export async function startCohort(options: CohortOptions): Promise<Cohort> {
  const { log, clock } = options;
  const packs = await loadPacks(options.contentDir);
  const metrics = createMetrics();
  // First, so that whoever watches the start is answered; it says "starting" until all of it is done.
  const http = await startHttp({ ...options.http, metrics, log });
  const undo: Undo = [() => http.stop()];
  const own = new AbortController();
  const stopping = options.stopping ? AbortSignal.any([own.signal, options.stopping]) : own.signal;
  const stop = () => {
    own.abort();
    return undoAll(undo, (err) => log.warn({ err }, 'a step of the shutdown failed'));
  };
  try {
    const db = connect({ url: options.databaseUrl, log, observe: metrics.statement });
    undo.unshift(() => db.end());
    await migrate({ url: options.databaseUrl, migrationUrl: options.migrationUrl, log });
    const content = await openContent({ db, clock }, packs);
    const heard = () => content.refresh();
    const hearing = hearAnnouncements({ url: options.databaseUrl, log, channel: QUESTIONS_CHANGED, heard });
    undo.unshift(() => hearing.stop());
    const { app, client, watchClock } = composeApp({ ...options, stopping }, { db, content, metrics });
    undo.unshift(async () => app.pictures?.stop());
    watchGauges(metrics, app);
    watchGateway(metrics, client);
    const router = createRouter(app, features, metrics.interaction);
    undo.unshift(() => client.destroy());
    await connectToDiscord(client, { app, router, options, undo, watchClock });
    const jobs = features.flatMap((feature) => feature.jobs ?? []);
    const schedule = startSchedule({ jobs, app, clock, log, observe: metrics.job, isOutage: isUnavailable });
    // Jobs and coalesced edits still need Discord and the database, so they end first.
    const working = { client, router, schedule, debounce: app.debounce };
    undo.unshift(() => within(FINISH_WITHIN_MS, finishWork(working)));
    http.check(checksOf(app, schedule));
    return {
      httpPort: http.port,
      runJob: (name) => schedule.runNow(name),
      async runAllJobs() {
        for (const { clockMoved } of features) await clockMoved?.(app);
        // Twice: what one job makes due, such as a post to send, is for another that may have run before it.
        for (const job of [...jobs, ...jobs]) await schedule.runNow(job.name);
      },
      nextDailyPost: () => earliest(app, (feature) => feature.nextPost),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Parts = Pick<BotApp, 'db' | 'content'> & { metrics: Metrics };

function composeApp(options: CohortOptions, { db, content, metrics }: Parts) {
  const { log, clock, random, pictures = openPictures({ log }) } = options;
  const watchClock = createClockWatch({ clock, log });
  const client = createClient({
    ...options.discord,
    ...(options.stopping ? { stopping: options.stopping } : {}),
    log,
    onTime: watchClock,
    onTokenRefused: () => options.onLost?.('Discord no longer accepts DISCORD_TOKEN: it was reset.'),
  });
  const app: BotApp = {
    db,
    content,
    clock,
    random,
    log,
    projections,
    channels: createChannels(client, { log, observe: metrics.send, pictures }),
    debounce: createDebounce({ delayMs: options.tallyDelayMs ?? TALLY_DELAY_MS, log }),
    languages: createLanguages({
      db,
      clock,
      find: features.flatMap(({ language }) => language ?? []),
      serverLocale: (serverId) => client.guilds.cache.get(serverId)?.preferredLocale ?? null,
      ...(options.translate ? { translate: options.translate } : {}),
    }),
    commandIds: createCommandIds(),
    links: options.links ?? NO_LINKS,
    team: options.team ?? { memberIds: [], channelId: null, role: null },
    pictures,
  };
  return { app, client, watchClock };
}

type Connecting = {
  app: BotApp;
  router: Router;
  options: CohortOptions;
  undo: Undo;
  watchClock: (madeAt: number) => void;
};

/** Resolves when the gateway is ready, the features have started, and the commands were looked after once. */
async function connectToDiscord(client: Client, connecting: Connecting): Promise<void> {
  const { app, options, undo } = connecting;
  const begun = Promise.withResolvers<void>();
  listen(client, { ...connecting, begun: begun.promise });
  // On a fast connection `clientReady` may fire before login() resolves, so the listener comes first.
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(options.discord.token);
  await ready;
  const { application } = client;
  if (!application) throw new Error('Discord has not said which application this is');
  const { shards } = options.discord;
  const start = {
    applicationId: application.id,
    serverIds: [...client.guilds.cache.keys()],
    seesAll: shards === 'auto' || shards.ids.length === shards.count,
    wouldSee: (serverId: string) => shards === 'auto' || shards.ids.includes(shardOf(serverId, shards.count)),
    takesDatabase: options.takesDatabase ?? false,
  };
  for (const { started } of features) await started?.(app, start);
  begun.resolve();
  if (!options.discord.registerCommands) {
    const by = { ...app, rest: client.rest, applicationId: application.id };
    return void (await within(REGISTER_WITHIN_MS, readCommandIds(by)));
  }
  const registration: Registration = startRegistration({
    rest: client.rest,
    applicationId: application.id,
    definitions: commandDefinitions(features),
    heard: app.commandIds.learn,
    log: app.log,
  });
  undo.unshift(async () => registration.stop());
  await within(REGISTER_WITHIN_MS, registration.tried);
}

type Listening = Connecting & {
  /** Never, where the start is refused: then nothing of Discord's is acted on. */
  begun: Promise<void>;
};

function listen(client: Client, { app, router, options, undo, begun, watchClock }: Listening): void {
  const { log } = app;
  client.on('error', (error) => log.error({ err: error }, 'discord client error'));
  // Told only of closes that are final; all others are reconnected.
  client.on('shardDisconnect', (event, shard) => {
    log.error({ shard, code: event.code }, 'gateway connection closed for good');
    options.onLost?.(`Discord closed the gateway for good (code ${event.code}).`);
  });
  const notes = createServerNotes(app, features);
  undo.unshift(async () => notes.stop());
  client.on('interactionCreate', async (interaction) => {
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

type Working = {
  client: Client;
  router: Router;
  schedule: { stop(): Promise<void> };
  debounce: BotApp['debounce'];
};

async function finishWork({ client, router, schedule, debounce }: Working): Promise<void> {
  client.removeAllListeners('interactionCreate');
  await Promise.all([schedule.stop(), router.idle()]);
  await debounce.flush();
}
