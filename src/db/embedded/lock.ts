// One Cohort per data folder. SQLite holds a file lock for us, which Node cannot do by itself: the kernel drops
// it when the process dies, however it dies, so there are no stale locks and no guessing about reused process ids.
import { chownSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Account } from './account.ts';
import { EmbeddedError } from './error.ts';

const SQLITE_BUSY = 5;

/** Returns the function that gives the folder back. Throws an EmbeddedError while another process has it. */
export function lockFolder(dir: string, account: Account | null): () => void {
  // Only for the message below: the lock itself does not say who holds it.
  const holder = join(dir, 'lock.pid');
  const file = join(dir, 'lock');
  try {
    const lock = new DatabaseSync(file);
    lock.exec('pragma journal_mode = memory; begin exclusive');
    writeFileSync(holder, String(process.pid));
    // Made by root, they would keep the account's owner out when he starts Cohort himself.
    if (account) for (const path of [file, holder]) chownSync(path, account.uid, account.gid);
    return () => lock.close();
  } catch (error) {
    if (isBusy(error)) {
      throw new EmbeddedError(
        `Another Cohort (process ${readFileSync(holder, 'utf8')}) is using ${dir}: stop it, or set DATA_DIR to another folder.`,
      );
    }
    throw new EmbeddedError(
      `Cannot write in ${dir} (${String(error)}): make it writable, or set DATA_DIR to another folder.`,
    );
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
