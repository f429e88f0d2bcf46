// Brings the database's tables up to date, from any number of processes at once.
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Logger } from 'pino';
import { openSql } from './open.ts';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number will do, as long as nothing else in the database locks the same one. */
const LOCK = 7_264_001;

export type MigrateOptions = { url: string; log: Logger; folder?: string };

/**
 * Unguarded, all but one of six processes fail on the catalogue's unique indexes. A transaction holds the lock, not a
 * session: behind PgBouncer a session's lock stays with a connection that nobody can find again.
 */
export async function migrate({ url, log, folder = FOLDER }: MigrateOptions): Promise<void> {
  const onNotice = (notice: object) => log.debug({ notice }, 'migration');
  const sql = openSql(url, { max: 2, connectWithin: 10_000, onNotice });
  try {
    await sql.begin(async (gate) => {
      await gate`set local idle_in_transaction_session_timeout = 0`;
      await gate`set local statement_timeout = 0`;
      await gate`select pg_advisory_xact_lock(${LOCK})`;
      await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    });
    log.info('the database is up to date');
  } finally {
    await sql.end({ timeout: 5 });
  }
}
