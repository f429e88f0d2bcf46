// Sessions of several shards and processes: who may begin one and when, and going on with one from elsewhere.
import { afterEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '#local-discord/server.ts';

type Frame = { op: number; t: string | null; s: number | null; d: Record<string, unknown> };

type Line = {
  frames: Frame[];
  closed: Promise<number>;
  send(op: number, d: unknown): void;
  next(wanted: (frame: Frame) => boolean): Promise<Frame>;
  break(): void;
};

const open: WebSocket[] = [];
let local: LocalDiscord;

afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await local.stop();
});

async function start(options: LocalDiscordOptions = {}): Promise<void> {
  local = await startLocalDiscord({ rateLimits: false, ...options });
}

async function dial(query = ''): Promise<Line> {
  const socket = new WebSocket(`${local.url.replace('http', 'ws')}/gateway${query}`);
  open.push(socket);
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  return {
    frames,
    closed,
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    break: () => socket.terminate(),
    next: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = frames.find(wanted);
          if (found) resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

const isEvent = (name: string) => (frame: Frame) => frame.t === name;
const isRefusal = ({ op }: Frame) => op === 9;

async function login(shard: [number, number] = [0, 1]): Promise<Line & { sessionId: string }> {
  const line = await dial();
  line.send(2, { token: 'local-token', intents: 1, properties: {}, shard });
  const ready = await line.next((frame) => frame.t === 'READY' || frame.op === 9);
  return { ...line, sessionId: String(ready.d.session_id) };
}

const resume = (line: Line, session_id: string, seq: number) =>
  line.send(6, { token: 'local-token', session_id, seq });

async function askGateway() {
  const answer = await fetch(`${local.api}/v10/gateway/bot`, {
    headers: { Authorization: `Bot ${local.token}` },
  });
  return (await answer.json()) as { shards: number; session_start_limit: Record<string, number> };
}

describe('a session', () => {
  test('goes on over another connection, which hears what was missed and nothing twice', async () => {
    await start();
    const first = await login();
    first.break();
    await first.closed;
    const guild = local.createGuild({ name: 'Made meanwhile' });
    const second = await dial();
    resume(second, first.sessionId, 1);
    await second.next(isEvent('RESUMED'));
    const made = second.frames.filter(isEvent('GUILD_CREATE'));
    expect(made.map(({ d }) => d.id)).toEqual([guild.id]);
    expect(local.logins.map(({ how, shard }) => ({ how, shard }))).toEqual([
      { how: 'identify', shard: 0 },
      { how: 'resume', shard: 0 },
    ]);
    expect(local.logins[1]?.pausedMs).toBeGreaterThanOrEqual(0);
  });

  test('is taken from whoever still holds it', async () => {
    await start();
    const first = await login();
    const second = await dial();
    resume(second, first.sessionId, 1);
    expect(await first.closed).toBe(4000);
    await second.next(isEvent('RESUMED'));
    local.createGuild({ name: 'Now heard by the second' });
    await second.next(isEvent('GUILD_CREATE'));
    expect(first.frames.some(isEvent('GUILD_CREATE'))).toBe(false);
  });

  test('that nobody knows, or that was ended in order, has to be begun anew', async () => {
    await start();
    const line = await dial();
    resume(line, 'unknown', 1);
    expect(await line.next(isRefusal)).toMatchObject({ d: false });
    const ended = await login();
    local.dropGateway(1000);
    await ended.closed;
    const late = await dial();
    resume(late, ended.sessionId, 1);
    expect(await late.next(isRefusal)).toMatchObject({ d: false });
  });

  test('has no event yet of a number above its last', async () => {
    await start();
    const first = await login();
    const second = await dial();
    resume(second, first.sessionId, 99);
    expect(await second.closed).toBe(4007);
  });
});

describe('shards', () => {
  test('hear of their own servers, and the first one of direct messages', async () => {
    await start();
    const guilds = Array.from({ length: 6 }, (_, index) => {
      local.clock.advance(1);
      return local.createGuild({ name: `Guild ${index}`, ownerName: `Owner ${index}` });
    });
    const [even, odd] = [await login([0, 2]), await login([1, 2])];
    const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n);
    for (const { id } of guilds) local.createChannel(id, { name: 'news' });
    await odd.next(isEvent('CHANNEL_CREATE'));
    await even.next(isEvent('CHANNEL_CREATE'));
    const heard = (line: Line) =>
      line.frames.filter(isEvent('CHANNEL_CREATE')).map(({ d }) => String(d.guild_id));
    expect(heard(even)).toEqual(guilds.map(({ id }) => id).filter((id) => shardOf(id) === 0));
    expect(heard(odd)).toEqual(guilds.map(({ id }) => id).filter((id) => shardOf(id) === 1));
  });

  test('are recommended as many as were asked for', async () => {
    await start({ logins: { shards: 16 } });
    expect((await askGateway()).shards).toBe(16);
  });
});

describe('logins', () => {
  test('are five seconds apart in a bucket; others go on', async () => {
    await start({ logins: { maxConcurrency: 2 } });
    await login([0, 4]);
    await login([1, 4]);
    const early = await login([2, 4]);
    expect(early.frames.find(isRefusal)).toMatchObject({ d: false });
    expect(local.logins.map(({ how, shard }) => `${shard} ${how}`)).toEqual([
      '0 identify',
      '1 identify',
      '2 too-soon',
    ]);
  });

  test('are counted, also in what Discord says of them; going on with a session is free', async () => {
    await start({ logins: { total: 10 } });
    const { sessionId } = await login([0, 2]);
    await login([1, 2]);
    resume(await dial(), sessionId, 1);
    const { session_start_limit: limit } = await askGateway();
    expect(limit).toMatchObject({ total: 10, remaining: 8, max_concurrency: 16 });
    expect(limit.reset_after).toBeGreaterThan(86_000_000);
  });

  test('beyond the limit end all sessions', async () => {
    await start({ logins: { total: 1 } });
    const first = await login([0, 2]);
    const second = await dial();
    second.send(2, { token: 'local-token', intents: 1, properties: {}, shard: [1, 2] });
    expect(await Promise.all([first.closed, second.closed])).toEqual([4004, 4004]);
    expect(local.logins.at(-1)).toMatchObject({ shard: 1, how: 'used-up' });
  });

  test('come back when their time is over', async () => {
    await start({ logins: { total: 1, resetAfterMs: 50 } });
    await login([0, 2]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await login([1, 2]);
    expect(local.logins.map(({ how }) => how)).toEqual(['identify', 'identify']);
  });

  test('are for known versions of the gateway', async () => {
    await start();
    expect(await (await dial('?v=3')).closed).toBe(4012);
  });
});
