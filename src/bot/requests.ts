// Requests of jobs to Discord that end within a known time, whatever its rate limits and the network do.
import { RateLimitError, type RawFile, type REST } from 'discord.js';
import { isCode } from '#bot/discord-error.ts';

export type Requests = {
  get(route: `/${string}`, query?: URLSearchParams): Promise<unknown>;
  post(route: `/${string}`, body: unknown, files?: RawFile[]): Promise<unknown>;
  patch(route: `/${string}`, body: unknown, files?: RawFile[]): Promise<unknown>;
};

/** With its tries and its waiting behind others: well below the minute for which a job claims what it sends. */
const END_WITHIN_MS = 30_000;

export type RequestOptions = { endWithinMs?: number; now?: () => number };

/** `now` counts milliseconds; rate limits run in real time, whatever the bot's own clock says. */
export function createRequests(rest: REST, options: RequestOptions = {}): Requests {
  const { endWithinMs = END_WITHIN_MS, now = () => performance.now() } = options;
  const limits = createLimits(now);

  const bounded = async <T>(
    { method, route }: Place,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    limits.check({ method, route });
    const signal = AbortSignal.timeout(endWithinMs);
    try {
      return await run(signal);
    } catch (error) {
      limits.note({ method, route }, error);
      // discord.js gives up a place in its queue with a plain error: the reason says that time was up.
      throw signal.aborted ? signal.reason : error;
    }
  };

  return {
    get: (route, query) =>
      bounded({ method: 'GET', route }, (signal) => rest.get(route, { signal, ...(query ? { query } : {}) })),
    post: (route, body, files = []) =>
      bounded({ method: 'POST', route }, (signal) => rest.post(route, { body, files, signal })),
    patch: (route, body, files = []) =>
      bounded({ method: 'PATCH', route }, (signal) => rest.patch(route, { body, files, signal })),
  };
}

type Place = { method: string; route: `/${string}` };

/** Discord limits a route in a channel or server, not a single message or member of it. */
function keyOf({ method, route }: Place): string {
  return `${method} ${route.replace(/\/(messages|members)\/\d+/, '/$1/:id')}`;
}

const EVERYWHERE = '*';
/** Discord does not say how long it takes until direct messages may be opened again. */
const TOO_FAST_MS = 30_000;

/**
 * Limits that were too long to wait for. Until they are over nothing more is asked there: each further 403 or 429
 * counts towards Discord's ban of an address, and discord.js forgets limits that are not of its own bucket ("shared").
 */
function createLimits(now: () => number) {
  const until = new Map<string, number>();
  return {
    check(place: Place): void {
      for (const key of [keyOf(place), EVERYWHERE]) {
        const leftMs = (until.get(key) ?? 0) - now();
        if (leftMs > 0) throw withheld(place, leftMs);
        until.delete(key);
      }
    },
    note(place: Place, error: unknown): void {
      if (error instanceof RateLimitError) {
        until.set(error.global ? EVERYWHERE : keyOf(place), now() + error.retryAfter);
      } else if (isCode(error, 'directMessagesTooFast')) {
        until.set(keyOf(place), now() + TOO_FAST_MS);
      }
    },
  };
}

/** As discord.js would reject it, had it asked. */
function withheld({ method, route }: Place, retryAfter: number): RateLimitError {
  const none = { limit: 0, hash: '', majorParameter: '', sublimitTimeout: 0 };
  const scope = 'user' as const;
  return new RateLimitError({
    ...none,
    ...{ method, route, url: route, retryAfter, timeToReset: retryAfter, scope, global: false },
  });
}
