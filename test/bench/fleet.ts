// npm run bench:fleet [-- --restarts=20 --per-second=100 --kill=false]: four processes with sixteen shards, restarted one
// after another while members press buttons; then one is killed. What became of the presses, and how long shards paused.
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startEmbedded } from '#db/embedded.ts';
import type { LocalDiscord } from '#local-discord/server.ts';
import { type BotProcess, until } from '../support/cohort.ts';
import { makeFolder, silentLog } from '../support/database.ts';
import { type Fleet, openFleet, type Presses } from '../support/fleet.ts';

const PROCESSES = 4;
const SHARDS = 16;

const { values } = parseArgs({
  options: {
    restarts: { type: 'string', default: '20' },
    'per-second': { type: 'string', default: '100' },
    kill: { type: 'string', default: 'true' },
  },
});

const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog, settings: { max_connections: 100 } });
const fleet = await openFleet({
  ...{
    databaseUrl: server.migrationUrl,
    shards: SHARDS,
    perProcess: 8,
    maxConcurrency: 1,
    servers: 64,
    ...(process.env.BENCH_LOG && { log: process.env.BENCH_LOG }),
  },
});
try {
  const began = performance.now();
  const bots: BotProcess[] = [];
  for (let index = 0; index < PROCESSES; index += 1) bots.push(await fleet.start());
  await allHeld(fleet.discord);
  console.log(`${PROCESSES} processes, ${SHARDS} shards: all logged in after ${seconds(began)} s`);
  await fleet.ask();
  await restartAll(fleet, bots);
  if (values.kill === 'true') await killOne(fleet, bots);
} catch (error) {
  for (const output of fleet.outputs()) console.log(output.slice(-4_000));
  throw error;
} finally {
  await fleet.stop();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}

async function restartAll(fleet: Fleet, bots: BotProcess[]): Promise<void> {
  const { discord } = fleet;
  const before = discord.logins.length;
  const began = performance.now();
  const crowd = fleet.press(Number(values['per-second']));
  // Processes that have only just started are cold.
  await sleep(5_000);
  for (let round = 0; round < Number(values.restarts); round += 1) {
    await bots.shift()?.kill('SIGTERM');
    bots.push(await fleet.start());
    // As an orchestrator does: it waits until the new one is ready, and a moment longer.
    await sleep(3_000);
  }
  const presses = await crowd.stop();
  console.log(`\n${values.restarts} rolling restarts in ${seconds(began)} s`);
  tell(presses, discord, before);
}

async function killOne(fleet: Fleet, bots: BotProcess[]): Promise<void> {
  const { discord } = fleet;
  const before = discord.logins.length;
  const began = performance.now();
  await bots.shift()?.kill('SIGKILL');
  const crowd = fleet.press(Number(values['per-second']));
  await until(() => discord.logins.length > before, 60_000);
  await sleep(3_000);
  const presses = await crowd.stop();
  console.log(`\nOne killed (-9): its shards were taken over within ${seconds(began)} s`);
  tell(presses, discord, before);
}

function tell(presses: Presses, discord: LocalDiscord, before: number): void {
  const logins = discord.logins.slice(before);
  const pauses = logins.flatMap(({ pausedMs }) => pausedMs ?? []).toSorted((a, b) => a - b);
  const at = (share: number) => pauses[Math.min(pauses.length - 1, Math.floor(pauses.length * share))] ?? 0;
  console.log(`presses: ${presses.pressed}, answered ${presses.answered}, not ${presses.failed.length}`);
  console.log(`slowest answer ${Math.round(presses.slowest)} ms`);
  for (const line of presses.failed.slice(0, 20)) console.log(`  ${line}`);
  const limited = discord.requests.filter(({ status }) => status === 429).length;
  if (limited > 0) console.log(`refused with 429, of the last 2,000 requests: ${limited}`);
  const anew = logins.filter(({ how }) => how !== 'resume');
  console.log(
    `sessions gone on with: ${pauses.length}; logins: ${anew.length} ${JSON.stringify(anew.slice(0, 5))}`,
  );
  console.log(`pause of a shard: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`);
}

/** Every shard has begun a session. */
async function allHeld({ logins }: LocalDiscord): Promise<void> {
  const begun = () => new Set(logins.flatMap(({ how, shard }) => (how === 'identify' ? [shard] : [])));
  await until(() => begun().size === SHARDS, 200_000);
  await sleep(5_000);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
