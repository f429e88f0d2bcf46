// A database whose line fails at any moment of any connection. An error that nobody awaited would end the process; here
// vitest fails the run for it.
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, isUnavailable } from '#db/connect.ts';
import { createEmptyDatabase, silentLog, type TestDatabase } from '../support/database.ts';
import { type FailingLine, type Fault, startFailingLine } from '../support/failing-line.ts';

const ANSWER_WITHIN = 500;
const WAYS = ['cut', 'end', 'silence', 'fatal'] as const;

let database: TestDatabase;
let line: FailingLine;
const open: Database[] = [];

beforeAll(async () => {
  database = await createEmptyDatabase();
  await database.db.execute(sql`create table things (id serial primary key, tags text[])`);
});
afterAll(() => database.drop());
afterEach(async () => {
  await Promise.all(open.splice(0).map((db) => db.end()));
  await line.stop();
});

const start = async (options = '') => {
  line = await startFailingLine(database.url);
  const db = connect({
    url: `${line.url}${options}`,
    log: silentLog,
    max: 4,
    answerWithin: ANSWER_WITHIN,
  });
  open.push(db);
  return db;
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

describe.each(WAYS)('a line that ends in %s', (how) => {
  it.each([
    ['', 'statement', statement],
    ['', 'transaction', transaction],
    ['?prepare=false', 'statement', statement],
  ] as const)(
    'at any message of a connection%s fails that %s as an outage, and the next works',
    async (options, _, work) => {
      const db = await start(options);
      for (let at = -1; at < 40; at += how === 'silence' ? 6 : 1) {
        const faults: (Fault | null)[] = [{ at, how }];
        line.plan(() => faults.shift() ?? null);
        const first = await outcome(work(db));
        if (first === null && faults.length === 0) break;
        expect(await outcome(work(db)), `after message ${at}`).toBeNull();
        // Every round with a new connection, whose messages are counted from the start.
        await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
      }
    },
  );
});

it('survives any order of lost, silent and refused connections under load', async () => {
  const db = await start();
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  line.plan(() => (random(3) ? { at: random(60) - 1, how: WAYS[random(4)] ?? 'cut' } : null));
  const until = performance.now() + 2500;
  const outcomes: unknown[] = [];
  const work = async (_: unknown, index: number) => {
    while (performance.now() < until)
      outcomes.push(await outcome(index % 2 ? statement(db) : transaction(db)));
  };
  await Promise.all(Array.from({ length: 12 }, work));
  expect(outcomes.filter((error) => error !== null).length).toBeGreaterThan(10);
  expect(outcomes.filter((error) => error === null).length).toBeGreaterThan(10);
  line.plan(() => null);
  expect(await outcome(statement(db))).toBeNull();
});

it('gives up only the connection that is silent: statements underway on others are answered', async () => {
  const db = await start();
  await outcome(statement(db));
  // Behind PgBouncer no server sets a limit, so a slow statement looks like silence.
  const slow = connect({ url: `${line.url}?prepare=false`, log: silentLog, max: 4, answerWithin: 800 });
  open.push(slow);
  const sleeping = outcome(slow.execute(sql`select pg_sleep(3)`));
  await new Promise((resolve) => setTimeout(resolve, 400));
  const others = Array.from({ length: 3 }, () => outcome(slow.execute(sql`select pg_sleep(0.5)`)));
  expect(await Promise.all(others)).toEqual([null, null, null]);
  expect(await sleeping).not.toBeNull();
});

it('does not storm a server that takes every connection and hangs up at once', async () => {
  const db = await start();
  line.plan(() => ({ at: -1, how: 'end' }));
  await outcome(statement(db));
  expect(line.connections()).toBeLessThan(5);
});
