// What the bot learns from Discord's answers besides what it asked for.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createClockWatch } from '#bot/clock-watch.ts';
import { restOptions } from '#bot/rest.ts';

/** A Discord whose clock is right, with an answer for everything. */
async function answering(date: () => Date): Promise<string> {
  const server = createServer((_, response) => {
    response.sendDate = false;
    response.writeHead(200, { 'Content-Type': 'application/json', Date: date().toUTCString() }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // safe: it listens on a port
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

it('that our clock is wrong is learned from any answer of Discord, without an interaction', async () => {
  const at = new Date('2026-11-26T12:00:00Z');
  let ours = at;
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(line) });
  const onTime = createClockWatch({ clock: { now: () => ours }, log });
  const rest = new REST(restOptions(await answering(() => at), { onTime }));
  await rest.get('/users/@me', { auth: false });
  expect(said).toEqual([]);
  ours = new Date('2026-11-26T11:50:00Z');
  await rest.get('/users/@me', { auth: false });
  await rest.get('/users/@me', { auth: false });
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('"secondsBehind":600');
});

it('what a member waits for is asked before what jobs send, and answers are not counted', async () => {
  const asked: boolean[] = [];
  const budget = {
    take: async ({ isFirst }: { isFirst: boolean }) => void asked.push(isFirst),
    putOff: () => undefined,
  };
  const rest = new REST(restOptions(await answering(() => new Date()), { budget })).setToken('token');
  await rest.get('/guilds/1');
  await rest.get('/guilds/1/members/2');
  expect(asked.splice(0)).toEqual([true, true]);
  await rest.post('/channels/1/messages', { body: {} });
  await rest.patch('/channels/1/messages/2', { body: {} });
  await rest.post('/channels/1/messages/2/threads', { body: {} });
  await rest.post('/users/@me/channels', { body: {} });
  expect(asked.splice(0)).toEqual([false, false, false, false]);
  await rest.post('/interactions/1/token/callback', { auth: false, body: {} });
  await rest.patch('/webhooks/1/token/messages/@original', { auth: false, body: {} });
  expect(asked).toEqual([]);
});
