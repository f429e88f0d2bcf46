// Spans on their way to the collector, whatever that does.
import { ROOT_CONTEXT } from '@opentelemetry/api';
import { type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createQueue } from '#telemetry/queue.ts';

function queueTo(exporter: SpanExporter['export']) {
  const counts = { sent: 0, dropped: 0 };
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line).msg) });
  const observe = (what: { outcome: 'sent' | 'dropped'; count: number }) => {
    counts[what.outcome] += what.count;
  };
  const queue = createQueue({
    exporter: { export: exporter, shutdown: async () => undefined },
    log,
    observe,
    flushWithinMs: 50,
  });
  const tracer = new TracerProvider({ spanProcessors: [queue] }).getTracer('test');
  const end = (count: number) => {
    for (let made = 0; made < count; made += 1) tracer.startSpan('span', {}, ROOT_CONTEXT).end();
  };
  return { queue, end, counts, lines };
}

it('a collector that is down costs a bounded number of spans, and one line until it is back', async () => {
  let isDown = true;
  const { queue, end, counts, lines } = queueTo((_, done) => done({ code: isDown ? 1 : 0 }));
  end(5000);
  // What there is no room for is counted at once.
  expect(counts).toEqual({ sent: 0, dropped: 5000 - 4096 });
  await queue.forceFlush?.();
  expect(counts).toEqual({ sent: 0, dropped: 5000 });
  isDown = false;
  end(3);
  await queue.forceFlush?.();
  expect(counts.sent).toBe(3);
  expect(lines).toEqual(['the collector takes no traces', 'the collector takes traces again']);
});

it('spans go in batches, one after the other', async () => {
  const sizes: number[] = [];
  let underway = 0;
  const { queue, end, counts } = queueTo(async (spans, done) => {
    underway += 1;
    sizes.push(spans.length);
    await new Promise(setImmediate);
    expect(underway).toBe(1);
    underway -= 1;
    done({ code: 0 });
  });
  end(1100);
  await queue.stop();
  expect(sizes).toEqual([512, 512, 76]);
  expect(counts).toEqual({ sent: 1100, dropped: 0 });
});

it('a collector that never answers keeps no stop waiting, and what came too late is counted', async () => {
  const { queue, end, counts } = queueTo(() => undefined);
  end(600);
  await queue.stop();
  end(1);
  expect(counts).toEqual({ sent: 0, dropped: 88 + 1 });
});
