// The program and the terminal driver as processes: what a SIGKILL leaves, and what a stranger reads.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../support/local-discord.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'local-discord-'));
const started: ChildProcess[] = [];
/** Fixed, so that the bot can come back after a restart. */
const TOKEN = 'kept-over-restarts';
let server: ChildProcess;
let url = '';
let client: Client<true>;

async function start(
  ...args: string[]
): Promise<{ child: ChildProcess; ready: { url: string; token: string } }> {
  const child = spawn(
    process.execPath,
    ['--require', './src/fast-imports.cjs', 'src/local-discord/main.ts', '--data', dataDir, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  started.push(child);
  const [line] = await once(child.stdout ?? child, 'data');
  return { child, ready: JSON.parse(String(line)) };
}

async function connectBot() {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    ['A', 'B'].map((label) =>
      new ButtonBuilder().setCustomId(`pick:${label}`).setLabel(label).setStyle(ButtonStyle.Primary),
    ),
  );
  const modal = new ModalBuilder()
    .setCustomId('report')
    .setTitle('Report')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('What is wrong?')
        .setTextInputComponent(new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short)),
    );
  const bot = await connect({ api: `${url}/api`, token: TOKEN } as never, async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: 'AWS Lambda', value: 'lambda' }]);
    else if (interaction.isButton() && interaction.customId === 'pick:B') await interaction.showModal(modal);
    else if (interaction.isButton())
      await interaction.reply({ content: 'Right, <t:4102444800:R>', flags: MessageFlags.Ephemeral });
    else if (interaction.isModalSubmit())
      await interaction.reply(`Thanks: ${interaction.fields.getTextInputValue('text')}`);
    else if (interaction.isRepliable()) {
      await interaction.deferReply();
      await interaction.editReply({ content: 'Which?', components: [row] });
    }
  });
  client = bot.client;
}

beforeAll(async () => {
  const { child, ready } = await start('--port', '0', '--token', TOKEN);
  server = child;
  url = ready.url;
  await connectBot();
  await client.application.commands.set([
    {
      name: 'quiz',
      description: 'Ask',
      options: [{ name: 'topic', description: 'Topic', type: 3, required: true, autocomplete: true }],
    },
  ]);
});

afterAll(async () => {
  await client?.destroy();
  for (const child of started) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

type State = { guilds: unknown[]; bot: { applicationId: string; connected: boolean } };

async function read<Shape>(path: string): Promise<Shape> {
  return (await (await fetch(`${url}/local/${path}`)).json()) as Shape;
}

const readSeen = () => read<{ messages: { id: string }[] }>('messages?as=grace&channel=general');

function say(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const parameters = ['src/local-discord/say.ts', '--data', dataDir, ...args];
    execFile(process.execPath, parameters, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });
}

test('say: command, button, form, autocomplete and show read like Discord', async () => {
  expect((await say('ada', '/')).out).toBe('/quiz topic:  – Ask\n');
  const asked = await say('ada', '/quiz topic:lambda');
  expect(asked.out).toMatch(
    /Ada used \/quiz\nCohort · BOT · \d\d:\d\d · edited\n {2}Which\?\n {2}\[A\] \[B\]\n {2}└ id \d+ in #general/,
  );
  const pressed = await say('grace', 'press A');
  expect(pressed.out).toMatch(/only you can see this\n {2}Right, in \d+ years/);
  expect((await say('linus', 'show')).out).not.toContain('Right,');
  expect((await say('ada', 'type /quiz topic:lam')).out.trim()).toBe('AWS Lambda  (value lambda)');
  const form = await say('grace', 'press B');
  expect(form.out).toContain('text: What is wrong? (text, required)');
  expect((await say('grace', 'submit text=the key is wrong')).out).toContain('Thanks: the key is wrong');
  expect((await say('ada', '--channel', 'daily', 'hello there')).out).toMatch(
    /Ada · .*\n {2}hello there\n.*#daily/,
  );
});

test('say: what goes wrong is said plainly, with exit code 1', async () => {
  const fails = async (reason: RegExp, ...args: string[]) => {
    const { code, out } = await say(...args);
    expect(out).toMatch(reason);
    expect(code).toBe(1);
  };
  await Promise.all([
    fails(/no member "bob".*ada, grace/s, 'bob', 'hi'),
    fails(/Unknown command "\/quis"\. Did you mean: \/quiz/, 'ada', '/quis'),
    fails(/option "topic" is required/, 'ada', '/quiz'),
    fails(/no button "Z"/, 'ada', 'press Z'),
    fails(/sees no channel "private-staff"/, 'linus', 'in #private-staff hi'),
    fails(/No local Discord is running.*npm start/s, '--data', join(dataDir, 'nothing'), 'ada', 'hi'),
  ]);
});

test('a second server on the same port or the same data is refused with one line', async () => {
  const attempt = (...args: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      execFile(
        process.execPath,
        ['--require', './src/fast-imports.cjs', 'src/local-discord/main.ts', ...args],
        (error, _, stderr) => resolve({ code: Number(error?.code ?? 0), out: stderr }),
      );
    });
  const port = new URL(url).port;
  const samePort = await attempt('--port', port, '--data', join(dataDir, 'other'));
  expect(samePort).toEqual({
    code: 1,
    out: `local-discord: port ${port} is already in use (choose another with --port)\n`,
  });
  const sameData = await attempt('--port', '0', '--data', dataDir);
  expect(sameData.code).toBe(1);
  expect(sameData.out).toContain('already running');
});

