// The budget of requests: slices that several processes take of one row of turns.
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Budget, createBudget, createOwnRequestTurns, type Turns } from '#fleet/budget.ts';

const log = pino({ level: 'silent' });

/** As the row does it: several processes on one. */
function shared() {
  const own = createOwnRequestTurns();
  const taken: number[] = [];
  const turns = {
    ...own,
    take: (wanted: { count: number; apartMs: number }) => {
      taken.push(wanted.count);
      return own.take(wanted);
    },
  };
  return { taken, budget: (): Budget => createBudget({ log, turns }) };
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

afterEach(() => void vi.useRealTimers());

describe('a budget', () => {
  it('is fifty a second over all processes, and nearly all of it is used', async () => {
    const { budget } = shared();
    const times = await timesOf([budget(), budget(), budget(), budget()], 15);
    expect(most(times)).toBeLessThanOrEqual(50);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    // Far less on a machine that is busy, and never by halves: how much exactly is `npm run bench:posting`.
    expect(59 / seconds).toBeGreaterThan(0.5 * 50);
  });

  it('is taken in slices of what waits, and one request waits for nobody', async () => {
    vi.useFakeTimers();
    const { taken, budget } = shared();
    await timesOf([budget()], 1);
    const ten = timesOf([budget()], 10);
    await vi.advanceTimersByTimeAsync(1_000);
    await ten;
    expect(taken).toEqual([1, 1, 6, 3]);
  });

  it('loses no place while the database takes long to say whose turn it is', async () => {
    vi.useFakeTimers();
    const own = createOwnRequestTurns();
    const slow: Turns = {
      ...own,
      async take(wanted) {
        await new Promise((resolve) => setTimeout(resolve, 80));
        return own.take(wanted);
      },
    };
    const times = timesOf([createBudget({ log, turns: slow })], 48);
    await vi.advanceTimersByTimeAsync(2_000);
    const [first = 0, ...others] = await times;
    expect((others.at(-1) ?? 0) - first).toBeLessThan(1_100);
  });

  it('lets who is waited for go first, whatever has waited longer', async () => {
    const budget = shared().budget();
    const order: string[] = [];
    const posts = Array.from({ length: 30 }, () => budget.take().then(() => order.push('post')));
    const command = budget.take({ isFirst: true }).then(() => order.push('command'));
    await Promise.all([...posts, command]);
    expect(order.indexOf('command')).toBeLessThanOrEqual(1);
  });

  it('is not caught up with by a process that stood still', async () => {
    const budget = shared().budget();
    const times: Promise<number>[] = Array.from({ length: 24 }, () =>
      budget.take().then(() => performance.now()),
    );
    await times[2];
    const until = performance.now() + 150;
    while (performance.now() < until);
    const after = (await Promise.all(times)).filter((at) => at >= until);
    expect(after.filter((at) => at < (after[0] ?? 0) + 18).length).toBeLessThanOrEqual(4);
  });

  it('stands still for all when Discord wants silence', async () => {
    const { budget } = shared();
    const [one, other] = [budget(), budget()];
    one.putOff(300);
    const from = performance.now();
    await other.take();
    expect(performance.now() - from).toBeGreaterThan(250);
  });

  it('is left by who has given up', async () => {
    const budget = shared().budget();
    budget.putOff(200);
    const leaving = new AbortController();
    const left = budget.take({ signal: leaving.signal });
    const staying = budget.take();
    leaving.abort(new Error('too late'));
    await expect(left).rejects.toThrow('too late');
    await staying;
  });

  it('goes slowly while the turns cannot be taken', async () => {
    const take = async () => Promise.reject(new Error('the database is away'));
    const budget = createBudget({ log, turns: { take, putOff: async () => undefined } });
    const times = await timesOf([budget], 4);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(150);
  });
});
