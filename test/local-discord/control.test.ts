// The control API: only for programs on this machine, and as able as the in-process one.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene?.local.stop());

/** fetch does not let one choose Host and Origin. */
function statusWith(headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = method === 'GET' ? '/local/state' : '/local/act';
    const asked = request(`${scene.local.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject).end(method === 'GET' ? undefined : '{}');
  });
}

type Answer = {
  error: string;
  message: { author: { username: string } };
  messages: { content: string }[];
  value: { id: string };
  hold: string;
  reached: { body: unknown };
};

async function post(path: string, body: object): Promise<Answer> {
  const response = await fetch(`${scene.local.url}/local/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

test('other sites are kept out: by Host, by Origin, by content type', async () => {
  const port = new URL(scene.local.url).port;
  expect(await statusWith({})).toBe(200);
  expect(await statusWith({ Host: `localhost:${port}` })).toBe(200);
  expect(await statusWith({ Host: `evil.example:${port}` })).toBe(403);
  expect(await statusWith({ Origin: 'http://evil.example' })).toBe(403);
  expect(await statusWith({ Origin: `http://127.0.0.1:${Number(port) + 1}` })).toBe(403);
  expect(await statusWith({ Origin: 'null' })).toBe(403);
  expect(await statusWith({ Origin: scene.local.url })).toBe(200);
  expect(await statusWith({ 'Content-Type': 'text/plain' }, 'POST')).toBe(403);
});

test('members act by name; what they see can be read', async () => {
  const sent = await post('act', { as: 'ada', channel: '#general', action: 'send', content: 'over HTTP' });
  expect(sent.message.author.username).toBe('ada');
  const answer = await fetch(`${scene.local.url}/local/messages?as=Grace&channel=general`);
  const seen = (await answer.json()) as Answer;
  expect(seen.messages.at(-1)?.content).toBe('over HTTP');
  expect(await post('act', { as: 'nobody', action: 'send' })).toMatchObject({
    error: expect.stringContaining('ada'),
  });
});

test('clock, building, holding and failing work from outside', async () => {
  const instant = '2026-03-29T00:30:00.000Z';
  expect(await post('clock', { set: instant })).toMatchObject({ now: Date.parse(instant) });
  expect(scene.local.clock.now()).toBe(Date.parse(instant));
  await post('clock', { follow: true });
  expect(Math.abs(scene.local.clock.now() - Date.now())).toBeLessThan(5_000);
  const channel = await post('call', {
    name: 'createChannel',
    args: [scene.guildId, { name: 'made-outside' }],
  });
  expect(scene.local.messages(channel.value.id)).toEqual([]);
  await post('fail', { method: 'POST', route: '/channels/:channel/messages', status: 503 });
  const path = `/channels/${scene.channelId}/messages`;
  expect((await raw(scene.local, 'POST', path, { content: 'x' })).status).toBe(503);
  const { hold } = await post('hold', { route: '/channels/:channel/messages' });
  const sending = raw(scene.local, 'POST', path, { content: 'held outside' });
  expect((await post('reached', { hold })).reached.body).toEqual({ content: 'held outside' });
  await post('release', { hold });
  expect((await sending).status).toBe(200);
});

test('events are streamed', async () => {
  const abort = new AbortController();
  const response = await fetch(`${scene.local.url}/local/events`, { signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  scene.local.as(scene.ada).send(scene.channelId, 'streamed');
  let text = '';
  while (!text.includes('streamed')) text += (await reader?.read())?.value ?? '';
  expect(text).toContain('data: {"type":"MESSAGE_CREATE"');
  abort.abort();
});
