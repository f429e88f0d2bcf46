// A fleet of processes that share the shards out: restarted one after another, and killed, while members press buttons.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fleetProcesses, shardLeases } from '#fleet/table.ts';
import { answerTo, type BotProcess, until } from '../support/cohort.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Fleet, openFleet } from '../support/fleet.ts';

const SHARDS = 4;
const PER_SECOND = 30;

let database: TestDatabase;
let fleet: Fleet;
let bots: BotProcess[];

beforeAll(async () => {
  database = await createTestDatabase();
  fleet = await openFleet({
    ...{ databaseUrl: database.url, shards: SHARDS, perProcess: SHARDS },
    ...{ maxConcurrency: SHARDS, servers: 12, answerMs: 10_000 },
  });
  bots = await Promise.all([fleet.start(), fleet.start()]);
  const begun = () => new Set(fleet.discord.logins.map(({ shard }) => shard)).size;
  await until(async () => begun() === SHARDS && (await isShared()), 30_000);
  await fleet.ask();
});

afterAll(async () => {
  await fleet?.stop();
  await database?.drop();
});

function never(): never {
  throw new Error('a fleet without servers');
}

const holders = async () => {
  const rows = await database.db.select({ holder: shardLeases.holder }).from(shardLeases);
  return rows.map(({ holder }) => holder);
};

/** Each process has half of the shards. */
async function isShared(): Promise<boolean> {
  const held = Object.values(Object.groupBy(await holders(), (holder) => holder ?? 'nobody'));
  return held.length === 2 && held.every((shards) => shards?.length === SHARDS / 2);
}

it('answers every press over three rolling restarts, without a new login', { timeout: 90_000 }, async () => {
  const { discord } = fleet;
  const before = discord.logins.length;
  const crowd = fleet.press(PER_SECOND);
  for (let round = 0; round < 3; round += 1) {
    await bots.shift()?.kill('SIGTERM');
    bots.push(await fleet.start());
    await until(() => isShared(), 20_000);
  }
  const presses = await crowd.stop();
  expect(presses.failed).toEqual([]);
  expect(presses.pressed).toBeGreaterThan(100);
  const logins = discord.logins.slice(before);
  expect(logins.filter(({ how }) => how !== 'resume')).toEqual([]);
  // At least the two of each that stopped.
  expect(logins.length).toBeGreaterThanOrEqual(6);
  expect(discord.requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(discord.unhandled).toEqual([]);
});

it('asks for what Discord does not say again of a server that was handed over', async () => {
  const { discord, places } = fleet;
  const [place] = places;
  const asked = () => discord.requests.filter(({ route }) => route === '/guilds/:guild/channels').length;
  const before = asked();
  const set = () => answerTo(place?.member.command(place.channelId, '/daily set time:12:00') ?? never());
  expect(await set()).toMatch(/12:00/);
  expect(await set()).not.toMatch(/View Channel|cannot/);
  expect(asked() - before).toBeLessThanOrEqual(1);
});

it("a killed process's shards go on where it was, and it needs no login", { timeout: 60_000 }, async () => {
  const { discord } = fleet;
  const before = discord.logins.length;
  const [victim] = bots;
  await victim?.kill('SIGKILL');
  // Thirty seconds, for a test.
  const earlier = sql`interval '25 seconds'`;
  await database.db.execute(sql`update ${fleetProcesses} set alive_until = alive_until - ${earlier}`);
  await database.db.execute(sql`update ${shardLeases} set held_until = held_until - ${earlier}`);
  await until(() => discord.logins.length >= before + 2, 20_000);
  expect(discord.logins.slice(before).map(({ how }) => how)).toEqual(['resume', 'resume']);
  expect(new Set(await holders()).size).toBe(1);
  const crowd = fleet.press(PER_SECOND);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await crowd.stop()).failed).toEqual([]);
});
