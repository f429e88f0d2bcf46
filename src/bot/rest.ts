// How the bot speaks to Discord over HTTP: no endless waits for rate limits, and a token that one stray answer cannot
// take away.
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Logger } from 'pino';

export type RestWatch = {
  log?: Logger;
  /** Discord has refused the token for good: the process is of no use any more. */
  onTokenRefused?: () => void;
  /** Told Discord's time with each of its answers, in milliseconds: to the second, and as old as the answer's way. */
  onTime?: (at: number) => void;
  /** Told of each request when it is sent, after all that it had to wait for. */
  onSend?: (() => void) | undefined;
  /** Whose turn it is, where there are other processes or other work; without it discord.js counts by itself. */
  budget?: RequestBudget;
};

/** How many requests a second may be made of Discord, whoever makes them. */
type RequestBudget = {
  take(asked: { isFirst: boolean; signal?: AbortSignal | undefined }): Promise<void>;
  putOff(milliseconds: number): void;
};

type RateLimit = Parameters<Extract<RESTOptions['rejectOnRateLimit'], (...args: never[]) => unknown>>[0];

/**
 * What a job or a command may wait: the windows that Discord counts in, five or ten seconds, pass meanwhile. A longer
 * limit is theirs to hear of, so that others are not held up.
 */
const LONGEST_WAIT_MS = 12_000;
/** An answer that was deferred keeps nobody waiting but its reader, for whom late is better than never. */
const LONGEST_ANSWER_WAIT_MS = 60_000;

export function restOptions(api: string, watch: RestWatch): Partial<RESTOptions> {
  const send: MakeRequest = (url, init) => {
    watch.onSend?.();
    return DefaultRestOptions.makeRequest(url, init);
  };
  return {
    api,
    // Handlers of deferred interactions would otherwise stay for an hour each (0.6–1 KB).
    handlerSweepInterval: 300_000,
    rejectOnRateLimit: (limit) => isTooLong(limit, watch.log),
    makeRequest: keepToken(api, watch, watch.budget ? shareBudget(watch.budget, send) : send),
    // discord.js's own sends fifty at once, and holds up answers to interactions, which Discord does not count.
    ...(watch.budget ? { globalRequestsPerSecond: Number.MAX_SAFE_INTEGER } : {}),
  };
}

/** Answers to interactions are not bound to the limit. */
const EXEMPT = /\/(interactions|webhooks)\//;
/** What jobs do, by the thousand: whatever else is asked of Discord, somebody waits for. */
const PATIENT = /\/channels\/\d+\/(messages|threads)|\/users\/@me\/channels/;

function shareBudget(budget: RequestBudget, send: MakeRequest): MakeRequest {
  return async (url, init) => {
    const { pathname } = new URL(url);
    if (EXEMPT.test(pathname)) return send(url, init);
    // safe: what @discordjs/rest hands over; it gives up after its own time
    const signal = init.signal as AbortSignal | undefined;
    await budget.take({ isFirst: !PATIENT.test(pathname), signal });
    const response = await send(url, init);
    if (response.status === 429 && response.headers.has('x-ratelimit-global'))
      budget.putOff(Number(response.headers.get('retry-after') ?? 1) * 1000);
    return response;
  };
}

function isTooLong(
  { route, method, retryAfter, scope, global }: RateLimit,
  log: Logger | undefined,
): boolean {
  // Nobody else can wait for the login, and a start that fails is only tried again by whoever runs the bot.
  const isLogin = route.startsWith('/gateway');
  const longest = route.startsWith('/webhooks/') ? LONGEST_ANSWER_WAIT_MS : LONGEST_WAIT_MS;
  // Exactly 0 is a 429 that does not say how long: discord.js would ask again at once, for ever.
  const isLong = retryAfter === 0 || retryAfter > longest;
  if (isLong) log?.warn({ route, method, retryAfter, scope, global }, 'a long rate limit');
  return isLong && !isLogin;
}

type MakeRequest = RESTOptions['makeRequest'];

/**
 * discord.js forgets its token at any 401, and then cannot do anything until a restart. So a 401 is only handed on when
 * Discord refuses the token itself; a stray one becomes a 503, which discord.js tries again. Before anything has worked
 * a 401 is the start's business.
 */
function keepToken(
  api: string,
  { log, onTokenRefused, onTime }: RestWatch,
  makeRequest: MakeRequest,
): MakeRequest {
  let hasWorked = false;
  let isOver = false;
  let check: Promise<boolean> | null = null;
  return async (url, init) => {
    const response = await makeRequest(url, init);
    hasWorked ||= response.ok;
    const at = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(at)) onTime?.(at);
    // safe: the headers that @discordjs/rest made; webhooks and callbacks have no token of the bot
    const { Authorization } = init.headers as Record<string, string>;
    if (response.status !== 401 || !hasWorked || isOver || !Authorization) return response;
    check ??= isTokenRefused(`${api}/v${DefaultRestOptions.version}/users/@me`, Authorization).finally(() => {
      check = null;
    });
    if (await check) {
      if (!isOver) onTokenRefused?.();
      isOver = true;
      return response;
    }
    log?.warn(
      { method: init.method, path: new URL(url).pathname },
      'a stray 401 of Discord: the token works',
    );
    await response.text();
    return new Response(null, { status: 503, statusText: '401, although the token works' });
  };
}

const CHECK_TIMEOUT_MS = 5_000;

/** Asked twice, a second apart: what ends the bot must not be a stray answer either. */
async function isTokenRefused(url: string, Authorization: string): Promise<boolean> {
  for (const waitMs of [0, 1_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const init = { method: 'GET', headers: { Authorization }, signal: AbortSignal.timeout(CHECK_TIMEOUT_MS) };
    // No answer is no refusal.
    const response = await DefaultRestOptions.makeRequest(url, init).catch(() => null);
    await response?.text();
    if (response?.status !== 401) return false;
  }
  return true;
}
