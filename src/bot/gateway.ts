// Keeps the gateway's connections coming back: discord.js reconnects by itself, but to a dead resume address for ever,
// twice a second, and without saying why. This stands between it and its connections, as its sharding strategy.
import { SimpleShardingStrategy, WebSocketShardDestroyRecovery, WebSocketShardStatus } from 'discord.js';
import type { Logger } from 'pino';
import { delayMs, type Loss, mayResume, tellClose, tellReturn } from '#bot/gateway-loss.ts';

/** @discordjs/ws's manager; discord.js has a class of the same name, which hides it. */
type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];
type Strategy = Pick<SimpleShardingStrategy, 'spawn' | 'connect' | 'destroy' | 'send' | 'fetchStatus'>;
type Session = Awaited<ReturnType<Manager['options']['retrieveSessionInfo']>>;

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
  /** A shutdown finishes its work first, while connections may still come and go. */
  stopping: AbortSignal | undefined;
};

export function buildSharding(manager: Manager, log?: Logger, stopping?: AbortSignal): Strategy {
  const inner = new SimpleShardingStrategy(manager);
  const watch: Watch = {
    ...{ manager, inner, log, stopping, isClosing: false },
    ...{ losses: new Map(), timers: new Map() },
  };
  manager.options.handshakeTimeout = HANDSHAKE_MS;
  manager.options.helloTimeout = HELLO_MS;
  watchSessions(watch);
  watchEvents(watch);
  guardDispatch(watch);
  return {
    spawn: (ids) => {
      watch.isClosing = false;
      return inner.spawn(ids);
    },
    connect: () => inner.connect(),
    destroy: (options) => {
      watch.isClosing = true;
      for (const shard of watch.timers.keys()) stopTimer(watch, shard);
      return inner.destroy(options);
    },
    send: (shard, payload) => inner.send(shard, payload),
    fetchStatus: () => inner.fetchStatus(),
  };
}

/** A connection asks for its session before each attempt, and with every event: only the attempts are held up. */
function watchSessions(watch: Watch): void {
  const { options } = watch.manager;
  const retrieve = options.retrieveSessionInfo;
  options.retrieveSessionInfo = (shard) => {
    if (!watch.losses.has(shard) && !watch.isClosing) return retrieve(shard);
    return beforeAttempt(watch, shard, retrieve);
  };
}

async function beforeAttempt(
  watch: Watch,
  shard: number,
  retrieve: Manager['options']['retrieveSessionInfo'],
): Promise<Session> {
  const status = (await watch.inner.fetchStatus()).get(shard) ?? WebSocketShardStatus.Idle;
  if (status !== WebSocketShardStatus.Idle) return retrieve(shard);
  const loss = watch.losses.get(shard);
  // discord.js does not look whether it was destroyed meanwhile, and would connect: never answered, it cannot.
  if (watch.isClosing) return new Promise(() => undefined);
  // Cleared by a shutdown: then this never goes on either.
  if (loss) await new Promise((resolve) => watch.timers.set(shard, setTimeout(resolve, delayMs(loss))));
  if (loss && !mayResume(loss, performance.now())) await watch.manager.options.updateSessionInfo(shard, null);
  return retrieve(shard);
}

function watchEvents(watch: Watch): void {
  const { manager, losses } = watch;
  // safe: these are @discordjs/ws's events; its enum of them is hidden by discord.js's own of the same name
  const on = manager.on.bind(manager) as unknown as (
    event: 'closed' | 'hello' | 'ready' | 'resumed' | 'error',
    listener: (what: { shardId: number; code: number; error: Error }) => void,
  ) => void;
  const errors = new Map<number, string>();
  on('error', ({ shardId, error }) => errors.set(shardId, error.message));
  on('closed', ({ shardId, code }) => {
    stopTimer(watch, shardId);
    if (watch.isClosing || isFinal(code)) return;
    const error = errors.get(shardId) ?? null;
    errors.delete(shardId);
    noteClose(watch, { shard: shardId, code, error });
  });
  on('hello', ({ shardId }) => void onHello(watch, shardId));
  for (const [event, how] of [
    ['ready', 'is back, with a new session'] as const,
    ['resumed', 'is back'] as const,
  ]) {
    on(event, ({ shardId }) => {
      stopTimer(watch, shardId);
      const loss = losses.get(shardId);
      losses.delete(shardId);
      if (loss && watch.log && !watch.stopping?.aborted)
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
  if (watch.log && !watch.stopping?.aborted) tellClose(watch.log, { loss, shard, code }, now);
}

function firstLoss(now: number): Loss {
  return { since: now, closes: 0, codes: {}, logins: 0, error: null, toldAt: now };
}

/** Greeted on a new connection. From here on a login is spent, or a resume may stay unanswered. */
async function onHello(watch: Watch, shard: number): Promise<void> {
  const loss = watch.losses.get(shard);
  if (!loss) return;
  const session = await watch.manager.options.retrieveSessionInfo(shard);
  if (!session) {
    loss.logins += 1;
    return;
  }
  const timer = setTimeout(() => void giveUpResume(watch, shard), RESUMED_WITHIN_MS);
  watch.timers.set(shard, timer.unref());
}

type Shards = ReadonlyMap<number, { destroy(options: object): Promise<void> }>;

async function giveUpResume(watch: Watch, shard: number): Promise<void> {
  const status = (await watch.inner.fetchStatus()).get(shard);
  if (status !== WebSocketShardStatus.Resuming || watch.isClosing) return;
  // safe: private in the types alone; nothing public lets one connection be made anew. A test keeps watch over it.
  const { shards } = watch.inner as unknown as { shards: Shards };
  const recover = WebSocketShardDestroyRecovery.Reconnect;
  await shards.get(shard)?.destroy({ code: 4000, reason: 'RESUME was not answered', recover });
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

/** An event that discord.js cannot handle, such as one of a kind to come, would else end the process. */
function guardDispatch({ manager, log }: Watch): void {
  // safe: handed through as it came
  const emit = manager.emit.bind(manager) as (event: string, ...rest: unknown[]) => boolean;
  const guarded = (event: string, ...rest: unknown[]) => {
    if (event !== 'dispatch') return emit(event, ...rest);
    try {
      return emit(event, ...rest);
    } catch (error) {
      // safe: what @discordjs/ws emits with a dispatch
      const [{ data } = {}] = rest as [{ data?: { t?: string } }?];
      log?.error({ err: error, event: data?.t }, 'an event of the gateway could not be handled: skipped');
      return true;
    }
  };
  manager.emit = guarded as typeof manager.emit;
}
