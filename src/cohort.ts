// The composition: http → database → content → client → schedule, and shutdown in reverse. Called by main.ts and by
// end-to-end tests; reads no environment and no real clock, and knows of features only what they hand to the bot.
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { createChannels } from '#bot/channels.ts';
import { createClockWatch } from '#bot/clock-watch.ts';
import { createCommandIds } from '#bot/command-ids.ts';
import { createDebounce } from '#bot/debounce.ts';
import type { BotApp, Links, Team } from '#bot/feature.ts';
import { createLanguages } from '#bot/languages.ts';
import { createRouter, type Router } from '#bot/router.ts';
import { loadPacks } from '#content/load.ts';
import { hearAnnouncements } from '#db/announcements.ts';
import { connect, isUnavailable } from '#db/connect.ts';
import { createLook } from '#db/due.ts';
import { migrate } from '#db/migrate.ts';
import { features, openContent, projections, QUESTIONS_CHANGED } from '#features/index.ts';
import { createMetrics, type Metrics } from '#http/metrics.ts';
import { startHttp } from '#http/server.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { type Undo, undoAll } from '#lib/undo.ts';
import { within } from '#lib/within.ts';
import { openPictures } from '#pictures/open.ts';
import type { Pictures } from '#pictures/picture.ts';
import { type Job, type Schedule, startSchedule } from '#schedule/schedule.ts';
import type { TelemetryConfig } from '#telemetry/open.ts';
import { startTracing, type Tracing } from '#telemetry/tracing.ts';
import type { Words } from '#words/words.ts';
import { checksOf, earliest, watchGateway, watchGauges, watchLeases } from './checks.ts';
import type { ShardConfig } from './config-shards.ts';
import { connectToDiscord } from './discord.ts';
import { type Gateway, openGateway } from './open-gateway.ts';

export type CohortOptions = {
  databaseUrl: string;
  migrationUrl?: string | undefined;
  contentDir: string;
  discord: { token: string; api: string; registerCommands: boolean; shards: ShardConfig };
  http: { host: string; port: number };
  links?: Links;
  team?: Team;
  /** After how many months old answers are deleted; left out or null for never. */
  keepMonths?: number | null;
  /** Where traces go; left out or null for nowhere. */
  telemetry?: TelemetryConfig | null;
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
  /** Before a clock is moved on, until `runAllJobs`: a job that ran in between would take the time for an absence. */
  pauseJobs(): Promise<void>;
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
    const tracing = await startTracing(options.telemetry, { log, clock, observe: metrics.spans });
    undo.unshift(() => tracing.stop());
    const db = connect({ url: options.databaseUrl, log, observe: metrics.statement, trace: tracing.trace });
    undo.unshift(() => db.end());
    await migrate({ url: options.databaseUrl, migrationUrl: options.migrationUrl, log });
    const content = await openContent({ db, clock }, packs);
    undo.unshift(hearOfQuestions(options, content));
    const watchClock = createClockWatch({ clock, log });
    const gateway = await openGateway(db, {
      ...{ discord: options.discord, log, stopping, onTime: watchClock, onSend: tracing.onSend },
      onTokenRefused: () => options.onLost?.('Discord no longer accepts DISCORD_TOKEN: it was reset.'),
    });
    const { client } = gateway;
    const app = composeApp(options, { db, content, metrics, client, tracing });
    undo.unshift(async () => app.pictures?.stop());
    watchGauges(metrics, app);
    watchGateway(metrics, client);
    watchLeases(metrics, app, gateway.fleet);
    const told = tracing.features(features);
    const router = tracing.router(createRouter(app, told, tracing.outcomes(metrics.interaction)));
    undo.unshift(() => client.destroy());
    undo.unshift(() => gateway.leave());
    await connectToDiscord(gateway, {
      ...{ app, router, undo, watchClock, discord: options.discord, onLost: options.onLost },
      takesDatabase: options.takesDatabase ?? false,
    });
    const jobs = told.flatMap((feature) => feature.jobs ?? []);
    const schedule = beginSchedule({ jobs, app, metrics, gateway });
    // Jobs and coalesced edits still need Discord and the database, so they end first.
    undo.unshift(() => within(FINISH_WITHIN_MS, finishWork({ client, router, schedule, app })));
    // Before that: others answer what comes from now on, while this process still answers what had come.
    undo.unshift(() => gateway.leave());
    http.check(checksOf(app, schedule, gateway.fleet));
    return {
      httpPort: http.port,
      ...workByHand({ jobs, app, schedule }),
      nextDailyPost: () => earliest(app, (feature) => feature.nextPost),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type ByHand = Pick<Scheduled, 'jobs' | 'app'> & { schedule: Schedule };

function workByHand({ jobs, app, schedule }: ByHand): Pick<Cohort, 'runJob' | 'pauseJobs' | 'runAllJobs'> {
  return {
    runJob: (name) => schedule.runNow(name),
    pauseJobs: () => schedule.pause(),
    async runAllJobs() {
      try {
        await schedule.pause();
        for (const { clockMoved } of features) await clockMoved?.(app);
      } finally {
        schedule.resume();
      }
      // Twice: what one job makes due, such as a post to send, is for another that may have run before it.
      for (const job of [...jobs, ...jobs]) await schedule.runNow(job.name);
    },
  };
}

function hearOfQuestions({ databaseUrl: url, log }: CohortOptions, content: BotApp['content']) {
  const heard = () => content.refresh();
  const hearing = hearAnnouncements({ url, log, channel: QUESTIONS_CHANGED, heard });
  return () => hearing.stop();
}

type Parts = Pick<BotApp, 'db' | 'content'> & { metrics: Metrics; client: Client; tracing: Tracing };

function composeApp(options: CohortOptions, { db, content, metrics, client, tracing }: Parts): BotApp {
  const { log, clock, random, pictures = openPictures({ log }) } = options;
  tracing.requests(client.rest);
  return tracing.app({
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
    keepMonths: options.keepMonths ?? null,
    pictures,
  });
}

type Scheduled = { jobs: readonly Job<BotApp>[]; app: BotApp; metrics: Metrics; gateway: Gateway };

function beginSchedule({ jobs, app, metrics, gateway: { processes } }: Scheduled) {
  const { clock, log } = app;
  const look = createLook(app.db, new Map(features.flatMap(({ due = {} }) => Object.entries(due))));
  return startSchedule({
    ...{ jobs, app, clock, log, processes, look },
    ...{ observe: metrics.job, isOutage: isUnavailable },
  });
}

type Working = {
  client: Client;
  router: Router;
  schedule: { stop(): Promise<void> };
  app: Pick<BotApp, 'debounce'>;
};

async function finishWork({ client, router, schedule, app: { debounce } }: Working): Promise<void> {
  client.removeAllListeners('interactionCreate');
  await Promise.all([schedule.stop(), router.idle()]);
  await debounce.flush();
}
