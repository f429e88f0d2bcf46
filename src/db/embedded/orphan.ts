// A server that outlived the process that started it. Runs only under the folder's lock, so whoever is found here
// belongs to a Cohort that is dead.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { EmbeddedError } from './error.ts';
import { processesIn } from './processes.ts';

/** Leaves the cluster without processes and without a pid file that could mislead the next server. */
export async function stopOrphans(cluster: string, log: Logger): Promise<void> {
  if (!existsSync(cluster)) return;
  const pidFile = join(cluster, 'postmaster.pid');
  const main = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : 0;
  if (processesIn(cluster).includes(main)) {
    log.warn({ pid: main }, 'stopping the database server that a killed Cohort left behind');
    // Fast shutdown first; SIGQUIT is the immediate one, after which the next start recovers from the log.
    if (!(await end(cluster, { pid: main, signal: 'SIGINT', patience: 8000 }))) {
      await end(cluster, { pid: main, signal: 'SIGQUIT', patience: 3000 });
    }
  }
  // Its children end by themselves when the main process is gone. One that does not must not meet a new server.
  await waitUntilEmpty(cluster, 3000);
  await endProcesses(cluster);
  // Its number may belong to a stranger by now, for whom PostgreSQL would refuse to start.
  rmSync(pidFile, { force: true });
}

/** Kills whatever works in the folder and waits until it is gone. */
export async function endProcesses(folder: string): Promise<void> {
  for (const pid of processesIn(folder)) kill(pid, 'SIGKILL');
  if (!(await waitUntilEmpty(folder, 3000))) {
    throw new EmbeddedError(
      `Processes ${processesIn(folder)} in ${folder} cannot be ended: end them, then start again.`,
    );
  }
}

type Ending = { pid: number; signal: NodeJS.Signals; patience: number };

async function end(cluster: string, { pid, signal, patience }: Ending): Promise<boolean> {
  kill(pid, signal);
  return waitUntilEmpty(cluster, patience);
}

async function waitUntilEmpty(cluster: string, patience: number): Promise<boolean> {
  const until = performance.now() + patience;
  while (processesIn(cluster).length > 0) {
    if (performance.now() > until) return false;
    await sleep(50);
  }
  return true;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
}
