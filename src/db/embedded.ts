// PostgreSQL from npm, run by Cohort itself in its data folder, for whoever has no database server.
// Loopback only, password in the data folder, stopped with us; what a killed run left behind is put in order first.
import type { Logger } from 'pino';
import { chooseAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import { clusterPath, findRunning, makeFolder, openCluster, serverPath } from './embedded/cluster.ts';
import { keepRunning } from './embedded/keep.ts';
import { lockFolder } from './embedded/lock.ts';
import { stopOrphans } from './embedded/orphan.ts';
import { findPassage } from './embedded/passage.ts';
import { type Access, openAccess } from './embedded/roles.ts';
import { createRunner } from './embedded/run.ts';
import type { Settings } from './embedded/server.ts';
import { TUNING } from './embedded/tuning.ts';

export { EmbeddedError } from './embedded/error.ts';

export type EmbeddedOptions = {
  dir: string;
  log: Logger;
  /** Server settings instead of ours. */
  settings?: Settings;
  /** A free one when left out. */
  port?: number;
  /** Told when the server's process has been started. */
  onSpawned?: () => void;
};

export type Embedded = Access & { stop(): Promise<void> };

/** Throws an EmbeddedError, whose message is one line that says what to do, when it cannot run here. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log, port, settings = {}, onSpawned } = options;
  const binaries = findBinaries();
  const account = chooseAccount([clusterPath(options.dir), options.dir, process.cwd()]);
  const dir = makeFolder(options.dir, account);
  const unlock = lockFolder(dir, account);
  try {
    await stopOrphans(clusterPath(dir), log);
    const passage = account ? findPassage({ account, program: binaries.initdb, dir: serverPath(dir) }) : [];
    const run = createRunner(account, passage);
    const cluster = await openCluster({ dir, initdb: binaries.initdb, run, account });
    const server = await keepRunning({
      postgres: binaries.postgres,
      cluster: cluster.path,
      port,
      settings: { ...TUNING, ...settings },
      run,
      log,
      onSpawned,
    });
    const access = await openAccess({ port: server.port, password: cluster.password, log }).catch((error) =>
      server.stop().then(() => Promise.reject(error)),
    );
    log.info({ dir, port: server.port }, 'the embedded database is running');
    return { ...access, stop: () => server.stop().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** For who only asks something: the server that a Cohort runs on this folder now, else one of its own. */
export async function reachEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const running = findRunning(options.dir);
  if (!running) return startEmbedded(options);
  const access = await openAccess({ ...running, log: options.log });
  return { ...access, stop: async () => undefined };
}
