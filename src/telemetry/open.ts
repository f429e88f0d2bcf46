// OpenTelemetry: steps become spans, and go to a collector by OTLP over HTTP. Only imported where TELEMETRY names one;
// nothing global is registered, and nobody's modules are patched.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  trace as contexts,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import type { Facts, Place, Step, Trace } from '#lib/trace.ts';
import { errorType } from './error-type.ts';
import { createQueue, type Queue } from './queue.ts';

export type TelemetryConfig = {
  /** The address that takes traces, whole. */
  url: string;
  headers: Record<string, string>;
  service: string;
  /** What else is said of this process, such as where it is deployed. */
  resource: Record<string, string>;
  /** From 0 to 1: the part of all traces that is told. */
  ratio: number;
};

/** Told of spans that a collector took, and of those that nobody will see. */
export type ObserveSpans = (what: { outcome: 'sent' | 'dropped'; count: number }) => void;

export type Telemetry = {
  trace: Trace;
  /** Sends what is there, but waits for it only so long. */
  stop(): Promise<void>;
};

const TIMEOUT_MS = 5_000;

export function openTelemetry(
  { url, headers, service, resource, ratio }: TelemetryConfig,
  { log, observe }: { log: Logger; observe: ObserveSpans },
): Telemetry {
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: TIMEOUT_MS });
  const queue = createQueue({ exporter, log, observe });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ ...resource, 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [queue],
  });
  return { trace: createTrace(provider.getTracer('cohort'), queue), stop: queue.stop };
}

/** `run`: of a job, whose spans wait until it is known whether it had anything to do. */
type Here = { context: Context; span: Span; run: { isWorth: boolean } | null };

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT };
/** A run of a job that did nothing but ask the database for so long. */
const LONG_MS = 1_000;

function createTrace(tracer: Tracer, queue: Queue): Trace {
  const underway = new AsyncLocalStorage<Here>();

  const enter = (step: Step, above: Here | undefined, others: readonly Here[]): Here => {
    const parent = above?.context ?? ROOT_CONTEXT;
    const span = tracer.startSpan(
      step.name,
      {
        ...(step.kind ? { kind: KINDS[step.kind] } : {}),
        ...(step.facts ? { attributes: step.facts } : {}),
        links: others.map((each) => ({ context: each.span.spanContext() })),
      },
      parent,
    );
    return { context: contexts.setSpan(parent, span), span, run: above?.run ?? null };
  };

  const inside = async <T>(here: Here, work: () => Promise<T>): Promise<T> => {
    try {
      return await underway.run(here, work);
    } catch (error) {
      const type = errorType(error);
      if (type) note(here.span, { 'error.type': type });
      throw error;
    } finally {
      here.span.end();
    }
  };

  const asJob = async <T>(here: Here, work: () => Promise<T>): Promise<T> => {
    const { traceId } = here.span.spanContext();
    const run = { isWorth: false };
    const began = performance.now();
    queue.hold(traceId);
    try {
      return await inside({ ...here, run }, work);
    } catch (error) {
      run.isWorth = true;
      throw error;
    } finally {
      queue.release(traceId, run.isWorth || performance.now() - began > LONG_MS);
    }
  };

  const run = <T>(step: Step, work: () => Promise<T>, places?: readonly Place[]): Promise<T> => {
    // safe: a Place is what here() handed out
    const [above = underway.getStore(), ...others] = (places ?? []).filter(
      (place) => place !== null,
    ) as Here[];
    if (step.isDetail && !above) return work();
    if (above?.run && !step.isDetail) above.run.isWorth = true;
    const here = enter(step, above, others);
    return step.isJob ? asJob(here, work) : inside(here, work);
  };

  return {
    run: (step, work) => run(step, work),
    runFor: (places, step, work) => run(step, work, places),
    here: () => underway.getStore() ?? null,
    note(facts, name) {
      const here = underway.getStore();
      if (!here) return;
      if (here.run) here.run.isWorth = true;
      note(here.span, facts, name);
    },
    bind(work) {
      const here = underway.getStore();
      return here ? (...args) => underway.run(here, work, ...args) : work;
    },
  };
}

function note(span: Span, facts: Facts, name?: string): void {
  span.setAttributes(facts);
  if (name !== undefined) span.updateName(name);
  if ('error.type' in facts) span.setStatus({ code: SpanStatusCode.ERROR });
}
