// Stopping and breaking requests: what end-to-end tests need to kill the bot at the worst moment.
import type { TextChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;
let channel: TextChannel;
let destroy: () => Promise<void>;

beforeAll(async () => {
  scene = await startScene();
  const { client } = await connect(scene.local, () => undefined);
  destroy = () => client.destroy();
  channel = (await client.channels.fetch(scene.channelId)) as TextChannel;
});

afterAll(async () => {
  await destroy?.();
  await scene?.local.stop();
});

const isSend = ({ method, route }: { method: string; route: string }) =>
  method === 'POST' && route === '/channels/:channel/messages';

test('held before: the request has had no effect until it is released', async () => {
  const hold = scene.local.hold(isSend);
  const sending = channel.send('held before');
  expect(await hold.reached).toMatchObject({ method: 'POST', body: { content: 'held before' } });
  expect(scene.local.messages(channel.id)).toEqual([]);
  hold.release();
  expect((await sending).content).toBe('held before');
});

test('held after: the message exists while the bot still waits for the answer', async () => {
  const hold = scene.local.hold(isSend, 'after');
  let answered = false;
  const sending = channel.send('held after').then(() => {
    answered = true;
  });
  await hold.reached;
  expect(scene.local.messages(channel.id).at(-1)?.content).toBe('held after');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(answered).toBe(false);
  hold.release();
  await sending;
});

test('a lost answer is retried by discord.js; only an enforced nonce keeps it from doubling', async () => {
  const count = (text: string) =>
    scene.local.messages(channel.id).filter((each) => each.content === text).length;
  scene.local.fail(isSend, { status: 500 });
  await channel.send('failed once');
  expect(count('failed once')).toBe(1);
  scene.local.fail(isSend, 'reset');
  await channel.send('reset once');
  expect(count('reset once')).toBe(1);
  scene.local.fail(isSend, 'reset-after');
  await channel.send('doubled');
  expect(count('doubled')).toBe(2);
  scene.local.fail(isSend, 'reset-after');
  await channel.send({ content: 'guarded', nonce: 'n-1', enforceNonce: true });
  expect(count('guarded')).toBe(1);
});

test('times: so many requests fail, then they go through again', async () => {
  scene.local.fail(isSend, { status: 403, body: { message: 'Missing Access', code: 50001 }, times: 2 });
  await expect(channel.send('x')).rejects.toMatchObject({ code: 50001 });
  await expect(channel.send('x')).rejects.toMatchObject({ code: 50001 });
  expect((await channel.send('y')).content).toBe('y');
});
