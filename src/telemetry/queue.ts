// Spans that wait for the collector: a bounded number, sent in batches one after the other. One that is down costs the bot
// neither memory nor time; what it does not take in time is dropped and counted.
import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { within } from '#lib/within.ts';
import type { ObserveSpans } from './open.ts';

export type Queue = Omit<SpanProcessor, 'onEnd'> & {
  onEnd(span: ReadableSpan): void;
  /** Spans of this trace wait apart until it is known whether anybody wants them. */
  hold(traceId: string): void;
  release(traceId: string, isWanted: boolean): void;
  stop(): Promise<void>;
};

const MOST_WAITING = 4_096;
const BATCH = 512;
const EVERY_MS = 1_000;
/** Of the time that a shutdown may take. */
const FLUSH_WITHIN_MS = 2_000;
/** OpenTelemetry's ExportResultCode.SUCCESS. */
const SUCCESS = 0;
const SAMPLED = 1;

export type QueueOptions = {
  exporter: SpanExporter;
  log: Logger;
  observe: ObserveSpans;
  flushWithinMs?: number;
};

export function createQueue(options: QueueOptions): Queue {
  const { exporter, log, observe, flushWithinMs = FLUSH_WITHIN_MS } = options;
  const held = new Map<string, ReadableSpan[]>();
  let waiting: ReadableSpan[] = [];
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | null = null;
  const tell = createTeller(log);
  let isStopped = false;

  const add = (spans: readonly ReadableSpan[]) => {
    const room = isStopped ? 0 : MOST_WAITING - waiting.length;
    waiting.push(...spans.slice(0, room));
    if (spans.length > room) observe({ outcome: 'dropped', count: spans.length - room });
    if (waiting.length > 0) timer ??= setTimeout(() => void send(), EVERY_MS).unref();
  };

  const send = () => {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };

  const sendAll = async () => {
    clearTimeout(timer);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      const fault = await exportBatch(exporter, batch);
      observe({ outcome: fault ? 'dropped' : 'sent', count: batch.length });
      tell(fault);
    }
    // Only now: what came meanwhile went along.
    timer = undefined;
  };

  return {
    onStart: () => undefined,
    onEnd(span) {
      const { traceId, traceFlags } = span.spanContext();
      if ((traceFlags & SAMPLED) === 0) return;
      const apart = held.get(traceId);
      if (!apart) add([span]);
      else if (apart.length < MOST_WAITING) apart.push(span);
      else observe({ outcome: 'dropped', count: 1 });
    },
    hold: (traceId) => void held.set(traceId, []),
    release(traceId, isWanted) {
      if (isWanted) add(held.get(traceId) ?? []);
      held.delete(traceId);
    },
    forceFlush: send,
    shutdown: async () => undefined,
    async stop() {
      await within(flushWithinMs, send());
      isStopped = true;
      if (waiting.length > 0) observe({ outcome: 'dropped', count: waiting.length });
      waiting = [];
      // Not waited for: it waits for requests that are underway.
      void exporter.shutdown();
    },
  };
}

/** One line when the collector goes, one when it is back. */
function createTeller(log: Logger) {
  let isDown = false;
  return (fault: Error | null) => {
    if (fault && !isDown) log.warn({ reason: fault.message }, 'the collector takes no traces');
    if (!fault && isDown) log.info('the collector takes traces again');
    isDown = fault !== null;
  };
}

/** Null once the collector has it. */
function exportBatch(exporter: SpanExporter, batch: ReadableSpan[]): Promise<Error | null> {
  return new Promise((resolve) => {
    exporter.export(batch, ({ code, error }) =>
      resolve(code === SUCCESS ? null : (error ?? new Error('not taken'))),
    );
  });
}
