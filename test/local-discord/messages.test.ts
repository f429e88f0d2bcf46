// Messages of channels: writing, reading, nonces, threads, direct messages, errors in Discord's words.
import { type Client, MessageFlags, type TextChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, raw, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;
let client: Client<true>;
let channel: TextChannel;

beforeAll(async () => {
  scene = await startScene();
  ({ client } = await connect(scene.local, () => undefined));
  channel = (await client.channels.fetch(scene.channelId)) as TextChannel;
});

afterAll(async () => {
  await client?.destroy();
  expect(scene?.local.unhandled).toEqual([]);
  await scene?.local.stop();
});

const freshChannel = async (name: string) => {
  const { id } = scene.local.createChannel(scene.guildId, { name });
  return (await client.channels.fetch(id)) as TextChannel;
};

test('send, fetch, edit and delete', async () => {
  const sent = await channel.send('one');
  expect((await channel.messages.fetch({ message: sent.id, force: true })).content).toBe('one');
  const edited = await sent.edit('two');
  expect(edited.editedTimestamp).not.toBeNull();
  expect(scene.local.message(sent.id)?.content).toBe('two');
  expect((await raw(scene.local, 'GET', `/channels/${channel.id}`)).body.last_message_id).toBe(sent.id);
  await sent.delete();
  await expect(channel.messages.fetch({ message: sent.id, force: true })).rejects.toMatchObject({
    code: 10008,
  });
});

test('pages: newest first, limit, before, after, around', async () => {
  const place = await freshChannel('pages');
  const ids: string[] = [];
  for (let index = 0; index < 6; index += 1) ids.push((await place.send(`${index}`)).id);
  const page = async (query: object) =>
    [...(await place.messages.fetch({ cache: false, ...query })).values()].map((message) => message.content);
  expect(await page({ limit: 2 })).toEqual(['5', '4']);
  expect(await page({ before: ids[2], limit: 5 })).toEqual(['1', '0']);
  expect(await page({ after: ids[2], limit: 2 })).toEqual(['4', '3']);
  expect(await page({ around: ids[2], limit: 3 })).toEqual(['3', '2', '1']);
  await (await place.messages.fetch(ids[4] ?? '')).delete();
  expect(await page({ limit: 3 })).toEqual(['5', '3', '2']);
});

test('a repeated nonce returns the first message for five minutes, then makes a new one', async () => {
  const { local } = scene;
  const place = await freshChannel('nonces');
  const send = () => place.send({ content: 'daily', nonce: 'daily-1', enforceNonce: true });
  const first = await send();
  expect((await send()).id).toBe(first.id);
  const elsewhere = await channel.send({ content: 'daily', nonce: 'daily-1', enforceNonce: true });
  expect(elsewhere.id).toBe(first.id);
  expect((await place.send({ content: 'daily', nonce: 'daily-2', enforceNonce: true })).id).not.toBe(
    first.id,
  );
  local.clock.advance(5 * 60_000 + 1);
  expect((await send()).id).not.toBe(first.id);
  expect(local.messages(place.id)).toHaveLength(3);
  expect((await place.send({ content: 'unenforced', nonce: 'daily-1' })).content).toBe('unenforced');
  local.clock.follow();
});

test('a thread takes the id of its message, once', async () => {
  const place = await freshChannel('threads');
  const message = await place.send('start');
  const thread = await message.startThread({ name: 'Talk', autoArchiveDuration: 60 });
  expect(thread.id).toBe(message.id);
  await thread.send('inside');
  expect(scene.local.messages(thread.id).map((each) => each.content)).toEqual(['inside']);
  expect((Number(scene.local.message(message.id)?.flags) & MessageFlags.HasThread) !== 0).toBe(true);
  const again = await raw(scene.local, 'POST', `/channels/${place.id}/messages/${message.id}/threads`, {
    name: 'x',
  });
  expect(again).toMatchObject({ status: 400, body: { code: 160004 } });
  await thread.setArchived(true);
  await thread.send('wakes it');
  const woken = await raw(scene.local, 'GET', `/channels/${thread.id}`);
  expect(woken.body.thread_metadata).toMatchObject({ archived: false });
});

test('direct messages, and members who do not take them', async () => {
  const user = await client.users.fetch(scene.ada);
  const sent = await user.send('hello');
  expect(scene.local.as(scene.ada).visible(sent.channelId).at(-1)?.content).toBe('hello');
  expect(() => scene.local.as(scene.grace).visible(sent.channelId)).toThrow(/cannot see/);
  scene.local.setDirectMessages(scene.ada, false);
  await expect(user.send('again')).rejects.toMatchObject({ code: 50007, status: 403 });
  scene.local.setDirectMessages(scene.ada, true);
});

test('channel messages ping everything allowed; allowed_mentions narrows it', async () => {
  const role = scene.local.createRole(scene.guildId, { name: 'Learners', mentionable: true });
  const text = `<@${scene.ada}> <@&${role.id}> @everyone`;
  const loud = await channel.send(text);
  expect(scene.local.message(loud.id)).toMatchObject({ mention_roles: [role.id], mention_everyone: false });
  expect(scene.local.message(loud.id)?.mentions.map((user) => user.id)).toEqual([scene.ada]);
  const quiet = await channel.send({ content: text, allowedMentions: { parse: [] } });
  expect(scene.local.message(quiet.id)).toMatchObject({ mention_roles: [], mentions: [] });
});

test('faults are reported with their path, empty messages as 50006', async () => {
  const path = `/channels/${channel.id}/messages`;
  const wrong = await raw(scene.local, 'POST', path, { embeds: [{ title: 'x'.repeat(257) }] });
  expect(wrong).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  expect(wrong.body.errors).toHaveProperty(['embeds', '0', 'title', '_errors', 0, 'code']);
  expect(await raw(scene.local, 'POST', path, { content: '  ' })).toMatchObject({
    status: 400,
    body: { code: 50006 },
  });
  expect(scene.local.requests.at(-2)?.faults).not.toEqual([]);
});

test('unknown things have their own codes', async () => {
  const missing = '1234567890123456789';
  const code = async (path: string) => (await raw(scene.local, 'GET', path)).body.code;
  expect(await code(`/channels/${missing}`)).toBe(10003);
  expect(await code(`/guilds/${missing}`)).toBe(10004);
  expect(await code(`/users/${missing}`)).toBe(10013);
  expect(await code(`/guilds/${scene.guildId}/members/${missing}`)).toBe(10007);
  expect(await code(`/channels/${channel.id}/messages/${missing}`)).toBe(10008);
});

test('reactions and pins', async () => {
  const message = await channel.send('react');
  await message.react('👍');
  expect(scene.local.message(message.id)?.reactions).toMatchObject([
    { emoji: { name: '👍' }, count: 1, me: true },
  ]);
  await expect(message.pin()).rejects.toMatchObject({ code: 50013 });
});

test('a route that nothing serves is 404 and recorded', async () => {
  const answer = await raw(scene.local, 'GET', '/soundboard-default-sounds');
  expect(answer.status).toBe(404);
  expect(scene.local.unhandled.map((request) => request.path)).toEqual(['/soundboard-default-sounds']);
  scene.local.unhandled.length = 0;
});

test('a wrong token is 401', async () => {
  const answer = await fetch(`${scene.local.api}/v10/users/@me`, { headers: { Authorization: 'Bot wrong' } });
  expect(answer.status).toBe(401);
});

test('a Components V2 message stays one: no content later, and rows alone are fine', async () => {
  const path = `/channels/${channel.id}/messages`;
  const text = (content: string) => ({ type: 10, content });
  const sent = await raw(scene.local, 'POST', path, { flags: 32768, components: [text('one')] });
  const edit = (body: object) => raw(scene.local, 'PATCH', `${path}/${sent.body.id}`, body);
  expect((await edit({ components: [text('two')] })).status).toBe(200);
  expect((await edit({ content: 'plain' })).body.code).toBe(50035);
  const legacy = await raw(scene.local, 'POST', path, { content: 'legacy' });
  const wrong = await raw(scene.local, 'PATCH', `${path}/${legacy.body.id}`, { components: [text('x')] });
  expect(wrong.body.code).toBe(50035);
});
