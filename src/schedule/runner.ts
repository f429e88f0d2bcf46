// Runs one job, never twice at once in this process. The one catch for whatever jobs throw.

import type { Logger } from 'pino';
import type { Clock } from '#lib/clock.ts';
import type { Job } from './schedule.ts';

/** Told after every run, for metrics. */
export type ObserveJob = (what: { job: string; failed: boolean; seconds: number }) => void;

export type RunnerOptions<A> = { app: A; clock: Clock; log: Logger; observe?: ObserveJob };

export function createRunner<A>(job: Job<A>, { app, clock, log, observe }: RunnerOptions<A>) {
  let underway: Promise<void> | null = null;
  let startedAt = 0;
  let closed = false;

  const elapsed = () => (performance.now() - startedAt) / 1000;

  const run = async () => {
    startedAt = performance.now();
    let failed = false;
    try {
      await job.run(app, clock.now());
    } catch (error) {
      failed = true;
      log.error({ err: error, job: job.name }, 'job failed');
    }
    observe?.({ job: job.name, failed, seconds: elapsed() });
  };

  const start = () => {
    underway = run().finally(() => {
      underway = null;
    });
    return underway;
  };

  return {
    /** A tick that comes while the job is at work is dropped: it looks for everything due anyway. */
    tick(): void {
      if (!underway && !closed) void start();
      else log.debug({ job: job.name }, 'job is still at work');
    },
    async runNow(): Promise<void> {
      while (underway) await underway;
      if (!closed) await start();
    },
    runningFor: () => (underway ? elapsed() : null),
    async close(): Promise<void> {
      closed = true;
      await underway;
    },
  };
}
