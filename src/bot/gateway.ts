// Keeps the gateway's connections coming back: discord.js reconnects by itself, but to a dead resume address for ever,
// twice a second, and without saying why. This stands between it and its connections, as its sharding strategy.
import { SimpleShardingStrategy, WebSocketShardDestroyRecovery, WebSocketShardStatus } from 'discord.js';
import type { Logger } from 'pino';
import { delayMs, type Loss, mayResume, tellClose, tellReturn } from '#bot/gateway-loss.ts';
import type { Gate } from '#bot/logins.ts';
import type { About } from '#bot/roster.ts';
import type { Manager, Session, ShardsInside } from '#bot/shards.ts';

type Strategy = Pick<SimpleShardingStrategy, 'spawn' | 'connect' | 'destroy' | 'send' | 'fetchStatus'>;

/** Below the wait for HELLO, which would else destroy a socket that is still connecting, and its error be thrown. */
const HANDSHAKE_MS = 15_000;
const HELLO_MS = 20_000;
/** Discord answers a RESUME at once; discord.js waits for that answer without limit. */
const RESUMED_WITHIN_MS = 15_000;

type Watch = {
  manager: Manager;
  inner: SimpleShardingStrategy;
  log: Logger | undefined;
  losses: Map<number, Loss>;
  timers: Map<number, NodeJS.Timeout>;
  /** Closed on purpose: a shutdown, or a start that failed. */
  isClosing: boolean;
  wiring: Wiring;
};

export type Wiring = {
  log?: Logger;
  /** A shutdown finishes its work first, while connections may still come and go. */
  stopping?: AbortSignal;
  /** Whether and when it may be tried to connect. */
  gate?: Gate;
  /** Of a process whose shards come and go. */
  shards?: ShardsInside;
};

export function buildSharding(manager: Manager, wiring: Wiring = {}): Strategy {
  const inner = new SimpleShardingStrategy(manager);
  const watch: Watch = {
    ...{ manager, inner, wiring, log: wiring.log, isClosing: false },
    ...{ losses: new Map(), timers: new Map() },
  };
  wiring.shards?.attach(manager, inner);
  if (wiring.gate) leaveLimitToGate(manager);
  manager.options.handshakeTimeout = HANDSHAKE_MS;
  manager.options.helloTimeout = HELLO_MS;
  watchSessions(watch);
  watchEvents(watch);
  guardEvents(watch);
  return {
    spawn: (ids) => {
      watch.isClosing = false;
      return inner.spawn(ids);
    },
    async connect() {
      await wiring.shards?.connecting();
      await inner.connect();
    },
    destroy: (options) => {
      watch.isClosing = true;
      for (const shard of watch.timers.keys()) stopTimer(watch, shard);
      return inner.destroy(options);
    },
    send: (shard, payload) => inner.send(shard, payload),
    fetchStatus: () => inner.fetchStatus(),
  };
}

/** @discordjs/ws would fail the start where logins are few, also one that needs none. */
function leaveLimitToGate(manager: Manager): void {
  const fetchInformation = manager.fetchGatewayInformation.bind(manager);
  manager.fetchGatewayInformation = async (force) => {
    const { session_start_limit: limit, ...information } = await fetchInformation(force);
    return { ...information, session_start_limit: { ...limit, remaining: Number.MAX_SAFE_INTEGER } };
  };
}

/** A connection asks for its session before each attempt, and with every event: only the attempts are held up. */
function watchSessions(watch: Watch): void {
  const { options } = watch.manager;
  const { gate, shards } = watch.wiring;
  const { retrieveSessionInfo: retrieve, updateSessionInfo: update } = options;
  const isGone = (shard: number) => shards?.isHere(shard) === false;
  options.retrieveSessionInfo = (shard) => {
    if (isGone(shard)) return null;
    // With a gate the very first attempt is asked about as well.
    if (!gate && !watch.losses.has(shard) && !watch.isClosing) return retrieve(shard);
    // Of one that was destroyed meanwhile there is no line any more.
    const status = lineOf(watch, shard)?.status ?? WebSocketShardStatus.Idle;
    if (status !== WebSocketShardStatus.Idle) return retrieve(shard);
    return beforeAttempt(watch, shard, retrieve);
  };
  options.updateSessionInfo = (shard, session) => {
    // discord.js forgets the session of a connection that it closes: the one that is handed over lives on.
    const isKept = session === null && shards?.isLeaving(shard);
    if (!isGone(shard) && !isKept) return update(shard, session);
  };
}

async function beforeAttempt(
  watch: Watch,
  shard: number,
  retrieve: Manager['options']['retrieveSessionInfo'],
): Promise<Session> {
  const loss = watch.losses.get(shard);
  // discord.js does not look whether it was destroyed meanwhile, and would connect: never answered, it cannot.
  if (watch.isClosing) return new Promise(() => undefined);
  // Cleared by a shutdown: then this never goes on either.
  if (loss) await new Promise((resolve) => watch.timers.set(shard, setTimeout(resolve, delayMs(loss))));
  if (loss && !mayResume(loss, performance.now())) await watch.manager.options.updateSessionInfo(shard, null);
  await watch.wiring.gate?.attempt(shard, async () => (await retrieve(shard)) !== null);
  return watch.isClosing ? new Promise(() => undefined) : retrieve(shard);
}

