// What Discord may answer to sends, edits, threads and direct messages, and what the bot makes of each answer.
import { ChannelFlags, ChannelFlagsBitField, type Client } from 'discord.js';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { button, buttons, card, showPicture, text } from '#bot/card.ts';
import { type Channels, createChannels } from '#bot/channels.ts';
import { createClient } from '#bot/client.ts';
import { createRequests } from '#bot/requests.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { label } from '#pictures/node.ts';

type Asked = { method: string; route: string; path: string };
let discord: LocalDiscord;
let client: Client;
let channels: Channels;
let guildId = '';
let channelId = '';
let ada = '';
let nonce = 0;
let lines: Record<string, unknown>[] = [];
let seen: { what: string; outcome: string; code: number | null }[] = [];
let refusedTokens = 0;

beforeAll(async () => {
  discord = await startLocalDiscord({ rateLimits: false });
  const guild = discord.createGuild({ name: 'Study group', ownerName: 'Owner' });
  guildId = guild.id;
  ada = discord.createMember(guildId, { name: 'Ada' }).id;
  client = createClient({
    api: discord.api,
    shards: 'auto',
    onTokenRefused: () => {
      refusedTokens += 1;
    },
  });
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(discord.token);
  await ready;
});
afterAll(async () => {
  await client.destroy();
  await discord.stop();
});
beforeEach(() => {
  channelId = discord.createChannel(guildId, { name: 'general' }).id;
  lines = [];
  seen = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  channels = createChannels(client, { log, observe: (what) => void seen.push(what) });
});

const message = card(null, [text('A question'), buttons(button('answer:1:7:0', 'A'))]);
const post = () => ({ message, nonce: `t${++nonce}` });
/** To this test's channel, also when the filter outlives it. */
const isSend =
  (to = channelId) =>
  ({ method, path }: Asked) =>
    method === 'POST' && path === `/channels/${to}/messages`;
const isEdit = ({ method, path }: Asked) => method === 'PATCH' && path.includes('/messages/');
const isOpening = ({ path }: Asked) => path === '/users/@me/channels';
const answer = (status: number, code: number, times = 1) => ({
  status,
  body: { message: `code ${code}`, code },
  times,
});
const limited = (seconds: number, code = 0) => ({
  status: 429,
  headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'shared' },
  body: { message: 'Try again later.', code, retry_after: seconds, global: false },
  times: 1,
});
const countOf = (filter: (asked: Asked) => boolean) => discord.requests.filter(filter).length;

async function sent(): Promise<string> {
  const outcome = await channels.send(channelId, post());
  if (outcome.kind !== 'sent') throw new Error(outcome.kind);
  return outcome.messageId;
}

describe('a message that Discord refuses', () => {
  it.each([
    [404, 10003, { kind: 'no-channel', code: 10003 }],
    [403, 50001, { kind: 'no-permission', code: 50001 }],
    [400, 50008, { kind: 'refused', reason: 'discord-50008', meaning: 'may-not' }],
    [400, 50035, { kind: 'refused', reason: 'discord-50035', meaning: 'our-fault', detail: 'code 50035' }],
    [400, 99999, { kind: 'refused', reason: 'discord-99999', meaning: null }],
    [403, 40004, { kind: 'unavailable', reason: 'discord-40004' }],
    [403, 20028, { kind: 'unavailable', reason: 'discord-20028' }],
    [503, 0, { kind: 'unavailable', reason: 'discord-unavailable', status: 503 }],
  ])('with %i and code %i is told apart', async (status, code, outcome) => {
    // discord.js tries a 5xx four times.
    discord.fail(isSend(), answer(status, code, status >= 500 ? 4 : 1));
    expect(await channels.send(channelId, post())).toMatchObject(outcome);
    expect(seen).toMatchObject([{ what: 'send', outcome: outcome.kind }]);
  });

  it('by something before Discord, without a code of its own, says nothing for good', async () => {
    discord.fail(isSend(), { status: 403, body: { message: 'Access denied' } });
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'unavailable', reason: 'http-403' });
  });

  it('is logged once with its code, and counted each time', async () => {
    discord.fail(isSend(), answer(400, 50035, 3));
    for (let count = 0; count < 3; count += 1) await channels.send(channelId, post());
    expect(lines).toMatchObject([
      { level: 50, what: 'send', place: channelId, code: 50035, meaning: 'our-fault' },
    ]);
    expect(seen).toEqual(
      Array.from({ length: 3 }, () => ({ what: 'send', outcome: 'refused', code: 50035 })),
    );
  });
});

it('the same post of two databases is two messages: Discord knows a nonce of the bot whichever sent it', async () => {
  const other = createChannels(client, {});
  channels.keepNoncesApart('a1b2c3');
  other.keepNoncesApart('d4e5f6');
  const same = post();
  const sends = [channels, channels, other].map(async (by) => by.send(channelId, same));
  const ids = (await Promise.all(sends)).map((sent) => (sent.kind === 'sent' ? sent.messageId : sent.kind));
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  expect(ids[2]).toMatch(/^\d+$/);
});

