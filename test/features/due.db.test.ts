// What idle jobs are looked for by: one statement, which says of each whether there is something for it.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLook } from '#db/due.ts';
import { features } from '#features/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { emptyTables } from '../support/rows.ts';

const NOW = new Date('2026-11-27T10:00:00Z');
const BEFORE = '2026-11-27T09:00:00Z';
const AFTER = '2026-11-27T11:00:00Z';
const parts = new Map(features.flatMap(({ due = {} }) => Object.entries(due)));
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

const look = () => createLook(test.db, parts).ask([...parts.keys()], NOW);

type Row = Record<string, string | number | boolean | string[]>;
type Rows = Record<string, Row>;

const WHERE = { server_id: '1', channel_id: '2', home_channel_id: '2' };
const SERVER: Rows = { servers: { id: '1' } };
const REVIEWED: Rows = { ...SERVER, review_channels: { server_id: '1', channel_id: '2' } };
const POST = { id: 1, kind: 'daily', ...WHERE, created_at: BEFORE };
const DATED = { ...POST, local_date: '2026-11-24' };
const SUGGESTED: Rows = {
  ...REVIEWED,
  own_packs: { id: 1, server_id: '1' },
  own_questions: { pack_id: 1, id: 'q', server_id: '1', status: 'suggested', version: 1 },
};
const CARD = { pack_id: 1, question_id: 'q', server_id: '1', channel_id: '2', made_at: BEFORE, tries: 0 };

/** What makes a job's work, and what keeps it from being work. */
const WORK: Record<string, { due: Rows; but: Rows }[]> = {
  'send-posts': [
    { due: { posts: { ...POST, status: 'pending' } }, but: { posts: { lease_until: AFTER } } },
    { due: { posts: { ...POST, status: 'pending' } }, but: { posts: { retry_at: AFTER } } },
  ],
  'close-posts': [
    {
      due: { posts: { ...POST, status: 'open', closes_at: BEFORE } },
      but: { posts: { closes_at: AFTER } },
    },
  ],
  'say-outcomes': [{ due: { afterwords: { due_at: BEFORE } }, but: { afterwords: { settled_at: BEFORE } } }],
  'post-daily': [
    {
      due: { daily_schedules: { status: 'active', next_at: BEFORE } },
      but: { daily_schedules: { next_at: AFTER } },
    },
  ],
  'daily-recaps': [
    {
      due: { posts: { ...DATED, status: 'closed' }, daily_dates: { post_id: 1 } },
      but: { daily_dates: { recap_lease_until: AFTER } },
    },
    {
      due: { posts: { ...DATED, status: 'dropped' }, daily_dates: { post_id: 1 } },
      but: { posts: { status: 'open' } },
    },
    {
      due: { posts: { ...DATED, status: 'closed' }, daily_dates: { post_id: 1 } },
      but: { posts: { recap_settled: true } },
    },
  ],
  'replace-retired': [
    { due: { sittings: {} }, but: { sittings: { submitted_at: BEFORE, recorded_at: BEFORE } } },
  ],
  'record-exams': [
    { due: { sittings: { submitted_at: BEFORE } }, but: { sittings: { recorded_at: BEFORE } } },
  ],
  'record-diagnoses': [
    { due: { diagnoses: { picks: ['a'], recorded: 0 } }, but: { diagnoses: { recorded: 1 } } },
  ],
  hello: [{ due: { servers: { id: '1', greet_at: BEFORE } }, but: { servers: { greet_at: AFTER } } }],
  'regrade-answers': [
    { due: { regrades: { state: 'running' } }, but: { regrades: { state: 'done' } } },
    { due: { regrades: { state: 'noting' } }, but: { regrades: { lease_until: AFTER } } },
  ],
  'ticket-cards': [
    {
      due: { ...REVIEWED, tickets: { server_id: '1', status: 'open' } },
      but: { tickets: { posted_at: BEFORE, card_channel: '2', card_message: '3', card_status: 'open' } },
    },
    { due: { tickets: { status: 'open' } }, but: { tickets: { card_lease_until: AFTER } } },
    {
      due: { tickets: { status: 'fixed', card_channel: '2', card_message: '3', card_status: 'open' } },
      but: { tickets: { card_status: 'fixed' } },
    },
  ],
  'suggestion-cards': [
    { due: SUGGESTED, but: { own_questions: { status: 'published' } } },
    { due: { ...SUGGESTED, suggestion_cards: CARD }, but: { suggestion_cards: { lease_until: AFTER } } },
    {
      due: {
        ...SUGGESTED,
        suggestion_cards: { ...CARD, message_id: '3', shown: 'suggested/0' },
      },
      but: { suggestion_cards: { shown: 'suggested/1' } },
    },
  ],
  'rebuild-stale': [{ due: { stale: {} }, but: { stale: { lease_until: AFTER } } }],
};

it('is asked by every job that often looks for work, under its own name', () => {
  for (const { jobs = [], due = {} } of features)
    expect(jobs.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(due)));
  const often = features.flatMap(({ jobs = [] }) =>
    jobs.filter(({ schedule }) => /^[^ ]*[/]/.test(schedule)),
  );
  // An exam's deadlines are moved by what passed since they were last looked at.
  expect(often.map(({ name }) => name).filter((name) => !parts.has(name))).toEqual(['exam-deadlines']);
  expect([...parts.keys()].toSorted()).toEqual(Object.keys(WORK).toSorted());
});

it('finds nothing in a database without work', async () => {
  expect(await look()).toEqual(new Set());
});

const cases = Object.entries(WORK).flatMap(([name, all]) => all.map((each) => ({ name, ...each })));
it.each(cases)('finds work for $name, and none that is not to be done yet', async ({ name, due, but }) => {
  for (const [table, row] of Object.entries(due)) await insert(table, row);
  expect(await look()).toEqual(new Set([name]));
  expect(await createLook(test.db, parts).ask([], NOW)).toEqual(new Set());
  for (const [table, row] of Object.entries(but)) await change(table, row);
  expect([...(await look())]).not.toContain(name);
});

/** What a row must have besides is anything. */
async function insert(table: string, row: Row): Promise<void> {
  const columns = await test.db.execute<{ name: string; type: string }>(sql`
    select column_name as name, data_type as type from information_schema.columns
    where table_name = ${table} and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`);
  const all = { ...Object.fromEntries(columns.map(({ name, type }) => [name, anyOf(type)])), ...row };
  await test.db.execute(sql`
    insert into ${sql.identifier(table)} (${sql.join(
      Object.keys(all).map((name) => sql.identifier(name)),
      sql`, `,
    )})
    overriding system value
    select ${sql.join(
      Object.keys(all).map((name) => sql.identifier(name)),
      sql`, `,
    )}
    from jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(all)}::jsonb)`);
}

async function change(table: string, row: Row): Promise<void> {
  const sets = Object.entries(row).map(([name, value]) => sql`${sql.identifier(name)} = ${value}`);
  await test.db.execute(sql`update ${sql.identifier(table)} set ${sql.join(sets, sql`, `)}`);
}

function anyOf(type: string): Row[string] {
  if (type === 'boolean') return false;
  if (type === 'ARRAY') return [];
  if (type.startsWith('timestamp')) return BEFORE;
  if (type === 'date') return BEFORE.slice(0, 10);
  return type.includes('int') || type === 'double precision' ? 0 : '0';
}
