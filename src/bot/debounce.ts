// Coalesces repeated work per key: the first call starts a short wait, everything that comes meanwhile is one run.
// Only for work that may be lost (a message's tally): what must happen is a row and a job.
import type { Logger } from 'pino';

export type Debounce = {
  /** Runs `work` once, `delayMs` after the first of any number of calls with the same key. */
  later(key: string, work: () => Promise<void>): void;
  /** Runs what is waiting now and resolves when it is done. */
  flush(): Promise<void>;
};

export function createDebounce(options: { delayMs: number; log: Logger }): Debounce {
  const waiting = new Map<string, { timer: NodeJS.Timeout; work: () => Promise<void> }>();
  const running = new Set<Promise<void>>();

  const start = (key: string) => {
    const entry = waiting.get(key);
    if (!entry) return;
    waiting.delete(key);
    clearTimeout(entry.timer);
    // The one place where this work's errors end: nobody awaits it.
    const run = entry
      .work()
      .catch((error: unknown) => options.log.warn({ err: error, key }, 'coalesced work failed'));
    running.add(run);
    run.finally(() => running.delete(run));
  };

  return {
    later(key, work) {
      const entry = waiting.get(key);
      if (entry) {
        entry.work = work;
        return;
      }
      waiting.set(key, { timer: setTimeout(() => start(key), options.delayMs), work });
    },
    async flush() {
      for (const key of [...waiting.keys()]) start(key);
      await Promise.all(running);
    },
  };
}