describe('a message with a picture', () => {
  const picture = { name: 'board', alt: 'Ada: 3 points', root: label('Ada') };
  const pictured = { ...card(null, [text('Points'), showPicture(picture)]), pictures: [picture] };
  const withPicture = (png: Uint8Array | null) =>
    createChannels(client, { pictures: { draw: async () => png, stop: async () => undefined } });
  const bodies = () => discord.requests.slice(-2).map(({ body }) => body as { attachments?: unknown[] });

  it('is sent with it, and takes it along when it is replaced by another', async () => {
    const sending = withPicture(Buffer.from('bytes'));
    const sent = await sending.send(channelId, { message: pictured, nonce: `t${++nonce}` });
    const messageId = sent.kind === 'sent' ? sent.messageId : '';
    expect(await sending.edit(channelId, messageId, pictured)).toEqual({ kind: 'edited' });
    expect(bodies()[1]?.attachments).toEqual([{ id: 0, filename: 'board.png' }]);
    expect(await sending.edit(channelId, messageId, message)).toEqual({ kind: 'edited' });
    expect(bodies()[1]?.attachments).toEqual([]);
    expect(discord.requests.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('that is not drawn is sent as the text alone', async () => {
    const sent = await withPicture(null).send(channelId, { message: pictured, nonce: `t${++nonce}` });
    expect(sent).toMatchObject({ kind: 'sent' });
    expect(JSON.stringify(bodies()[1])).toContain('Points');
    expect(JSON.stringify(bodies()[1])).not.toContain('attachment://');
  });
});

describe('a rate limit longer than a job may wait', () => {
  it('holds up one channel alone, is told with its length, and is not asked about again', async () => {
    discord.fail(isSend(), limited(90));
    const began = performance.now();
    const outcome = await channels.send(channelId, post());
    expect(outcome).toMatchObject({ kind: 'unavailable', reason: 'rate-limited', status: 429 });
    expect(outcome.kind === 'unavailable' && outcome.retryAfterMs).toBeGreaterThan(89_000);
    const before = countOf(isSend());
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'unavailable', status: 429 });
    expect(countOf(isSend())).toBe(before);
    const other = discord.createChannel(guildId, { name: 'other' }).id;
    expect(await channels.send(other, post())).toMatchObject({ kind: 'sent' });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('of edits to old messages puts the edit off (30046)', async () => {
    const messageId = await sent();
    discord.fail(isEdit, limited(60, 30046));
    const outcome = await channels.edit(channelId, messageId, message);
    expect(outcome).toMatchObject({ kind: 'unavailable', reason: 'rate-limited' });
    expect(seen.at(-1)).toEqual({ what: 'edit', outcome: 'unavailable', code: null });
  });

  it('without a word of how long is not asked again and again', async () => {
    discord.fail(isSend(), { status: 429, body: { message: 'banned' }, times: 50 });
    const before = countOf(isSend());
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'unavailable', status: 429 });
    expect(countOf(isSend()) - before).toBe(1);
  });

  it('that is short is waited for', async () => {
    discord.fail(isSend(), limited(1));
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'sent' });
  });
});

it('a burst in one channel goes at the pace that Discord allows, and nothing of it is put off', async (context) => {
  const strict = await startLocalDiscord({ rateLimits: true });
  context.onTestFinished(() => strict.stop());
  const guild = strict.createGuild({ name: 'Busy', ownerName: 'Owner' });
  const busy = strict.createChannel(guild.id, { name: 'general' }).id;
  const own = createClient({ api: strict.api, shards: 'auto' });
  context.onTestFinished(() => own.destroy());
  await own.login(strict.token);
  const sending = createChannels(own);
  const outcomes = await Promise.all(Array.from({ length: 7 }, () => sending.send(busy, post())));
  expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true);
});

it('a request that gets no answer ends all the same', async () => {
  const requests = createRequests(client.rest, { endWithinMs: 300 });
  const hold = discord.hold(isSend());
  await expect(requests.post(`/channels/${channelId}/messages`, {})).rejects.toThrow(/timeout/);
  hold.release();
});

describe('a direct message', () => {
  it('is sent, and refused for good only by whoever takes none', async () => {
    expect(await channels.sendDirect(ada, post())).toMatchObject({ kind: 'sent' });
    discord.setDirectMessages(ada, false);
    expect(await channels.sendDirect(ada, post())).toEqual({ kind: 'closed', code: 50007 });
    discord.setDirectMessages(ada, true);
  });

  it.each([
    [400, 50035, 'refused'],
    [403, 50278, 'refused'],
    [401, 0, 'sent'],
    [503, 0, 'unavailable'],
  ])('that Discord answers with %i, code %i says nothing about the member', async (status, code, kind) => {
    discord.fail(isOpening, answer(status, code, status === 503 ? 4 : 1));
    expect(await channels.sendDirect(ada, post())).toMatchObject({ kind });
  });

  it('opened too fast (40003) is put off, and no further one opened for a while', async () => {
    discord.fail(isOpening, answer(403, 40003));
    const asked = { kind: 'unavailable', reason: 'discord-40003', code: 40003 };
    expect(await channels.sendDirect(ada, post())).toMatchObject(asked);
    const before = countOf(isOpening);
    expect(await channels.sendDirect(ada, post())).toMatchObject({ kind: 'unavailable', status: 429 });
    expect(countOf(isOpening)).toBe(before);
  });
});

