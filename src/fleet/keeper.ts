// Keeps this process's shards: takes what is its own, renews what it has, hands over what others should have, and stops at
// once what is no longer its own.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Holding, handOver, type Running } from './held.ts';
import {
  claim,
  join,
  LEASE_SECONDS,
  type Lease,
  leave,
  look,
  makeShards,
  renew,
  strangersAlive,
  type Who,
} from './leases.ts';
import { createNamed, type Named } from './named.ts';
import { createSharing, type Taking } from './sharing.ts';

export type KeeperOptions = Omit<Who, 'id'> & {
  /** How many it takes at most of what no other has; or which are its own. */
  takes: number | readonly number[];
  log: Logger;
  stopping: AbortSignal;
};

export type Keeper = {
  /** Waits for a shard to begin with. */
  first(): Promise<Lease>;
  /** From now on these are looked after, beginning with the first one. */
  keep(running: Running): void;
  /** Resolves while this process may connect a shard: its lease is sure to last. */
  mayHave(shard: number): Promise<void>;
  /** All of its shards are run by another process that was given the same, and started later. */
  standsBy(): boolean;
  /** How many are alive, this one among them, when it was last looked. */
  processes(): number;
  /** Hands all over. */
  stop(): Promise<void>;
};

const LOOK_MS = 500;
const RENEW_MS = 5_000;

type State = Holding & {
  stopping: AbortSignal;
  /** Null where its shards are named: as many as it has, since others' are none of its. */
  most: number | null;
  named: Named | null;
  begunWith: number | null;
  /** By a clock that only moves forwards. */
  renewedAt: number;
  processes: number;
  /** What was last looked at could not be kept. */
  isBehind: boolean;
  stopped: AbortController;
};

export function createKeeper({ takes, stopping, ...options }: KeeperOptions): Keeper {
  // A new one with every start: what the last one held may not be ours any more.
  const ids = { own: new Set<number>(), kept: new Set<number>() };
  const holding: Holding = { ...options, ...ids, id: randomUUID(), running: null };
  // One object for all: who takes shards sees who runs them by then.
  const state: State = Object.assign(holding, {
    begunWith: null,
    ...{ stopping, renewedAt: 0, processes: 1, isBehind: false, stopped: new AbortController() },
    most: typeof takes === 'number' ? takes : null,
    named: typeof takes === 'number' ? null : createNamed(holding, takes),
  });
  const take = state.named?.take ?? createSharing(state);
  let loop: Promise<void> = Promise.resolve();
  return {
    async first() {
      const lease = await waitForFirst(state);
      // From here on it is renewed: the login may take its time.
      loop = run(state, take);
      return lease;
    },
    keep(running) {
      state.running = running;
      // Taken while it was still logging in: nobody could stop it then.
      const { begunWith, own } = state;
      if (begunWith !== null && !own.has(begunWith)) void running.release(begunWith);
    },
    async mayHave(shard) {
      // Where the database is away the connection stays, and members are told; but it is not made anew: by then another
      // process may have the shard.
      while (!state.stopped.signal.aborted && state.own.has(shard) && isStale(state)) await pause(state);
    },
    standsBy: () => state.named !== null && state.own.size === 0,
    processes: () => state.processes,
    async stop() {
      if (state.stopped.signal.aborted) return;
      state.stopped.abort();
      await loop;
      // First of all, so that the others count themselves without this one.
      await leave(state);
      await handOver(state, [...state.own]);
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
  const lease = state.named ? await state.named.first() : (await claim(state, 1))[0];
  if (!lease) return 'the shards are held by other processes';
  state.renewedAt = began;
  state.begunWith = lease.shard;
  state.own.add(lease.shard);
  return lease;
}

async function run(state: State, take: Taking): Promise<void> {
  let renewAt = performance.now() + RENEW_MS;
  while (!state.stopped.signal.aborted) {
    try {
      if (performance.now() >= renewAt || hasNews(state)) {
        renewAt = performance.now() + RENEW_MS;
        await renewAll(state);
      }
      if (state.running) await lookAround(state, state.running, take);
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
  await join(state, running ? (most ?? own.size) : 1);
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

async function lookAround(state: State, running: Running, take: Taking): Promise<void> {
  const picture = await look(state);
  state.processes = Math.max(1, picture.processes.length);
  await take(running, picture);
}
