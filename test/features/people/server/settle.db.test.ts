import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { purgeLeftServers, settleServers } from '#features/people/server/actions.ts';
import { server } from '#features/people/server/index.ts';
import { ensureServer, readServer } from '#features/people/server/store.ts';
import { servers } from '#features/people/server/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

let test: TestDatabase;
const start = new Date('2026-11-01T00:00:00Z');
const later = (days: number) => ({
  db: test.db,
  log: silentLog,
  content: libraryOf(makePack()),
  channels: { isInServer: async () => false, arrivalIn: () => null },
  clock: { now: () => new Date(start.getTime() + days * 86_400_000) },
});
/** Starts a process that sees these servers. */
const startWith = (days: number, serverIds: string[], wouldSee = (_: string) => true) =>
  settleServers(later(days), { serverIds, wouldSee });
const leftAt = async (id: string) =>
  (await test.db.select({ at: servers.leftAt }).from(servers).where(eq(servers.id, id)))[0]?.at;

async function know(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await ensureServer(test.db, {
      id,
      exam: 'x',
      edition: 'c02',
      zone: 'UTC',
      weekStart: 1,
      createdAt: start,
    });
  }
}

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => test.db.delete(servers));

it('a server that removed the bot while it was down is purged 30 days later; one that invited it again is not', async () => {
  await know('stays', 'goes', 'returns');
  await startWith(0, ['stays']);
  await startWith(20, ['stays', 'returns', 'new']);
  expect(await purgeLeftServers(later(29))).toBe(0);
  expect(await purgeLeftServers(later(31))).toBe(1);
  expect(await readServer(test.db, 'goes')).toBeNull();
  expect(await readServer(test.db, 'stays')).not.toBeNull();
  expect(await readServer(test.db, 'returns')).not.toBeNull();
});

describe('a process that sees only some of the shards', () => {
  it('takes back that the servers it sees have left, and marks none of other shards', async () => {
    await know('here', 'returns', 'elsewhere', 'gone');
    await test.db.update(servers).set({ leftAt: start }).where(eq(servers.id, 'returns'));
    await test.db.update(servers).set({ leftAt: start }).where(eq(servers.id, 'gone'));
    await startWith(5, ['here', 'returns'], (id) => id !== 'elsewhere' && id !== 'gone');
    expect([await leftAt('here'), await leftAt('returns'), await leftAt('elsewhere')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await leftAt('gone')).toEqual(start);
  });

  it('marks those of its own shards that are missing: else their data would stay for ever', async () => {
    await know('here', 'also-here', 'gone', 'elsewhere');
    await startWith(5, ['here', 'also-here'], (id) => id !== 'elsewhere');
    expect([await leftAt('gone'), await leftAt('elsewhere')]).toEqual([later(5).clock.now(), null]);
  });
});

describe('too many servers missing at once', () => {
  it('are the word of another application: none is marked, but who is there is there', async () => {
    await know('a', 'b', 'c', 'd', 'e', 'returns');
    await test.db.update(servers).set({ leftAt: start }).where(eq(servers.id, 'returns'));
    // With the one that is back, half of six would be believed.
    await startWith(3, ['returns', 'a']);
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e', 'returns'].map(leftAt))).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    await startWith(3, ['returns', 'a', 'b']);
    expect(await Promise.all(['b', 'c', 'd', 'e'].map(leftAt))).toEqual([
      null,
      later(3).clock.now(),
      later(3).clock.now(),
      later(3).clock.now(),
    ]);
  });

  it('are believed where there are only one or two, but never all that we know', async () => {
    await know('a', 'b', 'c');
    await startWith(3, ['a']);
    expect(await Promise.all(['a', 'b', 'c'].map(leftAt))).toEqual([
      null,
      later(3).clock.now(),
      later(3).clock.now(),
    ]);
    await startWith(4, []);
    expect(await leftAt('a')).toBeNull();
  });
});

describe('Discord telling of servers while the bot runs', () => {
  const hooks = { left: server.left, joined: server.joined };
  // safe: these hooks use the database and the clock
  const tell = (hook: keyof typeof hooks, days: number) =>
    hooks[hook]?.(later(days) as never, { serverId: 'a' });

  it('a removal begins the 30 days, and being there again (also after an outage) ends them', async () => {
    await know('a', 'b');
    await tell('left', 2);
    expect([await leftAt('a'), await leftAt('b')]).toEqual([later(2).clock.now(), null]);
    await tell('joined', 4);
    expect(await leftAt('a')).toBeNull();
    expect(await purgeLeftServers(later(60))).toBe(0);
  });
});
