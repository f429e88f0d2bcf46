// The terminal driver as a process: where it finds the playground, where it acts, in which language.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeAddress } from '#local-discord/address.ts';
import { connect, raw, type Scene, startScene } from '../support/local-discord.ts';

const SAY = join(import.meta.dirname, '../../src/local-discord/say.ts');
const FAST = ['--require', join(import.meta.dirname, '../../src/fast-imports.cjs')];
const base = mkdtempSync(join(tmpdir(), 'say-'));
const elsewhere = mkdtempSync(join(tmpdir(), 'say-elsewhere-'));

let scene: Scene;
let client: Client<true>;
let threadId = '';

type Run = { env?: Record<string, string>; cwd?: string };

function say(args: string[], { env = { DATA_DIR: base }, cwd = elsewhere }: Run = {}) {
  return new Promise<{ code: number; out: string }>((resolve) => {
    const options = { cwd, env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, [...FAST, SAY, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });
}

const question = (text: string) => ({
  content: text,
  components: [{ type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: text }] }],
});

beforeAll(async () => {
  scene = await startScene();
  writeAddress(join(base, 'local-discord'), scene.local.url);
  ({ client } = await connect(scene.local, async (interaction) => {
    if (interaction.isButton())
      await interaction.reply({
        content: `You pressed ${interaction.customId}`,
        flags: MessageFlags.Ephemeral,
      });
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: `${interaction.locale} <t:1893456000:D>`,
        flags: MessageFlags.Ephemeral,
      });
  }));
  await client.application.commands.set([
    {
      name: 'quiz',
      nameLocalizations: { de: 'frage' },
      description: 'Ask',
      descriptionLocalizations: { de: 'Fragt' },
      contexts: [0, 1, 2],
      integrationTypes: [0, 1],
    },
  ]);
  const { local, channelId, guildId } = scene;
  local.createChannel(guildId, { name: 'daily' });
  const foreign = local.createGuild({ name: 'Another server', ownerId: scene.grace, bot: false });
  local.createChannel(foreign.id, { name: 'daily' });
  local.createChannel(foreign.id, { name: 'lobby' });
  local.createGroup({ name: 'Study night', userIds: [scene.ada, scene.grace] });
  await raw(local, 'POST', `/channels/${channelId}/messages`, question('in-general'));
  const { body: thread } = await raw(local, 'POST', `/channels/${channelId}/threads`, {
    name: 'A long talk',
    type: 11,
  });
  threadId = String(thread.id);
  await raw(local, 'POST', `/channels/${threadId}/messages`, question('in-thread'));
});

afterAll(async () => {
  await client?.destroy();
  await scene?.local.stop();
  for (const directory of [base, elsewhere]) rmSync(directory, { recursive: true, force: true });
});

test('it finds the playground by DATA_DIR, from the environment or from a .env file', async () => {
  expect((await say(['ada', 'hello'])).out).toContain('hello');
  const withFile = mkdtempSync(join(tmpdir(), 'say-dotenv-'));
  writeFileSync(join(withFile, '.env'), `DATA_DIR=${base}\n`);
  expect((await say(['ada', 'from a file'], { env: {}, cwd: withFile })).out).toContain('from a file');
  const nowhere = await say(['ada', 'x'], { env: { DATA_DIR: join(elsewhere, 'none') }, cwd: withFile });
  expect(nowhere.out).toContain(`No local Discord is running on ${join(elsewhere, 'none', 'local-discord')}`);
  const byDefault = await say(['ada', 'x'], { env: { DATA_DIR: ' ' } });
  expect(byDefault.out).toContain('No local Discord is running on data/local-discord');
  rmSync(withFile, { recursive: true });
});

