// How a database's tables stand to this code: by the migrations that were applied to it, and those that we have.
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Sql, TransactionSql } from 'postgres';

export type SchemaState =
  | { kind: 'empty' }
  | { kind: 'current'; version: number }
  /** Of an earlier release: so many migrations are missing. */
  | { kind: 'older'; version: number; missing: number }
  /** Of a later release. */
  | { kind: 'newer'; version: number };

export async function readSchemaState(sql: Sql | TransactionSql, folder: string): Promise<SchemaState> {
  const known = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return { kind: 'empty' };
  const [newest] = await sql<{ version: string | null }[]>`
    select max(created_at)::text as version from drizzle.__drizzle_migrations
  `;
  return compareSchema(newest?.version ? Number(newest.version) : null, known);
}

/** A version is the instant at which the newest migration was made, as drizzle-kit counts. */
function compareSchema(version: number | null, known: readonly number[]): SchemaState {
  if (version === null) return { kind: 'empty' };
  if (version > Math.max(...known)) return { kind: 'newer', version };
  const missing = known.filter((each) => each > version).length;
  return missing === 0 ? { kind: 'current', version } : { kind: 'older', version, missing };
}
