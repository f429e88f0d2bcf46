// What was kept comes back whole, or not at all.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackup } from '#db/backup/read.ts';
import { restoreBackup } from '#db/backup/restore.ts';
import { writeBackup } from '#db/backup/write.ts';
import { connect, type Db } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { until } from '../support/cohort.ts';
import {
  administer,
  createEmptyDatabase,
  createTestDatabase,
  silentLog,
  type TestDatabase,
  withDatabase,
} from '../support/database.ts';
import { countRows, createFirstRelease, tablesOf } from '../support/first-release.ts';

const root = join(import.meta.dirname, '../..');
const ROWS = 40;
/** Where writers put one row each in one transaction, so that a backup between the two would be seen. */
const PAIR = ['server_changes', 'outages'] as const;

let folder: string;
let source: TestDatabase;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cohort-backup-'));
  source = await createTestDatabase();
  for (const table of await tablesOf(source.db)) await fill(source.db, table);
  file = join(folder, 'whole.backup');
  await writeBackup({ url: source.url, file, now: new Date('2026-11-27T00:00:00Z') });
});
afterAll(async () => {
  await source?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows that nothing but a faithful copy survives: breaks, tabs, backslashes, the end of COPY itself, other scripts. */
async function fill(db: Db, table: string): Promise<void> {
  const columns = await db.execute<{ name: string; type: string; identity: boolean }>(sql`
    select column_name as name, udt_name as type, is_identity = 'YES' as identity from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`);
  const values = columns.filter(({ identity }) => !identity).map(({ name, type }) => [name, sampleOf(type)]);
  const names = values.map(([name]) => `"${name}"`).join(', ');
  await db.execute(
    sql.raw(`insert into "${table}" (${names})
    select ${values.map(([, value]) => value).join(', ')} from generate_series(1, ${ROWS}) n on conflict do nothing`),
  );
}

function sampleOf(type: string): string {
  const values: Record<string, string> = {
    text: String.raw`E'\\.\n\\N\t"ä題😀\r\n' || n`,
    int2: 'n',
    int4: 'n',
    int8: 'n',
    float4: 'n / 3.0',
    float8: 'n / 7.0',
    numeric: 'n / 7.0',
    bool: 'n % 2 = 0',
    date: "date '2026-01-01' + n",
    timestamptz: "timestamptz '2026-01-01 00:00:00.123456Z' + n * interval '1 minute'",
    jsonb: String.raw`jsonb_build_object('a', n, 'b', E'\\.\n')`,
    bytea: "decode('000a5c2e', 'hex')",
    uuid: 'gen_random_uuid()',
    _text: String.raw`array[E'a,"b"\n\\.', n::text]`,
    _int2: 'array[n]::int2[]',
    _int4: 'array[n]',
    _float4: 'array[n / 3.0]::float4[]',
    _float8: 'array[n / 3.0]::float8[]',
    _bool: 'array[n % 2 = 0]',
    _date: "array[date '2026-01-01' + n]",
  };
  const value = values[type];
  if (!value) throw new Error(`no value for ${type}`);
  return value;
}

/** Of each table: how many rows, and a checksum of all their texts, whatever their order. */
async function printsOf(db: Db): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of await tablesOf(db)) {
    const [row] = await db.execute<{ print: string }>(
      sql`select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from ${sql.identifier(table)} t`,
    );
    prints[table] = row?.print ?? '';
  }
  return prints;
}

const restored = async (from: string, check: (db: TestDatabase) => Promise<void>) => {
  const target = await createEmptyDatabase();
  try {
    await restoreBackup({ url: target.url, file: from, log: silentLog });
    await check(target);
  } finally {
    await target.drop();
  }
};

const refusal = async (from: string, target: TestDatabase) =>
  restoreBackup({ url: target.url, migrationUrl: target.ownerUrl, file: from, log: silentLog }).then(
    () => 'restored',
    (error: Error) => (error.name === 'BackupError' ? error.message : Promise.reject(error)),
  );

