// Creates the data directory and the password that goes with it, both or neither.
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError } from './error.ts';
import { makeFolders } from './folder.ts';
import { endProcesses } from './orphan.ts';
import { finish, type Runner } from './run.ts';

/** The superuser. */
export const SUPERUSER = 'cohort';
const MAJOR_VERSION = '18';
const UNFINISHED = 'initdb-';

export type Cluster = { path: string; password: string };
export type ClusterOptions = { dir: string; initdb: string; run: Runner; account: Account | null };

/** What belongs to the server's account; beside it, in the data folder, lies only the lock. */
export function serverPath(dir: string): string {
  return join(dir, 'server');
}

/** PostgreSQL's data directory. */
export function clusterPath(dir: string): string {
  return join(serverPath(dir), 'cluster');
}

/** Opens the cluster of a data folder; makes it when there is none. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { dir, account } = options;
  const path = clusterPath(dir);
  refuseForeign(serverPath(dir), account);
  await clearUnfinished(dir);
  if (!existsSync(path)) await createCluster(options);
  const version = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new EmbeddedError(
      `${path} was written by PostgreSQL ${version}, this is ${MAJOR_VERSION}: restore a backup into a new DATA_DIR (see README), or set DATABASE_URL.`,
    );
  }
  return { path, password: readFileSync(passwordPath(dir), 'utf8').trim() };
}

function passwordPath(dir: string): string {
  return join(serverPath(dir), 'password');
}

/** The file with the superuser's password; null before the first start. */
export function findClusterPassword(dir: string): string | null {
  return existsSync(passwordPath(dir)) ? passwordPath(dir) : null;
}

/** Where the cluster's server listens, as PostgreSQL notes it in the data directory; null while none runs. */
export function findRunning(dir: string): { port: number; password: string } | null {
  const pidFile = join(clusterPath(dir), 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n').map(Number);
  if (!pid || !port || !isAlive(pid)) return null;
  return { port, password: readFileSync(passwordPath(dir), 'utf8').trim() };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A killed Cohort's initdb may still be at it, which would fill the folder that we delete. */
async function clearUnfinished(dir: string): Promise<void> {
  for (const name of readdirSync(dir).filter((entry) => entry.startsWith(UNFINISHED))) {
    const unfinished = join(dir, name);
    await endProcesses(unfinished);
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Data of another user would fail much later, with PostgreSQL's words about ownership. */
function refuseForeign(folder: string, account: Account | null): void {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  const own = account?.uid ?? process.getuid?.();
  if (owner === undefined || owner === own) return;
  throw new EmbeddedError(
    `${folder} belongs to another user (uid ${owner}), who started Cohort here before: start it as that user, or set DATA_DIR to another folder.`,
  );
}

/** Works beside the final place and renames at the end, so that a killed initdb leaves nothing that looks whole. */
async function createCluster({ dir, initdb, run, account }: ClusterOptions): Promise<void> {
  const unfinished = mkdtempSync(join(dir, UNFINISHED));
  const password = join(unfinished, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) for (const path of [unfinished, password]) chownSync(path, account.uid, account.gid);
  const { code, said } = await finish(
    run(initdb, {
      cwd: unfinished,
      args: [
        `--pgdata=${join(unfinished, 'cluster')}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${password}`,
        '--auth=scram-sha-256',
        // Built into PostgreSQL: the same order everywhere, whatever locales the machine has.
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
    }),
  );
  if (code !== 0)
    throw new EmbeddedError(`The embedded PostgreSQL could not create its data in ${dir}: ${said.trim()}`);
  renameSync(unfinished, serverPath(dir));
}

/** Makes the data folder and returns its real path. What is new belongs to the account. */
export function makeFolder(dir: string, account: Account | null): string {
  try {
    const made = makeFolders(dir);
    if (made && account) for (const path of [made, dir]) chownSync(path, account.uid, account.gid);
    return realpathSync(dir);
  } catch (error) {
    throw new EmbeddedError(`Cannot make the folder ${dir} (${String(error)}): set DATA_DIR to another one.`);
  }
}
