// Logging in to the gateway, which Discord counts: so many a day, so many at once. Beyond the day's number it ends all
// sessions and resets the token, so a login that would exceed it waits, and the log says until when.
import { type REST, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { within } from '#lib/within.ts';

export type Gate = {
  /** Before each attempt to connect, for as long as there must be none. */
  attempt(shard: number, hasSession: () => Promise<boolean>): Promise<void>;
  /** Right before a login is sent. Rejects when the connection has closed meanwhile. */
  login(shard: number, signal: AbortSignal): Promise<void>;
};

/** A place in the queue of those who may log in at the same time, over all processes; resolves when it is one's turn. */
export type TakeTurn = (bucket: number, signal: AbortSignal) => Promise<void>;

type Limit = RESTGetAPIGatewayBotResult['session_start_limit'];

export type GateOptions = {
  rest: Pick<REST, 'get'>;
  log: Logger;
  takeTurn: TakeTurn;
  /** Resolves while this process may have the shard at all. */
  mayHave?: (shard: number) => Promise<void>;
};

/** All shards that begin at the same time look once. */
const LOOK_VALID_MS = 1_000;
/** discord.js itself tries for a minute, and a gateway that works would wait for it. */
const LOOK_WITHIN_MS = 5_000;
/** Somebody may have been given more; and a wait of hours must not hang on one timer. */
const LOOK_AGAIN_MS = 60_000;

export function createGate({ rest, log, takeTurn, mayHave }: GateOptions): Gate {
  const look = createLook(rest, log);

  const whenLeft = async (shard: number, signal?: AbortSignal): Promise<void> => {
    for (;;) {
      const limit = await look();
      if (isLeft(limit, shard)) return;
      const { remaining, reset_after } = limit;
      const until = new Date(Date.now() + reset_after).toISOString();
      log.warn({ shard, remaining, until }, "the day's logins to Discord are used up: waiting");
      await sleep(Math.min(reset_after + 500, LOOK_AGAIN_MS), signal);
    }
  };

  return {
    async attempt(shard, hasSession) {
      await mayHave?.(shard);
      // Going on with a session is free. Looked at before there is a connection, which would not be kept waiting.
      if (!(await hasSession())) await whenLeft(shard);
    },
    async login(shard, signal) {
      const { max_concurrency } = await look();
      await takeTurn(shard % max_concurrency, signal);
      await whenLeft(shard, signal);
    },
  };
}

/** Those of one turn log in at the same time, and none of them sees the others' logins: each leaves one for each before. */
function isLeft({ remaining, max_concurrency }: Limit, shard: number): boolean {
  return remaining > shard % max_concurrency;
}

/** Never rejects: where Discord does not say, it is as it was, and at first one at a time. */
function createLook(rest: GateOptions['rest'], log: Logger): () => Promise<Limit> {
  let known: Limit = { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 };
  let last: { at: number; limit: Promise<Limit> } | null = null;
  const ask = async (): Promise<Limit> => {
    try {
      // safe: Get Gateway Bot
      const asking = rest.get(Routes.gatewayBot()) as Promise<RESTGetAPIGatewayBotResult>;
      const asked = await within(LOOK_WITHIN_MS, asking);
      if (!asked) throw new Error('no answer in time');
      known = asked.session_start_limit;
    } catch (err) {
      log.warn({ err }, 'Discord does not say how many logins are left');
    }
    return known;
  };
  return () => {
    if (!last || performance.now() - last.at > LOOK_VALID_MS) last = { at: performance.now(), limit: ask() };
    return last.limit;
  };
}

/** Discord's five seconds between two logins of a bucket, and something for the way there. */
const APART_MS = 5_250;

/** Of one process alone. */
export function createOwnTurns(now = () => performance.now()): TakeTurn {
  const freeAt = new Map<number, number>();
  return async (bucket, signal) => {
    const at = Math.max(now(), freeAt.get(bucket) ?? 0);
    freeAt.set(bucket, at + APART_MS);
    await sleep(at - now(), signal);
  };
}

export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const woken = Promise.withResolvers<void>();
  const timer = setTimeout(woken.resolve, Math.max(0, milliseconds));
  const leave = () => woken.reject(signal?.reason);
  signal?.addEventListener('abort', leave, { once: true });
  try {
    await woken.promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}
