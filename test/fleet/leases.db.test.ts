// Leases of shards and turns, on a real database.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  claim,
  countLeases,
  handBack,
  join,
  leave,
  look,
  makeShards,
  renew,
  strangersAlive,
  type Who,
} from '#fleet/leases.ts';
import { fleetProcesses, shardLeases } from '#fleet/table.ts';
import { putOffRequests, takeLoginTurn, takeRequestTurns } from '#fleet/turns.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
const who = (id: string, count = 4): Who => ({ db: test.db, id, count });
const kept = {
  session: { sessionId: 's', sequence: 7 },
  about: { user: { id: '1' } },
  roster: [{ id: '2' }],
};

beforeAll(async () => {
  test = await createTestDatabase();
});

beforeEach(async () => {
  await test.db.delete(shardLeases);
  await test.db.delete(fleetProcesses);
  await makeShards(who('a'));
});

afterAll(() => test?.drop());

const shardsOf = (leases: readonly { shard: number }[]) => leases.map(({ shard }) => shard).sort();
const kill = (id: string) =>
  test.db.execute(
    sql`update ${shardLeases} set held_until = now() - interval '1 second' where holder = ${id}`,
  );

describe('a shard', () => {
  it('is held by one process, however many ask at the same time', async () => {
    const claimed = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => claim(who(id), 2)));
    expect(shardsOf(claimed.flat())).toEqual([0, 1, 2, 3]);
  });

  it('is taken over with all that was kept, once its holder has handed it back', async () => {
    const [lease] = await claim(who('a'), 1);
    await handBack(who('a'), [{ shard: lease?.shard ?? -1, kept }]);
    const taken = await claim(who('b'), 1);
    expect(taken).toEqual([{ shard: lease?.shard, ...kept }]);
  });

  it('of a dead process is taken over with what that kept last', async () => {
    await claim(who('a'), 4);
    await renew(who('a'), [{ shard: 2, kept }]);
    expect(await claim(who('b'), 4)).toEqual([]);
    await kill('a');
    const taken = await claim(who('b'), 4);
    expect(taken.find(({ shard }) => shard === 2)).toEqual({ shard: 2, ...kept });
  });

  it('that another took is not renewed any more, nor handed back by who had it', async () => {
    await claim(who('a'), 4);
    await kill('a');
    await claim(who('b'), 1);
    const own = await renew(
      who('a'),
      [0, 1, 2, 3].map((shard) => ({ shard, kept: null })),
    );
    expect([...own].sort()).toEqual([1, 2, 3]);
    await handBack(who('a'), [{ shard: 0, kept }]);
    expect(await claim(who('c'), 1)).toEqual([]);
  });

  it('keeps its servers where only the session is news, and all of it where nothing is', async () => {
    await claim(who('a'), 1);
    await renew(who('a'), [{ shard: 0, kept }]);
    const later = { session: { sessionId: 's', sequence: 9 }, about: null, roster: null };
    await renew(who('a'), [{ shard: 0, kept: later }]);
    await handBack(who('a'), [{ shard: 0, kept: null }]);
    expect(await claim(who('b'), 1)).toEqual([{ shard: 0, ...kept, session: later.session }]);
  });

  it('whose session can be gone on with comes before one that has to log in', async () => {
    await claim(who('a'), 4);
    await handBack(who('a'), [
      { shard: 0, kept: { ...kept, session: null } },
      { shard: 3, kept },
    ]);
    expect(shardsOf(await claim(who('b'), 1))).toEqual([3]);
  });
});

