// npm run bench:memory [-- servers]: what a bot takes until it is ready and when it rests, with one server and with
// 2,500 of 50 channels and 30 roles each; as `npm start` runs it, beside the same bot without its flags.
import { readFile, rm } from 'node:fs/promises';
import { startEmbedded } from '#db/embedded.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { administer, makeFolder, silentLog, withDatabase } from '../support/database.ts';
import { shippedFlags, spawnBotWith } from './handlers.ts';

const CHANNELS = 50;
const ROLES = 30;
const RUNS = 3;
/** After which nothing of the start is underway any more. */
const REST_MS = 5000;

type Taken = { readyMs: number; restMiB: number; peakMiB: number };

function fillWith(discord: LocalDiscord, servers: number): void {
  for (let server = 0; server < servers; server += 1) {
    const { id } = discord.createGuild({ name: `Server ${server}`, ownerName: `Owner ${server}` });
    for (let role = 0; role < ROLES; role += 1) discord.createRole(id, { name: `role ${role}` });
    for (let channel = 0; channel < CHANNELS; channel += 1) {
      discord.createChannel(id, { name: `channel-${channel}` });
    }
  }
}

async function take(discord: LocalDiscord, databaseUrl: string, flags: readonly string[]): Promise<Taken> {
  const started = performance.now();
  const bot = await spawnBotWith(discord, { DATABASE_URL: databaseUrl }, flags);
  const readyMs = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const status = await readFile(`/proc/${bot.pid}/status`, 'utf8');
  const inMiB = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  const taken = { readyMs, restMiB: inMiB('VmRSS'), peakMiB: inMiB('VmHWM') };
  await bot.stop();
  return taken;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const many = Number(process.argv[2] ?? 2500);
const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog });
try {
  const flags = shippedFlags();
  console.log(`Node ${process.version}, median of ${RUNS}; flags: ${flags.join(' ')}\n`);
  console.log(`${''.padEnd(36)}ready ms  at rest MiB  peak MiB`);
  let index = 0;
  for (const servers of [1, many]) {
    const discord = await startLocalDiscord({ rateLimits: false, validate: false });
    fillWith(discord, servers);
    for (const [name, given] of [
      ['without flags', []],
      ['as shipped', flags],
    ] as const) {
      index += 1;
      const database = `bench_memory_${index}`;
      const owner = new URL(server.migrationUrl).username;
      await administer(
        server.superuserUrl,
        (sql) => sql`create database ${sql(database)} owner ${sql(owner)}`,
      );
      const url = withDatabase(server.migrationUrl, database);
      // The first start migrates, and keeps what it compiled.
      await take(discord, url, given);
      const runs: Taken[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await take(discord, url, given));
      const cells = (['readyMs', 'restMiB', 'peakMiB'] as const).map((key) =>
        medianOf(runs.map((run) => run[key])).toFixed(0),
      );
      const label = `${servers} ${servers === 1 ? 'server' : 'servers'}, ${name}`;
      console.log(
        `${label.padEnd(36)}${cells[0]?.padStart(8)}${cells[1]?.padStart(13)}${cells[2]?.padStart(10)}`,
      );
    }
    await discord.stop();
  }
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
