// A job as the schedule runs it, with what it starts in lanes waited for.
import { createLanes } from '#schedule/lanes.ts';
import type { Job } from '#schedule/schedule.ts';

/** Rejects with what the job or its lanes threw. */
export async function runJob<A>(
  jobs: readonly Job<A>[],
  name: string,
  on: { app: A; now: Date },
): Promise<void> {
  const job = jobs.find((candidate) => candidate.name === name);
  if (!job) throw new Error(`no job ${name}`);
  const failures: unknown[] = [];
  const lanes = createLanes({ atOnce: 50, onError: (error) => void failures.push(error) });
  await job.run(on.app, on.now, lanes);
  await lanes.idle();
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} failed in lanes`);
}
