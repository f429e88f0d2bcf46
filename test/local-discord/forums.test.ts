// Forums, which hold posts and take no messages, and announcement channels, whose messages can be published.
import { ChannelType, type Client, type ForumChannel, MessageFlags, type NewsChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, raw, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;
let client: Client<true>;
let forumId = '';
let heardIn: (string | null)[] = [];

beforeAll(async () => {
  scene = await startScene();
  ({ client } = await connect(scene.local, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { channel } = interaction;
    heardIn.push(channel?.isThread() ? channel.parentId : null);
    await interaction.reply('Here');
  }));
  await client.application.commands.set([{ name: 'quiz', description: 'Ask' }]);
  forumId = scene.local.createChannel(scene.guildId, { name: 'help', type: ChannelType.GuildForum }).id;
});

afterAll(async () => {
  await client?.destroy();
  await scene?.local.stop();
});

const forum = async () => (await client.channels.fetch(forumId)) as ForumChannel;

test('a message to a forum, or to a category, is refused as by Discord', async () => {
  const category = scene.local.createChannel(scene.guildId, {
    name: 'group',
    type: ChannelType.GuildCategory,
  });
  for (const id of [forumId, category.id]) {
    const { status, body } = await raw(scene.local, 'POST', `/channels/${id}/messages`, { content: 'x' });
    expect([status, body]).toEqual([
      400,
      { code: 50008, message: 'Cannot send messages in a non-text channel' },
    ]);
  }
  expect(scene.local.messages(forumId)).toEqual([]);
});

test('the bot opens a post: a thread whose first message has its id', async () => {
  const post = await (await forum()).threads.create({
    name: 'Question of the day',
    message: { content: 'Which one?', files: [{ attachment: Buffer.from('a'), name: 'a.txt' }] },
  });
  expect(post.parentId).toBe(forumId);
  expect(scene.local.messages(post.id)).toMatchObject([
    { id: post.id, content: 'Which one?', attachments: [{ filename: 'a.txt' }] },
  ]);
  await post.send('And another thing');
  expect(scene.local.messages(post.id)).toHaveLength(2);
});

test('a post needs its first message, and the right to send', async () => {
  const path = `/channels/${forumId}/threads`;
  const bare = await raw(scene.local, 'POST', path, { name: 'Empty' });
  expect([bare.status, bare.body.code]).toEqual([400, 50035]);
  expect(bare.body.errors).toMatchObject({ message: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } });
  scene.local.setOverwrite(forumId, { id: scene.local.botUserId, deny: ['SEND_MESSAGES'] });
  const denied = await raw(scene.local, 'POST', path, { name: 'No', message: { content: 'x' } });
  expect([denied.status, denied.body.code]).toEqual([403, 50013]);
  scene.local.setOverwrite(forumId, { id: scene.local.botUserId });
});

test('members open posts and use commands in them, not in the forum itself', async () => {
  const actor = scene.local.as(scene.ada);
  const post = actor.post(forumId, { name: 'How?', content: 'I wonder' });
  expect(post).toMatchObject({ parent_id: forumId, owner_id: scene.ada, name: 'How?' });
  heardIn = [];
  expect(await actor.command(post.id, '/quiz')).toMatchObject({ state: 'replied' });
  expect(heardIn).toEqual([forumId]);
  expect(await actor.command(forumId, '/quiz')).toMatchObject({
    state: 'refused',
    reason: 'In a forum, commands are used inside a post.',
  });
  expect(() => actor.send(forumId, 'hello')).toThrow('#help is a forum');
  expect(() => actor.post(scene.channelId, { name: 'x', content: 'x' })).toThrow('#general is no forum');
  expect(() => actor.post(forumId, { name: 'x'.repeat(101), content: 'x' })).toThrow('1 to 100 characters');
});

test('a message of an announcement channel is published once; elsewhere it cannot be', async () => {
  const { local, guildId, channelId } = scene;
  const { id } = local.createChannel(guildId, { name: 'news', type: ChannelType.GuildAnnouncement });
  const news = (await client.channels.fetch(id)) as NewsChannel;
  const message = await news.send('Hear, hear');
  await message.crosspost();
  expect((local.message(message.id)?.flags ?? 0) & MessageFlags.Crossposted).toBe(MessageFlags.Crossposted);
  const again = await raw(local, 'POST', `/channels/${id}/messages/${message.id}/crosspost`);
  expect([again.status, again.body.code]).toEqual([400, 40033]);
  const plain = await raw(local, 'POST', `/channels/${channelId}/messages`, { content: 'x' });
  const wrong = await raw(
    local,
    'POST',
    `/channels/${channelId}/messages/${String(plain.body.id)}/crosspost`,
  );
  expect([wrong.status, wrong.body.code]).toEqual([400, 50024]);
  const others = local.as(scene.ada).send(id, 'Mine');
  const denied = await raw(local, 'POST', `/channels/${id}/messages/${others.id}/crosspost`);
  expect([denied.status, denied.body.code]).toEqual([403, 50013]);
});
