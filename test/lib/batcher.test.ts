import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher } from '#lib/batcher.ts';

const settle = (milliseconds = 5) => new Promise((resolve) => setTimeout(resolve, milliseconds));
type Call = { key: string; value: number };

/** A batcher that doubles, and remembers its runs. */
function doubling(options: { lanes: number; max: number; gather?: number }) {
  const runs: Call[][] = [];
  const underway = new Set<string>();
  const call = createBatcher<Call, number>({
    ...options,
    keyOf: ({ key }) => key,
    async run(batch) {
      for (const { key } of batch) {
        if (underway.has(key)) throw new Error(`${key} ran twice at once`);
        underway.add(key);
      }
      runs.push([...batch]);
      await settle();
      for (const { key } of batch) underway.delete(key);
      return batch.map(({ value }) => value * 2);
    },
  });
  return { call, runs };
}

describe('calls that come together', () => {
  it('share runs under load, while a lone call waits for nobody', async () => {
    const { call, runs } = doubling({ lanes: 1, max: 64 });
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, value) => call({ key: `k${value}`, value })),
    );
    expect(all).toEqual(Array.from({ length: 50 }, (_, value) => value * 2));
    expect(runs.map((run) => run.length)).toEqual([1, 49]);
  });

  it('gather while a run is underway, also where a lane is free', async () => {
    const { call, runs } = doubling({ lanes: 3, max: 64, gather: 1 });
    await Promise.all(Array.from({ length: 16 }, (_, value) => call({ key: `k${value}`, value })));
    expect(runs.map((run) => run.length)).toEqual([1, 15]);
  });

  it('are served beside a run that takes long', async () => {
    const held = Promise.withResolvers<void>();
    const call = createBatcher<string, string>({
      keyOf: String,
      ...{ lanes: 2, max: 10, gather: 1 },
      async run(batch) {
        if (batch.includes('long')) await held.promise;
        return [...batch];
      },
    });
    const long = call('long');
    expect(await Promise.all([call('a'), call('b')])).toEqual(['a', 'b']);
    held.resolve();
    expect(await long).toBe('long');
  });

  it('get their own outcomes, run once each, and never share a run or a moment with their own key', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.integer() }), {
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 2 }),
        async (calls, lanes, max, gather) => {
          const { call, runs } = doubling({ lanes, max, gather });
          const outcomes = await Promise.all(calls.map(call));
          expect(outcomes).toEqual(calls.map(({ value }) => value * 2));
          expect(runs.flat()).toHaveLength(calls.length);
          for (const run of runs) {
            expect(run.length).toBeLessThanOrEqual(max);
            expect(new Set(run.map(({ key }) => key)).size).toBe(run.length);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('fail together when their run fails, and the next ones are served', async () => {
    let fails = true;
    const call = createBatcher<number, number>({
      keyOf: String,
      lanes: 1,
      max: 10,
      async run(batch) {
        await settle();
        if (fails) throw new Error('gone');
        return [...batch];
      },
    });
    const outcomes = await Promise.allSettled([call(1), call(2), call(3)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    fails = false;
    expect(await call(1)).toBe(1);
  });

  it('that cannot begin in time are told so, and are not done behind the caller’s back', async () => {
    const done: number[] = [];
    const held = Promise.withResolvers<void>();
    const call = createBatcher<number, number>({
      keyOf: String,
      lanes: 1,
      max: 10,
      within: { ms: 5, overdue: () => new Error('not begun') },
      async run(batch) {
        await held.promise;
        done.push(...batch);
        return [...batch];
      },
    });
    const [first, ...waiting] = [call(1), call(2), call(3)];
    const told = await Promise.allSettled(waiting);
    expect(told.map((each) => each.status === 'rejected' && String(each.reason))).toEqual([
      'Error: not begun',
      'Error: not begun',
    ]);
    held.resolve();
    expect(await first).toBe(1);
    expect(await call(4)).toBe(4);
    expect(done).toEqual([1, 4]);
  });
});
