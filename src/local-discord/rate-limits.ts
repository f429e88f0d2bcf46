// Discord's limits: one bucket per route and major parameter, and 50 requests a second in all.
// In real time always: the client sleeps real seconds whatever the server's clock says.
import type { Route } from './router.ts';

export type Ticket = {
  headers: Record<string, string>;
  /** Set when the request must be refused. */
  retryAfter: number | null;
  isGlobal: boolean;
};

export type RateLimits = { take(route: Route, params: Record<string, string>): Ticket };

type Window = { count: number; resetAt: number };

const GLOBAL_PER_SECOND = 50;
const DEFAULT_LIMIT = [50, 1] as const;
const MAJOR = ['channel', 'guild', 'token'];

export const NO_LIMITS: RateLimits = {
  take: () => ({ headers: {}, retryAfter: null, isGlobal: false }),
};

export function createRateLimits(now: () => number = Date.now): RateLimits {
  const buckets = new Map<string, Window>();
  const everything: Window = { count: 0, resetAt: 0 };
  let sweepAt = now() + 60_000;
  return {
    take(route, params) {
      const at = now();
      if (at > sweepAt) sweepAt = forgetPast(buckets, at);
      if (!route.exempt && !enter(everything, at, [GLOBAL_PER_SECOND, 1])) {
        return refuseGlobally((everything.resetAt - at) / 1000);
      }
      if (route.limit === null) return { headers: {}, retryAfter: null, isGlobal: false };
      return takeFromBucket(buckets, { route, params, at });
    },
  };
}

function takeFromBucket(
  buckets: Map<string, Window>,
  { route, params, at }: { route: Route; params: Record<string, string>; at: number },
): Ticket {
  const limit = route.limit ?? DEFAULT_LIMIT;
  const major = MAJOR.map((name) => params[name] ?? '').join(':');
  const bucket = hash(`${route.method} ${route.pattern}`);
  const key = `${bucket} ${major}`;
  const window = buckets.get(key) ?? { count: 0, resetAt: 0 };
  buckets.set(key, window);
  const entered = enter(window, at, limit);
  const resetAfter = Math.max(0, window.resetAt - at) / 1000;
  const headers: Record<string, string> = {
    'X-RateLimit-Bucket': bucket,
    'X-RateLimit-Limit': String(limit[0]),
    'X-RateLimit-Remaining': String(Math.max(0, limit[0] - window.count)),
    'X-RateLimit-Reset': (window.resetAt / 1000).toFixed(3),
    'X-RateLimit-Reset-After': resetAfter.toFixed(3),
  };
  if (entered) return { headers, retryAfter: null, isGlobal: false };
  headers['X-RateLimit-Scope'] = 'user';
  headers['Retry-After'] = String(Math.ceil(resetAfter));
  return { headers, retryAfter: resetAfter, isGlobal: false };
}

function enter(window: Window, at: number, [count, seconds]: readonly [number, number]): boolean {
  if (at >= window.resetAt) {
    window.count = 0;
    window.resetAt = at + seconds * 1000;
  }
  if (window.count >= count) return false;
  window.count += 1;
  return true;
}

function refuseGlobally(retryAfter: number): Ticket {
  const headers = {
    'X-RateLimit-Global': 'true',
    'X-RateLimit-Scope': 'global',
    'Retry-After': String(Math.ceil(retryAfter)),
  };
  return { headers, retryAfter, isGlobal: true };
}

function forgetPast(buckets: Map<string, Window>, at: number): number {
  for (const [key, window] of buckets) if (window.resetAt < at) buckets.delete(key);
  return at + 60_000;
}

/** discord.js only compares bucket names; any stable text of hex digits will do. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const character of Buffer.from(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(character)) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
