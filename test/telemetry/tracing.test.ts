// Which work is told, as a step of what.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBatcher } from '#lib/batcher.ts';
import { openTelemetry, type Telemetry } from '#telemetry/open.ts';
import { startCollector } from '../support/collector.ts';
import { silentLog } from '../support/settings.ts';

const statement = { name: 'select posts', isDetail: true };
const nothing = async () => undefined;

let collector: Awaited<ReturnType<typeof startCollector>>;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

/** What the collector has of it, when all is sent. */
async function spansOf(work: (trace: Telemetry['trace']) => Promise<unknown>, ratio = 1) {
  const before = collector.spans.length;
  const { trace, stop } = openTelemetry(
    { url: collector.url, headers: {}, service: 'cohort', resource: {}, ratio },
    { log: silentLog, observe: () => undefined },
  );
  await work(trace);
  await stop();
  return collector.spans.slice(before);
}

it('a job that asked and found nothing to do is not told', async () => {
  const job = { name: 'job send-posts', isJob: true };
  expect(await spansOf((trace) => trace.run(job, () => trace.run(statement, nothing)))).toEqual([]);
  const spans = await spansOf((trace) =>
    trace.run(job, async () => {
      await trace.run(statement, nothing);
      await trace.run({ name: 'send' }, nothing);
    }),
  );
  expect(spans.map(({ name }) => name)).toEqual(['select posts', 'send', 'job send-posts']);
});

it('a job that hands work out is told, although that may begin when it is over', async () => {
  const spans = await spansOf((trace) =>
    trace.run({ name: 'job', isJob: true }, async () => trace.note({ 'cohort.pieces': 1 })),
  );
  expect(spans.map(({ name }) => name)).toEqual(['job']);
});

it('a job that failed is told, with the kind of its failure', async () => {
  const fail = () => Promise.reject(new RangeError('of somebody'));
  const spans = await spansOf((trace) =>
    trace.run({ name: 'job', isJob: true }, fail).catch(() => undefined),
  );
  expect(spans).toMatchObject([{ name: 'job', status: { code: 2 } }]);
  expect(JSON.stringify(spans)).toContain('RangeError');
  expect(JSON.stringify(spans)).not.toContain('somebody');
});

it('a statement that is part of nothing is not told', async () => {
  expect(await spansOf((trace) => trace.run(statement, nothing))).toEqual([]);
});

it('what another calls back is a step of whoever handed it out', async () => {
  const spans = await spansOf(async (trace) => {
    const later: (() => Promise<unknown>)[] = [];
    await trace.run({ name: 'above' }, async () => {
      later.push(trace.bind(() => trace.run({ name: 'below' }, nothing)));
    });
    await Promise.all(later.map((each) => each()));
  });
  const [above, below] = spans;
  expect(below).toMatchObject({ name: 'below', parentSpanId: above?.spanId });
});

it('answers that are written together are a step of the first, and name the others', async () => {
  const spans = await spansOf(async (trace) => {
    const answer = createBatcher<number, number>({
      run: async (batch) => {
        await new Promise(setImmediate);
        return [...batch];
      },
      keyOf: String,
      lanes: 1,
      max: 64,
      traced: { trace, name: 'write answers' },
    });
    await Promise.all([1, 2, 3].map((each) => trace.run({ name: `press ${each}` }, () => answer(each))));
  });
  const idOf = (name: string) => spans.find((span) => span.name === name)?.spanId;
  const runs = spans.filter(({ name }) => name === 'write answers');
  expect(runs.map(({ parentSpanId }) => parentSpanId)).toEqual([idOf('press 1'), idOf('press 2')]);
  expect(runs[1]?.links.map(({ spanId }) => spanId)).toEqual([idOf('press 3')]);
});

it('of what is not sampled nothing is told', async () => {
  expect(
    await spansOf((trace) => trace.run({ name: 'press' }, () => trace.run(statement, nothing)), 0),
  ).toEqual([]);
});

it('without TELEMETRY nothing of OpenTelemetry’s SDK is loaded', () => {
  const program = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ resolve: (name, context, next) => (seen.push(name), next(name, context)) });
    const { startTracing } = await import('#telemetry/tracing.ts');
    await startTracing(null, {});
    console.log(JSON.stringify(seen));`;
  const root = join(import.meta.dirname, '../..');
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: root });
  const seen: string[] = JSON.parse(String(said));
  expect(seen).toContain('#telemetry/tracing.ts');
  expect(seen.filter((name) => name.includes('opentelemetry') || name.includes('open.ts'))).toEqual([]);
});
