// The same with the bot's own programs and the local Discord, in real time.
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { type Program, spawnBotWith } from '../handlers.ts';

export type Run = { url: string; dailies: number; processes: number };

type Place = { serverId: string; channelId: string };

const CHANNELS_A_SERVER = 50;
const LIMIT = 50;
/** Until then all processes are connected. */
const LEAD_MS = 5_000;
const DISCORD_EPOCH = 1_420_070_400_000;

export async function runPrograms(run: Run): Promise<void> {
  const { url, dailies, processes } = run;
  const shards = Math.max(1, 4 * (processes - 1));
  const discord = await startLocalDiscord({ validate: false, logins: { shards, maxConcurrency: shards } });
  const places = makePlaces(discord, dailies);
  // Several share shards and the limit of requests.
  const fleet: Record<string, string> = processes > 1 ? { SHARDS: 'lease', SHARD_COUNT: String(shards) } : {};
  const bots: Program[] = [];
  for (let index = 0; index < processes; index += 1)
    bots.push(await spawnBotWith(discord, { DATABASE_URL: url, ...fleet }));
  const due = await schedule(url, places);
  console.log(
    `${dailies} dailies, ${processes} ${processes === 1 ? 'process' : 'processes'}, due at ${due.toISOString()}`,
  );
  await sleep(due.getTime() - Date.now());
  const until = due.getTime() + (dailies / LIMIT) * 4_000 + 60_000;
  const limited = await watch(run, { discord, places, bots, until });
  console.log(report(discord, { places, limited }));
  await Promise.all(bots.slice(processes > 1 ? 1 : 0).map((bot) => bot.stop()));
  await discord.stop();
}

function makePlaces(discord: LocalDiscord, dailies: number): Place[] {
  const places: Place[] = [];
  for (let server = 0; places.length < dailies; server += 1) {
    const { id: serverId } = discord.createGuild({ name: `Server ${server}`, ownerName: `Owner ${server}` });
    for (let channel = 0; channel < CHANNELS_A_SERVER && places.length < dailies; channel += 1) {
      places.push({ serverId, channelId: discord.createChannel(serverId, { name: `c${channel}` }).id });
    }
  }
  return places;
}

async function schedule(url: string, places: readonly Place[]): Promise<Date> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const [servers, channels] = [
    places.map(({ serverId }) => serverId),
    places.map(({ channelId }) => channelId),
  ];
  await sql`insert into servers (id, exam, edition, zone, created_at)
    select distinct id, 'aws-developer-associate', 'c03', 'UTC', now() from unnest(${servers}::text[]) id
    on conflict (id) do nothing`;
  // They have had the bot for days: nobody is greeted meanwhile.
  await sql`update servers set greet_at = null`;
  const due = new Date(Math.ceil((Date.now() + LEAD_MS) / 60_000) * 60_000);
  const [day, time] = [due.toISOString().slice(0, 10), due.toISOString().slice(11, 16)];
  await sql`insert into daily_schedules
      (server_id, channel_id, time, zone, weekdays, domains, status, next_date, next_at, created_by, created_at)
    select server, channel, ${time}, 'UTC', '{1,2,3,4,5,6,7}', '{}', 'active', ${day}, ${due}, 'bench', now()
    from unnest(${servers}::text[], ${channels}::text[]) as c (server, channel)`;
  await sql.end();
  return due;
}

type Watched = { discord: LocalDiscord; places: readonly Place[]; bots: readonly Program[]; until: number };

/** Until all is sent; in the middle the first of several is killed. How many requests were refused meanwhile. */
async function watch(
  { dailies, processes }: Run,
  { discord, places, bots, until }: Watched,
): Promise<number> {
  // The local Discord only keeps the last ones.
  const limited = new Set(discord.requests.filter(({ status }) => status === 429));
  const before = limited.size;
  let isKilled = processes === 1;
  for (let sent = 0; sent < dailies && Date.now() < until; ) {
    await sleep(500);
    for (const request of discord.requests) if (request.status === 429) limited.add(request);
    sent = places.filter(({ channelId }) => discord.messages(channelId).length > 0).length;
    if (isKilled || sent <= dailies / 2) continue;
    process.kill(bots[0]?.pid ?? 0, 'SIGKILL');
    isKilled = true;
  }
  return limited.size - before;
}

type Seen = { places: readonly Place[]; limited: number };

function report(discord: LocalDiscord, { places, limited }: Seen): string {
  const messages = places.map(({ channelId }) => discord.messages(channelId));
  const sent = messages.filter(({ length }) => length > 0).length;
  const times = messages
    .flat()
    .map(({ id }) => Number(BigInt(id) >> 22n) + DISCORD_EPOCH)
    .sort((a, b) => a - b);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return (
    `${sent} sent in ${seconds.toFixed(1)} s: ${((100 * sent) / seconds / LIMIT).toFixed(1)} % of ${LIMIT}/s; ` +
    `${limited} answers 429; ${messages.filter(({ length }) => length > 1).length} channels with more than one`
  );
}
