// A server that invites the bot: what it begins with, and whether it is greeted. The row decides, whoever tells of it.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordGreeted, takeNewcomers } from '#features/desk/hello/actions.ts';
import { serverJoined, serverLeft, serverOf, settleServers } from '#features/people/server/actions.ts';
import type { Arrival } from '#features/people/server/rules.ts';
import { servers } from '#features/people/server/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

const START = new Date('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;
let test: TestDatabase;
let now = START;
let arrival: Arrival | null;
const deps = () => ({
  db: test.db,
  log: silentLog,
  content: libraryOf(makePack()),
  clock: { now: () => now },
  channels: { arrivalIn: () => arrival },
});
const pass = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const join = () => serverJoined(deps(), { serverId: 's1' });
const take = async (isHere = true) =>
  (await takeNewcomers(deps(), { isHere: () => isHere })).map(({ serverId }) => serverId);
const row = async () => (await test.db.select().from(servers).where(eq(servers.id, 's1')))[0];

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = START;
  arrival = { joinedAt: START, locale: 'de' };
  await test.db.delete(servers);
});

describe('a new server', () => {
  it('begins with the edition that can be sat today and the zone of its language, as a guess', async () => {
    await join();
    expect(await row()).toMatchObject({ edition: 'c02', zone: 'Europe/Berlin', isZoneGuessed: true });
  });

  it('begins with UTC where its language says too little', async () => {
    arrival = { joinedAt: START, locale: 'en-US' };
    await join();
    expect(await row()).toMatchObject({ zone: 'UTC', isZoneGuessed: true });
  });

  it('is greeted by one process only, and once, however often Discord tells of it', async () => {
    await Promise.all([join(), join(), join()]);
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.flat()).toEqual(['s1']);
    await recordGreeted(deps(), { serverId: 's1', createdAt: now, exam: '', edition: '' });
    pass(10 * 60_000);
    await join();
    expect(await take()).toEqual([]);
  });

  it('is greeted by a process that is told about it, and by another one where that was killed', async () => {
    await join();
    expect(await take(false)).toEqual([]);
    expect(await take()).toEqual(['s1']);
    expect(await take()).toEqual([]);
    pass(61_000);
    expect(await take()).toEqual(['s1']);
  });

  it('is never greeted later than an hour, nor after it has left', async () => {
    await join();
    pass(HOUR + 1000);
    expect(await take()).toEqual([]);
    expect((await row())?.greetAt).toBeNull();
    await test.db.delete(servers);
    arrival = { joinedAt: now, locale: 'de' };
    await join();
    await serverLeft(deps(), { serverId: 's1' });
    expect(await take()).toEqual([]);
  });

  it('is found at a start where it invited the bot while that was down', async () => {
    await settleServers(deps(), { serverIds: ['s1'], wouldSee: () => true });
    expect(await take()).toEqual(['s1']);
  });
});

describe('a server that is greeted no more', () => {
  it('has had the bot for long', async () => {
    arrival = { joinedAt: new Date(START.getTime() - 25 * HOUR), locale: 'de' };
    await settleServers(deps(), { serverIds: ['s1'], wouldSee: () => true });
    await join();
    expect(await take()).toEqual([]);
  });

  it('is known already, also one that comes back with all its settings', async () => {
    await serverOf(deps(), 's1');
    await test.db.update(servers).set({ zone: 'Asia/Tokyo', isZoneGuessed: false });
    await serverLeft(deps(), { serverId: 's1' });
    pass(20 * 24 * HOUR);
    arrival = { joinedAt: now, locale: 'de' };
    await join();
    expect(await take()).toEqual([]);
    expect(await row()).toMatchObject({ zone: 'Asia/Tokyo', isZoneGuessed: false, leftAt: null });
  });
});
