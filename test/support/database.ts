// Databases for tests, on a real PostgreSQL: a clone of a migrated template per file, or a server of one's own.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { inject } from 'vitest';
import { connect, type Database } from '#db/connect.ts';
import { clusterPath } from '#db/embedded/cluster.ts';
import { processesIn } from '#db/embedded/processes.ts';
import { type Embedded, startEmbedded } from '#db/embedded.ts';
import { silentLog, TEST_SETTINGS } from './settings.ts';

export { silentLog } from './settings.ts';

export type TestDatabase = {
  db: Database;
  /** As the bot has it: of a role that reads and writes rows and nothing else. Of the owner where there are no tables yet. */
  url: string;
  /** Of who makes and changes tables. */
  ownerUrl: string;
  /** Of who may make databases and roles. */
  adminUrl: string;
  drop(): Promise<void>;
};

/** A database with all migrations applied and no rows, for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template, url } = databaseServer();
  return createDatabase(template, url);
}

/** A database without any tables. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0', databaseServer().ownerUrl);
}

async function createDatabase(template: string, address: string): Promise<TestDatabase> {
  const server = databaseServer();
  const name = `cohort_test_${randomBytes(6).toString('hex')}`;
  const owner = new URL(server.ownerUrl).username;
  await administer(
    server.adminUrl,
    (sql) => sql`create database ${sql(name)} template ${sql(template)} owner ${sql(owner)}`,
  );
  const url = withDatabase(address, name);
  const db = connect({ url, log: silentLog, max: 5 });
  const drop = async () => {
    await db.end();
    await administer(server.adminUrl, (sql) => sql`drop database ${sql(name)} with (force)`);
  };
  const ownerUrl = withDatabase(server.ownerUrl, name);
  return { db, url, ownerUrl, adminUrl: withDatabase(server.adminUrl, name), drop };
}

function databaseServer() {
  const server = inject('databaseServer');
  if (!server) throw new Error('No database server in this run: only *.db.test.ts and test/e2e/ get one.');
  return server;
}

export type PrivateServer = {
  /** The owner's. Stays the same over stop and start. */
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** SIGKILL to the main process. Cohort starts it again by itself, as in production. */
  kill(): void;
  /** Every process stops in its tracks, connections stay open and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
};

/** An empty server (no migrations) that the test may treat as badly as it likes. */
export async function startPrivateServer(): Promise<PrivateServer> {
  const dir = await makeFolder();
  let server: Embedded | null = await startEmbedded({ dir, log: silentLog, settings: TEST_SETTINGS });
  const { migrationUrl: url } = server;
  const signal = (name: NodeJS.Signals, pids: number[]) => {
    for (const pid of pids) process.kill(pid, name);
  };
  const all = () => processesIn(clusterPath(dir));
  const stop = async () => {
    await server?.stop();
    server = null;
  };
  return {
    url,
    stop,
    async start() {
      server ??= await startEmbedded({
        dir,
        log: silentLog,
        settings: TEST_SETTINGS,
        port: Number(new URL(url).port),
      });
    },
    // The main process is the oldest of its processes.
    kill: () => signal('SIGKILL', [Math.min(...all())]),
    freeze: () => signal('SIGSTOP', all()),
    thaw: () => signal('SIGCONT', all()),
    async remove() {
      await stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export const FOLDER_PREFIX = 'cohort-test-';

/** A data folder that PostgreSQL's account can enter, also when the tests run as root. */
export async function makeFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), FOLDER_PREFIX));
  await chmod(dir, 0o755);
  return dir;
}

export async function administer<T>(url: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
