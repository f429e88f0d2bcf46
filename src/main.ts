// Starts everything, from the environment to the running bot, and stops it in reverse. Imported by nobody.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { startEmbedded } from '#db/embedded.ts';
import { serializeError } from '#db/log-error.ts';
import { type Clock, systemClock } from '#lib/clock.ts';
import { type Cohort, startCohort } from './cohort.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { explainStart } from './explain.ts';

type Undo = () => Promise<unknown>;
type Playground = { url: string; api: string; token: string; child: ChildProcess; clock: MovedClock };
/** The playground's time: its page can move it on, and the bot follows. */
type MovedClock = Clock & { follow(state: { offset: number; frozenAt: number | null }): void };

const root = fileURLToPath(new URL('..', import.meta.url));

await main();

async function main(): Promise<void> {
  const undo: Undo[] = [];
  let isStopping = false;
  const stop = async (code: number) => {
    // A second signal means: now.
    if (isStopping) process.exit(1);
    isStopping = true;
    for (const step of undo) await step().catch((error: unknown) => console.error(String(error)));
    process.exit(code);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));
  try {
    await start(undo, stop);
  } catch (error) {
    // A signal during the start makes whatever was under way fail: that is no fault.
    if (!isStopping) {
      console.error(explainStart(error));
      await stop(1);
    }
  }
}

async function start(undo: Undo[], stop: (code: number) => Promise<void>): Promise<void> {
  loadDotEnv();
  const config = readConfig(process.env);
  const log: Logger = pino({ level: config.logLevel, serializers: { err: serializeError } });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught error: stopping');
    void stop(1);
  });
  const databaseUrl = await openDatabase(config, { undo, log });
  const playground = config.mode === 'playground' ? await openPlayground(config, { undo, stop }) : null;
  const cohort = await startCohort({
    databaseUrl,
    contentDir: join(root, 'content'),
    discord: discordOf(config, playground),
    http: config.http,
    clock: playground?.clock ?? systemClock,
    random: Math.random,
    log,
    onLost: (reason) => {
      console.error(`${reason} Stopping.`);
      void stop(1);
    },
  });
  undo.unshift(() => cohort.stop());
  if (playground) servePlayground(playground, { cohort, log });
  announce(config, { cohort, playground });
}

type Opening = { undo: Undo[]; log: Logger };

async function openDatabase({ database }: Config, { undo, log }: Opening): Promise<string> {
  if (database.kind === 'url') return database.url;
  const embedded = await startEmbedded({ dir: join(database.dir, 'postgres'), log });
  undo.unshift(() => embedded.stop());
  return embedded.url;
}

/** The local Discord is a program of its own: started beside the bot, ended with it. */
async function openPlayground(
  config: Config,
  { undo, stop }: { undo: Undo[]; stop: (code: number) => Promise<void> },
): Promise<Playground> {
  const port = config.http.port === 0 ? 0 : config.http.port + 1;
  const file = join(root, 'src/local-discord/main.ts');
  const dataDir = join(config.dataDir, 'local-discord');
  // The page's TypeScript is stripped by a function of Node that still calls itself experimental, on every start.
  const quiet = '--disable-warning=ExperimentalWarning';
  const args = [quiet, file, '--parent', '--port', String(port), '--data', dataDir];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  });
  const clock = createMovedClock();
  child.on('message', (message) => onClock(message, clock));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  undo.unshift(async () => {
    child.removeAllListeners('exit');
    if (child.exitCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    await gone;
  });
  const line = child.stdout ? await Promise.race([firstLine(child.stdout), exited.then(() => null)]) : null;
  if (line === null) {
    throw new ConfigError([
      `The playground did not start (the line above says why). It listens on HTTP_PORT + 1, now ${port}: set HTTP_PORT to another value if that is taken.`,
    ]);
  }
  child.once('exit', () => {
    console.error('The local Discord has ended: stopping.');
    void stop(1);
  });
  // safe: the first line is what local-discord/main.ts prints when it listens
  return { ...(JSON.parse(line) as { url: string; api: string; token: string }), child, clock };
}

function createMovedClock(): MovedClock {
  let state: { offset: number; frozenAt: number | null } = { offset: 0, frozenAt: null };
  return {
    now: () => new Date(state.frozenAt ?? systemClock.now().getTime() + state.offset),
    follow: (next) => {
      state = next;
    },
  };
}

/** What the local Discord says over IPC; its other side is local-discord/parent.ts. */
type Said = { kind?: string; id?: number; offset?: number; frozenAt?: number | null };

function onClock(message: unknown, clock: MovedClock): void {
  // safe: both sides of the channel are ours, and every field is checked or defaulted
  const { kind, offset = 0, frozenAt = null } = message as Said;
  if (kind === 'clock') clock.follow({ offset, frozenAt });
}

/** Answers what the local Discord asks in time travel: where to stop, and to do what is due before going on. */
function servePlayground({ child }: Playground, { cohort, log }: { cohort: Cohort; log: Logger }): void {
  const answers: Record<string, () => Promise<object>> = {
    async milestones() {
      const at = await cohort.nextDailyPost();
      return { milestones: at ? [{ name: 'The next daily post', at: at.getTime() }] : [] };
    },
    async settle() {
      await cohort.runAllJobs();
      return {};
    },
  };
  child.on('message', (message) => {
    // safe: see onClock
    const { kind = '', id } = message as Said;
    const answered = answers[kind]?.().then((answer) => child.connected && child.send({ id, ...answer }));
    answered?.catch((error: unknown) => log.warn({ err: error }, 'the playground was not answered'));
  });
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string | null> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  return null;
}

function discordOf(config: Config, playground: Playground | null) {
  if (config.mode === 'discord') return config.discord;
  if (!playground) throw new Error('the playground is not running');
  const { api, token } = playground;
  return { api, token, registerCommands: true, shards: 'auto' as const };
}

type Running = { cohort: Cohort; playground: Playground | null };

function announce(config: Config, { cohort, playground }: Running): void {
  const health = `http://${config.http.host}:${cohort.httpPort}/readyz`;
  if (playground && process.argv.includes('--open')) openBrowser(`${playground.url}/`);
  if (!playground) {
    console.log(`Cohort is connected to Discord. Health: ${health}`);
    return;
  }
  console.log(
    [
      '',
      'Cohort is running in the playground: a small Discord on this machine, with the server "Study group"',
      'and its members Ada (admin), Grace, Linus and Margaret. Open it in a browser:',
      '',
      `  ${playground.url}/`,
      '',
      'or act from a second terminal:',
      '',
      '  npm run say -- ada "/quiz"',
      '  npm run say -- grace "press A"',
      '  npm run say -- grace "/streak"',
      '  npm run say -- --help',
      '',
      `Health: ${health}    Data: ${config.dataDir}    Stop: Ctrl+C`,
      '',
    ].join('\n'),
  );
}

const OPENERS: Record<string, [string, string[]]> = {
  darwin: ['open', []],
  win32: ['cmd', ['/c', 'start', '']],
};

/** Where there is no browser to open, the printed address has to do. */
function openBrowser(url: string): void {
  const [command, args] = OPENERS[process.platform] ?? ['xdg-open', []];
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
