// The requests that a bot may make of Discord: fifty a second over all its processes. A process takes places for a slice
// of them at once, as many as wait, and spends them evenly. Who is waited for comes first.
import type { Logger } from 'pino';

export type Budget = {
  /** Resolves when a request may be sent; rejects when its caller has given up. `isFirst`: before all that are not. */
  take(asked?: { isFirst?: boolean; signal?: AbortSignal | undefined }): Promise<void>;
  /** Discord asked all to be silent for a while. */
  putOff(milliseconds: number): void;
};

/** Whose turn it is: of one process (below), or of all (turns.ts). */
export type Turns = {
  /** Takes so many places, `apartMs` from each other; milliseconds until the first of them. */
  take(turns: { count: number; apartMs: number }): Promise<number>;
  putOff(milliseconds: number): Promise<void>;
};

/**
 * Fifty in a little more than Discord's second: it counts in windows of its own, and one request is that much longer on its
 * way than another. With half of it left, 49 a second, bursts of 40 ms on the way would be refused now and then.
 */
const APART_MS = 1_040 / 50;
/** How late a place may be used. What a process that stood still has missed it does not catch up with: it would come in a burst. */
const LATE_MS = APART_MS;
/** An eighth of a second's worth: whoever comes meanwhile waits no longer than that, and no more is lost with a process. */
const MOST_AT_ONCE = 6;
/** While the database is away nobody knows of the others. */
const ALONE_APART_MS = 100;

type Waiting = { first: (() => void)[]; others: (() => void)[] };

export function createBudget({ turns, log }: { turns: Turns; log: Logger }): Budget {
  const waiting: Waiting = { first: [], others: [] };
  let isSpending = false;
  const spend = async () => {
    if (isSpending) return;
    isSpending = true;
    await spendAll({ turns, log }, waiting);
    isSpending = false;
  };
  return {
    async take({ isFirst = false, signal } = {}) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const line = isFirst ? waiting.first : waiting.others;
      const leave = () => {
        const at = line.indexOf(resolve);
        // Its turn came in this very moment: it has its place.
        if (at < 0) return;
        line.splice(at, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      line.push(resolve);
      void spend();
      await promise;
      signal?.removeEventListener('abort', leave);
    },
    putOff(milliseconds) {
      turns.putOff(milliseconds).catch((err) => log.warn({ err }, 'other processes were not told'));
    },
  };
}

/** Of a process that is alone. */
export function createOwnRequestTurns(): Turns {
  let freeAt = 0;
  return {
    async take({ count, apartMs }) {
      const now = performance.now();
      const start = Math.max(freeAt, now);
      freeAt = start + count * apartMs;
      return start - now;
    },
    async putOff(milliseconds) {
      freeAt = Math.max(freeAt, performance.now() + milliseconds);
    },
  };
}

function waitingIn({ first, others }: Waiting): number {
  return first.length + others.length;
}

type Spending = { turns: Turns; log: Logger };

/** While one slice is spent the next is asked for: however long the database takes to answer, no place is lost by it. */
async function spendAll(spending: Spending, waiting: Waiting): Promise<void> {
  let next: Promise<Slice> | null = null;
  while (waitingIn(waiting) > 0) {
    const slice: Slice = await (next ?? takeSlice(spending, { wanted: waitingIn(waiting), after: 0 }));
    const wanted = waitingIn(waiting) - slice.count;
    next = wanted > 0 ? takeSlice(spending, { wanted, after: endOf(slice) }) : null;
    await spendSlice(slice, waiting);
  }
}

/** By this process's `performance.now()`. */
type Slice = { start: number; count: number; apartMs: number };

const endOf = ({ start, count, apartMs }: Slice) => start + count * apartMs;

async function takeSlice(
  { turns, log }: Spending,
  { wanted, after }: { wanted: number; after: number },
): Promise<Slice> {
  const count = Math.min(wanted, MOST_AT_ONCE);
  try {
    const wait = await turns.take({ count, apartMs: APART_MS });
    return { start: performance.now() + wait, count, apartMs: APART_MS };
  } catch (err) {
    log.warn({ err }, 'the budget of requests cannot be shared: going slowly');
    return { start: Math.max(after, performance.now()), count, apartMs: ALONE_APART_MS };
  }
}

async function spendSlice({ start, count, apartMs }: Slice, waiting: Waiting): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const left = start + index * apartMs - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    // Too late: the place is others' by now. So it is where nobody waits any more, who had.
    else if (left < -LATE_MS) continue;
    (waiting.first.shift() ?? waiting.others.shift())?.();
  }
}