describe('a 401', () => {
  it('that strays is tried again, and the token stays', async () => {
    discord.fail(isSend(), answer(401, 0));
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'sent' });
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'sent' });
    expect(refusedTokens).toBe(0);
  });

  it('that lasts on one route alone is no end of the bot', async () => {
    discord.fail(isSend(), answer(401, 0, 4));
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'unavailable' });
    expect(await channels.send(channelId, post())).toMatchObject({ kind: 'sent' });
    expect(refusedTokens).toBe(0);
  });
});

describe('the own message with a marker', () => {
  const marker = 'answer:1:7:';
  const chat = (count: number) => {
    for (let index = 0; index < count; index += 1) discord.as(ada).send(channelId, `chat ${index}`);
  };

  it('is found behind any number of others when it is known since when it may be there', async () => {
    chat(120);
    const since = new Date(discord.clock.now());
    const messageId = await sent();
    chat(120);
    expect(await channels.findOwn(channelId, marker)).toBeNull();
    expect(await channels.findOwn(channelId, marker, since)).toBe(messageId);
    expect(await channels.findOwn(channelId, 'answer:1:8:', since)).toBeNull();
  });

  it('is found by a clock that is ahead of Discord’s', async () => {
    const messageId = await sent();
    const ahead = new Date(discord.clock.now() + 3_600_000);
    expect(await channels.findOwn(channelId, marker, ahead)).toBe(messageId);
  });
});

it('a channel of another server, or a forum, is no channel to post questions in', async () => {
  const check = (channel: string) =>
    channels.missingPermissions({ serverId: guildId, channelId: channel, need: 'post' });
  const other = discord.createGuild({ name: 'Elsewhere', ownerName: 'Mallory' });
  await expect.poll(() => client.guilds.cache.has(other.id)).toBe(true);
  const there = discord.createChannel(other.id, { name: 'there' });
  await expect.poll(() => client.channels.cache.has(there.id)).toBe(true);
  expect(await check(there.id)).toBe('no-channel');
  const forum = discord.createChannel(guildId, { name: 'forum', type: 15 });
  expect(await check(forum.id)).toBe('wrong-kind');
  expect(await channels.isInServer(other.id)).toBe(true);
  expect(await channels.isInServer('1')).toBe(false);
});

it('a channel that Discord shows as a shell only is one that the bot cannot see', async () => {
  expect(
    await channels.missingPermissions({ serverId: guildId, channelId, need: 'post-and-thread' }),
  ).toEqual([]);
  const shell = new ChannelFlagsBitField(ChannelFlags.ChannelObfuscated);
  Object.assign(client.channels.cache.get(channelId) ?? {}, { flags: shell });
  expect(await channels.missingPermissions({ serverId: guildId, channelId, need: 'post-and-thread' })).toBe(
    'no-channel',
  );
});

describe('who is still in a server', () => {
  const breakGateway = () =>
    Object.assign(client.guilds.cache.get(guildId)?.members ?? {}, {
      fetch: () => Promise.reject(new Error('no connection')),
    });

  it('is known when Discord says it of all', async () => {
    const gone = discord.createMember(guildId, { name: 'Gone' }).id;
    discord.removeMember(guildId, gone);
    expect(await channels.stillMembers(guildId, [ada, gone])).toEqual(new Map([[ada, 'Ada']]));
  });

  it('is asked of Discord in one request over the gateway, and of each by itself where that fails', async () => {
    const gone = discord.createMember(guildId, { name: 'Gone too' }).id;
    discord.removeMember(guildId, gone);
    const asked = () => discord.requests.filter(({ path }) => path.includes('/members/')).length;
    const before = asked();
    expect(await channels.stillMembers(guildId, [ada, gone])).toEqual(new Map([[ada, 'Ada']]));
    expect(asked()).toBe(before);
    breakGateway();
    expect(await channels.stillMembers(guildId, [ada, gone])).toEqual(new Map([[ada, 'Ada']]));
    expect(asked()).toBe(before + 2);
    expect(await channels.stillMembers(guildId, Array(30).fill(ada))).toBeNull();
  });

  it('is unknown when Discord fails for one, and nothing is thrown', async () => {
    breakGateway();
    discord.fail(({ path }) => path.endsWith(`/members/${ada}`), answer(503, 0, 4));
    expect(await channels.stillMembers(guildId, [ada])).toBeNull();
    expect(await channels.stillMembers(guildId, [ada])).toEqual(new Map([[ada, 'Ada']]));
  });
});

it('a token that Discord refuses for good is said once', async () => {
  discord.fail(() => true, answer(401, 0, 12));
  const outcomes = await Promise.all([channels.send(channelId, post()), channels.sendDirect(ada, post())]);
  expect(outcomes).toMatchObject([{ kind: 'unavailable' }, { kind: 'unavailable' }]);
  expect(refusedTokens).toBe(1);
});
