// Runs one job, never twice at once in this process. The one catch for whatever jobs throw.

import type { Logger } from 'pino';
import type { Clock } from '#lib/clock.ts';
import { createLanes, type Lanes } from './lanes.ts';

/** Told after every run and every failure in a lane, for metrics. */
type ObserveJob = (what: { job: string; failed: boolean; seconds: number }) => void;

export type RunnerOptions<A> = {
  app: A;
  clock: Clock;
  log: Logger;
  observe?: ObserveJob;
  /** So many of them are at work at all times, this one among them. */
  processes?: () => number;
  /** Tells failures that the next run may well mend: they get one line in the log instead of a stack. */
  isOutage?: (error: unknown) => boolean;
};

type Runnable<A> = { name: string; run(app: A, firedAt: Date, lanes: Lanes): Promise<void> };

/**
 * Discord takes 50 requests a second from all processes together: twice that, so that some may be slow, but no more, since
 * what one has taken waits there for its turn, also when others are idle.
 */
const AT_ONCE = 100;
/** Of a large fleet's each. */
const FEWEST = 8;
/** Of the ten seconds that a shutdown may take in all. */
const STOP_WITHIN_MS = 8_000;

export function createRunner<A>(job: Runnable<A>, options: RunnerOptions<A>) {
  const { app, clock, log, observe, isOutage, processes = () => 1 } = options;
  let underway: Promise<void> | null = null;
  let startedAt = 0;
  let closed = false;
  let isWanted = false;

  const elapsed = () => (performance.now() - startedAt) / 1000;

  const tell = (error: unknown) => {
    if (isOutage?.(error)) log.warn({ job: job.name, reason: rootOf(error) }, 'job put off by an outage');
    else log.error({ err: error, job: job.name }, 'job failed');
  };

  const lanes = createLanes({
    atOnce: () => Math.max(FEWEST, Math.ceil(AT_ONCE / processes())),
    onError(error, seconds) {
      tell(error);
      observe?.({ job: job.name, failed: true, seconds });
    },
  });

  const run = async () => {
    startedAt = performance.now();
    let failed = false;
    try {
      await job.run(app, clock.now(), lanes);
    } catch (error) {
      failed = true;
      tell(error);
    }
    observe?.({ job: job.name, failed, seconds: elapsed() });
  };

  const start = () => {
    underway = run().finally(() => {
      underway = null;
      if (isWanted && !closed) void start();
    });
    isWanted = false;
    return underway;
  };

  return {
    /** Ticks that come while the job is at work are one more run right after it: a burst that it left off goes on. */
    tick(): void {
      if (underway) isWanted = true;
      else if (!closed) void start();
    },
    /** With what it starts in lanes. */
    async runNow(): Promise<void> {
      if (underway) {
        isWanted = true;
        await underway;
      }
      if (!closed) await (underway ?? start());
      await lanes.idle();
    },
    async ended(): Promise<void> {
      while (underway) await underway;
    },
    runningFor(): number | null {
      const own = underway ? elapsed() : null;
      const inLanes = lanes.oldestSeconds();
      return own === null || inLanes === null ? (own ?? inLanes) : Math.max(own, inLanes);
    },
    async close(): Promise<void> {
      closed = true;
      await Promise.all([underway, lanes.stop(STOP_WITHIN_MS)]);
    },
  };
}

function rootOf(error: unknown): string {
  return error instanceof Error && error.cause ? rootOf(error.cause) : String(error);
}
