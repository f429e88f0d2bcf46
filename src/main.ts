// From the environment to the running bot, and back at a signal: whatever was started is stopped in reverse. Imported
// by nobody.
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type Logger, pino } from 'pino';
import { startEmbedded } from '#db/embedded.ts';
import { isUnavailable } from '#db/failure.ts';
import { serializeError } from '#db/log-error.ts';
import { addressOf } from '#http/server.ts';
import { systemClock } from '#lib/clock.ts';
import { createSeldom } from '#lib/seldom.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { explainStart } from './explain.ts';
import { type Flags, readFlags } from './flags.ts';
import { openBrowser, openPlayground, type Playground, welcome } from './playground.ts';

type Undo = () => Promise<unknown>;
type Run = { undo: Undo[]; stop: (code: number) => Promise<void>; stopping: AbortSignal };

const HELP = `Starts Cohort: with DISCORD_TOKEN the bot, without it the playground.

  npm start                  settings come from the environment and from .env; .env.example names all of them
  npm start -- --open        opens the playground in a browser as well
  npm start -- --take-database
                             once, where the database belongs to another Discord application and shall be this one's
  npm start -- --help        this

While the playground runs, npm run say -- --help shows how to act in it from a second terminal.
`;

/** npm hands a signal on that its child has had from the terminal already: that is one signal. */
const SAME_SIGNAL_MS = 1000;
const LOOK_AT_PARENT_MS = 1000;

/** pino's number for it. */
const WARN = 40;
/** By then servers, members and what the first look at each needs have come in. */
const SETTLED_MS = 10_000;
const WARN_EVERY_MS = 5 * 60_000;

// Below all constants that it uses: a module is run from top to bottom, and this waits.
await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const undo: Undo[] = [];
  let stoppingSince: number | null = null;
  const asked = new AbortController();
  const stop = async (code: number) => {
    if (stoppingSince !== null) {
      // A second signal means: now.
      if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    asked.abort();
    for (const step of undo) await step().catch((error: unknown) => console.error(String(error)));
    process.exit(code);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));
  whenOrphaned(() => void (stoppingSince === null && stop(0)));
  try {
    const flags = readFlags(args);
    if (flags.help) process.stdout.write(HELP);
    else await start(flags, { undo, stop, stopping: asked.signal });
  } catch (error) {
    // A signal during the start makes whatever was under way fail: that is no fault.
    if (stoppingSince === null) {
      console.error(explainStart(error));
      await stop(1);
    }
  }
}

/**
 * npm runs us in a shell and ends that one at SIGTERM. Where the shell is dash (Debian, Ubuntu) it is our parent and
 * tells us nothing; `exec node …` in package.json would do, but means nothing to Windows. So we look after it ourselves.
 */
function whenOrphaned(stop: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), LOOK_AT_PARENT_MS).unref();
}

async function start(flags: Flags, { undo, stop, stopping }: Run): Promise<void> {
  loadDotEnv();
  const config = readConfig(process.env);
  if (flags.open && config.mode === 'discord') {
    throw new ConfigError([
      '--open shows the playground, which runs without DISCORD_TOKEN alone: leave out one of them.',
    ]);
  }
  const log = createLog(config);
  process.on('uncaughtException', (error) => {
    // postgres.js has promises that nobody can await; the database is away for whoever asks it, and no more than that.
    if (isUnavailable(error))
      return log.error({ err: error }, 'the database failed where nobody waited for it');
    log.fatal({ err: error }, 'uncaught error: stopping');
    void stop(1);
  });
  // Side by side: to import the bot takes as long as the others' processes take to start, and lets nothing else run meanwhile.
  const spawned = Promise.withResolvers<void>();
  const [{ url: databaseUrl, migrationUrl }, playground, { startCohort }] = await allStarted([
    openDatabase(config, { undo, log, onSpawned: spawned.resolve }).finally(spawned.resolve),
    config.mode === 'playground' ? openPlace(config, { undo, stop, log }) : null,
    spawned.promise.then(() => import('./cohort.ts')),
  ]);
  const cohort = await startCohort({
    databaseUrl,
    migrationUrl,
    contentDir: fileURLToPath(new URL('../content', import.meta.url)),
    discord: discordOf(config, playground),
    http: config.http,
    links: config.links,
    team: config.team,
    keepMonths: config.keepMonths,
    telemetry: config.telemetry,
    takesDatabase: flags.takeDatabase,
    clock: playground?.clock ?? systemClock,
    random: Math.random,
    log,
    stopping,
    onLost: (reason) => {
      console.error(`${reason} Stopping.`);
      void stop(1);
    },
  });
  setTimeout(growFreely, SETTLED_MS).unref();
  undo.unshift(() => cohort.stop());
  playground?.serve(cohort);
  announce({
    config,
    flags,
    playground,
    health: `${addressOf({ ...config.http, port: cohort.httpPort })}/readyz`,
  });
}

/** Until now memory.cjs has held the heap back; the second is V8's own. */
function growFreely(): void {
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--semi-space-growth-factor=2');
}

/** Where one fails, the others have started as well before it is told: only then can they be stopped. */
async function allStarted<const Starts extends readonly unknown[]>(starts: Starts) {
  await Promise.allSettled(starts);
  return Promise.all(starts);
}

/** A warning that repeats itself, as while the database is away, comes seldom, with the number of those left out. */
function createLog(config: Config): Logger {
  const seldom = createSeldom({ now: () => performance.now(), every: WARN_EVERY_MS });
  return pino({
    level: config.logLevel,
    serializers: { err: serializeError },
    hooks: {
      logMethod(args, method, level) {
        const message = args.findLast((part) => typeof part === 'string');
        const heldBack = level === WARN && message ? seldom(message) : 0;
        if (heldBack === null) return;
        const [facts] = args;
        if (heldBack > 0 && typeof facts === 'object')
          return method.apply(this, [{ ...facts, heldBack }, message]);
        method.apply(this, args);
      },
    },
  });
}

async function openDatabase(
  { database }: Config,
  { undo, ...options }: Pick<Run, 'undo'> & { log: Logger; onSpawned: () => void },
): Promise<{ url: string; migrationUrl?: string }> {
  if (database.kind === 'url') return database;
  const embedded = await startEmbedded({ dir: database.dir, ...options });
  undo.unshift(() => embedded.stop());
  return embedded;
}

type Opening = Omit<Run, 'stopping'> & { log: Logger };

async function openPlace(config: Config, { undo, stop, log }: Opening): Promise<Playground> {
  const onEnded = () => {
    console.error('The local Discord has ended: stopping.');
    void stop(1);
  };
  const playground = await openPlayground({
    dataDir: config.dataDir,
    httpPort: config.http.port,
    log,
    onEnded,
  });
  undo.unshift(() => playground.stop());
  // Last of all, when what is to be kept has been kept.
  undo.push(async () => console.log('Stopped. Nothing is lost: npm start goes on where it was.'));
  return playground;
}

function discordOf(config: Config, playground: Playground | null) {
  if (config.mode === 'discord') return config.discord;
  if (!playground) throw new Error('the playground is not running');
  const { api, token } = playground;
  return { api, token, registerCommands: true, shards: 'auto' as const };
}

type Running = { config: Config; flags: Flags; playground: Playground | null; health: string };

function announce({ config, flags, playground, health }: Running): void {
  if (!playground) {
    console.log(`Cohort is connected to Discord. Health: ${health}`);
    return;
  }
  const url = `${playground.url}/`;
  if (flags.open) openBrowser(url);
  console.log(welcome({ url, health, dataDir: config.dataDir }));
}
