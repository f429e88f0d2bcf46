// The composition: database → content → client → schedule → http, and shutdown in reverse. Called by main.ts and by
// end-to-end tests; reads no environment and no real clock.
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { createChannels } from '#bot/channels.ts';
import { createClient } from '#bot/client.ts';
import { commandDefinitions, registerCommands } from '#bot/commands.ts';
import { createDebounce } from '#bot/debounce.ts';
import type { BotApp } from '#bot/feature.ts';
import { createRouter, type Router } from '#bot/router.ts';
import { loadPacks } from '#content/load.ts';
import { connect, type Database, isUnavailable } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { readNextDailyPost } from '#features/asking/daily/upcoming.store.ts';
import { features } from '#features/index.ts';
import { readOldestDue } from '#features/asking/quiz/posting.actions.ts';
import { refreshTallies } from '#features/asking/quiz/tally.jobs.ts';
import { serverJoined, serverLeft, settleServers } from '#features/people/server/actions.ts';
import { clockMoved } from '#features/standing/streak/upkeep.actions.ts';
import { createMetrics } from '#http/metrics.ts';
import { startHttp } from '#http/server.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { startSchedule } from '#schedule/schedule.ts';
import type { ShardConfig } from './config.ts';

export type CohortOptions = {
  databaseUrl: string;
  contentDir: string;
  discord: { token: string; api: string; registerCommands: boolean; shards: ShardConfig };
  http: { host: string; port: number };
  clock: Clock;
  random: Random;
  log: Logger;
  /** The gateway will not take this process back (a wrong token, intents or shards): it is of no use any more. */
  onLost?: (reason: string) => void;
  /** Between the first answer to a question and the edit that counts it and those that came meanwhile. */
  tallyDelayMs?: number;
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
/** Jobs look every few seconds; work that waits this long has a reason. */
const OVERDUE_MS = 5 * 60_000;

export async function startCohort(options: CohortOptions): Promise<Cohort> {
  const { log, clock, random } = options;
  const content = await loadPacks(options.contentDir);
  const db = connect({ url: options.databaseUrl, log });
  const client = createClient(options.discord);
  const metrics = createMetrics();
  const debounce = createDebounce({ delayMs: options.tallyDelayMs ?? TALLY_DELAY_MS, log });
  const app: BotApp = { db, content, clock, random, log, channels: createChannels(client), debounce };
  const undo: (() => Promise<unknown>)[] = [() => db.end()];
  try {
    await migrate({ url: options.databaseUrl, log });
    const router = createRouter(app, features, metrics.interaction);
    undo.unshift(() => client.destroy());
    await connectToDiscord(client, { app, router, options });
    const jobs = features.flatMap((feature) => feature.jobs ?? []);
    const schedule = startSchedule({ jobs, app, clock, log, observe: metrics.job, isOutage: isUnavailable });
    // Jobs and coalesced edits still need Discord and the database, so they end first.
    undo.unshift(() => within(FINISH_WITHIN_MS, finishWork({ client, router, schedule, debounce })));
    const http = await startHttp({
      ...options.http,
      checks: readinessChecks(app, schedule, db),
      metrics,
      log,
    });
    undo.unshift(() => http.stop());
    await refreshTallies(app);
    return {
      httpPort: http.port,
      runJob: (name) => schedule.runNow(name),
      async runAllJobs() {
        await clockMoved(app);
        // Twice: what one job makes due, such as a post to send, is for another that may have run before it.
        for (const job of [...jobs, ...jobs]) await schedule.runNow(job.name);
      },
      nextDailyPost: () => readNextDailyPost(db),
      stop: () => undoAll(undo, log),
    };
  } catch (error) {
    await undoAll(undo, log);
    throw error;
  }
}

type Connecting = { app: BotApp; router: Router; options: CohortOptions };

/** Resolves when the gateway is ready and the commands are as they should be. */
async function connectToDiscord(client: Client, { app, router, options }: Connecting): Promise<void> {
  const { log } = app;
  client.on('error', (error) => log.error({ err: error }, 'discord client error'));
  // Told only of closes that are final; all others are reconnected.
  client.on('shardDisconnect', (event, shard) => {
    log.error({ shard, code: event.code }, 'gateway connection closed for good');
    options.onLost?.(`Discord closed the gateway for good (code ${event.code}).`);
  });
  client.on('shardReconnecting', (shard) => log.warn({ shard }, 'gateway connection lost: reconnecting'));
  client.on('shardResume', (shard) => log.info({ shard }, 'gateway connection resumed'));
  client.on('interactionCreate', (interaction) => void router.handle(interaction));
  const noting = (work: Promise<void>) =>
    work.catch((error: unknown) => log.error({ err: error }, 'server not noted'));
  client.on('guildCreate', (guild) => void noting(serverJoined(app, { serverId: guild.id })));
  client.on('guildDelete', (guild) => void noting(serverLeft(app, { serverId: guild.id })));
  // On a fast connection `clientReady` may fire before login() resolves, so the listener comes first.
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(options.discord.token);
  await ready;
  // Only who sees all servers can tell which one is missing; a process with some shards leaves it to the events.
  const seesAll =
    options.discord.shards === 'auto' || options.discord.shards.ids.length === options.discord.shards.count;
  if (seesAll) await settleServers(app, { present: [...client.guilds.cache.keys()] });
  if (!options.discord.registerCommands || !client.application) return;
  const definitions = commandDefinitions(features);
  const wereSent = await registerCommands(client.rest, { applicationId: client.application.id, definitions });
  log.info(
    { commands: definitions.length },
    wereSent ? 'commands registered' : 'commands are registered already',
  );
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

function readinessChecks(app: BotApp, schedule: ReturnType<typeof startSchedule>, db: Database) {
  return {
    gateway: async () => (app.channels.isConnected() ? null : 'not connected to Discord'),
    database: async () => {
      await db.execute('select 1');
      return null;
    },
    jobs: async () => {
      const run = schedule.oldestRun();
      if (run && run.seconds > 120) return `${run.job} has been running for ${Math.round(run.seconds)} s`;
      const dues = await Promise.all([readOldestDue(app), readNextDailyPost(db)]);
      const overdue = dues.find((due) => due && app.clock.now().getTime() - due.getTime() > OVERDUE_MS);
      return overdue ? `work has been overdue since ${overdue.toISOString()}` : null;
    },
  };
}

async function undoAll(undo: readonly (() => Promise<unknown>)[], log: Logger): Promise<void> {
  for (const step of undo) {
    await step().catch((error: unknown) => log.warn({ err: error }, 'a step of the shutdown failed'));
  }
}

/** Waits for work, but not longer than this. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
