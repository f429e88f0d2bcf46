// What is counted and timed, as recorders with names of the product. On a registry of its own: nothing global.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  interaction(what: { name: string; outcome: string; seconds: number }): void;
  job(what: { job: string; failed: boolean; seconds: number }): void;
  /** The code is Discord's, where it gave one. */
  send(sent: { what: string; outcome: string; code: number | null }): void;
  /** What the database was asked, waiting for a connection included. */
  statement(asked: { kind: 'statement' | 'transaction'; failed: boolean; seconds: number }): void;
  /** Of the traces, where they are sent anywhere. */
  spans(what: { outcome: 'sent' | 'dropped'; count: number }): void;
  /** Counted whenever the metrics are read; null where it cannot be, and then nothing is said of it. */
  watch(what: Watched): void;
  /** The exposition text and its content type. */
  read(): Promise<{ text: string; contentType: string }>;
};

type Watched = { name: string; help: string } & (
  | { label?: never; count: () => Promise<number | null> }
  /** One number for each value of the label. */
  | { label: string; count: () => Promise<Record<string, number> | null> }
);

/** Discord gives up on an interaction after 3 s; a job that takes a minute is late for its next run. */
const INTERACTION_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 15];
const STATEMENT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const EVENT_LOOP_MS = 100;
const JOB_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Its own 10 ms would wake an idle process a hundred times a second, which is a third of what it uses. Each delay that is
  // measured holds this interval as well.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_MS });

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
    // Not "job", which Prometheus says itself of all that it reads in one place.
    labelNames: ['name'],
    buckets: JOB_SECONDS,
    registers,
  });
  const jobFailures = new Counter({
    name: 'cohort_job_failures_total',
    help: 'Runs of a job that failed',
    labelNames: ['name'],
    registers,
  });
  const sends = new Counter({
    name: 'cohort_sends_total',
    help: 'Messages, edits, threads and direct messages by what became of them',
    labelNames: ['what', 'outcome', 'code'],
    registers,
  });
  const statementSeconds = new Histogram({
    name: 'cohort_statement_seconds',
    help: 'Time from asking the database to its answer, waiting for a connection included',
    labelNames: ['kind', 'outcome'],
    buckets: STATEMENT_SECONDS,
    registers,
  });

  return {
    interaction({ name, outcome, seconds }) {
      interactions.inc({ command: name, outcome });
      interactionSeconds.observe({ command: name }, seconds);
    },
    job({ job, failed, seconds }) {
      jobSeconds.observe({ name: job }, seconds);
      jobFailures.inc({ name: job }, failed ? 1 : 0);
    },
    send({ what, outcome, code }) {
      sends.inc({ what, outcome, code: code ?? '' });
    },
    statement({ kind, failed, seconds }) {
      statementSeconds.observe({ kind, outcome: failed ? 'failed' : 'done' }, seconds);
    },
    spans: countSpans(registers),
    watch: (what) => watchGauge(what, registers),
    read: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}

function countSpans(registers: Registry[]): Metrics['spans'] {
  const spans = new Counter({
    name: 'cohort_telemetry_spans_total',
    help: 'Spans of traces that the collector took, and those that it did not take in time',
    labelNames: ['outcome'],
    registers,
  });
  return ({ outcome, count }) => spans.inc({ outcome }, count);
}

function watchGauge(what: Watched, registers: Registry[]): void {
  const { name, help } = what;
  new Gauge({
    name,
    help,
    labelNames: what.label ? [what.label] : [],
    registers,
    async collect() {
      const now = await what.count();
      this.reset();
      if (now === null) this.remove();
      else if (typeof now === 'number') this.set(now);
      else for (const [value, count] of Object.entries(now)) this.set({ [what.label ?? '']: value }, count);
    },
  });
}
