// A database whose line fails at any moment of any connection. An error that nobody awaited would end the process; here
// vitest fails the run for it.
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, isUnavailable } from '#db/connect.ts';
import { openSql } from '#db/open.ts';
import { createPool } from '#db/pool.ts';
import { createEmptyDatabase, silentLog, type TestDatabase } from '../support/database.ts';
import { type Fault, startFailingLine } from '../support/failing-line.ts';

// Long enough for a busy machine: the shorter the limit, the more often it is met without a fault.
const ANSWER_WITHIN = 2000;
const WAYS = ['cut', 'end', 'silence', 'fatal'] as const;

let database: TestDatabase;
const undo: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createEmptyDatabase();
  await database.db.execute(sql`create table things (id serial primary key, tags text[])`);
});
afterAll(() => database.drop());
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const start = async ({ options = '', max = 4 } = {}) => {
  const line = await startFailingLine(database.url);
  undo.push(() => line.stop());
  const db = connect({ url: `${line.url}${options}`, log: silentLog, max, answerWithin: ANSWER_WITHIN });
  undo.push(() => db.end());
  return { line, db };
};

const statement = (db: Database) => db.execute(sql`insert into things (tags) values (${sql.param(['a'])})`);
const transaction = (db: Database) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select ${1}::int`);
    await tx.transaction((inner) =>
      inner.execute(sql`insert into things (tags) values (${sql.param(['b'])})`),
    );
  });

/** Null for what succeeded; else it has to be an outage, told in time. */
const outcome = async (work: Promise<unknown>) => {
  const from = performance.now();
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  expect(performance.now() - from).toBeLessThan(ANSWER_WITHIN * 4);
  if (error !== null) expect(isUnavailable(error), String(error.cause ?? error)).toBe(true);
  return error;
};

/** At once, as a rule; on a machine that is busy with other tests a new connection may be too late as well. */
const recover = (work: () => Promise<unknown>) =>
  expect.poll(() => outcome(work()), { timeout: 3 * ANSWER_WITHIN }).toBeNull();

describe.each(WAYS)('a line that ends in %s', (how) => {
  it.each([
    ['', 'statement', statement],
    ['', 'transaction', transaction],
    ['?prepare=false', 'statement', statement],
  ] as const)(
    'at any message of a connection%s fails that %s as an outage, and the next works',
    async (options, _, work) => {
      const round = async (at: number) => {
        const { line, db } = await start({ options, max: 1 });
        const faults: (Fault | null)[] = [{ at, how }];
        line.plan(() => faults.shift() ?? null);
        expect(await outcome(work(db)), `after message ${at}`).not.toBeNull();
        await recover(() => work(db));
      };
      const unharmed = await start({ options, max: 1 });
      await recover(() => work(unharmed.db));
      const moments = Array.from({ length: unharmed.line.messages() + 1 }, (_, index) => index - 1);
      expect(moments.length).toBeGreaterThan(20);
      // Who waits for silence to end takes nothing away from others; whoever is refused begins anew at once.
      const atOnce = how === 'silence' ? 30 : 8;
      for (let from = 0; from < moments.length; from += atOnce) {
        await Promise.all(moments.slice(from, from + atOnce).map(round));
      }
    },
  );
});

it('survives any order of lost, silent and refused connections under load', async () => {
  const { line, db } = await start();
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  line.plan(() => (random(3) ? { at: random(60) - 1, how: WAYS[random(4)] ?? 'cut' } : null));
  const until = performance.now() + 4000;
  const outcomes: unknown[] = [];
  const work = async (_: unknown, index: number) => {
    while (performance.now() < until)
      outcomes.push(await outcome(index % 2 ? statement(db) : transaction(db)));
  };
  await Promise.all(Array.from({ length: 12 }, work));
  expect(outcomes.filter((error) => error !== null).length).toBeGreaterThan(5);
  expect(outcomes.filter((error) => error === null).length).toBeGreaterThan(5);
  line.plan(() => null);
  await recover(() => statement(db));
});

it('gives up only the connection that is silent: statements underway on others are answered', async () => {
  // Behind PgBouncer no server sets a limit, so a slow statement looks like silence.
  const { db } = await start({ options: '?prepare=false' });
  const sleeping = outcome(db.execute(sql`select pg_sleep(4)`));
  await new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN / 2));
  const others = Array.from({ length: 3 }, () => outcome(db.execute(sql`select pg_sleep(1.1)`)));
  expect(await Promise.all(others)).toEqual([null, null, null]);
  expect(await sleeping).not.toBeNull();
});

it('does not storm a server that takes every connection and hangs up at once', async () => {
  const { line, db } = await start();
  line.plan(() => ({ at: -1, how: 'end' }));
  await outcome(statement(db));
  expect(line.connections()).toBeLessThan(5);
});

it.each([
  ['renews connections that have lasted', 20],
  ['keeps those that have not', 3_600_000],
])('%s, while none is missing and none is left over', async (_, renewAfter) => {
  const max = 3;
  const open = (onClose: () => void) =>
    openSql(database.url, { connectWithin: ANSWER_WITHIN, onNotice: () => undefined, onClose });
  const limits = { max, answerWithin: ANSWER_WITHIN, silentFor: ANSWER_WITHIN };
  const pool = createPool({ ...limits, open, renewAfter, log: silentLog });
  undo.push(() => pool.end());
  const pids: unknown[] = [];
  const work = async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const [row] = await pool.statement((db) => db`select pg_backend_pid() as pid, pg_sleep(0.005)`);
      pids.push(row?.pid);
    }
  };
  await Promise.all(Array.from({ length: max }, work));
  const served = new Set(pids);
  expect(pids).toHaveLength(40 * max);
  expect(served.size > max).toBe(renewAfter === 20);
  const left = sql`select count(*)::int as count from pg_stat_activity
    where pid = any(${sql.param([...served])}::int[])`;
  const count = async () => (await database.db.execute<{ count: number }>(left))[0]?.count;
  await expect.poll(count, { timeout: 2_000 }).toBeLessThanOrEqual(max);
});

it('leaves the age of connections to the pool: what only listens is never ended for it', () => {
  expect(
    openSql(database.url, { connectWithin: 1, onNotice: () => undefined }).options.max_lifetime,
  ).toBeNull();
});
