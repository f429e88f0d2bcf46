// Brings the database's tables up to date, from any number of processes at once.
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Logger } from 'pino';
import type { Sql, TransactionSql } from 'postgres';
import { readAddress } from './address.ts';
import { DatabaseError } from './failure.ts';
import { openSql } from './open.ts';
import { readSchemaState } from './schema-state.ts';

export const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number will do, as long as nothing else in the database locks the same one. */
export const LOCK = 7_264_001;

/** The major version of PostgreSQL. */
export const OLDEST = 15;

/** Milliseconds; a server that has just been started may need a moment. */
const CONNECT_WITHIN = 10_000;

export type MigrateOptions = {
  url: string;
  /** Of the role that owns the tables, where that is another one: it lets the one of `url` read and write them. */
  migrationUrl?: string | undefined;
  log: Logger;
  folder?: string;
};

/**
 * Unguarded, all but one of six processes fail on the catalogue's unique indexes. A transaction holds the lock, not a
 * session: behind PgBouncer a session's lock stays with a connection that nobody can find again.
 */
export async function migrate({ url, migrationUrl, log, folder = FOLDER }: MigrateOptions): Promise<void> {
  const onNotice = (notice: object) => log.debug({ notice }, 'migration');
  const open = (address = migrationUrl ?? url) =>
    openSql(address, { connectWithin: CONNECT_WITHIN, onNotice });
  const gate = open();
  const work = open();
  try {
    await gate.begin(async (lock) => {
      await lookAtServer(lock, url, log);
      await lock`set local idle_in_transaction_session_timeout = 0`;
      await lock`set local statement_timeout = 0`;
      await lock`select pg_advisory_xact_lock(${LOCK})`;
      // A role that owns nothing may not even ask for what is there already to be made.
      const { kind } = await readSchemaState(lock, folder);
      if (kind === 'empty' || kind === 'older')
        await applyMigrations(drizzle(work), { migrationsFolder: folder });
      if (migrationUrl) await letIn(lock, await roleOf(open(url)));
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

async function roleOf(sql: Sql): Promise<string> {
  try {
    const [row] = await sql<{ role: string }[]>`select current_user as role`;
    return row?.role ?? '';
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** To read and write rows, and to see what was migrated: nothing that makes, changes or drops a table. */
async function letIn(owner: TransactionSql, role: string): Promise<void> {
  const [own] = await owner<{ schema: string }[]>`select quote_ident(current_schema()) as schema`;
  const to = `"${role.replaceAll('"', '""')}"`;
  await owner.unsafe(`grant usage on schema ${own?.schema}, drizzle to ${to}`);
  await owner.unsafe(`grant select, insert, update, delete on all tables in schema ${own?.schema} to ${to}`);
  await owner.unsafe(`grant usage, select on all sequences in schema ${own?.schema} to ${to}`);
  await owner.unsafe(`grant select on all tables in schema drizzle to ${to}`);
}
