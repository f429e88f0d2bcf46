// A bot in many servers keeps of each what it needs at once; the rest is asked for when something depends on it.
import { type ButtonInteraction, type Client, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { card, text } from '#bot/card.ts';
import { createChannels } from '#bot/channels.ts';
import { createClient } from '#bot/client.ts';
import { isLean, keepServersLean } from '#bot/lean-servers.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { until } from '../support/cohort.ts';
import { silentLog } from '../support/database.ts';

let discord: LocalDiscord;
let client: Client;
const servers: string[] = [];
const channels: string[] = [];

function addServer(name: string): void {
  const { id } = discord.createGuild({ name, ownerName: `Owner of ${name}` });
  servers.push(id);
  discord.createRole(id, { name: 'learners' });
  channels.push(discord.createChannel(id, { name: 'general' }).id);
}

beforeAll(async () => {
  discord = await startLocalDiscord();
  addServer('First');
  addServer('Second');
  client = createClient({ api: discord.api, shards: 'auto', log: silentLog });
  // Two are many here.
  keepServersLean(client, 1);
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  await ready;
});
afterAll(async () => {
  await client?.destroy();
  await discord?.stop();
});

const guildOf = (index: number) => {
  const guild = client.guilds.cache.get(servers[index] ?? '');
  if (!guild) throw new Error('no such server');
  return guild;
};

it('keeps neither channels nor roles of servers that a login lists, and who they are all the same', () => {
  for (const index of [0, 1]) {
    const guild = guildOf(index);
    expect([guild.channels.cache.size, guild.roles.cache.size, isLean(guild)]).toEqual([0, 0, true]);
  }
  const arrival = createChannels(client).arrivalIn(servers[0] ?? '');
  expect(arrival).toMatchObject({ name: 'First', locale: 'en-US' });
});

it('asks for them when a permission depends on them, once, and keeps them from then on', async () => {
  const sent = createChannels(client);
  const check = { serverId: servers[0] ?? '', channelId: channels[0] ?? '', need: 'post' as const };
  expect(await sent.missingPermissions(check)).toEqual([]);
  const guild = guildOf(0);
  expect([guild.available, isLean(guild)]).toEqual([true, false]);
  expect(guild.roles.cache.some(({ name }) => name === 'learners')).toBe(true);
  const asked = discord.requests.length;
  expect(await sent.missingPermissions(check)).toEqual([]);
  expect(discord.requests.length - asked).toBeLessThanOrEqual(1);
  // A message goes to the other one without any of it.
  const nonce = 'p1';
  const message = card(null, [text('Hello')]);
  expect(await sent.send(channels[1] ?? '', { message, nonce })).toMatchObject({ kind: 'sent' });
});

it('keeps everything of a server that comes later, which is greeted', async () => {
  addServer('Third');
  await until(() => client.guilds.cache.has(servers[2] ?? ''));
  await until(() => guildOf(2).available);
  expect(isLean(guildOf(2))).toBe(false);
});

it('makes no objects of a pressed message, of which it knows the id and whether it is for one alone', async () => {
  const channelId = channels[0] ?? '';
  const row = { type: 1, components: [{ type: 2, style: 1, label: 'One', custom_id: 'one' }] };
  const sent = (await client.rest.post(`/channels/${channelId}/messages`, {
    body: { flags: MessageFlags.SuppressNotifications, content: 'Press', components: [row] },
  })) as { id: string };
  const pressed = new Promise<ButtonInteraction>((resolve) => {
    client.once('interactionCreate', (interaction) => {
      if (interaction.isButton()) resolve(interaction);
    });
  });
  const ada = discord.createMember(servers[0] ?? '', { name: 'ada' });
  void discord.as(ada.id).press(sent.id, 'one');
  const interaction = await pressed;
  const { id, flags, components, content } = interaction.message;
  expect({ id, components, content: content ?? '' }).toEqual({ id: sent.id, components: [], content: '' });
  expect(flags.has(MessageFlags.SuppressNotifications)).toBe(true);
  await interaction.deferUpdate();
});