describe('a backup', () => {
  it('has every table, filled, and brings each back as it was, with the numbers that come next', async () => {
    const prints = await printsOf(source.db);
    expect(Object.keys(prints).length).toBeGreaterThan(40);
    expect(Object.entries(prints).filter(([, print]) => print.startsWith('0 '))).toEqual([]);
    await restored(file, async (target) => {
      expect(await printsOf(target.db)).toEqual(prints);
      const nextOf = async (db: Db) =>
        (await db.execute(sql`select nextval(pg_get_serial_sequence('posts', 'id')) as next`))[0]?.next;
      expect(await nextOf(target.db)).toBe(await nextOf(source.db));
      await migrate({ url: target.url, log: silentLog });
    });
  });

  it('is one instant, while others write', async () => {
    let isWriting = true;
    let written = 0;
    const writers = Array.from({ length: 3 }, async () => {
      while (isWriting) {
        await source.db.transaction(async (tx) => {
          for (const table of PAIR) await fillOne(tx, table);
        });
        written += 1;
      }
    });
    await until(() => written > 5);
    const before = written;
    const busy = join(folder, 'busy.backup');
    const { counts } = await writeBackup({ url: source.url, file: busy, now: new Date() });
    expect(written).toBeGreaterThan(before);
    isWriting = false;
    await Promise.all(writers);
    const [first, second] = PAIR;
    expect(counts[first]).toBeGreaterThan(ROWS);
    await restored(busy, async ({ db }) => {
      const rows = await countRows(db);
      expect(rows).toEqual(counts);
      expect((rows[first] ?? 0) - ROWS).toBe((rows[second] ?? 0) - ROWS);
    });
  });

  it('goes on after a large table, however far behind its reader was at the end of it', async () => {
    const large = await createTestDatabase();
    await administer(large.url, async (own) => {
      await own`insert into server_changes (server_id, member_id, changed_at, setting)
        select '1', '2', now(), repeat('x', 1000) from generate_series(1, 20000)`;
    });
    for (let round = 0; round < 6; round += 1) {
      const { counts } = await writeBackup({
        url: large.url,
        file: join(folder, 'large.backup'),
        now: new Date(),
      });
      expect(counts.server_changes).toBe(20_000);
    }
    await large.drop();
  });

  it('of the first release is brought up to today', async () => {
    const first = await createFirstRelease();
    const old = join(folder, 'first.backup');
    const { counts } = await writeBackup({ url: first.url, file: old, now: new Date() });
    await migrate({ url: first.url, log: silentLog });
    await restored(old, async ({ db }) => {
      expect(await printsOf(db)).toEqual(await printsOf(first.db));
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
    });
    await first.drop();
  });

  it('has its name only once it is whole, is for its owner alone, and sweeps what killed runs left', async () => {
    const dir = mkdtempSync(join(folder, 'kept-'));
    const kept = join(dir, 'a.backup');
    writeFileSync(`${kept}.unfinished-1234`, 'x');
    await writeBackup({ url: source.url, file: kept, now: new Date() });
    expect(readdirSync(dir)).toEqual(['a.backup']);
    expect(statSync(kept).mode & 0o077).toBe(0);
    const empty = await createEmptyDatabase();
    await expect(writeBackup({ url: empty.url, file: join(dir, 'b'), now: new Date() })).rejects.toThrow(
      'no tables of Cohort yet',
    );
    await empty.drop();
    expect(readdirSync(dir)).toEqual(['a.backup']);
  });
});

async function fillOne(tx: Db, table: string): Promise<void> {
  const filled =
    table === 'server_changes'
      ? sql`insert into server_changes (server_id, member_id, changed_at, setting) values ('1', '2', now(), 'zone')`
      : sql`insert into outages (from_at, to_at, reason) values (now(), now(), 'x')`;
  await tx.execute(filled);
}

