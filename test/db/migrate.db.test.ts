import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isUnavailable } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { administer, createEmptyDatabase, silentLog, type TestDatabase } from '../support/database.ts';

const PROGRAM = fileURLToPath(new URL('./migrate-program.ts', import.meta.url));

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(() => database.drop());

const applied = () =>
  administer(database.url, (sql) => sql`select hash from drizzle.__drizzle_migrations`).then(
    (rows) => rows.length,
  );

const released = async () => {
  const journal = JSON.parse(await readFile(resolve('migrations/meta/_journal.json'), 'utf8'));
  return journal.entries.length;
};

it('succeeds in six processes at once, and applies each migration once', async () => {
  const codes = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const program = spawn(process.execPath, [PROGRAM, database.url], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code] = await once(program, 'exit');
      return code;
    }),
  );
  expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await applied()).toBe(await released());
  expect(await released()).toBeGreaterThan(0);
});

it('changes nothing in a database that is up to date', async () => {
  await migrate({ url: database.url, log: silentLog });
  await migrate({ url: database.url, log: silentLog });
  expect(await applied()).toBe(await released());
});

it('leaves nothing of a migration that fails half way, and lets the corrected one through', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cohort-migrations-'));
  await mkdir(join(folder, 'meta'));
  const entries = [{ idx: 0, version: '7', when: 1, tag: '0000_first', breakpoints: true }];
  await writeFile(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  const file = join(folder, '0000_first.sql');
  await writeFile(
    file,
    'create table good (id int);\n--> statement-breakpoint\ncreate table bad (id nonsense);',
  );
  await expect(migrate({ url: database.url, log: silentLog, folder })).rejects.toThrow();
  expect(await applied()).toBe(0);
  await writeFile(file, 'create table good (id int);');
  await migrate({ url: database.url, log: silentLog, folder });
  expect(await applied()).toBe(1);
  await rm(folder, { recursive: true });
});

it('fails as an outage when there is no server', async () => {
  const url = 'postgres://cohort:secret@127.0.0.1:1/cohort';
  const error = await migrate({ url, log: silentLog }).catch((reason) => reason);
  expect(isUnavailable(error)).toBe(true);
});

it('by an owner, it leaves the bot a role that reads and writes rows and can change no table', async () => {
  const role = 'cohort_rows_test';
  await administer(database.adminUrl, (sql) =>
    sql.unsafe(`drop role if exists ${role}; create role ${role} login password 'own'`),
  );
  const bot = new URL(database.url);
  Object.assign(bot, { username: role, password: 'own' });
  const options = { url: bot.href, log: silentLog };
  await expect(migrate(options)).rejects.toThrow(/CREATE SCHEMA/);
  await migrate({ ...options, migrationUrl: database.url });
  // As a start without the owner, once nothing is to be made.
  await migrate(options);
  await administer(bot.href, async (sql) => {
    await sql`insert into outages (from_at, to_at, reason) values (now(), now(), 'test')`;
    await sql`update outages set reason = 'other'`;
    expect((await sql`delete from outages returning reason`)[0]?.reason).toBe('other');
    for (const forbidden of [
      'drop table answers',
      'alter table answers add column x int',
      'truncate answers',
      'create table x (id int)',
      'create schema x',
      'create index x on answers (post_id)',
      'insert into drizzle.__drizzle_migrations (hash, created_at) values (1, 1)',
    ])
      await expect(sql.unsafe(forbidden), forbidden).rejects.toThrow(/permission denied|must be owner/);
  });
  await administer(database.adminUrl, (sql) => sql.unsafe(`drop owned by ${role}; drop role ${role}`));
});
