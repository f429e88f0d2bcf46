import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, isUnavailable, isUniqueViolation } from '#db/connect.ts';
import {
  createEmptyDatabase,
  type PrivateServer,
  silentLog,
  startPrivateServer,
  type TestDatabase,
} from '../support/database.ts';

describe('a database that answers', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    await database.db.execute(sql`create table things (id int primary key, at timestamptz, tags text[])`);
  });
  afterAll(() => database.drop());

  it('takes dates and lists as parameters', async () => {
    const at = new Date('2026-03-29T01:30:00.000Z');
    await database.db.execute(sql`insert into things values (1, ${at}, ${sql.param(['a', 'b'])})`);
    const rows = await database.db.execute(
      sql`select at = ${at.toISOString()} as same, tags from things where id = 1`,
    );
    expect(rows[0]).toEqual({ same: true, tags: ['a', 'b'] });
  });

  it('tells a unique violation from an outage', async () => {
    await database.db.execute(sql`insert into things (id) values (7)`);
    const again = database.db.execute(sql`insert into things (id) values (7)`);
    const error = await again.catch((reason) => reason);
    expect([isUniqueViolation(error), isUnavailable(error)]).toEqual([true, false]);
  });

  it('rolls a failed transaction back, and the part of a nested one', async () => {
    const { db } = database;
    const failing = db.transaction(async (tx) => {
      await tx.execute(sql`insert into things (id) values (20)`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into things (id) values (21)`);
      await tx
        .transaction((inner) => inner.execute(sql`insert into things (id) values (21)`))
        .catch(() => undefined);
    });
    const rows = await db.execute(sql`select id from things where id in (20, 21)`);
    expect([...rows]).toEqual([{ id: 21 }]);
  });

  it('answers five times as many callers as it has connections', async () => {
    const rows = await Promise.all(
      Array.from({ length: 25 }, (_, i) => database.db.execute(sql`select ${i}::int as i, pg_sleep(0.02)`)),
    );
    expect(rows.map(([row]) => row?.i)).toEqual(Array.from({ length: 25 }, (_, i) => i));
  });

  it('stops a statement that takes too long, and says unavailable', async () => {
    const db = connect({ url: database.url, log: silentLog, answerWithin: 2_000 });
    // The server is to stop it, and not the wait for a connection.
    await db.execute(sql`select 1`);
    const error = await db.execute(sql`select pg_sleep(10)`).catch((reason) => reason);
    expect(isUnavailable(error)).toBe(true);
    expect(error.cause.code).toBe('57014');
    await db.end();
  });

  it('gives up waiting for a connection in time, and does not send the statement later', async () => {
    const db = connect({ url: database.url, log: silentLog, max: 1, answerWithin: 1_000 });
    const hold = db.transaction(async (tx) => {
      for (let i = 0; i < 7; i++) await tx.execute(sql`select pg_sleep(0.25)`);
    });
    const late = await db.execute(sql`insert into things (id) values (30)`).catch((reason) => reason);
    expect(isUnavailable(late)).toBe(true);
    await hold;
    expect(await db.execute(sql`select id from things where id = 30`)).toHaveLength(0);
    await db.end();
  });
});

describe('a database that goes away', () => {
  let server: PrivateServer;
  const open: ReturnType<typeof connect>[] = [];
  const connectTo = (url: string) => {
    const db = connect({ url, log: silentLog });
    open.push(db);
    return db;
  };
  beforeAll(async () => {
    server = await startPrivateServer();
  });
  afterEach(async () => {
    server.thaw();
    await server.start();
    await Promise.all(open.splice(0).map((db) => db.end()));
  });
  afterAll(() => server.remove());

  const timed = async (work: PromiseLike<unknown>) => {
    const from = performance.now();
    const error = await Promise.resolve(work).then(
      () => null,
      (reason) => reason,
    );
    return { unavailable: isUnavailable(error), failed: error !== null, ms: performance.now() - from };
  };

  it('fails at once while the server is stopped, and works at once when it is back', async () => {
    const db = connectTo(server.url);
    await db.execute(sql`select 1`);
    await server.stop();
    for (let attempt = 0; attempt < 12; attempt++) {
      const refused = await timed(db.execute(sql`select 1`));
      expect(refused.unavailable).toBe(true);
      expect(refused.ms).toBeLessThan(2700);
    }
    await server.start();
    const back = await timed(db.execute(sql`select 1`));
    expect(back.failed).toBe(false);
  });

  it('fails statements underway when the server is killed, and works again once it has recovered', async () => {
    const db = connectTo(server.url);
    await db.execute(sql`select 1`);
    const underway = Promise.all([
      timed(db.execute(sql`select pg_sleep(1.2)`)),
      timed(db.transaction((tx) => tx.execute(sql`select pg_sleep(1.2)`))),
    ]);
    setTimeout(() => server.kill(), 200);
    for (const { unavailable, ms } of await underway) {
      expect(unavailable).toBe(true);
      expect(ms).toBeLessThan(2700);
    }
    await expect
      .poll(() => timed(db.execute(sql`select 1`)), { timeout: 15_000 })
      .toMatchObject({ failed: false });
  });

  it("survives the loss of a transaction's connection, in a statement, between two, and in a nested one", async () => {
    const db = connectTo(server.url);
    const admin = connectTo(server.url);
    await db.execute(sql`create table if not exists marks (id int)`);
    const end = (pid: unknown) => admin.execute(sql`select pg_terminate_backend(${pid}::int)`);
    const pidOf = async (tx: Pick<typeof db, 'execute'>) =>
      (await tx.execute(sql`select pg_backend_pid() as pid`))[0]?.pid;
    for (let round = 0; round < 10; round++) {
      const losses = await Promise.all([
        timed(
          db.transaction(async (tx) =>
            Promise.all([pidOf(tx).then(end), tx.execute(sql`select pg_sleep(1)`)]),
          ),
        ),
        timed(
          db.transaction(async (tx) => {
            await end(await pidOf(tx));
            await new Promise((resolve) => setTimeout(resolve, 20));
            await tx.execute(sql`insert into marks values (1)`);
          }),
        ),
        timed(
          db.transaction((tx) =>
            tx.transaction(async (inner) => {
              await end(await pidOf(inner));
              await inner.execute(sql`insert into marks values (2)`);
            }),
          ),
        ),
      ]);
      expect(losses.map(({ unavailable }) => unavailable)).toEqual([true, true, true]);
      expect(await timed(db.execute(sql`select 1`))).toMatchObject({ failed: false });
    }
    expect(await db.execute(sql`select * from marks`)).toHaveLength(0);
  });

  it('fails in time when the server hangs, in a statement or in a transaction, and works when it goes on', async () => {
    const db = connectTo(server.url);
    await db.execute(sql`select 1`);
    server.freeze();
    const hung = await Promise.all([
      ...Array.from({ length: 30 }, () => timed(db.execute(sql`select 1`))),
      timed(db.transaction((tx) => tx.execute(sql`select 1`))),
    ]);
    for (const { unavailable, ms } of hung) {
      expect(unavailable).toBe(true);
      expect(ms).toBeLessThan(2800);
    }
    server.thaw();
    expect(await timed(db.execute(sql`select 1`))).toMatchObject({ failed: false });
  });

  it('loses and doubles nothing that it confirmed while the server is stopped and started under load', async () => {
    const db = connectTo(server.url);
    await db.execute(sql`create table if not exists entries (id int primary key)`);
    const confirmed: number[] = [];
    let next = 0;
    let running = true;
    const write = async () => {
      while (running) {
        const id = next++;
        const outcome = await timed(db.execute(sql`insert into entries values (${id})`));
        if (!outcome.failed) confirmed.push(id);
        else expect(outcome.unavailable).toBe(true);
      }
    };
    const writers = Promise.all(Array.from({ length: 20 }, write));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.start();
    await new Promise((resolve) => setTimeout(resolve, 700));
    running = false;
    await writers;
    const stored = new Set(
      (await db.execute<{ id: number }>(sql`select id from entries`)).map(({ id }) => id),
    );
    expect(confirmed.length).toBeGreaterThan(100);
    expect(confirmed.filter((id) => !stored.has(id))).toEqual([]);
    expect(Math.max(...confirmed)).toBe(Math.max(...stored));
  });
});
