// Starts what every test run shares: one PostgreSQL server with a migrated template database, if any test needs it.

import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { clusterPath } from '#db/embedded/cluster.ts';
import { lockFolder } from '#db/embedded/lock.ts';
import { stopOrphans } from '#db/embedded/orphan.ts';
import { EmbeddedError, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { administer, FOLDER_PREFIX, makeFolder, withDatabase } from './database.ts';
import { silentLog, TEST_SETTINGS } from './settings.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: { url: string; ownerUrl: string; adminUrl: string; template: string } | null;
  }
}

/** All addresses are the same where the server is somebody else's. */
type Server = { url: string; ownerUrl: string; adminUrl: string; name: string; stop(): Promise<void> };

const IMAGE = 'postgres:18-alpine';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!needsDatabase(project)) {
    project.provide('databaseServer', null);
    return async () => undefined;
  }
  const server = await startServer();
  process.stdout.write(`Database tests use ${server.name}.\n`);
  const template = `cohort_template_${Date.now()}`;
  const owner = new URL(server.ownerUrl).username;
  await administer(server.adminUrl, (sql) => sql`create database ${sql(template)} owner ${sql(owner)}`);
  const { url, ownerUrl, adminUrl } = server;
  await migrate({
    url: withDatabase(url, template),
    migrationUrl: withDatabase(ownerUrl, template),
    log: silentLog,
  });
  project.provide('databaseServer', { url, ownerUrl, adminUrl, template });
  return async () => {
    await administer(server.adminUrl, (sql) => sql`drop database ${sql(template)}`);
    await server.stop();
  };
}

/** Asks which files this run will execute: a run of pure tests should not wait for a server. */
function needsDatabase({ vitest }: TestProject): boolean {
  const files = vitest.state.getPaths();
  return files.some((file) => /\.db\.test\.ts$|\/test\/e2e\//.test(file));
}

async function startServer(): Promise<Server> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return foreign(url, 'the server of TEST_DATABASE_URL', async () => undefined);
  if (await dockerAnswers()) {
    try {
      return await startContainer();
    } catch (error) {
      const [reason] = String(error).split('\n');
      process.stdout.write(`Docker answers, but a container did not start (${reason}).\n`);
    }
  }
  return startOwn();
}

async function startContainer(): Promise<Server> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const flags = Object.entries(TEST_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const password = randomBytes(12).toString('hex');
  const container = await new GenericContainer(IMAGE)
    .withEnvironment({ POSTGRES_USER: 'cohort', POSTGRES_DB: 'cohort', POSTGRES_PASSWORD: password })
    .withCommand(['postgres', ...flags])
    .withExposedPorts(5432)
    // The image starts the server once to set it up and then for good: only the second time it listens on a port.
    .withWaitStrategy(Wait.forListeningPorts())
    .withStartupTimeout(60_000)
    .start();
  const stop = async () => {
    await container.stop();
  };
  const url = `postgres://cohort:${password}@${container.getHost()}:${container.getMappedPort(5432)}/cohort`;
  return foreign(url, `a container of ${IMAGE}`, stop);
}

function foreign(url: string, name: string, stop: () => Promise<void>): Server {
  return { url, ownerUrl: url, adminUrl: url, name, stop };
}

/** A run that was killed could not stop its server; one that still lives holds its folder's lock. */
async function sweepAbandoned(): Promise<void> {
  const long = Date.now() - 10 * 60_000;
  for (const name of await readdir(tmpdir())) {
    const dir = join(tmpdir(), name);
    // Another run may be sweeping too.
    const changed = statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? long;
    if (!name.startsWith(FOLDER_PREFIX) || changed >= long) continue;
    try {
      const unlock = lockFolder(dir, null);
      await stopOrphans(clusterPath(dir), silentLog);
      unlock();
      await rm(dir, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof EmbeddedError)) throw error;
    }
  }
}

async function startOwn(): Promise<Server> {
  await sweepAbandoned();
  const dir = await makeFolder();
  const server = await startEmbedded({ dir, log: silentLog, settings: TEST_SETTINGS });
  const stop = async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
  const { url, migrationUrl: ownerUrl, superuserUrl: adminUrl } = server;
  return { url, ownerUrl, adminUrl, name: 'the embedded PostgreSQL from npm', stop };
}

/** Testcontainers itself takes many seconds to find out that there is no engine. */
async function dockerAnswers(): Promise<boolean> {
  const host = new URL(process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock');
  const where =
    host.protocol === 'unix:'
      ? { socketPath: host.pathname }
      : { host: host.hostname, port: Number(host.port || 2375) };
  return new Promise((resolve) => {
    const ping = request({ ...where, path: '/_ping', timeout: 1000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy());
    ping.once('error', () => resolve(false));
    ping.once('close', () => resolve(false));
    ping.end();
  });
}
