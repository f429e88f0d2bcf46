// Brings a backup into a database that is empty: tables as they were then, rows, counted, in one transaction; and after
// that the migrations of later releases.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { Logger } from 'pino';
import type { TransactionSql } from 'postgres';
import { FOLDER, LOCK, migrate } from '../migrate.ts';
import { openSql } from '../open.ts';
import { readSchemaState } from '../schema-state.ts';
import { BackupError, copyTarget, type Header, quote, type Sequence, type Summary } from './format.ts';
import { readBackup } from './read.ts';
import { countRows, readTables } from './write.ts';

export type RestoreOptions = { url: string; migrationUrl?: string | undefined; file: string; log: Logger };

const CONNECT_WITHIN_MS = 10_000;

/** Throws a BackupError before anything was changed, wherever the file or the database is not fit for it. */
export async function restoreBackup({ url, migrationUrl, file, log }: RestoreOptions): Promise<Summary> {
  const { header, ...summary } = await readBackup(file);
  const migrations = migrationsUpTo(header, file);
  const sql = openSql(migrationUrl ?? url, { connectWithin: CONNECT_WITHIN_MS, onNotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      await tx`set local idle_in_transaction_session_timeout = 0`;
      // The one of migrations: a bot that starts meanwhile waits.
      await tx`select pg_advisory_xact_lock(${LOCK})`;
      await clearEmpty(tx);
      await makeTables(tx, migrations);
      await fillTables(tx, file);
      await setSequences(tx, summary.sequences);
      await compareCounts(tx, summary.counts);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
  await migrate({ url, migrationUrl, log });
  return summary;
}

function migrationsUpTo({ schema }: Header, file: string): MigrationMeta[] {
  const all = readMigrationFiles({ migrationsFolder: FOLDER });
  const upTo = all.filter(({ folderMillis }) => folderMillis <= schema);
  if (upTo.at(-1)?.folderMillis === schema) return upTo;
  throw new BackupError(`${file} is of a later release than this one: update Cohort, then restore it.`);
}

/** Refuses whatever holds something; tables that a start made and nobody filled go. */
async function clearEmpty(tx: TransactionSql): Promise<void> {
  const state = await readSchemaState(tx, FOLDER);
  const tables = (await readTables(tx)).map(({ table }) => table);
  if (state.kind === 'empty') {
    if (tables.length === 0) return;
    throw notEmpty(`the table ${tables[0]} and others, which are not Cohort's`);
  }
  const full = Object.entries(await countRows(tx, tables)).find(([, count]) => count > 0);
  if (full) throw notEmpty(`data already (${full[1]} rows in ${full[0]})`);
  for (const table of tables) await tx.unsafe(`drop table ${quote(table)} cascade`);
  await tx`drop table drizzle.__drizzle_migrations`;
}

function notEmpty(what: string): BackupError {
  return new BackupError(
    `This database holds ${what}: restore into an empty one, by another DATABASE_URL or DATA_DIR, or move this one away first.`,
  );
}

/** As drizzle's migrator makes them, which has no way to stop at one. */
async function makeTables(tx: TransactionSql, migrations: readonly MigrationMeta[]): Promise<void> {
  await tx`create schema if not exists drizzle`;
  await tx`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  for (const { sql, hash, folderMillis } of migrations) {
    for (const statement of sql) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
}

async function fillTables(tx: TransactionSql, file: string): Promise<void> {
  let rows: Writable | null = null;
  await readBackup(file, {
    async table(head) {
      rows = await tx.unsafe(`copy ${copyTarget(head)} from stdin`).writable();
    },
    async rows(bytes) {
      if (rows && !rows.write(bytes)) await once(rows, 'drain');
    },
    async tableEnd() {
      if (!rows) return;
      rows.end();
      await finished(rows);
    },
  });
}

async function setSequences(tx: TransactionSql, sequences: readonly Sequence[]): Promise<void> {
  for (const { table, column, last, isCalled } of sequences) {
    await tx`select setval(pg_get_serial_sequence(${quote(table)}, ${column}), ${last}::bigint, ${isCalled})`;
  }
}

async function compareCounts(tx: TransactionSql, wanted: Summary['counts']): Promise<void> {
  const counted = await countRows(tx, Object.keys(wanted));
  const wrong = Object.entries(wanted).find(([table, count]) => counted[table] !== count);
  if (!wrong) return;
  const [table, count] = wrong;
  throw new BackupError(`${table} has ${counted[table]} rows and not ${count}: nothing was restored.`);
}
