// Keeps this process's shards: takes what is free, renews what it has, hands over what others should have, and stops at
// once what is no longer its own.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import {
  claim,
  type Held,
  handBack,
  join,
  type Kept,
  LEASE_SECONDS,
  type Lease,
  leave,
  look,
  makeShards,
  renew,
  strangersAlive,
  type Who,
} from './leases.ts';
import { planShards, unheld } from './plan.ts';
import { createUnheldWatch } from './unheld.ts';

/** What runs the shards (bot/shards.ts). */
type Running = {
  add(shard: number, kept: Kept): Promise<void>;
  release(shard: number): Promise<Kept>;
  /** The roster is null unless it has changed since the last look, or the whole is wanted. */
  look(shard: number, whole?: boolean): Kept;
  isReady(shard: number): boolean;
};

export type KeeperOptions = Omit<Who, 'id'> & { most: number; log: Logger; stopping: AbortSignal };

export type Keeper = {
  /** Waits for a shard to begin with. */
  first(): Promise<Lease>;
  /** From now on these are looked after, beginning with the first one. */
  keep(running: Running): void;
  /** Resolves while this process may connect a shard: its lease is sure to last. */
  mayHave(shard: number): Promise<void>;
  shards(): number[];
  /** How many are alive, this one among them, when it was last looked. */
  processes(): number;
  /** Hands all over. */
  stop(): Promise<void>;
};

const LOOK_MS = 500;
const RENEW_MS = 5_000;

/** What was given is for who has fewer, not to be taken back. */
const KEEP_OFF_MS = 2_000;
type State = KeeperOptions & {
  /** A new one with every start: what the last one held may not be ours any more. */
  id: string;
  running: Running | null;
  own: Set<number>;
  /** Those of them whose session was kept once it was there. */
  kept: Set<number>;
  /** By a clock that only moves forwards. */
  renewedAt: number;
  tellUnheld: (shards: number) => void;
  gaveAt: number;
  processes: number;
  /** What was last looked at could not be kept. */
  isBehind: boolean;
  stopped: AbortController;
};

export function createKeeper(options: KeeperOptions): Keeper {
  const state: State = {
    ...options,
    id: randomUUID(),
    ...{
      running: null,
      own: new Set(),
      kept: new Set(),
      renewedAt: 0,
      tellUnheld: createUnheldWatch(options),
      gaveAt: 0,
      processes: 1,
      isBehind: false,
      stopped: new AbortController(),
    },
  };
  let loop: Promise<void> = Promise.resolve();
  return {
    async first() {
      const lease = await waitForFirst(state);
      // From here on it is renewed: the login may take its time.
      loop = run(state);
      return lease;
    },
    keep(running) {
      state.running = running;
    },
    async mayHave(shard) {
      // Where the database is away the connection stays, and members are told; but it is not made anew: by then another
      // process may have the shard.
      while (!state.stopped.signal.aborted && state.own.has(shard) && isStale(state)) await pause(state);
    },
    shards: () => [...state.own],
    processes: () => state.processes,
    async stop() {
      if (state.stopped.signal.aborted) return;
      state.stopped.abort();
      await loop;
      // First of all, so that the others count themselves without this one.
      await leave(state);
      await handOver(state, state.running, [...state.own]);
    },
  };
}

function isStale({ renewedAt }: State): boolean {
  return performance.now() - renewedAt > LEASE_SECONDS * 1000;
}

/** Wakes up at once when the keeper is stopped. */
async function pause({ stopped: { signal } }: State): Promise<void> {
  if (signal.aborted) return;
  const woken = Promise.withResolvers<void>();
  const timer = setTimeout(woken.resolve, LOOK_MS);
  signal.addEventListener('abort', () => woken.resolve(), { once: true });
  await woken.promise;
  clearTimeout(timer);
}

async function waitForFirst(state: State): Promise<Lease> {
  await makeShards(state);
  try {
    for (let told: string | null = null; ; ) {
      const lease = await tryFirst(state);
      if (typeof lease !== 'string') return lease;
      if (told !== lease) state.log.warn({ count: state.count }, `${lease}: waiting for a shard`);
      told = lease;
      await pause(state);
      state.stopping.throwIfAborted();
    }
  } catch (error) {
    // Else the others would think of it as somebody who has too little.
    await leave(state).catch(() => undefined);
    throw error;
  }
}

