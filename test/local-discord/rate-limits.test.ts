// Limits: the headers and 429s of Discord, and that discord.js waits and goes through.
import type { TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { connect, raw, startScene } from '../support/local-discord.ts';

test('a full bucket is 429 with retry_after, per channel', async () => {
  const { local, guildId, channelId } = await startScene({ rateLimits: true });
  const send = (id: string) => raw(local, 'POST', `/channels/${id}/messages`, { content: 'x' });
  const first = await send(channelId);
  expect(first.headers.get('x-ratelimit-limit')).toBe('5');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
  for (let index = 0; index < 4; index += 1) await send(channelId);
  const refused = await send(channelId);
  expect(refused).toMatchObject({ status: 429, body: { global: false } });
  expect(Number(refused.body.retry_after)).toBeGreaterThan(3);
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  expect(local.messages(channelId)).toHaveLength(5);
  const other = local.createChannel(guildId, { name: 'other' });
  expect((await send(other.id)).status).toBe(200);
  await local.stop();
});

test('50 requests a second in all; callbacks and webhook calls do not count', async () => {
  const { local } = await startScene({ rateLimits: true });
  const webhook = `/webhooks/${local.applicationId}/none/messages/@original`;
  const exempt = await Promise.all(
    Array.from({ length: 60 }, (_, i) => raw(local, 'GET', `${webhook}?${i}`)),
  );
  expect(exempt.filter(({ body }) => body.global === true)).toEqual([]);
  const paths = ['/users/@me', '/gateway/bot', '/applications/@me', '/users/@me/guilds'];
  const asked = await Promise.all(
    Array.from({ length: 60 }, (_, i) => raw(local, 'GET', paths[i % 4] ?? '')),
  );
  const refused = asked.filter(({ status }) => status === 429);
  expect(refused.length).toBe(10);
  expect(refused[0]).toMatchObject({ body: { global: true } });
  expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
  await local.stop();
});

test('discord.js waits out a bucket and a 429 it did not expect', async () => {
  const { local, channelId } = await startScene({ rateLimits: true });
  const { client } = await connect(local, () => undefined);
  const channel = (await client.channels.fetch(channelId)) as TextChannel;
  const message = await channel.send('react');
  for (const emoji of ['1️⃣', '2️⃣', '3️⃣']) await message.react(emoji);
  expect(local.message(message.id)?.reactions).toHaveLength(3);
  local.fail(({ route }) => route === '/channels/:channel/messages', {
    status: 429,
    body: { message: 'slow', retry_after: 0.2, global: false },
    headers: { 'Retry-After': '0.2', 'X-RateLimit-Scope': 'shared' },
  });
  await channel.send('after');
  const sends = local.requests.filter(({ route }) => route === '/channels/:channel/messages');
  expect(sends.map(({ status }) => status)).toEqual([200, 429, 200]);
  await client.destroy();
  await local.stop();
});
