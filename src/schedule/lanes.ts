// Lets a job's pieces of work go on beside each other: one at a time in a lane (a channel), so that a slow one holds up
// its own lane alone. A tick starts them and ends; the next one finds room in the other lanes.

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
};

export type LanesOptions = {
  /** Works underway in all lanes together, at most. */
  atOnce: number;
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

export function createLanes({ atOnce, onError, now = () => performance.now() }: LanesOptions): OwnedLanes {
  const waiting = new Set<Waiting>();
  const underway = new Map<string, Underway>();
  let isStopped = false;

  const run = async ({ lane, work }: Waiting, since: number) => {
    try {
      await work();
    } catch (error) {
      onError(error, (now() - since) / 1000);
    }
    underway.delete(lane);
    next();
  };

  const next = () => {
    for (const item of waiting) {
      if (underway.size >= atOnce) return;
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
    room: () => Math.max(0, atOnce - underway.size - waiting.size),
    busy: () => [...new Set([...underway.keys(), ...[...waiting].map(({ lane }) => lane)])],
    idle,
    async stop(withinMs) {
      isStopped = true;
      waiting.clear();
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
