// Presses through the whole bot in its own process, next to a bare discord.js handler under the same load.
// The local Discord runs in this process, together with the members who press.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { customIdsOf, textOf } from '../support/cohort.ts';
import { HEADER, type Measured, measure, median, row } from './measure.ts';

const ROUNDS = 3;
const root = join(import.meta.dirname, '../..');

type Running = { press(): Promise<void>; stop(): Promise<void> };
type Contestant = { name: string; start(): Promise<Running> };

export async function benchWholeBot(databaseUrl: string, total: number): Promise<string[]> {
  const contestants: Contestant[] = [
    { name: 'bare discord.js handler, 20 characters', start: () => startBare(20) },
    { name: 'bare discord.js handler, 2,000 characters', start: () => startBare(2000) },
    { name: 'the whole bot', start: () => startBot(databaseUrl) },
  ];
  const running = await Promise.all(contestants.map(({ start }) => start()));
  const lines = ['Whole bot: press → saved → feedback; handler and local Discord in two processes', HEADER];
  for (const concurrency of [1, 16, 64]) {
    const results = await compare(running, { concurrency, total });
    for (const [index, result] of results.entries()) {
      const name = `${contestants[index]?.name}, ${concurrency} at once`;
      lines.push(row(name, result, index === 0 ? undefined : results[0]));
    }
  }
  await Promise.all(running.map(({ stop }) => stop()));
  return lines;
}

/** Turn by turn, so that all meet the same noise. */
async function compare(
  running: readonly Running[],
  { concurrency, total }: { concurrency: number; total: number },
) {
  const results = running.map((): Measured[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { press }] of running.entries()) {
      await measure(200, concurrency, press);
      results[index]?.push(await measure(total, concurrency, press));
    }
  }
  return results.map(median);
}

async function startBare(size: number): Promise<Running> {
  const stage = await openStage();
  const child = await spawnHandler('test/bench/bare-handler.ts', { ...stage.env, SIZE: String(size) });
  const message = await postQuestion(stage);
  return {
    press: presser(stage, { messageId: message.id, customId: 'answer:1:1:0' }),
    stop: () => stopAll(stage, child),
  };
}

async function startBot(databaseUrl: string): Promise<Running> {
  const stage = await openStage();
  const env = { ...stage.env, DATABASE_URL: databaseUrl, HTTP_PORT: '0', LOG_LEVEL: 'error' };
  const child = await spawnHandler('src/main.ts', env);
  for (let turn = 0; turn < 30; turn += 1) {
    const { message } = await stage.discord.as(stage.ownerId).command(stage.channelId, '/quiz open-for:7d');
    const customId = customIdsOf(message).find((id) => id.startsWith('answer:')) ?? '';
    if (message && textOf(message).includes('Select ONE')) {
      return {
        press: presser(stage, { messageId: message.id, customId }),
        stop: () => stopAll(stage, child),
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 10_100));
  }
  throw new Error('the bot asked no single-response question');
}

type Stage = {
  discord: LocalDiscord;
  guildId: string;
  ownerId: string;
  channelId: string;
  env: Record<string, string>;
};

async function openStage(): Promise<Stage> {
  const discord = await startLocalDiscord({ rateLimits: false, validate: false });
  const { id: guildId, ownerId } = discord.createGuild({ name: 'Bench', ownerName: 'Owner' });
  const channelId = discord.createChannel(guildId, { name: 'general' }).id;
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, PATH: process.env.PATH ?? '' };
  return { discord, guildId, ownerId, channelId, env };
}

/** The message that the bare handler's members press on, sent as the bot would. */
async function postQuestion({ discord, channelId }: Stage): Promise<{ id: string }> {
  const button = { type: 2, style: 1, label: 'A', custom_id: 'answer:1:1:0' };
  const response = await fetch(`${discord.api}/v10/channels/${channelId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'Question', components: [{ type: 1, components: [button] }] }),
  });
  // safe: the local Discord answers with a message object
  return (await response.json()) as { id: string };
}

/** Each press is another member's first. */
function presser(
  { discord, guildId }: Stage,
  on: { messageId: string; customId: string },
): () => Promise<void> {
  let count = 0;
  return async () => {
    count += 1;
    const member = discord.createMember(guildId, { name: `m${count}` });
    const result = await discord.as(member.id).press(on.messageId, on.customId);
    if (result.state !== 'replied') throw new Error(`${result.state}: ${result.reason}`);
  };
}

async function spawnHandler(file: string, env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => String(chunk).includes('connected to Discord') && resolve());
  });
  return child;
}

async function stopAll({ discord }: Stage, child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
  await discord.stop();
}
