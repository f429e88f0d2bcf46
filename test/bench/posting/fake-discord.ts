// What jobs ask of Discord, without sockets: messages with their nonces, the limit of fifty requests a second as the
// local Discord counts it, and the time that the ways there and back take.
import { DefaultRestOptions } from 'discord.js';
import type { Random } from '#lib/random.ts';
import { createRateLimits } from '#local-discord/rate-limits.ts';
import type { Route } from '#local-discord/router.ts';
import type { VirtualTime } from './virtual-time.ts';

type Kind = 'send' | 'edit' | 'look' | 'ask';

export type FakeDiscord = {
  /** When which kind of request was let in, and what was refused. */
  requests: { at: number; kind: Kind; channelId: string }[];
  limited: { global: number; other: number };
  /** How many messages stand in each channel. */
  messages: ReadonlyMap<string, number>;
};

const THERE_MS = [20, 60] as const;
const BACK_MS = [60, 240] as const;

/** Every REST client of this program speaks to it from now on. */
export function installFakeDiscord(time: VirtualTime, random: Random): FakeDiscord {
  const limits = createRateLimits(time.now);
  const channels = new Map<string, Map<string, string>>();
  const messages = new Map<string, number>();
  const discord: FakeDiscord = { requests: [], limited: { global: 0, other: 0 }, messages };
  let lastId = 0;
  const between = ([least, most]: readonly [number, number]) => time.sleep(least + random() * (most - least));

  const answer = (kind: Kind, channelId: string, init: { body?: unknown }): unknown => {
    if (kind === 'look') return [];
    if (kind !== 'send') return { id: channelId };
    // safe: what the bot's own payloads are
    const { nonce } = JSON.parse(String(init.body)) as { nonce: string };
    const known = channels.get(channelId) ?? new Map<string, string>();
    channels.set(channelId, known);
    const before = known.get(nonce);
    const id = before ?? String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(++lastId));
    known.set(nonce, id);
    if (!before) messages.set(channelId, (messages.get(channelId) ?? 0) + 1);
    return { id, channel_id: channelId };
  };

  const makeRequest = async (url: string, init: { method?: string; body?: unknown }) => {
    await between(THERE_MS);
    const { method = 'GET' } = init;
    const { pathname } = new URL(url);
    const channelId = /\/channels\/(\d+)\/messages/.exec(pathname)?.[1] ?? '';
    const ticket = limits.take(routeOf(method, channelId), { channel: channelId || pathname });
    if (ticket.retryAfter !== null) {
      discord.limited[ticket.isGlobal ? 'global' : 'other'] += 1;
      await between(BACK_MS);
      const { retryAfter: retry_after, isGlobal: global } = ticket;
      return reply(429, { message: 'You are being rate limited.', retry_after, global }, ticket.headers);
    }
    const kind = channelId ? (KINDS[method] ?? 'look') : 'ask';
    discord.requests.push({ at: time.now(), kind, channelId });
    const body = answer(kind, channelId, init);
    await between(BACK_MS);
    return reply(200, body, ticket.headers);
  };
  Object.assign(DefaultRestOptions, { makeRequest });
  return discord;
}

const KINDS: Record<string, Kind> = { POST: 'send', PATCH: 'edit', GET: 'look' };

/** Five messages in five seconds; of the rest we stay far away. */
function routeOf(method: string, channelId: string): Route {
  const pattern = `/${channelId ? 'channel' : 'guild'}`;
  return { method, pattern, limit: channelId ? [5, 5] : null, run: () => ({ status: 200 }) };
}

function reply(status: number, body: unknown, headers: Record<string, string>) {
  const all = new Headers({ 'content-type': 'application/json', ...headers });
  return {
    ...{ status, ok: status < 300, headers: all, body: null, bodyUsed: false, statusText: '' },
    json: async () => body,
    text: async () => JSON.stringify(body),
    arrayBuffer: async () => new ArrayBuffer(0),
  };
}