async function tryFirst(state: State): Promise<Lease | string> {
  if ((await strangersAlive(state)) > 0) return 'processes with another SHARD_COUNT are running';
  // One is all it can begin with: who could not connect more yet must not be given more.
  await join(state, 1);
  const began = performance.now();
  const [lease] = await claim(state, 1);
  if (!lease) return 'all shards are held by other processes';
  state.renewedAt = began;
  state.own.add(lease.shard);
  return lease;
}

async function run(state: State): Promise<void> {
  let renewAt = performance.now() + RENEW_MS;
  while (!state.stopped.signal.aborted) {
    try {
      if (performance.now() >= renewAt || hasNews(state)) {
        renewAt = performance.now() + RENEW_MS;
        await renewAll(state);
      }
      if (state.running) await shareOut(state, state.running);
    } catch (err) {
      state.log.warn({ err }, 'the leases of shards could not be looked after: trying again');
    }
    await pause(state);
  }
}

/** What nobody could go on with if this process were killed now: a session that is not kept yet. */
function hasNews({ own, running, kept }: State): boolean {
  return running !== null && [...own].some((shard) => !kept.has(shard) && running.isReady(shard));
}

async function renewAll(state: State): Promise<void> {
  const { running, own, log, most } = state;
  const began = performance.now();
  await join(state, running ? most : 1);
  const shards = [...own];
  const ready = shards.filter((shard) => running?.isReady(shard));
  const held = shards.map((shard) => ({ shard, kept: running?.look(shard, state.isBehind) ?? null }));
  state.isBehind = true;
  const still = await renew(state, held);
  state.isBehind = false;
  for (const shard of ready) if (still.has(shard)) state.kept.add(shard);
  state.renewedAt = began;
  for (const shard of shards.filter((each) => !still.has(each))) {
    own.delete(shard);
    state.kept.delete(shard);
    log.warn({ shard }, 'another process has the shard: stopped here');
    await running?.release(shard);
  }
}

async function shareOut(state: State, running: Running): Promise<void> {
  const { own, id, count } = state;
  const picture = await look(state);
  state.processes = Math.max(1, picture.processes.length);
  const waiting = [...own].filter((shard) => !running.isReady(shard));
  const loggingIn = waiting.filter((shard) => running.look(shard).session === null).length;
  const { take, gives } = planShards(picture, { id, count, loggingIn });
  if (take > 0 && performance.now() - state.gaveAt > KEEP_OFF_MS) await takeOver(state, running, take);
  const given = [...own].findLast((shard) => running.isReady(shard));
  if (gives && given !== undefined) {
    await handOver(state, running, [given]);
    state.gaveAt = performance.now();
  }
  state.tellUnheld(unheld(picture, count));
}

async function takeOver(state: State, running: Running, most: number): Promise<void> {
  // One that has to log in takes its turn; the next is taken when it is done, by whoever has fewest then.
  for (const { shard, ...kept } of await claimSome(state, most)) {
    state.own.add(shard);
    state.log.info({ shard, resumes: kept.session !== null }, 'shard taken over');
    await running.add(shard, kept);
  }
}

async function claimSome(state: State, most: number): Promise<Lease[]> {
  const leases = await claim(state, most);
  const [first, ...fresh] = leases.filter(({ session }) => session === null);
  await handBack(
    state,
    fresh.map(({ shard }) => ({ shard, kept: null })),
  );
  return [...leases.filter(({ session }) => session !== null), ...(first ? [first] : [])];
}

async function handOver(state: State, running: Running | null, shards: readonly number[]): Promise<void> {
  for (const shard of shards) {
    state.own.delete(shard);
    state.kept.delete(shard);
  }
  const released = shards.map(
    async (shard): Promise<Held> => ({ shard, kept: (await running?.release(shard)) ?? null }),
  );
  await handBack(state, await Promise.all(released));
  state.log.info({ shards }, 'shards handed over');
}
