// Runs one job, never twice at once in this process. The one catch for whatever jobs throw.

import type { Job, ScheduleOptions } from './schedule.ts';

/** Told after every run, for metrics. */
export type ObserveJob = (what: { job: string; failed: boolean; seconds: number }) => void;

export type RunnerOptions<A> = Pick<ScheduleOptions<A>, 'app' | 'clock' | 'log' | 'observe' | 'isOutage'>;

export function createRunner<A>(job: Job<A>, options: RunnerOptions<A>) {
  const { app, clock, log, observe, isOutage } = options;
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
      if (isOutage?.(error)) log.warn({ job: job.name, reason: rootOf(error) }, 'job put off by an outage');
      else log.error({ err: error, job: job.name }, 'job failed');
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

function rootOf(error: unknown): string {
  return error instanceof Error && error.cause ? rootOf(error.cause) : String(error);
}
