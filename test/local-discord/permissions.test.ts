// What the bot may do is computed from roles and overwrites, and refused as Discord refuses it.
import { expect, test } from 'vitest';
import { startLocalDiscord } from '#local-discord/server.ts';
import { connect, raw, startScene } from '../support/local-discord.ts';

async function setUp() {
  const local = await startLocalDiscord({ rateLimits: false });
  const guild = local.createGuild({ name: 'Study group', botPermissions: [] });
  const channel = local.createChannel(guild.id, { name: 'general' });
  const send = async (body: object = { content: 'x' }, id = channel.id) => {
    const answer = await raw(local, 'POST', `/channels/${id}/messages`, body);
    return answer.status === 200 ? 200 : answer.body.code;
  };
  return { local, guild, channel, send };
}

test('no VIEW_CHANNEL is 50001, no SEND_MESSAGES is 50013', async () => {
  const { local, guild, channel, send } = await setUp();
  expect(await send()).toBe(200);
  local.setOverwrite(channel.id, { id: guild.everyoneRoleId, deny: ['SEND_MESSAGES'] });
  expect(await send()).toBe(50013);
  local.setOverwrite(channel.id, { id: guild.everyoneRoleId, deny: ['VIEW_CHANNEL'] });
  expect(await send()).toBe(50001);
  expect((await raw(local, 'GET', `/channels/${channel.id}`)).body.code).toBe(50001);
  await local.stop();
});

test('overwrites: role before everyone, member before role, administrator above all', async () => {
  const { local, guild, channel, send } = await setUp();
  local.setOverwrite(channel.id, { id: guild.everyoneRoleId, deny: ['SEND_MESSAGES'] });
  local.setOverwrite(channel.id, { id: guild.botRoleId, allow: ['SEND_MESSAGES'] });
  expect(await send()).toBe(200);
  local.setOverwrite(channel.id, { id: local.botUserId, deny: ['SEND_MESSAGES'] });
  expect(await send()).toBe(50013);
  local.setRolePermissions(guild.botRoleId, ['ADMINISTRATOR']);
  expect(await send()).toBe(200);
  await local.stop();
});

test('embeds, files, history and threads each need their own permission', async () => {
  const { local, guild, channel, send } = await setUp();
  const sent = await raw(local, 'POST', `/channels/${channel.id}/messages`, { content: 'x' });
  const messages = `/channels/${channel.id}/messages`;
  local.setOverwrite(channel.id, {
    id: guild.everyoneRoleId,
    deny: ['EMBED_LINKS', 'READ_MESSAGE_HISTORY', 'CREATE_PUBLIC_THREADS', 'SEND_MESSAGES_IN_THREADS'],
  });
  expect(await send({ embeds: [{ title: 't' }] })).toBe(50013);
  expect(await send({ content: 'x' })).toBe(200);
  expect((await raw(local, 'GET', messages)).body).toEqual([]);
  expect((await raw(local, 'GET', `${messages}/${sent.body.id}`)).body.code).toBe(50013);
  const start = () => raw(local, 'POST', `${messages}/${sent.body.id}/threads`, { name: 'Talk' });
  expect((await start()).body.code).toBe(50013);
  local.setOverwrite(channel.id, { id: local.botUserId, allow: ['CREATE_PUBLIC_THREADS'] });
  const thread = await start();
  expect(thread.status).toBe(201);
  expect(await send({ content: 'x' }, String(thread.body.id))).toBe(50013);
  await local.stop();
});

test('others’ messages: no editing, deleting only with MANAGE_MESSAGES', async () => {
  const { local, guild, channel } = await setUp();
  const theirs = local.as(guild.ownerId).send(channel.id, 'mine');
  const path = `/channels/${channel.id}/messages/${theirs.id}`;
  expect((await raw(local, 'PATCH', path, { content: 'yours' })).body.code).toBe(50005);
  expect((await raw(local, 'DELETE', path)).body.code).toBe(50013);
  local.setRolePermissions(guild.botRoleId, ['MANAGE_MESSAGES']);
  expect((await raw(local, 'DELETE', path)).status).toBe(204);
  await local.stop();
});

test('members: who may not see a channel cannot act there, who may not write is refused', async () => {
  const { local, guildId, channelId, ada } = await startScene();
  local.setOverwrite(channelId, { id: ada, deny: ['SEND_MESSAGES'] });
  expect(() => local.as(ada).send(channelId, 'x')).toThrow(/may not write/);
  local.setOverwrite(channelId, { id: guildId, deny: ['VIEW_CHANNEL'] });
  expect(await local.as(ada).command(channelId, '/any')).toMatchObject({ state: 'refused' });
  await local.stop();
});

test('an interaction carries the computed permissions of member and bot in that channel', async () => {
  const { local, guildId, channelId, ada } = await startScene();
  const seen: boolean[][] = [];
  const { client } = await connect(local, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    seen.push([
      interaction.appPermissions.has('SendMessages'),
      interaction.appPermissions.has('ViewChannel'),
      interaction.memberPermissions?.has('SendMessages') ?? false,
      interaction.memberPermissions?.has('ManageGuild') ?? false,
    ]);
    await interaction.reply('ok');
  });
  await client.application.commands.set([{ name: 'go', description: 'Go' }]);
  await local.as(ada).command(channelId, '/go');
  local.setOverwrite(channelId, { id: local.botUserId, deny: ['VIEW_CHANNEL'] });
  local.setMemberRoles(guildId, ada, [
    local.createRole(guildId, { name: 'Admin', permissions: ['MANAGE_GUILD'] }).id,
  ]);
  const result = await local.as(ada).command(channelId, '/go');
  expect(seen).toEqual([
    [true, true, true, false],
    [false, false, true, true],
  ]);
  // Answering needs no permission in the channel, unlike sending.
  expect(result.state).toBe('replied');
  await client.destroy();
  await local.stop();
});
