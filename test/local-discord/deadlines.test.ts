// The clock of interactions: 3 seconds to answer, once, and 15 minutes for the token.
import { type ChatInputCommandInteraction, type Client, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Handle, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;
let client: Client<true>;
let handle: Handle = () => undefined;

beforeAll(async () => {
  scene = await startScene();
  ({ client } = await connect(scene.local, (interaction) => handle(interaction)));
  await client.application.commands.set([{ name: 'go', description: 'Go' }]);
});

afterAll(async () => {
  await client?.destroy();
  await scene?.local.stop();
});

/** Runs /go and hands over the interaction as soon as the bot has it. */
async function receive() {
  const received = Promise.withResolvers<ChatInputCommandInteraction>();
  handle = (interaction) => received.resolve(interaction as ChatInputCommandInteraction);
  const result = scene.local.as(scene.ada).command(scene.channelId, '/go');
  return { interaction: await received.promise, result };
}

test('3 seconds on the server clock end the wait, and the late answer gets 10062', async () => {
  const { local } = scene;
  const { interaction, result } = await receive();
  local.clock.advance(3_001);
  expect(await result).toMatchObject({ state: 'failed', reason: 'The application did not respond.' });
  await expect(interaction.reply('late')).rejects.toMatchObject({ code: 10062, status: 404 });
  local.clock.follow();
  await expect(interaction.reply('still late')).rejects.toMatchObject({ code: 10062 });
});

test('an answer at exactly 3 seconds counts', async () => {
  const { local } = scene;
  local.clock.set(local.clock.now());
  const { interaction, result } = await receive();
  local.clock.advance(3_000);
  await interaction.reply('in time');
  expect((await result).state).toBe('replied');
  local.clock.follow();
});

test('with the clock standing still the member waits 3 real seconds', async () => {
  const { local } = scene;
  local.clock.set(local.clock.now());
  const { interaction, result } = await receive();
  const { state, ms } = await result;
  expect(state).toBe('failed');
  expect(ms).toBeGreaterThan(2_900);
  await expect(interaction.reply('late')).rejects.toMatchObject({ code: 10062 });
  local.clock.follow();
});

test('the token lives 15 minutes', async () => {
  const { local } = scene;
  const { interaction, result } = await receive();
  await interaction.reply('first');
  expect((await result).state).toBe('replied');
  local.clock.advance(14 * 60_000);
  await interaction.editReply('second');
  await interaction.followUp('third');
  local.clock.advance(60_001);
  await expect(interaction.editReply('fourth')).rejects.toMatchObject({ code: 50027, status: 401 });
  await expect(interaction.followUp('fifth')).rejects.toMatchObject({ code: 50027 });
  local.clock.follow();
});

test('a second answer is 40060 and changes nothing', async () => {
  const { local, channelId } = scene;
  const { interaction, result } = await receive();
  await interaction.reply('once');
  const { id, token } = interaction;
  const again = client.rest.post(Routes.interactionCallback(id, token), {
    body: { type: 4, data: { content: 'twice' } },
    auth: false,
  });
  await expect(again).rejects.toMatchObject({ code: 40060, status: 400 });
  expect((await result).message?.content).toBe('once');
  expect(local.messages(channelId).map((message) => message.content)).not.toContain('twice');
});

test('before the answer there is nothing to edit, and a command cannot update a message', async () => {
  const { interaction } = await receive();
  const { id, token } = interaction;
  const edit = client.rest.patch(Routes.webhookMessage(scene.local.applicationId, token, '@original'), {
    body: { content: 'x' },
    auth: false,
  });
  await expect(edit).rejects.toMatchObject({ code: 10015, status: 404 });
  const update = client.rest.post(Routes.interactionCallback(id, token), {
    body: { type: 7, data: { content: 'x' } },
    auth: false,
  });
  await expect(update).rejects.toMatchObject({ code: 50035, status: 400 });
  await interaction.reply('ok');
});

test('a deferred answer may only be made ephemeral, and stays what it was made', async () => {
  const { interaction, result } = await receive();
  const { id, token } = interaction;
  const withV2 = client.rest.post(Routes.interactionCallback(id, token), {
    body: { type: 5, data: { flags: 1 << 15 } },
    auth: false,
  });
  await expect(withV2).rejects.toMatchObject({ code: 50035 });
  await interaction.deferReply({ flags: 64 });
  await interaction.followUp({ content: 'public?', flags: 0 as never });
  const settled = await (await result).settled();
  expect(settled).toMatchObject({ content: 'public?', flags: 64 });
});