describe('a shard that was given to a process by hand', () => {
  const silence = (seconds: number) =>
    test.db.execute(
      sql`update ${shardLeases} set held_until = held_until - ${sql.raw(`interval '${seconds} seconds'`)}`,
    );

  it('is asked for, and handed over to who asked and to nobody else', async () => {
    await join(who('a'), 4);
    await claim(who('a'), 4);
    expect(await ask(who('b'), [1, 2])).toEqual([1, 2]);
    expect((await look(who('a'))).wanted.toSorted()).toEqual([1, 2]);
    expect((await look(who('b'))).wanted).toEqual([]);
    expect(await claim(who('b'), 4, [1, 2])).toEqual([]);
    await handBack(who('a'), [{ shard: 1, kept }]);
    expect(await claim(who('c'), 4)).toEqual([]);
    expect(await claim(who('b'), 4, [1, 2])).toEqual([{ shard: 1, ...kept }]);
    expect((await look(who('b'))).wanted).toEqual([]);
  });

  it('is anybody’s where who asked is gone', async () => {
    await claim(who('a'), 4);
    await ask(who('b'), [1]);
    await handBack(who('a'), [{ shard: 1, kept }]);
    await silence(6);
    expect(shardsOf(await claim(who('a'), 1, [1]))).toEqual([1]);
  });

  it('is taken from who was killed, and from nobody who renews', async () => {
    await claim(who('a'), 4);
    expect(await ask(who('b'), [0])).toEqual([0]);
    await silence(5);
    expect(await claim(who('b'), 1, [0])).toEqual([]);
    await silence(3);
    expect(await claim(who('c'), 1, [0])).toEqual([]);
    expect(shardsOf(await claim(who('b'), 1, [0, 1]))).toEqual([0]);
  });

  it('need not be asked for where nobody has it', async () => {
    await claim(who('a'), 1, [3]);
    expect(await ask(who('b'), [0, 1])).toEqual([]);
    expect(shardsOf(await claim(who('b'), 4, [0, 1]))).toEqual([0, 1]);
  });
});

describe('the picture of a fleet', () => {
  it('says of all shards whether they are held, free, or of a process that died', async () => {
    await makeShards(who('other', 2));
    expect(await countLeases(who('a'))).toEqual({ held: 0, free: 4, expired: 0 });
    await claim(who('a'), 2);
    await claim(who('b'), 1);
    await kill('b');
    expect(await countLeases(who('a'))).toEqual({ held: 2, free: 1, expired: 1 });
  });

  it('counts who is alive, with what each holds, and what is free', async () => {
    await join(who('a'), 4);
    await join(who('b'), 2);
    await claim(who('a'), 3);
    const { processes, free, overdue } = await look(who('a'));
    expect(processes.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 'a', held: 3, most: 4 },
      { id: 'b', held: 0, most: 2 },
    ]);
    expect(free).toBe(1);
    expect(overdue).toBe(0);
    await leave(who('a'));
    expect((await look(who('b'))).processes.map(({ id }) => id)).toEqual(['b']);
  });

  it('tells what was handed back, and nobody took in time', async () => {
    await join(who('a'), 4);
    await claim(who('a'), 2);
    await handBack(who('a'), [{ shard: 0, kept }]);
    expect(await look(who('a'))).toMatchObject({ free: 3, overdue: 0 });
    await test.db.execute(sql`update ${shardLeases} set held_until = held_until - interval '2 seconds'`);
    expect(await look(who('a'))).toMatchObject({ free: 3, overdue: 1 });
  });

  it('knows of processes with another number of shards', async () => {
    await join(who('a'), 4);
    expect(await strangersAlive(who('b'))).toBe(0);
    expect(await strangersAlive(who('b', 8))).toBe(1);
  });
});

describe('turns', () => {
  it('of logins are five seconds apart in a bucket, over all processes', async () => {
    const waits = await Promise.all([1, 2, 3].map(() => takeLoginTurn(test.db, 0)));
    const seconds = waits.map((wait) => Math.floor(wait / 1000)).toSorted((a, b) => a - b);
    expect(seconds).toEqual([0, 5, 10]);
    expect(await takeLoginTurn(test.db, 1)).toBeLessThan(100);
  });

  it('of requests follow each other, and nobody goes while Discord wants silence', async () => {
    const first = await takeRequestTurns(test.db, { count: 24, apartMs: 20 });
    const second = await takeRequestTurns(test.db, { count: 1, apartMs: 20 });
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(300);
    expect(second).toBeLessThanOrEqual(480);
    await putOffRequests(test.db, 5_000);
    expect(await takeRequestTurns(test.db, { count: 1, apartMs: 20 })).toBeGreaterThan(4_500);
  });
});
