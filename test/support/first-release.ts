// A database as the first release left it, with the rows that its own bot made (test/fixtures/first-release.sql).
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { createEmptyDatabase, silentLog, type TestDatabase } from './database.ts';

const root = join(import.meta.dirname, '../..');

/** Not migrated yet. */
export async function createFirstRelease(): Promise<TestDatabase> {
  const test = await createEmptyDatabase();
  const folder = await onlyTheFirst();
  await migrate({ url: test.url, log: silentLog, folder });
  await rm(folder, { recursive: true });
  const fixture = await readFile(join(root, 'test/fixtures/first-release.sql'), 'utf8');
  const statements = fixture.split(/;\n/).filter((statement) => statement.trim() !== '');
  for (const statement of statements) await test.db.execute(sql.raw(statement));
  return test;
}

async function onlyTheFirst(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cohort-first-'));
  await mkdir(join(folder, 'meta'));
  await cp(join(root, 'migrations/0000_initial.sql'), join(folder, '0000_initial.sql'));
  const journal = JSON.parse(await readFile(join(root, 'migrations/meta/_journal.json'), 'utf8'));
  const first = { ...journal, entries: journal.entries.slice(0, 1) };
  await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify(first));
  return folder;
}

export async function tablesOf(db: Db): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  return tables.map(({ name }) => name);
}

/** How many rows each table has. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await tablesOf(db)) {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(name)}`,
    );
    counts[name] = row?.n ?? 0;
  }
  return counts;
}
