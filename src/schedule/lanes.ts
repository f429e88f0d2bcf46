// Lets a job's pieces of work go on beside each other: one at a time in a lane (a channel), so that a slow one holds up
// its own lane alone. A tick starts them and ends; the next one finds room in the other lanes.
import { within } from '#lib/within.ts';

export type Lanes = {
  /**
   * Does the work when nothing else of its lane is underway and there is room; returns at once. Work whose turn does
   * not come `withinMs` is left out: whoever claimed it has lost the claim by then. What it throws is told as the
   * job's failure.
   */
  start(lane: string, work: () => Promise<void>, withinMs?: number): void;
  /** How many more can be underway: claim no more than this. */
  room(): number;
  /** Lanes with work underway or waiting: what is claimed for them would only wait. */
  busy(): string[];
  /** Resolves when there is room for so much more; false when nothing more is started at all. */
  freed(room: number): Promise<boolean>;
  /** At once, at most, as things are now. */
  atOnce(): number;
};

/** A burst goes on for so long within one tick, and then with the next one. */
const DRAIN_MS = 30_000;
/** About as long as a full second of Discord's limit takes: what is busy for longer keeps no other lane empty. */
const FREED_WITHIN_MS = 3_000;

/**
 * Takes what is due and begins it until nothing more is due, so that a burst is not cut into ticks: as soon as half of
 * the lanes are free again, more is claimed. Whatever room there is at a tick is used, however many are held up.
 */
export async function drain<T>(
  lanes: Lanes,
  claim: (limit: number) => Promise<readonly T[]>,
  begin: (item: T) => void,
): Promise<void> {
  const end = performance.now() + DRAIN_MS;
  while (performance.now() < end) {
    const limit = lanes.room();
    const claimed = limit > 0 ? await claim(limit) : [];
    for (const item of claimed) begin(item);
    if (claimed.length < limit) return;
    const isFreed = await within(FREED_WITHIN_MS, lanes.freed(Math.ceil(lanes.atOnce() / 2)));
    if (isFreed === false) return;
  }
}

export type LanesOptions = {
  /** Works underway in all lanes together, at most. */
  atOnce: number | (() => number);
  onError(error: unknown, seconds: number): void;
  /** Milliseconds that only grow. */
  now?: () => number;
};

export type OwnedLanes = Lanes & {
  /** Resolves when nothing is underway or waiting. */
  idle(): Promise<void>;
  /** Starts nothing more, and waits for what is underway, but not longer than this. */
  stop(withinMs: number): Promise<void>;
  /** How long the oldest work has been underway; null when there is none. */
  oldestSeconds(): number | null;
};

type Waiting = { lane: string; work: () => Promise<void>; until: number };
type Underway = { since: number; done: Promise<void> };

export function createLanes({
  onError,
  now = () => performance.now(),
  ...options
}: LanesOptions): OwnedLanes {
  const atOnce = () => (typeof options.atOnce === 'number' ? options.atOnce : options.atOnce());
  const waiting = new Set<Waiting>();
  const underway = new Map<string, Underway>();
  const roomWatch = createRoomWatch();
  let isStopped = false;

  const run = async ({ lane, work }: Waiting, since: number) => {
    try {
      await work();
    } catch (error) {
      onError(error, (now() - since) / 1000);
    }
    underway.delete(lane);
    next();
    roomWatch.tell(room());
  };

  const room = () => Math.max(0, atOnce() - underway.size - waiting.size);

  const next = () => {
    for (const item of waiting) {
      if (underway.size >= atOnce()) return;
      if (item.until < now()) waiting.delete(item);
      else if (!underway.has(item.lane)) begin(item);
    }
  };

  const begin = (item: Waiting) => {
    waiting.delete(item);
    const since = now();
    const started = Promise.withResolvers<void>();
    // Entered before it runs: work that ends at once would else stay entered for ever.
    underway.set(item.lane, { since, done: started.promise });
    void run(item, since).then(started.resolve);
  };

  const idle = async () => {
    while (underway.size > 0) await Promise.all([...underway.values()].map(({ done }) => done));
  };

  return {
    start(lane, work, withinMs = Number.POSITIVE_INFINITY) {
      if (isStopped) return;
      waiting.add({ lane, work, until: now() + withinMs });
      next();
    },
    room,
    atOnce,
    freed: (wanted) => roomWatch.whenFree(Math.min(wanted, atOnce()), room()),
    busy: () => [...new Set([...underway.keys(), ...[...waiting].map(({ lane }) => lane)])],
    idle,
    async stop(withinMs) {
      isStopped = true;
      waiting.clear();
      roomWatch.stop();
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await Promise.race([idle(), limit]);
      clearTimeout(timer);
    },
    oldestSeconds() {
      const [oldest] = [...underway.values()].map(({ since }) => since).toSorted((a, b) => a - b);
      return oldest === undefined ? null : (now() - oldest) / 1000;
    },
  };
}

/** Whoever waits for room is told of it, or that none will come any more. */
function createRoomWatch() {
  const waiting = new Set<{ wanted: number; resolve: (isFree: boolean) => void }>();
  let isStopped = false;
  const tell = (room: number) => {
    for (const each of waiting) {
      if (!isStopped && room < each.wanted) continue;
      waiting.delete(each);
      each.resolve(!isStopped);
    }
  };
  return {
    tell,
    whenFree(wanted: number, room: number): Promise<boolean> {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      waiting.add({ wanted, resolve });
      tell(room);
      return promise;
    },
    stop(): void {
      isStopped = true;
      tell(0);
    },
  };
}
