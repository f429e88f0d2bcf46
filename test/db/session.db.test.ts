// Whatever server, database and role are set to, a session means what our statements mean.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { ARRAYS } from '#db/types.ts';
import { createEmptyDatabase, silentLog, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

const name = () => sql.identifier(new URL(database.url).pathname.slice(1));

it.each([
  ["datestyle = 'German'"],
  ["datestyle = 'SQL, DMY'"],
  ["datestyle = 'Postgres, MDY'"],
  ["intervalstyle = 'iso_8601'"],
  ["timezone = 'Asia/Kolkata'"],
  ["default_transaction_isolation = 'serializable'"],
  ['bytea_output = escape'],
  ['extra_float_digits = -3'],
  ['array_nulls = off'],
  ['transform_null_equals = on'],
  ['standard_conforming_strings = off'],
  ["lock_timeout = '1ms'"],
  ["idle_session_timeout = '1ms'"],
])('a database with %s reads and writes as any other', async (setting) => {
  await database.db.execute(sql`alter database ${name()} set ${sql.raw(setting)}`);
  const db = connect({ url: database.url, log: silentLog, max: 1 });
  const at = new Date('2026-11-03T08:00:00.000Z');
  const [row] = await db.execute(sql`
    select ${at}::timestamptz as at, ${at}::timestamptz::date as date, interval '1 day 2 hours' as wait,
      (0.1::float8 + 0.2::float8) as sum, '\\x41'::bytea as bytes, 'a\\b' as text, null = null as unknown,
      '{null}'::text[] as nulls, current_setting('transaction_isolation') as isolation
  `);
  expect(row).toMatchObject({
    at: '2026-11-03 08:00:00+00',
    date: '2026-11-03',
    wait: '1 day 02:00:00',
    sum: 0.1 + 0.2,
    text: 'a\\b',
    unknown: null,
    nulls: [null],
    isolation: 'read committed',
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await db.execute(sql`select ${'2026-11-03'}::date::text as date`)).toEqual([{ date: '2026-11-03' }]);
  await db.end();
  await database.db.execute(sql`alter database ${name()} reset all`);
});

it('knows the number of every array type that it names', async () => {
  const rows = await database.db.execute<{ typname: string; typarray: number }>(
    sql`select typname, typarray::int from pg_type where typname = any(${sql.param(Object.keys(ARRAYS))}::text[])`,
  );
  expect(Object.fromEntries(rows.map(({ typname, typarray }) => [typname, typarray]))).toEqual(
    Object.fromEntries(Object.entries(ARRAYS).map(([name, { oid }]) => [name, oid])),
  );
});

it('takes and gives lists of every kind, whatever they hold', async () => {
  const texts = ['plain', 'a,b', '{}', '"', '\\', '', 'NULL', 'null', "it's", 'ü\n'];
  const [row] = await database.db.execute(sql`
    select ${sql.param(texts)}::text[] as texts, ${sql.param([1, -2])}::int[] as numbers,
      ${sql.param(['9007199254740993'])}::bigint[] as large, ${sql.param([])}::text[] as none,
      ${sql.param(['a', null])}::text[] as gaps,
      array['2026-11-03'::date] as dates, array['{"a": 1}'::jsonb] as objects, array[true, false] as flags
  `);
  expect(row).toEqual({
    texts,
    numbers: [1, -2],
    large: ['9007199254740993'],
    none: [],
    gaps: ['a', null],
    flags: [true, false],
    dates: ['2026-11-03'],
    objects: [{ a: 1 }],
  });
});
