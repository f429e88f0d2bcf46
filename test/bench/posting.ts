// npm run bench:posting [-- dailies [processes]]: so many questions of the day due at once, under Discord's limit of 50
// requests a second; with several processes one is killed in the middle. Each is to be there exactly once.

import { readFileSync } from 'node:fs';

import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { administer, makeFolder, silentLog, withDatabase } from '../support/database.ts';
import { fastClock, hurryDatabase } from './fast-clock.ts';
import { type Program, shippedFlags, spawnBotWith } from './handlers.ts';

const dailies = Number(process.argv[2] ?? 3000);
const processes = Number(process.argv[3] ?? 1);
const CHANNELS_A_SERVER = 50;
const LIMIT = 50;
/** Until then all processes are connected. */
const LEAD_MS = 5_000;

function makeChannels(discord: LocalDiscord): { serverId: string; channelId: string }[] {
  const channels = [];
  for (let server = 0; channels.length < dailies; server += 1) {
    const { id: serverId } = discord.createGuild({ name: `Server ${server}`, ownerName: `Owner ${server}` });
    for (let channel = 0; channel < CHANNELS_A_SERVER && channels.length < dailies; channel += 1) {
      channels.push({ serverId, channelId: discord.createChannel(serverId, { name: `c${channel}` }).id });
    }
  }
  return channels;
}

const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog });
try {
  const owner = new URL(server.url).username;
  await administer(server.superuserUrl, (sql) => sql`create database bench_posting owner ${sql(owner)}`);
  const url = withDatabase(server.url, 'bench_posting');
  await migrate({ url, log: silentLog });
  const shards = Math.max(1, 4 * (processes - 1));
  const logins = { shards, maxConcurrency: shards };
  await administer(withDatabase(server.superuserUrl, 'bench_posting'), (sql) =>
    hurryDatabase(sql, 'bench_posting'),
  );
  const discord = await startLocalDiscord({ validate: false, logins });
  const channels = makeChannels(discord);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  // Several share shards and the limit of requests.
  const fleet: Record<string, string> = processes > 1 ? { SHARDS: 'lease', SHARD_COUNT: String(shards) } : {};
  const bots: Program[] = [];
  for (let index = 0; index < processes; index += 1)
    bots.push(
      await spawnBotWith(discord, { DATABASE_URL: url, ...fleet, ...fastClock }, [
        '--import',
        './test/bench/fast-clock.ts',
        ...shippedFlags(),
      ]),
    );
  await sql`insert into servers (id, exam, edition, zone, created_at)
    select distinct id, 'aws-developer-associate', 'c03', 'UTC', now() from unnest(${channels.map(({ serverId }) => serverId)}::text[]) id
    on conflict (id) do nothing`;
  const due = new Date(Math.ceil((Date.now() + LEAD_MS) / 60_000) * 60_000);
  await sql`insert into daily_schedules (server_id, channel_id, time, zone, weekdays, domains, status, next_date, next_at, created_by, created_at)
    select server, channel, ${due.toISOString().slice(11, 16)}, 'UTC', '{1,2,3,4,5,6,7}', '{}', 'active', ${due.toISOString().slice(0, 10)},
      ${due}, 'bench', now()
    from unnest(${channels.map(({ serverId }) => serverId)}::text[], ${channels.map(({ channelId }) => channelId)}::text[]) as c (server, channel)`;
  console.log(
    `${dailies} dailies, ${processes} ${processes === 1 ? 'process' : 'processes'}, due at ${due.toISOString()}`,
  );
  await sleep(due.getTime() - Date.now());
  const sentOf = () => channels.filter(({ channelId }) => discord.messages(channelId).length > 0).length;
  let first = 0;
  let last = 0;
  let isKilled = processes === 1;
  for (let sent = 0; sent < dailies && Date.now() < due.getTime() + (dailies / LIMIT) * 4000 + 60_000; ) {
    await sleep(500);
    const now = sentOf();
    if (now > 0 && first === 0) first = Date.now();
    if (now > sent) last = Date.now();
    sent = now;
    if (!isKilled && sent > dailies / 2) {
      process.kill(bots[0]?.pid ?? 0, 'SIGKILL');
      isKilled = true;
    }
  }
  const limited = discord.requests.filter(({ status }) => status === 429).length;
  const twice = channels.filter(({ channelId }) => discord.messages(channelId).length > 1).length;
  const seconds = (last - first) / 1000;
  console.log(
    `${sentOf()} sent in ${seconds.toFixed(0)} s: ${(sentOf() / seconds).toFixed(1)}/s, ${((100 * sentOf()) / seconds / LIMIT).toFixed(0)} % of ${LIMIT}/s; ` +
      `first after ${((first - due.getTime()) / 1000).toFixed(1)} s; ${limited} answers 429; ${twice} channels with more than one`,
  );
  console.log(
    'cpu',
    process.cpuUsage(),
    bots.map((bot) => {
      try {
        return readFileSync(`/proc/${bot.pid}/stat`, 'utf8').split(' ').slice(13, 15).join('+');
      } catch {
        return '';
      }
    }),
  );
  await Promise.all(bots.slice(processes > 1 ? 1 : 0).map((bot) => bot.stop()));
  await sql.end();
  await discord.stop();
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
