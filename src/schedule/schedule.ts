// When jobs run. The schedule only wakes them up: what is due, and which of several processes does it, they decide
// themselves by claiming rows in the database.

import { schedule as startTask } from 'node-cron';
import type { Lanes } from './lanes.ts';
import { createRunner, type RunnerOptions } from './runner.ts';

export type Job<A> = {
  name: string;
  /**
   * Cron with seconds, in UTC: "0 * * * * *" is every minute. Those that come often share the seconds out, since whatever looks
   * at the same instant needs a connection of its own, kept open until the next time.
   */
  schedule: string;
  /** What one slow piece of work must not hold up goes into lanes, and is not waited for. */
  run(app: A, firedAt: Date, lanes: Lanes): Promise<void>;
};

/** Says at once of many jobs which of them would find something to do. */
type Look = {
  names: ReadonlySet<string>;
  ask(names: readonly string[], now: Date): Promise<ReadonlySet<string>>;
};

/** Without a look every job looks for itself. */
export type ScheduleOptions<A> = RunnerOptions<A> & { jobs: readonly Job<A>[]; look?: Look };

export type Schedule = {
  /** Starts nothing more; resolves when the runs underway have ended, however long that takes, and lanes in time. */
  stop(): Promise<void>;
  /** One run from now on with all its lanes: after the one underway, if any. Does not reject when the job fails. */
  runNow(name: string): Promise<void>;
  /** Ticks start nothing until `resume`, from this very call on; resolves when the runs underway have ended. */
  pause(): Promise<void>;
  resume(): void;
  /** The longest run underway, for readiness: a job that hangs is never started again. */
  oldestRun(): { job: string; seconds: number } | null;
};

/** Throws on a schedule that is not valid cron. */
export function startSchedule<A>(options: ScheduleOptions<A>): Schedule {
  const { look } = options;
  const runners = new Map(options.jobs.map((job) => [job.name, createRunner(job, options)]));
  let isPaused = false;
  const tick = (name: string) => {
    if (!isPaused) runners.get(name)?.tick();
  };
  const looking = look ? lookOut(look, tick) : null;
  if (looking) runners.set(looking.job.name, createRunner(looking.job, options));
  const jobs = looking ? [...options.jobs, looking.job] : options.jobs;
  const tasks = jobs.map(({ name, schedule }) =>
    // Its own overlap guard and warnings stay unused: the runner's guard also covers `runNow`.
    startTask(schedule, () => (look?.names.has(name) ? looking?.wants(name) : tick(name)), {
      name,
      timezone: 'UTC',
      suppressMissedWarning: true,
    }),
  );
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all([...runners.values()].map((runner) => runner.close()));
    },
    async runNow(name) {
      const runner = runners.get(name);
      if (!runner) throw new Error(`there is no job ${name}`);
      await runner.runNow();
    },
    async pause() {
      isPaused = true;
      await Promise.all([...runners.values()].map((runner) => runner.ended()));
    },
    resume() {
      isPaused = false;
    },
    oldestRun() {
      const running = [...runners].flatMap(([job, runner]) => {
        const seconds = runner.runningFor();
        return seconds === null ? [] : [{ job, seconds }];
      });
      return running.sort((a, b) => b.seconds - a.seconds)[0] ?? null;
    },
  };
}

/**
 * A job whose time has come waits for the next look, and runs when that finds something for it. Looks come in even
 * seconds, jobs that are looked for in odd ones: however the ticks of one second follow each other, none waits for two looks.
 */
function lookOut(look: Look, tick: (name: string) => void) {
  const wanted = new Set<string>();
  return {
    wants: (name: string) => void wanted.add(name),
    job: {
      name: 'look-for-due',
      schedule: '*/2 * * * * *',
      async run(_app: unknown, now: Date) {
        const asked = [...wanted];
        wanted.clear();
        if (asked.length === 0) return;
        try {
          for (const name of await look.ask(asked, now)) tick(name);
        } catch (error) {
          // Told as this job's failure, and asked again.
          for (const name of asked) wanted.add(name);
          throw error;
        }
      },
    },
  };
}
