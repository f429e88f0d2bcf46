// Hosts the local Discord beside the bot: a program of its own in a child process, its moved clock, and a browser to
// look at it. What it shows is its own affair (local-discord/).
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { makeFolders } from '#db/embedded/folder.ts';
import { type Clock, systemClock } from '#lib/clock.ts';
import type { Cohort } from './cohort.ts';
import { ConfigError } from './config.ts';

export type Playground = {
  url: string;
  api: string;
  token: string;
  /** The playground's time: its page can move it on, and the bot follows. */
  clock: Clock;
  /** Answers what the local Discord asks in time travel: where to stop, and to do what is due before going on. */
  serve(cohort: Pick<Cohort, 'nextDailyPost' | 'pauseJobs' | 'runAllJobs'>): void;
  stop(): Promise<void>;
};

export type PlaygroundOptions = { dataDir: string; httpPort: number; log: Logger; onEnded: () => void };

/** What the local Discord says over IPC; its other side is local-discord/parent.ts. */
type Said = { kind?: string; id?: number; offset?: number; frozenAt?: number | null };
type ClockState = { offset: number; frozenAt: number | null };

const OPENERS: Record<string, [string, string[]]> = {
  darwin: ['open', []],
  win32: ['cmd', ['/c', 'start', '']],
};

/** Throws a ConfigError when it does not start. */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { dataDir, log, onEnded } = options;
  const port = options.httpPort === 0 ? 0 : options.httpPort + 1;
  const child = startChild(port, makeDataFolder(join(dataDir, 'local-discord')));
  let state: ClockState = { offset: 0, frozenAt: null };
  child.on('message', (message) => {
    const { kind, offset = 0, frozenAt = null } = readSaid(message);
    if (kind === 'clock') state = { offset, frozenAt };
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = child.stdout ? await Promise.race([firstLine(child.stdout), exited.then(() => null)]) : null;
  if (line === null) {
    throw new ConfigError([
      `The playground did not start (the line above says why). It listens on HTTP_PORT + 1, now ${port}: set HTTP_PORT to another value if that is taken.`,
    ]);
  }
  child.once('exit', onEnded);
  return {
    // safe: the first line is what local-discord/main.ts prints when it listens
    ...(JSON.parse(line) as { url: string; api: string; token: string }),
    clock: { now: () => new Date(state.frozenAt ?? systemClock.now().getTime() + state.offset) },
    serve: (cohort) => answer(child, { cohort, log }),
    async stop() {
      child.off('exit', onEnded);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Where there is no browser to open, the printed address has to do. */
export function openBrowser(url: string): void {
  const [command, args] = OPENERS[process.platform] ?? ['xdg-open', []];
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

/** For the terminal: what to do next. */
export function welcome({ url, health, dataDir }: { url: string; health: string; dataDir: string }): string {
  return `
Cohort is running in the playground: a small Discord on this machine, with the server "Study group"
and its members Ada (admin), Grace, Linus and Margaret. Open it in a browser:

  ${url}

or act from a second terminal:

  npm run say -- ada "/quiz"
  npm run say -- grace "press A"
  npm run say -- grace "/streak"
  npm run say -- --help

Health: ${health}    Data: ${dataDir}    Stop: Ctrl+C
`;
}

function makeDataFolder(dir: string): string {
  try {
    makeFolders(dir);
    return dir;
  } catch (error) {
    throw new ConfigError([`Cannot make the folder ${dir} (${String(error)}): set DATA_DIR to another one.`]);
  }
}

function startChild(port: number, dataDir: string): ChildProcess {
  const file = fileURLToPath(new URL('local-discord/main.ts', import.meta.url));
  // The page's TypeScript is stripped by a function of Node that still calls itself experimental, on every start.
  const quiet = '--disable-warning=ExperimentalWarning';
  const fast = fileURLToPath(new URL('fast-imports.cjs', import.meta.url));
  const args = [
    '--max-semi-space-size=4',
    '--require',
    fast,
    quiet,
    file,
    '--parent',
    '--port',
    String(port),
    '--data',
    dataDir,
  ];
  // A group of its own: Ctrl+C reaches the terminal's whole group, and the bot says goodbye before its Discord does.
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], detached: true });
}

function answer(
  child: ChildProcess,
  { cohort, log }: { cohort: Parameters<Playground['serve']>[0]; log: Logger },
): void {
  const answers: Record<string, () => Promise<object>> = {
    async milestones() {
      const at = await cohort.nextDailyPost();
      return { milestones: at ? [{ name: 'The next daily post', at: at.getTime() }] : [] };
    },
    async pause() {
      await cohort.pauseJobs();
      return {};
    },
    async settle() {
      await cohort.runAllJobs();
      return {};
    },
  };
  child.on('message', (message) => {
    const { kind = '', id } = readSaid(message);
    const answered = answers[kind]?.().then((said) => child.connected && child.send({ id, ...said }));
    answered?.catch((error: unknown) => log.warn({ err: error }, 'the playground was not answered'));
  });
}

function readSaid(message: unknown): Said {
  // safe: both sides of the channel are ours, and every field is checked or defaulted
  return message as Said;
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
