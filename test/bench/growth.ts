// npm run bench:growth [-- answers]: every command on a bot with 100,000 answers and on one with 20 million, one after
// another, in the largest server. What a command reads must not grow with what was ever answered.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { loadPacks } from '#content/load.ts';
import { domainOf } from '#content/pack.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { type Actor, type LocalDiscord, type Message, startLocalDiscord } from '#local-discord/server.ts';
import { customIdsOf } from '../support/cohort.ts';
import { administer, makeFolder, silentLog, withDatabase } from '../support/database.ts';
import { fill, type Size } from './growth/fill.ts';
import { spawnBotWith } from './handlers.ts';

const SMALL: Size = { answers: 100_000, servers: 40, members: 1_000, large: 300 };
const LARGE: Size = {
  answers: Number(process.argv[2] ?? 20_000_000),
  servers: 2_000,
  members: 50_000,
  large: 4_000,
};
const WARM = 10;
const RUNS = 120;
/** Members of the large server who exist on Discord, and are those at the top of its boards. */
const REAL = 40;
const EDITION = 'c03';

type Measured = { p50: number; p99: number };
type Scene = {
  discord: LocalDiscord;
  channelId: string;
  serverId: string;
  actors: Actor[];
  clear(): Promise<unknown>;
};
type Command = { name: string; run(scene: Scene, turn: number): Promise<unknown> };

const actorOf = ({ actors }: Scene, turn: number): Actor => actors[turn % actors.length] as Actor;

function typed(text: string): Command {
  return {
    name: text,
    async run(scene, turn) {
      const result = await actorOf(scene, turn).command(scene.channelId, text);
      if (result.state === 'failed' || result.state === 'refused')
        throw new Error(`${text}: ${result.reason}`);
      // Deferred ones end with an edit.
      await result.settled();
    },
  };
}

const answering: Command = {
  name: 'press on a private question',
  async run(scene, turn) {
    const message = asked.get(turn % scene.actors.length);
    if (!message) return;
    const id = customIdsOf(message).find((each) => each.startsWith('answer:')) ?? '';
    const needed = Number(/"min_values":(\d)/.exec(JSON.stringify(message.components))?.[1] ?? 0);
    const actor = actorOf(scene, turn);
    if (needed === 0) await actor.press(message.id, id);
    else await actor.select(message.id, id, ['0', '1', '2'].slice(0, needed));
  },
};
const asked = new Map<number, Message>();
const askingPrivately: Command = {
  name: '/quiz private:true',
  async run(scene, turn) {
    const result = await actorOf(scene, turn).command(scene.channelId, '/quiz private:true');
    asked.set(turn % scene.actors.length, await result.settled());
  },
};

const COMMANDS: readonly Command[] = [
  typed('/help'),
  {
    name: 'completing a topic',
    run: (scene, turn) => actorOf(scene, turn).autocomplete(scene.channelId, '/quiz topic:lam'),
  },
  {
    name: '/quiz',
    async run(scene, turn) {
      await scene.clear();
      const result = await actorOf(scene, turn).command(scene.channelId, '/quiz');
      if (result.state === 'failed' || result.state === 'refused') throw new Error(`/quiz: ${result.reason}`);
    },
  },
  askingPrivately,
  answering,
  typed('/history'),
  typed('/leaderboard'),
  typed('/leaderboard window:all'),
  typed('/leaderboard window:all metric:accuracy'),
  typed('/leaderboard metric:streak'),
  typed('/streak'),
  typed('/review'),
  typed('/progress'),
  typed('/next'),
  typed('/settings show'),
  typed('/privacy show'),
  typed('/daily list'),
  typed('/daily preview'),
  typed('/setup status'),
  typed('/question list'),
  typed('/exam history'),
];

async function measureAll(url: string, size: Size): Promise<Map<string, Measured>> {
  const discord = await startLocalDiscord({ rateLimits: false, validate: false });
  const { id: serverId, ownerId } = discord.createGuild({ name: 'Large', ownerName: 'Owner' });
  const channelId = discord.createChannel(serverId, { name: 'general' }).id;
  const memberIds = Array.from(
    { length: REAL },
    (_, n) => discord.createMember(serverId, { name: `m${n}` }).id,
  );
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await migrate({ url, log: silentLog });
  const started = performance.now();
  await fill(sql, { size, place: { serverId, channelId, memberIds } }, await bankQuestions());
  console.log(`${size.answers} answers written in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const bot = await spawnBotWith(discord, { DATABASE_URL: url });
  const clear = () =>
    sql`with gone as (delete from cooldowns) update posts set status = 'dropped' where status = 'open'`;
  const scene: Scene = {
    discord,
    channelId,
    serverId,
    actors: [discord.as(ownerId), ...memberIds.map((id) => discord.as(id))],
    clear,
  };
  await discord.as(ownerId).command(channelId, `/daily set time:9:00 channel:${channelId}`);
  const measured = new Map<string, Measured>();
  for (const command of COMMANDS) measured.set(command.name, await timeOf(command, scene));
  await bot.stop();
  await sql.end();
  await discord.stop();
  return measured;
}

async function timeOf(command: Command, scene: Scene): Promise<Measured> {
  const onlyOwner = /daily|setup|question/.test(command.name);
  const within = onlyOwner ? { ...scene, actors: scene.actors.slice(0, 1) } : scene;
  const times: number[] = [];
  for (let turn = 0; turn < WARM + RUNS; turn += 1) {
    const from = performance.now();
    await command.run(within, turn);
    if (turn >= WARM) times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

async function bankQuestions() {
  const [pack] = (await loadPacks(join(import.meta.dirname, '../../content'))).values();
  if (!pack) throw new Error('no exam pack');
  return [...pack.questions.values()]
    .filter(({ editions }) => editions.includes(EDITION))
    .map((question) => ({
      exam: pack.exam.id,
      edition: EDITION,
      id: question.id,
      domain: domainOf(pack, EDITION, question).id,
    }));
}

const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog });
try {
  const results: Map<string, Measured>[] = [];
  for (const [index, size] of [SMALL, LARGE].entries()) {
    const name = `bench_growth_${index}`;
    const owner = new URL(server.migrationUrl).username;
    await administer(server.superuserUrl, (sql) => sql`create database ${sql(name)} owner ${sql(owner)}`);
    results.push(await measureAll(withDatabase(server.migrationUrl, name), size));
  }
  const [small, large] = results;
  console.log(
    `\n${''.padEnd(42)}${'100 k: p50'.padStart(11)}${'p99'.padStart(8)}${'large: p50'.padStart(12)}${'p99'.padStart(8)}   ×p50  ×p99`,
  );
  for (const [name, a] of small ?? []) {
    const b = large?.get(name) ?? a;
    const cells = [a.p50, a.p99, b.p50, b.p99].map((each, index) =>
      each.toFixed(1).padStart([11, 8, 12, 8][index] ?? 8),
    );
    console.log(
      `${name.padEnd(42)}${cells.join('')}${(b.p50 / a.p50).toFixed(2).padStart(7)}${(b.p99 / a.p99).toFixed(2).padStart(6)}`,
    );
  }
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
