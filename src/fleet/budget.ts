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

/** 48 a second: Discord counts fifty in windows of its own, whose edges requests may cross on their way. */
const APART_MS = 1_000 / 48;
/** What a process that stood still may catch up with at once: the two that are left of fifty. */
const LATE_MS = 2 * APART_MS;
/** A quarter of a second's worth: whoever comes meanwhile waits no longer than that, and no more is lost with a process. */
const MOST_AT_ONCE = 12;
/** While the database is away nobody knows of the others. */
const ALONE_APART_MS = 100;

type Waiting = { first: (() => void)[]; others: (() => void)[] };

export function createBudget({ turns, log }: { turns: Turns; log: Logger }): Budget {
  const waiting: Waiting = { first: [], others: [] };
  let isSpending = false;
  const spend = async () => {
    if (isSpending) return;
    isSpending = true;
    while (waitingIn(waiting) > 0) await spendSlice({ turns, log }, waiting);
    isSpending = false;
  };
  return {
    async take({ isFirst = false, signal } = {}) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const line = isFirst ? waiting.first : waiting.others;
      const leave = () => {
        line.splice(line.indexOf(resolve), 1);
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

async function spendSlice({ turns, log }: Spending, waiting: Waiting): Promise<void> {
  const count = Math.min(waitingIn(waiting), MOST_AT_ONCE);
  let apartMs = APART_MS;
  let wait = 0;
  try {
    wait = await turns.take({ count, apartMs });
  } catch (err) {
    apartMs = ALONE_APART_MS;
    log.warn({ err }, 'the budget of requests cannot be shared: going slowly');
  }
  const start = performance.now() + wait;
  for (let index = 0; index < count; index += 1) {
    const left = start + index * apartMs - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    // Too late: the place is others' by now. So it is where nobody waits any more, who had.
    else if (left < -LATE_MS) continue;
    (waiting.first.shift() ?? waiting.others.shift())?.();
  }
}
