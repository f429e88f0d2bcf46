// Creates the data directory and the password that goes with it, both or neither.
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError } from './error.ts';
import { finish, type Runner } from './run.ts';

export const DATABASE_USER = 'cohort';
const MAJOR_VERSION = '18';
const UNFINISHED = 'initdb-';

export type Cluster = { path: string; password: string };
export type ClusterOptions = { dir: string; initdb: string; run: Runner; account: Account | null };

/** Where the data directory of a data folder lies. */
export function clusterPath(dir: string): string {
  return join(dir, 'server', 'cluster');
}

/** Opens the cluster of a data folder; makes it when there is none. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { dir } = options;
  const path = clusterPath(dir);
  for (const name of readdirSync(dir).filter((entry) => entry.startsWith(UNFINISHED))) {
    rmSync(join(dir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (!existsSync(path)) await createCluster(options);
  const version = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new EmbeddedError(
      `${path} was written by PostgreSQL ${version}, this is ${MAJOR_VERSION}: restore a backup into a new DATA_DIR (see README), or set DATABASE_URL.`,
    );
  }
  return { path, password: readFileSync(join(dir, 'server', 'password'), 'utf8').trim() };
}

/** Works beside the final place and renames at the end, so that a killed initdb leaves nothing that looks whole. */
async function createCluster({ dir, initdb, run, account }: ClusterOptions): Promise<void> {
  const unfinished = mkdtempSync(join(dir, UNFINISHED));
  const password = join(unfinished, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) for (const path of [unfinished, password]) chownSync(path, account.uid, account.gid);
  const { code, said } = await finish(
    run(initdb, [
      `--pgdata=${join(unfinished, 'cluster')}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      // Built into PostgreSQL: the same order everywhere, whatever locales the machine has.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]),
  );
  if (code !== 0)
    throw new EmbeddedError(`The embedded PostgreSQL could not create its data in ${dir}: ${said.trim()}`);
  renameSync(unfinished, join(dir, 'server'));
}

/** Makes the data folder; one that is new belongs to the account and lets it pass, whatever the umask. */
export function makeFolder(dir: string, account: Account | null): void {
  const made = mkdirSync(dir, { recursive: true, mode: 0o755 });
  if (made && account) chownSync(dir, account.uid, account.gid);
}
