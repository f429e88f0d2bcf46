// What is counted and timed, as recorders with names of the product. On a registry of its own: nothing global.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  interaction(what: { name: string; outcome: string; seconds: number }): void;
  job(what: { job: string; failed: boolean; seconds: number }): void;
  send(sent: { what: string; outcome: string }): void;
  /** Counted whenever the metrics are read; null where it cannot be, and then nothing is said of it. */
  watch(what: { name: string; help: string; count: () => Promise<number | null> }): void;
  /** The exposition text and its content type. */
  read(): Promise<{ text: string; contentType: string }>;
};

/** Discord gives up on an interaction after 3 s; a job that takes a minute is late for its next run. */
const INTERACTION_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 15];
const JOB_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const interactions = new Counter({
    name: 'cohort_interactions_total',
    help: 'Interactions by command or component and by how they ended',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const interactionSeconds = new Histogram({
    name: 'cohort_interaction_seconds',
    help: 'Time from receiving an interaction to its answer',
    labelNames: ['command'],
    buckets: INTERACTION_SECONDS,
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'cohort_job_seconds',
    help: 'Time that one run of a job took',
    labelNames: ['job'],
    buckets: JOB_SECONDS,
    registers,
  });
  const jobFailures = new Counter({
    name: 'cohort_job_failures_total',
    help: 'Runs of a job that failed',
    labelNames: ['job'],
    registers,
  });
  const sends = new Counter({
    name: 'cohort_sends_total',
    help: 'Messages, edits, threads and direct messages by what became of them',
    labelNames: ['what', 'outcome'],
    registers,
  });

  return {
    interaction({ name, outcome, seconds }) {
      interactions.inc({ command: name, outcome });
      interactionSeconds.observe({ command: name }, seconds);
    },
    job({ job, failed, seconds }) {
      jobSeconds.observe({ job }, seconds);
      jobFailures.inc({ job }, failed ? 1 : 0);
    },
    send({ what, outcome }) {
      sends.inc({ what, outcome });
    },
    watch({ name, help, count }) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          const now = await count();
          if (now === null) this.remove();
          else this.set(now);
        },
      });
    },
    read: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