test('SIGKILL in the middle of a write loses nothing that was acknowledged', async () => {
  const before = await read<State>('state');
  const seenBefore = await readSeen();
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect((await say('ada', 'hi')).out).toContain('No local Discord is running');
  appendFileSync(join(dataDir, 'journal.jsonl'), '["message",{"message":{"id":"1');
  const { child } = await start('--port', new URL(url).port, '--token', TOKEN);
  server = child;
  const after = await read<State>('state');
  expect(after.guilds).toEqual(before.guilds);
  expect(after.bot.applicationId).toBe(before.bot.applicationId);
  const seen = await readSeen();
  expect(seen.messages).toEqual(seenBefore.messages);
  expect(seen.messages.length).toBe(3);
  // The bot comes back by itself, and new ids come after the old ones.
  await expect.poll(async () => (await read<State>('state')).bot.connected, { timeout: 15_000 }).toBe(true);
  const { out } = await say('ada', 'again');
  const id = /id (\d+)/.exec(out)?.[1] ?? '0';
  expect(BigInt(id)).toBeGreaterThan(BigInt(seen.messages.at(-1)?.id ?? ''));
  expect((await say('ada', '/quiz topic:x')).out).toContain('Which?');
});

test('every start has a token of its own, which only its first line tells; what it keeps is for its owner alone', async () => {
  const data = mkdtempSync(join(tmpdir(), 'local-discord-'));
  const tokens = [];
  for (let run = 0; run < 2; run += 1) {
    const { child, ready } = await start('--data', data, '--port', '0');
    tokens.push(ready.token);
    const asked = await fetch(`${ready.url}/api/v10/users/@me`, {
      headers: { Authorization: 'Bot local-token' },
    });
    expect(asked.status).toBe(401);
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  expect(new Set(tokens).size).toBe(2);
  expect(tokens.every((token) => token.length >= 32)).toBe(true);
  expect(statSync(join(data, 'journal.jsonl')).mode & 0o777).toBe(0o600);
  expect(statSync(join(data, 'attachments')).mode & 0o777).toBe(0o700);
  rmSync(data, { recursive: true, force: true });
});

test('with --parent it ends when its parent disconnects, and tidies up', async () => {
  const other = mkdtempSync(join(tmpdir(), 'local-discord-'));
  const { child } = await start('--data', other, '--port', '0', '--parent');
  expect(existsSync(join(other, 'address.json'))).toBe(true);
  child.disconnect();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(existsSync(join(other, 'address.json'))).toBe(false);
  rmSync(other, { recursive: true, force: true });
});
