// The budget of requests: slices that several processes take of one row of turns.
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type Budget, createBudget } from '#fleet/budget.ts';

const log = pino({ level: 'silent' });

/** As the row does it. */
function turns() {
  let freeAt = 0;
  const taken: number[] = [];
  return {
    taken,
    budget: (): Budget =>
      createBudget({
        log,
        putOff: async (milliseconds) => {
          freeAt = Math.max(freeAt, performance.now() + milliseconds);
        },
        takeTurns: async ({ count, apartMs }) => {
          taken.push(count);
          const from = Math.max(freeAt, performance.now());
          freeAt = from + count * apartMs;
          return from - performance.now();
        },
      }),
  };
}

async function timesOf(budgets: readonly Budget[], each: number): Promise<number[]> {
  const times: number[] = [];
  const all = budgets.flatMap((budget) =>
    Array.from({ length: each }, () => budget.take().then(() => times.push(performance.now()))),
  );
  await Promise.all(all);
  return times.sort((a, b) => a - b);
}

/** The most within one second, wherever that begins. */
function most(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
}

describe('a budget', () => {
  it('is fifty a second over all processes, and nearly all of it is used', async () => {
    const shared = turns();
    const times = await timesOf([shared.budget(), shared.budget(), shared.budget(), shared.budget()], 15);
    expect(most(times)).toBeLessThanOrEqual(50);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect(59 / seconds).toBeGreaterThan(0.9 * 50);
  });

  it('is taken in slices of what waits, and one request waits for nobody', async () => {
    const shared = turns();
    const [at] = await timesOf([shared.budget()], 1);
    expect((at ?? 0) - performance.now()).toBeLessThan(20);
    await timesOf([shared.budget()], 10);
    expect(shared.taken.slice(1).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(11);
    expect(shared.taken.length).toBeLessThanOrEqual(4);
  });

  it('stands still for all when Discord wants silence', async () => {
    const shared = turns();
    const [one, other] = [shared.budget(), shared.budget()];
    one.putOff(300);
    const from = performance.now();
    await other.take();
    expect(performance.now() - from).toBeGreaterThan(250);
  });

  it('is left by who has given up', async () => {
    const shared = turns();
    const budget = shared.budget();
    budget.putOff(200);
    const leaving = new AbortController();
    const left = budget.take(leaving.signal);
    const staying = budget.take();
    leaving.abort(new Error('too late'));
    await expect(left).rejects.toThrow('too late');
    await staying;
  });

  it('goes slowly while the turns cannot be taken', async () => {
    const budget = createBudget({
      log,
      putOff: async () => undefined,
      takeTurns: async () => Promise.reject(new Error('the database is away')),
    });
    const times = await timesOf([budget], 4);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(150);
  });
});