type Line = {
  status: WebSocketShardStatus;
  destroy(options: object): Promise<void>;
};

function lineOf({ inner }: Watch, shard: number): Line | undefined {
  // safe: private in the types alone; nothing public lets one connection be looked at, or made anew. A test keeps watch.
  const { shards } = inner as unknown as { shards: ReadonlyMap<number, Line> };
  return shards.get(shard);
}

function watchEvents(watch: Watch): void {
  const { manager, losses, wiring } = watch;
  // safe: these are @discordjs/ws's events; its enum of them is hidden by discord.js's own of the same name
  const on = manager.on.bind(manager) as unknown as (
    event: 'closed' | 'hello' | 'ready' | 'resumed' | 'error',
    listener: (what: { shardId: number; code: number; error: Error; data: About }) => void,
  ) => void;
  const errors = new Map<number, string>();
  on('error', ({ shardId, error }) => errors.set(shardId, error.message));
  on('closed', ({ shardId, code }) => {
    stopTimer(watch, shardId);
    if (watch.isClosing || isFinal(code) || wiring.shards?.isLeaving(shardId)) return;
    const error = errors.get(shardId) ?? null;
    errors.delete(shardId);
    noteClose(watch, { shard: shardId, code, error });
  });
  on('ready', ({ shardId, data }) => wiring.shards?.greeted(shardId, data));
  on('hello', ({ shardId }) => void onHello(watch, shardId));
  for (const [event, how] of [
    ['ready', 'is back, with a new session'] as const,
    ['resumed', 'is back'] as const,
  ]) {
    on(event, ({ shardId }) => {
      stopTimer(watch, shardId);
      const loss = losses.get(shardId);
      losses.delete(shardId);
      if (loss && watch.log && !wiring.stopping?.aborted)
        tellReturn(watch.log, { loss, shard: shardId, how }, performance.now());
    });
  }
}

function noteClose(
  watch: Watch,
  { shard, code, error }: { shard: number; code: number; error: string | null },
) {
  const now = performance.now();
  const loss = watch.losses.get(shard) ?? firstLoss(now);
  watch.losses.set(shard, loss);
  loss.closes += 1;
  loss.codes[code] = (loss.codes[code] ?? 0) + 1;
  loss.error = error ?? loss.error;
  if (watch.log && !watch.wiring.stopping?.aborted) tellClose(watch.log, { loss, shard, code }, now);
}

function firstLoss(now: number): Loss {
  return { since: now, closes: 0, codes: {}, logins: 0, error: null, toldAt: now };
}

/** Greeted on a new connection. From here on a login is spent, or a resume may stay unanswered. */
async function onHello(watch: Watch, shard: number): Promise<void> {
  const loss = watch.losses.get(shard);
  const session = await watch.manager.options.retrieveSessionInfo(shard);
  if (!session) {
    if (loss) loss.logins += 1;
    return;
  }
  const timer = setTimeout(() => void giveUpResume(watch, shard), RESUMED_WITHIN_MS);
  watch.timers.set(shard, timer.unref());
}

async function giveUpResume(watch: Watch, shard: number): Promise<void> {
  const line = lineOf(watch, shard);
  if (line?.status !== WebSocketShardStatus.Resuming || watch.isClosing) return;
  const recover = WebSocketShardDestroyRecovery.Reconnect;
  await line.destroy({ code: 4000, reason: 'RESUME was not answered', recover });
}

function stopTimer({ timers }: Watch, shard: number): void {
  clearTimeout(timers.get(shard));
  timers.delete(shard);
}

/** Discord's "do not reconnect"; discord.js tells of them as `shardDisconnect`. */
const FINAL_CODES = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

function isFinal(code: number): boolean {
  return FINAL_CODES.has(code);
}

/**
 * An event that discord.js cannot handle, such as one of a kind to come, would else end the process; so would one of a
 * shard that has gone to another process meanwhile.
 */
function guardEvents({ manager, log, wiring: { shards } }: Watch): void {
  // safe: handed through as it came
  const emit = manager.emit.bind(manager) as (event: string, ...rest: unknown[]) => boolean;
  const guarded = (event: string, ...rest: unknown[]) => {
    // safe: what @discordjs/ws emits
    const [{ data, shardId = -1 } = {}] = rest as [{ data?: { t?: string }; shardId?: number }?];
    if (shardId >= 0 && shards?.isHere(shardId) === false) return true;
    if (event !== 'dispatch') return emit(event, ...rest);
    try {
      shards?.heard(shardId, data);
      return emit(event, ...rest);
    } catch (error) {
      log?.error({ err: error, event: data?.t }, 'an event of the gateway could not be handled: skipped');
      return true;
    }
  };
  manager.emit = guarded as typeof manager.emit;
}
