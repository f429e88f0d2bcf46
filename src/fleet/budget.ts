// The requests that a bot may make of Discord: fifty a second over all its processes. A process takes places for a slice
// of them in one statement, as many as wait, and spends them evenly.
import type { Logger } from 'pino';

export type Budget = {
  /** Resolves when a request may be sent; rejects when its caller has given up. */
  take(signal?: AbortSignal): Promise<void>;
  /** Discord asked all to be silent for a while. */
  putOff(milliseconds: number): void;
};

export type BudgetOptions = {
  /** Takes so many places, `apartMs` from each other; milliseconds until the first of them. */
  takeTurns(turns: { count: number; apartMs: number }): Promise<number>;
  putOff(milliseconds: number): Promise<void>;
  log: Logger;
};

/** 48 a second: Discord counts fifty in windows of its own, whose edges requests may cross on their way. */
const APART_MS = 1_000 / 48;
/** Half a second's worth: whoever comes meanwhile in another process waits no longer than that. */
const MOST_AT_ONCE = 24;
/** While the database is away nobody knows of the others. */
const ALONE_APART_MS = 100;

type Waiting = { go: () => void };

export function createBudget(options: BudgetOptions): Budget {
  const waiting: Waiting[] = [];
  let isSpending = false;
  const spend = async () => {
    if (isSpending) return;
    isSpending = true;
    while (waiting.length > 0) await spendSlice(options, waiting);
    isSpending = false;
  };
  return {
    async take(signal) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const own = { go: resolve };
      const leave = () => {
        waiting.splice(waiting.indexOf(own), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(own);
      void spend();
      await promise;
      signal?.removeEventListener('abort', leave);
    },
    putOff(milliseconds) {
      options.putOff(milliseconds).catch((err) => options.log.warn({ err }, 'other processes were not told'));
    },
  };
}

async function spendSlice({ takeTurns, log }: BudgetOptions, waiting: Waiting[]): Promise<void> {
  const count = Math.min(waiting.length, MOST_AT_ONCE);
  let apartMs = APART_MS;
  let wait = 0;
  try {
    wait = await takeTurns({ count, apartMs });
  } catch (err) {
    apartMs = ALONE_APART_MS;
    log.warn({ err }, 'the budget of requests cannot be shared: going slowly');
  }
  const start = performance.now() + wait;
  for (let index = 0; index < count; index += 1) {
    const left = start + index * apartMs - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    // Nobody, where who waited has given up: the place is lost.
    waiting.shift()?.go();
  }
}