test('a press says first where it was made, and on which message', async () => {
  const { out } = await say(['grace', 'press A']);
  expect(out).toMatch(/^In the thread "A long talk" in #general, on message \d+:\n\nCohort/);
  expect(out).toContain('You pressed in-thread');
});

test('with a channel named it acts there and not in a thread of it; with a thread named, there', async () => {
  const inChannel = await say(['grace', 'in #general press A']);
  expect(inChannel.out).toMatch(/^In #general, on message/);
  expect(inChannel.out).toContain('You pressed in-general');
  expect((await say(['grace', 'in "A long talk" press A'])).out).toContain('You pressed in-thread');
  expect(await say(['grace', 'in #daily press A'])).toEqual({
    code: 1,
    out: 'Nothing in #daily has a button "A".\n',
  });
});

test('what only a thread has is not pressed from the channel, but the thread is named', async () => {
  const { local, channelId } = scene;
  await raw(local, 'POST', `/channels/${threadId}/messages`, {
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Only here', custom_id: 'only' }] }],
  });
  expect(local.messages(channelId).length).toBeGreaterThan(0);
  const { out } = await say(['grace', 'in #general press "Only here"']);
  expect(out).toBe(
    'Nothing in #general has a button "Only here". Its threads have one: in "A long talk" …\n',
  );
});

test('--locale sets the language of the member, for later sentences too', async () => {
  const german = await say(['ada', '--locale', 'de', '/frage']);
  expect(german.out).toContain('de 1. Januar 2030');
  expect((await say(['ada', '/'])).out).toBe('/frage  – Fragt\n');
  expect((await say(['ada', '--locale', 'en-US', '/'])).out).toBe('/quiz  – Ask\n');
  expect(await say(['ada', '--locale', 'tlh', '/'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('no language "tlh"'),
  });
});

test('"in dm" is where the bot and that member write to each other', async () => {
  const { out } = await say(['ada', 'in dm hello bot']);
  expect(out).toMatch(/hello bot\n {2}└ id \d+ in direct messages/);
  expect(scene.local.messages(scene.local.directChannel(scene.ada).id)).toHaveLength(1);
});

test('"wait" moves the clock on for everybody, and says where it has come to', async () => {
  const before = scene.local.clock.now();
  const { code, out } = await say(['ada', 'wait 2 days']);
  expect([code, out]).toEqual([0, expect.stringMatching(/^It is now \w+, \d+ \w+ \d{4} at \d\d:\d\d\.\n$/)]);
  expect(scene.local.clock.now() - before).toBeGreaterThanOrEqual(2 * 86_400_000);
  expect((await say(['ada', 'wait 90 minutes'])).code).toBe(0);
  expect(await say(['ada', 'wait 8 weeks'])).toEqual({
    code: 1,
    out: 'The clock moves on by a month at most at once.\n',
  });
  expect((await say(['ada', 'wait for me'])).out).toContain('wait for me');
});

test('a message longer than Discord takes is refused, as its client would', async () => {
  expect(await say(['ada', 'x'.repeat(2_001)])).toEqual({
    code: 1,
    out: 'A message has 2000 characters at most; this one has 2001.\n',
  });
});

test('a reader that has seen enough is no fault', async () => {
  const child = spawn(process.execPath, [...FAST, SAY, 'ada', 'show'], {
    cwd: elsewhere,
    env: { PATH: process.env.PATH, DATA_DIR: base },
  });
  child.stdout.destroy();
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const [code] = await once(child, 'exit');
  expect([code, complaint]).toEqual([0, '']);
});

test('a group and another server are places by their names; "install" brings the commands there', async () => {
  await client.application.commands.create({ name: 'setup', description: 'For servers', contexts: [0] });
  const refused = await say(['grace', 'in "Study night" /quiz']);
  expect(refused).toEqual({ code: 1, out: 'This member has not installed the bot for themself.\n' });
  expect((await say(['grace', 'in lobby /'])).out).toContain('There are no commands here.');
  expect((await say(['grace', 'install'])).out).toContain('The bot is installed for grace');
  expect((await say(['grace', 'in "Study night" /quiz'])).out).toContain('in the group "Study night"');
  expect((await say(['grace', 'in lobby /quiz'])).out).toContain('in #lobby of Another server');
  expect((await say(['grace', 'in lobby /'])).out).toBe('/quiz  – Ask\n');
  expect((await say(['grace', 'in general /'])).out).toBe('/quiz  – Ask\n/setup  – For servers\n');
  await say(['grace', 'uninstall']);
  expect((await say(['grace', 'in lobby /quiz'])).code).toBe(1);
});

test('of channels of the same name the one with the bot is meant, unless the server is named', async () => {
  expect((await say(['grace', 'in daily hello'])).out).toMatch(/in #daily\n/);
  expect((await say(['grace', 'in "another server#daily" hello'])).out).toContain(
    'in #daily of Another server',
  );
  expect((await say(['grace', 'in "Another server" show'])).out).toContain('#daily of Another server');
});
