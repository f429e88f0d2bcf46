// The gateway: resuming with replay, starting over, and the codes with which Discord closes.
import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { startLocalDiscord } from '#local-discord/server.ts';
import { connect, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;
let client: Client<true>;
const seen: string[] = [];

beforeAll(async () => {
  scene = await startScene();
  ({ client } = await connect(scene.local, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    seen.push(interaction.id);
    await interaction.reply('here');
  }));
  await client.application.commands.set([{ name: 'go', description: 'Go' }]);
});

afterAll(async () => {
  await client?.destroy();
  await scene?.local.stop();
});

async function expectReplay(drop: () => void): Promise<void> {
  const resumed = new Promise((resolve) =>
    client.once(Events.ShardResume, (_, replayed) => resolve(replayed)),
  );
  drop();
  const result = await scene.local.as(scene.ada).command(scene.channelId, '/go');
  expect(result.state).toBe('replied');
  await resumed;
  expect(seen.filter((id) => id === result.id)).toHaveLength(1);
}

test('a broken connection is resumed and the missed command replayed, once', () =>
  expectReplay(() => scene.local.dropGateway('kill-sockets')));

test('op 7 makes the bot reconnect and resume', () => expectReplay(() => scene.local.dropGateway('op7')));

test('op 9 with d=true is resumed too', () => expectReplay(() => scene.local.dropGateway('op9-resumable')));

test('a close code that keeps the session is resumed', () =>
  expectReplay(() => scene.local.dropGateway(4000)));

test('op 9 with d=false makes the bot identify anew', async () => {
  const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
  scene.local.dropGateway('op9');
  await ready;
  const result = await scene.local.as(scene.ada).command(scene.channelId, '/go');
  expect(result.state).toBe('replied');
});

test('members can be asked for by id without a privileged intent; one who left is not found', async () => {
  const guild = await client.guilds.fetch(scene.guildId);
  const gone = scene.local.createMember(scene.guildId, { name: 'Gone' });
  scene.local.removeMember(scene.guildId, gone.id);
  const members = await guild.members.fetch({ user: [scene.ada, gone.id], time: 5_000 });
  expect([...members.keys()]).toEqual([scene.ada]);
  await expect(guild.members.fetch(gone.id)).rejects.toMatchObject({ code: 10007, status: 404 });
});

test('joining, kicking and channels are told to a bot with the Guilds intent', async () => {
  const { local } = scene;
  const joined = new Promise<string>((resolve) => client.once(Events.GuildCreate, ({ id }) => resolve(id)));
  const other = local.createGuild({ name: 'Second' });
  expect(await joined).toBe(other.id);
  const made = new Promise<string>((resolve) =>
    client.once(Events.ChannelCreate, ({ name }) => resolve(name)),
  );
  local.createChannel(other.id, { name: 'new-channel' });
  expect(await made).toBe('new-channel');
  const left = new Promise<string>((resolve) => client.once(Events.GuildDelete, ({ id }) => resolve(id)));
  local.kickBot(other.id);
  expect(await left).toBe(other.id);
  await expect(client.guilds.fetch({ guild: other.id, force: true })).rejects.toMatchObject({ code: 50001 });
});

test('without a connected bot a command fails at once', async () => {
  const local = await startLocalDiscord();
  const guild = local.createGuild({ name: 'Empty' });
  const channel = local.createChannel(guild.id, { name: 'general' });
  await fetch(`${local.api}/v10/applications/${local.applicationId}/commands`, {
    method: 'POST',
    headers: { Authorization: `Bot ${local.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'go', description: 'Go' }),
  });
  const result = await local.as(guild.ownerId).command(channel.id, '/go');
  expect(result).toMatchObject({ state: 'failed', reason: 'The bot is offline.' });
  await local.stop();
});

type Identify = { token?: string; intents?: number; shard?: [number, number] };

function closeCodeOf(url: string, identify: Identify | string): Promise<number> {
  const socket = new WebSocket(url.replace('http', 'ws'));
  const frame = { op: 2, d: { token: 'local-token', intents: 1, properties: {}, ...(identify as Identify) } };
  socket.once('message', () => socket.send(typeof identify === 'string' ? identify : JSON.stringify(frame)));
  return new Promise((resolve) => socket.once('close', resolve));
}

test('close codes', async () => {
  const { url } = scene.local;
  expect(await closeCodeOf(url, { token: 'wrong' })).toBe(4004);
  expect(await closeCodeOf(url, { intents: GatewayIntentBits.GuildMembers })).toBe(4014);
  expect(await closeCodeOf(url, { intents: 1 << 30 })).toBe(4013);
  expect(await closeCodeOf(url, { shard: [2, 2] })).toBe(4010);
  expect(await closeCodeOf(url, 'not json')).toBe(4002);
  expect(await closeCodeOf(url, '{"op":99}')).toBe(4001);
  expect(await closeCodeOf(url, '{"op":3,"d":{}}')).toBe(4003);
  expect(await closeCodeOf(url, JSON.stringify({ op: 1, d: 'x'.repeat(5_000) }))).toBe(4002);
});

test('more than 2,500 guilds need shards', async () => {
  const local = await startLocalDiscord();
  for (let index = 0; index < 2_501; index += 1) local.createGuild({ name: `Guild ${index}` });
  expect(await closeCodeOf(local.url, {})).toBe(4011);
  await local.stop();
});

test('a page of another site cannot open the gateway', async () => {
  const socket = new WebSocket(scene.local.url.replace('http', 'ws'), { origin: 'http://evil.example' });
  await expect(new Promise((_, reject) => socket.once('error', reject))).rejects.toThrow();
});

test('shards share the guilds out among them', async () => {
  const local = await startLocalDiscord();
  const ids = Array.from({ length: 8 }, (_, index) => {
    local.clock.advance(1);
    return local.createGuild({ name: `Guild ${index}` }).id;
  });
  const guildsOf = async (shard: [number, number]) => {
    const socket = new WebSocket(local.url.replace('http', 'ws'));
    const greeting = new Promise<string[]>((resolve) => {
      socket.on('message', (data) => {
        const { op, t, d } = JSON.parse(String(data));
        if (op === 10) socket.send(JSON.stringify({ op: 2, d: { token: 'local-token', intents: 1, shard } }));
        if (t === 'READY') resolve(d.guilds.map((guild: { id: string }) => guild.id));
      });
    });
    const guilds = await greeting;
    socket.close();
    return guilds;
  };
  const [even, odd] = await Promise.all([guildsOf([0, 2]), guildsOf([1, 2])]);
  expect([...even, ...odd].sort()).toEqual([...ids].sort());
  expect(even.every((id) => (BigInt(id) >> 22n) % 2n === 0n)).toBe(true);
  expect(Math.min(even.length, odd.length)).toBeGreaterThan(0);
  await local.stop();
});
