// Brings the database's tables up to date, from any number of processes at once.
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Logger } from 'pino';
import type { TransactionSql } from 'postgres';
import { readAddress } from './address.ts';
import { DatabaseError } from './failure.ts';
import { openSql } from './open.ts';

export const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number will do, as long as nothing else in the database locks the same one. */
export const LOCK = 7_264_001;

/** The major version of PostgreSQL. */
export const OLDEST = 15;

/** Milliseconds; a server that has just been started may need a moment. */
const CONNECT_WITHIN = 10_000;

export type MigrateOptions = { url: string; log: Logger; folder?: string };

/**
 * Unguarded, all but one of six processes fail on the catalogue's unique indexes. A transaction holds the lock, not a
 * session: behind PgBouncer a session's lock stays with a connection that nobody can find again.
 */
export async function migrate({ url, log, folder = FOLDER }: MigrateOptions): Promise<void> {
  const onNotice = (notice: object) => log.debug({ notice }, 'migration');
  const open = () => openSql(url, { connectWithin: CONNECT_WITHIN, onNotice });
  const gate = open();
  const work = open();
  try {
    await gate.begin(async (lock) => {
      await lookAtServer(lock, url, log);
      await lock`set local idle_in_transaction_session_timeout = 0`;
      await lock`set local statement_timeout = 0`;
      await lock`select pg_advisory_xact_lock(${LOCK})`;
      await applyMigrations(drizzle(work), { migrationsFolder: folder });
    });
    log.info('the database is up to date');
  } finally {
    await Promise.all([gate, work].map((sql) => sql.end({ timeout: 5 })));
  }
}

/** Refuses what is too old before a migration does, in words about syntax. */
async function lookAtServer(sql: TransactionSql, url: string, log: Logger): Promise<void> {
  const [server] = await sql<{ version: string; timeout: string; role: string }[]>`
    select current_setting('server_version') as version, current_setting('statement_timeout') as timeout,
      current_user as role
  `;
  const { version = '', timeout, role } = server ?? {};
  if (Number.parseInt(version, 10) < OLDEST) {
    throw new DatabaseError(
      `The server of DATABASE_URL is PostgreSQL ${version}: Cohort needs ${OLDEST} or later.`,
    );
  }
  if (readAddress(url).isPooled && timeout === '0') {
    log.warn(
      `behind the pooler nothing ends a slow statement: once run alter role "${role}" set statement_timeout = '1500ms'`,
    );
  }
}
