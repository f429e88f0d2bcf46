// Presses through the whole bot in its own process, between a bare discord.js handler without a database and a program
// written by hand that reads and writes the same rows: all with the same answer, in the same run. The local Discord runs
// in this process, together with the members who press.
import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalDiscord, type Message, startLocalDiscord } from '#local-discord/server.ts';
import { customIdsOf, textOf } from '../support/cohort.ts';
import { cpuOf, cpuOfServer } from './cpu.ts';
import { baselineFlags, type Program, spawnBotWith, spawnProgram } from './handlers.ts';
import { countRows, HEADER, type Measured, measureFor, median, row } from './measure.ts';

const ROUNDS = 3;
const WARM_SECONDS = 2;

export type Setting = { databaseUrl: string; postmaster: number; seconds: number };
/** A program with a question to press on; `press` takes the number of the member. */
type Running = {
  name: string;
  program: Program;
  press(member: number): Promise<void>;
  stop(): Promise<void>;
};
type Cpu = { program: number; postgres: number; discord: number };

export async function benchWholeBot(setting: Setting): Promise<string[]> {
  const stage = await openStage();
  const bot = await startBot(stage, setting.databaseUrl);
  const reply = await replyOf(stage, bot);
  const bare = await startOther(await openStage(), 'bare discord.js handler', reply);
  const minimal = await startOther(await openStage(), 'minimal, by hand', {
    ...reply,
    ...(await postOf(stage)),
    DATABASE_URL: setting.databaseUrl,
  });
  const running = [bare, minimal, bot.running];
  const lines = [
    'Whole bot: press → saved → feedback; a member’s first press on the question',
    `${HEADER}   CPU µs an answer: program, PostgreSQL, local Discord`,
  ];
  for (const { press } of running) await measureFor(WARM_SECONDS, 16, press);
  await countRows(setting.databaseUrl);
  for (const concurrency of [1, 16, 64]) {
    const compared = await compare(running, { ...setting, concurrency });
    lines.push(...describe(running, compared, concurrency));
  }
  for (const each of running) await each.stop();
  return lines;
}

type Compared = { measured: Measured; cpu: Cpu };

/** Turn by turn, so that all meet the same noise. */
async function compare(
  running: readonly Running[],
  setting: Setting & { concurrency: number },
): Promise<Compared[]> {
  const results = running.map((): Compared[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { press, program }] of running.entries()) {
      await measureFor(WARM_SECONDS, setting.concurrency, press);
      const before = usedBy(program, setting.postmaster);
      const measured = await measureFor(setting.seconds, setting.concurrency, press);
      const after = usedBy(program, setting.postmaster);
      const answers = measured.perSecond * setting.seconds;
      const cpu = {
        program: (after.program - before.program) / answers,
        postgres: (after.postgres - before.postgres) / answers,
        discord: (after.discord - before.discord) / answers,
      };
      results[index]?.push({ measured, cpu });
    }
  }
  return results.map((runs) => {
    const chosen = median(runs.map(({ measured }) => measured));
    return runs.find(({ measured }) => measured === chosen) as Compared;
  });
}

function usedBy({ pid }: Program, postmaster: number): Cpu {
  const own = process.cpuUsage();
  return { program: cpuOf(pid), postgres: cpuOfServer(postmaster), discord: own.user + own.system };
}

function describe(running: readonly Running[], compared: readonly Compared[], concurrency: number): string[] {
  const [bare, minimal] = compared;
  return compared.map(({ measured, cpu }, index) => {
    const name = `${running[index]?.name}, ${concurrency} at once`;
    const used = [cpu.program, cpu.postgres, cpu.discord].map((each) => each.toFixed(0).padStart(6)).join('');
    const toMinimal = minimal ? (measured.perSecond / minimal.measured.perSecond).toFixed(2) : '';
    return `${row(name, measured, index === 0 ? undefined : bare?.measured)}${used}   ${toMinimal} × minimal`;
  });
}

type Stage = { discord: LocalDiscord; guildId: string; ownerId: string; channelId: string };

async function openStage(): Promise<Stage> {
  const discord = await startLocalDiscord({ rateLimits: false, validate: false });
  const { id: guildId, ownerId } = discord.createGuild({ name: 'Bench', ownerName: 'Owner' });
  const channelId = discord.createChannel(guildId, { name: 'general' }).id;
  return { discord, guildId, ownerId, channelId };
}

type Question = { messageId: string; customId: string };

async function startBot(
  stage: Stage,
  databaseUrl: string,
): Promise<{ running: Running; question: Question }> {
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' };
  const program = await spawnBotWith(stage.discord, env);
  for (let turn = 0; turn < 30; turn += 1) {
    const { message } = await stage.discord.as(stage.ownerId).command(stage.channelId, '/quiz open-for:7d');
    const customId = customIdsOf(message).find((id) => id.startsWith('answer:')) ?? '';
    if (message && textOf(message).includes('Select ONE')) {
      const question = { messageId: message.id, customId };
      return { running: runningOn(stage, { name: 'the whole bot', program, question }), question };
    }
    await sleep(10_100);
  }
  throw new Error('the bot asked no single-response question');
}

/** What the bot answers to a first press: its own body, as large as it is. */
async function replyOf(
  { discord, guildId }: Stage,
  { question }: { question: Question },
): Promise<{ REPLY: string }> {
  const member = discord.createMember(guildId, { name: 'first' });
  const { message } = await discord.as(member.id).press(question.messageId, question.customId);
  if (!message) throw new Error('the bot did not answer');
  const { components, flags } = message;
  return { REPLY: JSON.stringify({ type: 4, data: { components, flags } }) };
}

/** The post that the bot's question is, for whoever sends the bot's own statements. */
async function postOf({ discord, guildId, channelId }: Stage): Promise<Record<string, string>> {
  const asked = discord.messages(channelId).at(-1);
  const [, , postId = ''] =
    customIdsOf(asked)
      .find((id) => id.startsWith('answer:'))
      ?.split(':') ?? [];
  return { POST_ID: postId, SERVER_ID: guildId };
}

const FILES: Record<string, string> = {
  'bare discord.js handler': 'test/bench/bare-handler.ts',
  'minimal, by hand': 'test/bench/minimal-handler.ts',
};

async function startOther(stage: Stage, name: string, more: Record<string, string>): Promise<Running> {
  const { discord } = stage;
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, NODE_ENV: 'production', ...more };
  const program = await spawnProgram([FILES[name] ?? ''], { flags: baselineFlags(), env });
  const { id } = await postQuestion(stage);
  return runningOn(stage, { name, program, question: { messageId: id, customId: 'answer:1:1:0' } });
}

/** The message that the others' members press on, sent as the bot would. */
async function postQuestion({ discord, channelId }: Stage): Promise<Pick<Message, 'id'>> {
  const button = { type: 2, style: 1, label: 'A', custom_id: 'answer:1:1:0' };
  const response = await fetch(`${discord.api}/v10/channels/${channelId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'Question', components: [{ type: 1, components: [button] }] }),
  });
  // safe: the local Discord answers with a message object
  return (await response.json()) as Message;
}

type Given = { name: string; program: Program; question: Question };

function runningOn({ discord, guildId }: Stage, { name, program, question }: Given): Running {
  return {
    name,
    program,
    async press(number) {
      const member = discord.createMember(guildId, { name: `m${number}` });
      const result = await discord.as(member.id).press(question.messageId, question.customId);
      if (result.state !== 'replied') throw new Error(`${result.state}: ${result.reason}`);
    },
    async stop() {
      await program.stop();
      await discord.stop();
    },
  };
}
