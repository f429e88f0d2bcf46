// npm run bench:chaos [-- seconds [seed]]: two bots, one of them killed every few seconds, while sixty members answer, questions
// of the day and rounds come and close, Discord fails requests, connections break and sessions of the database end.
// Ends with what does not hold afterwards: nothing.
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { connect } from '#db/connect.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { posts } from '#features/record/post/table.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { answerTo, type BotProcess, spawnBot } from '../support/cohort.ts';
import { makeFolder, silentLog } from '../support/database.ts';
import { seededRandom } from '../support/pack.ts';
import { gather } from './chaos/crowd.ts';
import { causeFaults } from './chaos/faults.ts';
import { judge } from './chaos/verdict.ts';

const [seconds = 120, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number);
const random = seededRandom(seed);
const CHANNELS = 15;
const MEMBERS = 60;
/** Between two kills; within it the one before has started. */
const LIFE_MS = 2_500;
/** After the last fault, until all that was put off has had its turn, and rounds in which nobody answers have ended. */
const REST_MS = 8 * 60_000;
const START_TRIES = 5;

type Scene = {
  discord: LocalDiscord;
  channelIds: string[];
  memberIds: string[];
  start(): Promise<BotProcess>;
};

const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog });
const discord = await startLocalDiscord({ rateLimits: false, answerMs: 6_000 });
const guild = discord.createGuild({ name: 'Study group', ownerName: 'Ada' });
const owner = discord.as(guild.ownerId);
await migrate({ url: server.migrationUrl, log: silentLog });
const scene: Scene = {
  discord,
  channelIds: Array.from(
    { length: CHANNELS },
    (_, n) => discord.createChannel(guild.id, { name: `c${n}` }).id,
  ),
  memberIds: Array.from({ length: MEMBERS }, (_, n) => discord.createMember(guild.id, { name: `M${n}` }).id),
  start: () => spawnBot(discord, server.url, { MIGRATION_DATABASE_URL: server.migrationUrl }),
};
const db = connect({ url: server.url, log: silentLog, max: 4 });
try {
  const wrong = await live(scene);
  console.log(
    wrong.length === 0 ? '\nEverything holds.' : `\n${wrong.length} do not hold:\n${wrong.join('\n')}`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await db.end();
  await discord.stop();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}

async function live({ channelIds, memberIds, start }: Scene): Promise<string[]> {
  console.log(`Node ${process.version}, ${seconds} s, seed ${seed}`);
  const bots = await Promise.all([start(), start()]);
  for (const [index, id] of channelIds.entries()) {
    const thread = index % 2 === 0;
    await answerTo(owner.command(id, `/daily set time:09:00 channel:${id} close-after:1m thread:${thread}`));
  }
  const crowd = gather(discord, { memberIds, channelIds, random });
  const faults = causeFaults(discord, server.superuserUrl, random);
  const until = performance.now() + seconds * 1000;
  const wrong: string[] = [];
  let kills = 0;
  for (; performance.now() < until; kills += 1) {
    askForMore(channelIds, kills);
    await sleep(LIFE_MS);
    wrong.push(...(await replace(bots, start)));
  }
  const caused = await faults.stop();
  const { told, failed, others } = await crowd.stop();
  for (const end = performance.now() + REST_MS; performance.now() < end && (await isWorkLeft()); )
    await sleep(500);
  for (const bot of bots) wrong.push(...ended('SIGTERM', await bot.kill('SIGTERM'), bot.output()));
  console.log(`${kills} kills; ${[...caused].map(([name, count]) => `${count} × ${name}`).join(', ')}`);
  const ofRounds = await db.$count(posts, eq(posts.kind, 'round'));
  console.log(
    `${await db.$count(posts)} questions, ${ofRounds} of them in rounds; ${told.length} answers that members were told of, ${failed} without a reply`,
  );
  for (const [words, count] of others) console.log(`  ${count} × “${words.replaceAll('\n', ' ')}”`);
  const after = { db, discord, serverId: guild.id, memberIds, channelIds, told };
  return [...wrong, ...(await judge(after))];
}

function isWorkLeft(): Promise<boolean> {
  const isUnderway = and(ne(posts.kind, 'private'), inArray(posts.status, ['pending', 'open']));
  return db.$count(posts, isUnderway).then((left) => left > 0);
}

/** Questions now in some channels, and a round. Nobody may be there to take the commands. */
function askForMore(channelIds: readonly string[], turn: number): void {
  const from = (turn * 3) % CHANNELS;
  for (const id of channelIds.slice(from, from + 3))
    answerTo(owner.command(id, `/daily post-now channel:${id}`)).catch(() => null);
  const place = channelIds[(turn * 7) % CHANNELS] ?? '';
  answerTo(owner.command(place, '/quiz count:5 open-for:1m')).catch(() => null);
}

/** Kills the older one and starts another; a start that a fault has met is tried again. */
async function replace(bots: BotProcess[], start: Scene['start']): Promise<string[]> {
  const bot = bots.shift();
  const wrong = bot ? ended('SIGKILL', await bot.kill('SIGKILL'), bot.output()) : [];
  const failures: string[] = [];
  while (failures.length < START_TRIES) {
    const next = await start().catch((error) => void failures.push(String(error)));
    if (!next) continue;
    bots.push(next);
    return wrong;
  }
  throw new Error(`no bot starts any more:\n${failures.join('\n')}`);
}

/** Killed it ends without a code, asked to stop with 0: whatever else it died of itself. */
function ended(signal: 'SIGKILL' | 'SIGTERM', code: number | null, output: string): string[] {
  const isAsExpected = code === (signal === 'SIGKILL' ? null : 0);
  return isAsExpected ? [] : [`a bot ended with ${code}:\n${output.slice(-2_000)}`];
}
