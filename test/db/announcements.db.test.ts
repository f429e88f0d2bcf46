// Announcements of other processes: heard at once, over lost connections, on one connection, until it is stopped.
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hearAnnouncements, type Listening } from '#db/announcements.ts';
import { createEmptyDatabase, silentLog, type TestDatabase } from '../support/database.ts';
import { startFailingLine } from '../support/failing-line.ts';

const CHANNEL = 'cohort_test';
let database: TestDatabase;
const undo: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const announce = (channel = CHANNEL) => database.db.execute(sql`select pg_notify(${channel}, '')`);
const listeners = async () => {
  const [row] = await database.db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and query ilike 'listen %'`);
  return row?.count ?? 0;
};

function hear(url = database.url, work: () => Promise<unknown> = async () => undefined) {
  let times = 0;
  const heard = () => {
    times += 1;
    return work();
  };
  const listening: Listening = hearAnnouncements({ url, log: silentLog, channel: CHANNEL, heard });
  undo.push(() => listening.stop());
  return { times: () => times, stop: () => listening.stop() };
}

describe('announcements', () => {
  it('are heard at once, and only those of the channel', async () => {
    const one = hear();
    await expect.poll(one.times).toBe(1);
    await announce();
    await expect.poll(one.times, { timeout: 1_000 }).toBe(2);
    await announce('cohort_other');
    await announce();
    await expect.poll(one.times, { timeout: 1_000 }).toBe(3);
    expect(await listeners()).toBe(1);
  });

  it('are those of transactions that are done', async () => {
    const one = hear();
    await expect.poll(one.times).toBe(1);
    const failed = database.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_notify(${CHANNEL}, '')`);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(one.times()).toBe(1);
  });

  it('that come while one is looked up are looked up once more, together', async () => {
    const gate = Promise.withResolvers<void>();
    const one = hear(database.url, () => gate.promise);
    await expect.poll(one.times).toBe(1);
    for (let index = 0; index < 5; index += 1) await announce();
    await new Promise((resolve) => setTimeout(resolve, 100));
    gate.resolve();
    await expect.poll(one.times).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(one.times()).toBe(2);
  });

  it('are heard again after a look-up that failed', async () => {
    const one = hear(database.url, () => Promise.reject(new Error('the database is away')));
    await expect.poll(one.times).toBe(1);
    await announce();
    await expect.poll(one.times).toBe(2);
  });

  it('are heard again once a lost connection is back, with what was missed meanwhile', async () => {
    const line = await startFailingLine(database.url);
    undo.push(() => line.stop());
    const one = hear(line.url);
    await expect.poll(one.times).toBe(1);
    let refused = 2;
    line.plan(() => (refused-- > 0 ? { at: -1, how: 'cut' } : null));
    await database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`);
    await announce();
    await expect.poll(one.times, { timeout: 5_000 }).toBe(2);
    expect(line.connections()).toBe(4);
    await announce();
    await expect.poll(one.times).toBe(3);
    expect(await listeners()).toBe(1);
  });

  it('are not listened to behind PgBouncer in transaction mode, whose connections are nobody’s own', async () => {
    const one = hear(`${database.url}?prepare=false`);
    await announce();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([one.times(), await listeners()]).toEqual([0, 0]);
  });

  it('end with the process: stopped, nothing is listening and nothing comes again', async () => {
    const one = hear();
    await expect.poll(one.times).toBe(1);
    await one.stop();
    await expect.poll(listeners).toBe(0);
    const gone = hear('postgres://nobody@127.0.0.1:1/nowhere');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await gone.stop();
    expect(gone.times()).toBe(0);
  });
});