describe('a file that is not whole', () => {
  let target: TestDatabase;
  beforeAll(async () => {
    target = await createEmptyDatabase();
  });
  afterAll(() => target.drop());

  it('is refused wherever it was cut off', async () => {
    const bytes = readFileSync(file);
    const cut = join(folder, 'cut.backup');
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(await refusal(cut, target)).toMatch(/cut\.backup is (cut off: copy it anew|damaged)/);
    }
    // Cut where compression does not notice.
    const text = gunzipSync(bytes);
    for (const share of [0.3, 0.7, 0.999]) {
      writeFileSync(cut, gzipSync(text.subarray(0, Math.floor(text.length * share))));
      expect(await refusal(cut, target)).toMatch(/is cut off/);
    }
    expect(await tablesOf(target.db)).toEqual([]);
  });

  it('is refused wherever it was changed', async () => {
    const text = gunzipSync(readFileSync(file));
    const changed = join(folder, 'changed.backup');
    for (const share of [0.05, 0.4, 0.8]) {
      const other = Buffer.from(text);
      const at = other.indexOf('2026-', Math.floor(other.length * share));
      other.write('2025-', at);
      writeFileSync(changed, gzipSync(other));
      expect(await refusal(changed, target)).toMatch(/is damaged, or no backup of npm run backup/);
    }
    const bytes = Buffer.from(readFileSync(file));
    bytes[Math.floor(bytes.length / 2)]! ^= 0x55;
    writeFileSync(changed, bytes);
    expect(await refusal(changed, target)).toMatch(/is damaged/);
    writeFileSync(changed, gzipSync(Buffer.concat([text, text])));
    expect(await refusal(changed, target)).toMatch(/is damaged/);
  });

  it('is refused when it is something else, of a later release, or not there', async () => {
    const other = join(folder, 'other.backup');
    copyFileSync(join(root, 'package.json'), other);
    expect(await refusal(other, target)).toMatch(/is damaged, or no backup/);
    writeFileSync(other, '');
    expect(await refusal(other, target)).toMatch(/is cut off/);
    writeFileSync(other, gzipSync('{"hello":1}\n'));
    expect(await refusal(other, target)).toMatch(/no backup/);
    writeFileSync(other, gzipSync('{"format":"cohort-backup","version":2,"schema":1}\n'));
    expect(await refusal(other, target)).toMatch(/of a later release: update Cohort/);
    expect(await refusal(join(folder, 'nowhere'), target)).toMatch(/cannot be read \(ENOENT\)/);
    expect(await refusal(folder, target)).toMatch(/cannot be read \(EISDIR\)/);
  });
});

describe('a restore', () => {
  it('by the owner, as in the embedded server, leaves the bot its rows to read and write', async () => {
    const target = await createEmptyDatabase();
    const url = withDatabase(source.url, new URL(target.url).pathname.slice(1));
    const { counts } = await restoreBackup({ url, migrationUrl: target.ownerUrl, file, log: silentLog });
    const bot = connect({ url, log: silentLog, max: 1 });
    expect(await countRows(bot)).toEqual(counts);
    await bot.execute(sql`insert into outages (from_at, to_at, reason) values (now(), now(), 'test')`);
    await bot.end();
    await target.drop();
  });

  it('refuses a database that holds something, and takes one whose tables are empty', async () => {
    expect(await refusal(file, source)).toMatch(
      /^This database holds data already \(\d+ rows in \w+\): restore into an empty one/,
    );
    const foreign = await createEmptyDatabase();
    await administer(foreign.url, (own) => own`create table of_others (id int)`);
    expect(await refusal(file, foreign)).toMatch(
      /holds the table of_others and others, which are not Cohort's/,
    );
    await foreign.drop();
    const visited = await createTestDatabase();
    expect(await refusal(file, visited)).toBe('restored');
    expect(await refusal(file, visited)).toMatch(/holds data already/);
    await visited.drop();
  });

  it('that is killed half way leaves nothing, and may be begun again', async () => {
    const target = await createEmptyDatabase();
    const program = `
      import { restoreBackup } from '#db/backup/restore.ts';
      const log = { info() {}, debug() {}, warn() {} };
      await restoreBackup({ url: process.argv[1], file: process.argv[2], log });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, target.url, file], {
      cwd: root,
    });
    // Seen from outside by its lock alone: it holds one on every table that it has made.
    const locks = async () =>
      (
        await target.db.execute(sql`select count(*)::int as n from pg_locks where mode = 'AccessExclusiveLock'
        and database = (select oid from pg_database where datname = current_database())`)
      )[0]?.n as number;
    await until(async () => (await locks()) > 60);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(async () => (await locks()) === 0);
    await sleep(50);
    expect(await tablesOf(target.db)).toEqual([]);
    expect(await refusal(file, target)).toBe('restored');
    expect(await countRows(target.db)).toEqual((await readBackup(file)).counts);
    expect(existsSync(file)).toBe(true);
    await target.drop();
  });
});
