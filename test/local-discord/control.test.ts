// The control API: only for programs on this machine, and as able as the in-process one.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPage } from '#local-discord/page/serve.ts';
import { raw, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ page: createPage() });
});

afterAll(() => scene?.local.stop());

type Asking = { path: string; method?: string; headers: Record<string, string> };

/** fetch does not let one choose Host and Origin. */
function statusOf({ path, method = 'GET', headers }: Asking): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${scene.local.url}${path}`, { method, headers }, (response) => {
      response.destroy();
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

const PATHS = [
  '/',
  '/app/page/browser/main.ts',
  '/local/state',
  '/local/events',
  '/api/v10/users/@me',
  '/attachments/1/a.txt',
];

test.each(PATHS)(
  'other sites are kept out of %s: by Host, by Origin, by what the browser says of them',
  async (path) => {
    const port = new URL(scene.local.url).port;
    const authorised = { Authorization: `Bot ${scene.local.token}` };
    const status = (headers: Record<string, string>) =>
      statusOf({ path, headers: { ...authorised, ...headers } });
    const own = await status({});
    expect([200, 404]).toContain(own);
    for (const headers of [
      { Host: `localhost:${port}` },
      { Origin: scene.local.url },
      { 'Sec-Fetch-Site': 'same-origin' },
      { 'Sec-Fetch-Site': 'none' },
    ]) {
      expect(await status(headers)).toBe(own);
    }
    for (const headers of [
      { Host: `evil.example:${port}` },
      { Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` },
      { Origin: 'http://evil.example' },
      { Origin: `http://127.0.0.1:${Number(port) + 1}` },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors' },
    ]) {
      expect(await status(headers)).toBe(403);
    }
  },
);

test('a link to the page may be followed from anywhere, one to the control API not', async () => {
  const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
  expect(await statusOf({ path: '/', headers })).toBe(200);
  expect(await statusOf({ path: '/local/events', headers })).toBe(403);
});

test('what is posted to the control API has to be JSON: a form of another site cannot send that', async () => {
  const headers = { 'Content-Type': 'text/plain' };
  expect(await statusOf({ path: '/local/act', method: 'POST', headers })).toBe(403);
});

/** The code of the answer to a WebSocket handshake; 0 when the connection was cut. */
function handshake(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(`${scene.local.url}/gateway`, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.from('0123456789abcdef').toString('base64'),
        ...headers,
      },
    });
    asked.once('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    asked.once('error', () => resolve(0)).end();
  });
}

test('the gateway is kept from them too', async () => {
  const { port, origin } = new URL(scene.local.url);
  expect(await handshake({})).toBe(101);
  expect(await handshake({ Origin: origin })).toBe(101);
  expect(await handshake({ Origin: 'http://evil.example' })).toBe(0);
  expect(await handshake({ Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` })).toBe(0);
});

test.each(['constructor', '__proto__', 'toString', ''])('"%s" is no action', async (action) => {
  expect(await post('act', { as: 'ada', action })).toMatchObject({
    error: expect.stringContaining('Unknown action'),
  });
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
