// npm run bench:idle [-- seconds [dailies]]: what the bot and its embedded PostgreSQL take while nobody does anything, as `npm
// start` runs them, with one server: CPU time and transactions a minute, and memory. With so many questions of the day open
// elsewhere, none of them due: nothing of it may grow with them. Linux.
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { loadPacks } from '#content/load.ts';
import { clusterPath } from '#db/embedded/cluster.ts';
import { processesIn } from '#db/embedded/processes.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { startLocalDiscord } from '#local-discord/server.ts';
import { administer, makeFolder, silentLog } from '../support/database.ts';
import { cpuOf, cpuOfServer } from './cpu.ts';
import { spawnBotWith } from './handlers.ts';
import { fill } from './posting/fill.ts';

/** After which nothing of the start is underway any more, and connections that it needed have closed (two minutes). */
const REST_MS = 130_000;

const [seconds, dailies] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 0)];
const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog });
const discord = await startLocalDiscord({ rateLimits: false });
const guild = discord.createGuild({ name: 'Study group', ownerName: 'Ada' });
const { url, migrationUrl } = server;
if (dailies > 0) await openElsewhere(dailies);
const bot = await spawnBotWith(discord, { DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl });
try {
  const postmaster = Number(readFileSync(`${clusterPath(dir)}/postmaster.pid`, 'utf8').split('\n')[0]);
  const used = async () => ({
    bot: cpuOf(bot.pid),
    postgres: cpuOfServer(postmaster),
    transactions: await transactions(),
  });
  await sleep(REST_MS);
  const before = await used();
  await sleep(seconds * 1000);
  const after = await used();
  const perMinute = (name: keyof typeof before) => (((after[name] - before[name]) / seconds) * 60) / 1000;
  const backends = processesIn(clusterPath(dir));
  console.log(
    `Node ${process.version}, one server, ${dailies} questions of the day open elsewhere, nobody there, over ${seconds} s\n`,
  );
  console.log(`CPU of the bot        ${perMinute('bot').toFixed(0).padStart(6)} ms a minute`);
  console.log(`CPU of PostgreSQL     ${perMinute('postgres').toFixed(0).padStart(6)} ms a minute`);
  console.log(`transactions          ${(perMinute('transactions') * 1000).toFixed(0).padStart(6)} a minute`);
  console.log(`memory of the bot     ${inMiB([bot.pid])} MiB`);
  console.log(`memory of PostgreSQL  ${inMiB(backends)} MiB in ${backends.length} processes`);
} finally {
  await bot.stop();
  await discord.stop();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}

async function openElsewhere(count: number): Promise<void> {
  await migrate({ url, migrationUrl, log: silentLog });
  const [pack] = (await loadPacks('content')).values();
  const [question] = pack?.questions.values() ?? [];
  if (!question) throw new Error('the bank has no question');
  const tomorrow = new Date(Date.now() + 20 * 3_600_000);
  const sql = postgres(migrationUrl, { max: 1, onnotice: () => undefined });
  await fill(sql, { dailies: count, closings: count, question, due: tomorrow, closeAt: tomorrow });
  // What is open is each schedule's last.
  await sql`update daily_schedules s set last_post_id = p.id from posts p
    where substr(p.channel_id, 3) = substr(s.channel_id, 3)`;
  // Of whose servers it knows none, a bot does not touch the data.
  await sql`insert into servers (id, exam, edition, zone, created_at)
    select ${guild.id}, exam, edition, zone, now() from servers limit 1`;
  await sql`vacuum analyze`;
  await sql.end();
}

async function transactions(): Promise<number> {
  const [row] = await administer(
    server.superuserUrl,
    (sql) =>
      sql`select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()`,
  );
  return Number(row?.n);
}

/** Each process's share of what several have in common is counted once (PSS). */
function inMiB(pids: readonly number[]): string {
  const shares = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
  );
  return (shares.reduce((sum, share) => sum + share, 0) / 1024).toFixed(1).padStart(6);
}
