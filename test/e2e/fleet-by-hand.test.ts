// Processes that were each given their shards by hand: restarted, killed, and two with the same ones.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shardLeases } from '#fleet/table.ts';
import { type BotProcess, until } from '../support/cohort.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Fleet, openFleet } from '../support/fleet.ts';

const SHARDS = 4;
const PER_SECOND = 20;
const LOW = '0-1';
const HIGH = '2-3';

let database: TestDatabase;
let fleet: Fleet;
let low: BotProcess;
let high: BotProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  fleet = await openFleet({
    ...{ databaseUrl: database.url, shards: SHARDS, maxConcurrency: SHARDS, servers: 12 },
    // So that a press waits for who starts anew.
    answerMs: 25_000,
  });
  [low, high] = await Promise.all([fleet.start(LOW), fleet.start(HIGH)]);
  await until(() => loginsSince(0).length === SHARDS, 30_000);
  await fleet.ask();
}, 60_000);

afterAll(async () => {
  await fleet?.stop();
  await database?.drop();
});

const loginsSince = (before: number) => fleet.discord.logins.slice(before).map(({ how }) => how);
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function holders(): Promise<(string | null)[]> {
  const { shard, holder } = shardLeases;
  const rows = await database.db.select({ holder }).from(shardLeases).orderBy(shard);
  return rows.map((row) => row.holder);
}

it('hand their sessions to their successors: no login, and no press is lost', {
  timeout: 90_000,
}, async () => {
  const before = fleet.discord.logins.length;
  const crowd = fleet.press(PER_SECOND);
  await low.kill('SIGTERM');
  low = await fleet.start(LOW);
  await high.kill('SIGTERM');
  high = await fleet.start(HIGH);
  await until(() => loginsSince(before).length === SHARDS, 20_000);
  const presses = await crowd.stop();
  expect(presses.failed).toEqual([]);
  expect(presses.pressed).toBeGreaterThan(20);
  expect(loginsSince(before)).toEqual(['resume', 'resume', 'resume', 'resume']);
  expect([low, high].map((bot) => bot.output()).join()).not.toMatch(/another process/);
});

it('that were killed are followed within seconds, and without a login', { timeout: 60_000 }, async () => {
  const before = fleet.discord.logins.length;
  await low.kill('SIGKILL');
  low = await fleet.start(LOW);
  await until(() => loginsSince(before).length === 2, 15_000);
  expect(loginsSince(before)).toEqual(['resume', 'resume']);
});

it('that were given the same do not fight: the last to start has them, as long as it runs', {
  timeout: 90_000,
}, async () => {
  const before = fleet.discord.logins.length;
  const [own] = await holders();
  const crowd = fleet.press(PER_SECOND);
  const again = await fleet.start(LOW);
  await until(() => loginsSince(before).length === 2, 15_000);
  await rest(3_000);
  const [taken, both, ...others] = await holders();
  expect(taken).not.toBe(own);
  expect(both).toBe(taken);
  expect(others).not.toContain(taken);
  expect(again.output()).toMatch(/are run by another/);
  expect(low.output()).toMatch(/another process was started with shards of this one/);
  await again.kill('SIGTERM');
  await until(() => loginsSince(before).length === 4, 15_000);
  expect(await holders()).toEqual([own, own, ...others]);
  expect((await crowd.stop()).failed).toEqual([]);
  expect(new Set(loginsSince(before))).toEqual(new Set(['resume']));
});
