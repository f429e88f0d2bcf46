// Shards that no process has room for: said again and again, once that has been so for a while.
import type { Logger } from 'pino';

/** Processes may just be starting, or be on their way back. */
const UNHELD_MS = 60_000;

export function createUnheldWatch({ count, log }: { count: number; log: Logger }): (shards: number) => void {
  let since: number | null = null;
  return (shards) => {
    const now = performance.now();
    since = shards > 0 ? (since ?? now) : null;
    if (since === null || now - since < UNHELD_MS) return;
    const facts = { count, unheld: shards };
    log.warn(facts, 'shards without a process: raise SHARDS_PER_PROCESS, or start more processes');
  };
}
