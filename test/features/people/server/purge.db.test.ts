import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purgeLeftServers, serverJoined, serverLeft } from '#features/people/server/actions.ts';
import { tablesOfServers } from '#features/people/server/purge.store.ts';
import { ensureServer, readServer } from '#features/people/server/store.ts';
import { administer, createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

let test: TestDatabase;
let now = new Date('2026-11-23T08:00:00Z');
/** What Discord says of a server. */
let isInServer: (id: string) => boolean | null = () => false;
const channels = { isInServer: async (id: string) => isInServer(id), arrivalIn: () => null };
const deps = () => ({ db: test.db, content: libraryOf(makePack()), clock: { now: () => now }, channels });
const DAY = 24 * 3_600_000;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

/** Rows that belong to members or to the deployment, not to a server: a purge leaves them. */
const NOT_OF_A_SERVER = [
  // What processes share. Of servers the ids alone, of a shard's: one that is left goes with the next renewal.
  'fleet_processes',
  'login_turns',
  'request_turns',
  'prunings',
  'shard_leases',
  'question_doubts',
  'amendments',
  'absences',
  'card_decks',
  'cooldowns',
  'diagnose_exposures',
  'estimates',
  'heartbeats',
  'installation',
  'item_alarms',
  'learning',
  'lesson_progress',
  'member_growth',
  'member_questions',
  'members',
  'outages',
  'pauses',
  'question_difficulties',
  'question_versions',
  'real_results',
  'review_cards',
  'review_members',
  'stale',
  'streak_days',
  'streaks',
  'study_plans',
  'study_tasks',
];

/** A value of each type that a required column may have. */
const SAMPLES: Record<string, (row: string) => string> = {
  text: (row) => `'${row}'`,
  bigint: (row) => `abs(hashtext('${row}'))`,
  integer: () => '1',
  smallint: () => '1',
  boolean: () => 'true',
  date: () => "'2026-11-23'",
  'timestamp with time zone': () => "'2026-11-23T08:00:00Z'",
  ARRAY: () => "'{1}'",
  jsonb: () => "'{}'",
  'double precision': () => '1',
  real: () => '1',
};

/** Puts one row of a server into a table, whatever its other columns are. */
async function fill(table: string, serverId: string): Promise<void> {
  const columns = await test.db.execute<{ name: string; type: string }>(sql`
    select column_name as name, data_type as type from information_schema.columns
    where table_name = ${table} and table_schema = current_schema() and is_nullable = 'NO'
      and column_default is null and is_identity = 'NO' and column_name <> 'server_id'`);
  const values = columns.map(
    ({ name, type }) => SAMPLES[type]?.(`${serverId}-${table}-${name}`) ?? `'?${type}'`,
  );
  const names = ['server_id', ...columns.map(({ name }) => `"${name}"`)].join(', ');
  await test.db.execute(
    sql.raw(`insert into "${table}" (${names}) values (${[`'${serverId}'`, ...values].join(', ')})`),
  );
}

async function rowsOf(serverId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesOfServers(test.db)) {
    const [row] = await test.db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)} where server_id = ${serverId}`,
    );
    counts[table] = row?.n ?? 0;
  }
  return counts;
}

describe('a server that removed the bot', () => {
  it('is forgotten after 30 days, in every table that holds a server; others keep everything', async () => {
    const tables = await tablesOfServers(test.db);
    expect(tables).toEqual(
      expect.arrayContaining([
        'answers',
        'channel_questions',
        'daily_dates',
        'daily_schedules',
        'posts',
        'reports',
        'rounds',
        'scores',
        'server_changes',
      ]),
    );
    for (const id of ['gone', 'stays']) {
      await ensureServer(test.db, { id, exam: 'e', edition: 'c', zone: 'UTC', weekStart: 1, createdAt: now });
      for (const table of tables) await fill(table, id);
    }
    expect(Object.values(await rowsOf('gone')).every((count) => count === 1)).toBe(true);
    await serverLeft(deps(), { serverId: 'gone' });
    now = new Date(now.getTime() + 30 * DAY - 1000);
    expect(await purgeLeftServers(deps())).toBe(0);
    now = new Date(now.getTime() + 1000);
    expect(await purgeLeftServers(deps())).toBe(1);
    expect(Object.values(await rowsOf('gone')).every((count) => count === 0)).toBe(true);
    expect(await readServer(test.db, 'gone')).toBeNull();
    expect(Object.values(await rowsOf('stays')).every((count) => count === 1)).toBe(true);
    expect(await readServer(test.db, 'stays')).not.toBeNull();
  });

  it('keeps everything when it comes back in time', async () => {
    await ensureServer(test.db, {
      id: 'back',
      exam: 'e',
      edition: 'c',
      zone: 'UTC',
      weekStart: 1,
      createdAt: now,
    });
    await fill('server_changes', 'back');
    await serverLeft(deps(), { serverId: 'back' });
    await serverJoined(deps(), { serverId: 'back' });
    now = new Date(now.getTime() + 60 * DAY);
    expect(await purgeLeftServers(deps())).toBe(0);
    expect((await rowsOf('back')).server_changes).toBe(1);
  });

  it('asks Discord first: one that is there after all stays, and one it cannot tell of waits', async () => {
    for (const id of ['there', 'unsure']) {
      await ensureServer(test.db, { id, exam: 'e', edition: 'c', zone: 'UTC', weekStart: 1, createdAt: now });
      await serverLeft(deps(), { serverId: id });
    }
    now = new Date(now.getTime() + 31 * DAY);
    isInServer = (id) => (id === 'there' ? true : null);
    expect(await purgeLeftServers(deps())).toBe(0);
    isInServer = () => false;
    expect(await purgeLeftServers(deps())).toBe(1);
    expect(await readServer(test.db, 'there')).not.toBeNull();
    expect(await readServer(test.db, 'unsure')).toBeNull();
  });

  it('leaves more rows than one statement takes to the next ones', async () => {
    await ensureServer(test.db, {
      id: 'big',
      exam: 'e',
      edition: 'c',
      zone: 'UTC',
      weekStart: 1,
      createdAt: now,
    });
    await test.db.execute(sql`insert into server_changes (server_id, member_id, changed_at, setting)
      select 'big', 'm', now(), 's' from generate_series(1, 5000)`);
    await serverLeft(deps(), { serverId: 'big' });
    now = new Date(now.getTime() + 31 * DAY);
    await purgeLeftServers(deps());
    expect((await rowsOf('big')).server_changes).toBe(0);
  });
});

it('a server that cannot be deleted is told, and keeps none of the others from being forgotten', async () => {
  now = new Date('2026-11-23T08:00:00Z');
  const ids = ['first', 'stuck', 'last'];
  for (const id of ids) {
    await ensureServer(test.db, { id, exam: 'e', edition: 'c', zone: 'UTC', weekStart: 1, createdAt: now });
    await serverLeft(deps(), { serverId: id });
  }
  await administer(test.ownerUrl, async (own) => {
    await own`create table holds (held text references servers (id))`;
    await own`insert into holds values ('stuck')`;
  });
  now = new Date(now.getTime() + 31 * DAY);
  await expect(purgeLeftServers(deps())).rejects.toThrow('1 of 3 failed');
  await administer(test.ownerUrl, (own) => own`drop table holds`);
  const left = await Promise.all(ids.map((id) => readServer(test.db, id)));
  expect(left.map((server) => server?.id ?? null)).toEqual([null, 'stuck', null]);
});

it('every table either says which server its rows belong to, or is known to hold none of a server', async () => {
  const rows = await test.db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`);
  const known = [...(await tablesOfServers(test.db)), ...NOT_OF_A_SERVER, 'servers'];
  expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});
