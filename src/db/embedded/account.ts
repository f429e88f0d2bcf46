// Under which account PostgreSQL runs. It refuses to run as root, so root lends it an unprivileged one.
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedError } from './error.ts';

export type Account = { name: string; uid: number; gid: number };

/**
 * Null when we are an ordinary user and PostgreSQL simply runs as us. For root: the owner of what is there already
 * (`paths`, first match), else `postgres`, else `nobody`.
 */
export function chooseAccount(paths: string[]): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts();
  const owners = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.uid).filter((uid) => uid);
  const account =
    accounts.find(({ uid }) => uid === owners[0]) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody');
  if (account) return account;
  throw new EmbeddedError(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as: start Cohort as an ordinary user, or set DATABASE_URL.',
  );
}

/** The first folder on the way to `path` that the account may not enter, by its plain permissions; or null. */
export function findClosedFolder(path: string, account: Account): string | null {
  const parent = dirname(path);
  if (parent === path) return null;
  return findClosedFolder(parent, account) ?? (mayEnter(parent, account) ? null : parent);
}

function mayEnter(folder: string, { uid, gid }: Account): boolean {
  const stats = statSync(folder);
  if (stats.uid === uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}

/** initdb insists on an account that has a name. */
function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
}
