// One run of the server process: started, ready, ended.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { EmbeddedError } from './error.ts';
import { finish, type Runner } from './run.ts';

export type Settings = Record<string, string | number>;

export type ServerOptions = {
  postgres: string;
  cluster: string;
  port: number;
  settings: Settings;
  run: Runner;
  log: Logger;
  /** The server's process is there, and takes its time: somebody else's turn. */
  onSpawned?: (() => void) | undefined;
};

export type Server = {
  /** Settles when the process is gone, for whatever reason. */
  ended: Promise<unknown>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
  /** The same without waiting, for the last moment of our own process. */
  abandon(): void;
};

/** Recovery after a crash replays the log first, which takes its time. */
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 20_000;

export async function startServer({
  postgres,
  cluster,
  port,
  settings,
  run,
  log,
  onSpawned,
}: ServerOptions): Promise<Server> {
  const fixed: Settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
  };
  const flags = Object.entries({ ...settings, ...fixed }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = run(postgres, { cwd: cluster, args: ['-D', cluster, ...flags] });
  onSpawned?.();
  const ended = finish(child, (line) => log.debug({ postgres: line }, 'database server'));
  // The server must not keep our process alive: whoever forgets `stop` still ends, and `abandon` ends the server.
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  const early = await Promise.race([ended, untilReady(cluster, child)]);
  if (early) throw new EmbeddedError(`The embedded PostgreSQL did not start: ${early.said.trim()}`);
  return {
    ended,
    async stop() {
      child.ref();
      child.kill('SIGINT');
      const stopped = await Promise.race([ended, sleep(STOPPED_WITHIN, null, { ref: false })]);
      if (!stopped) child.kill('SIGQUIT');
      await ended;
    },
    abandon: () => child.kill('SIGINT'),
  };
}

/** A port that is free now. Should another program be quicker, the start fails and is tried with the next. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

/** The eighth line of the pid file says how far the server is (as pg_ctl reads it); its log may be in any language. */
async function untilReady(cluster: string, child: ChildProcess): Promise<null> {
  const until = performance.now() + READY_WITHIN;
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    const lines = readPidFile(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return null;
    await sleep(20);
  }
  throw new EmbeddedError(`The embedded PostgreSQL was not ready after ${READY_WITHIN / 1000} s.`);
}

function readPidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    // Not written yet.
    return [];
  }
}
