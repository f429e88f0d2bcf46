// Running work at a fixed concurrency, and saying what it took.
import postgres from 'postgres';

export type Measured = { perSecond: number; p50: number; p99: number };

/**
 * Runs `work` for some seconds, at most `concurrency` at once: runs of a fixed number end before anything is warm. `work`
 * gets a number of its own. Latencies in milliseconds.
 */
export async function measureFor(
  seconds: number,
  concurrency: number,
  work: (index: number) => Promise<unknown>,
): Promise<Measured> {
  const started = performance.now();
  const until = started + seconds * 1000;
  const latencies: number[] = [];
  const worker = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      await work(count++);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return summarize(latencies, (performance.now() - started) / 1000);
}

/**
 * As a database that has been in use for some minutes: statements are planned for as many rows as there were at the last
 * count, and of a table that was empty then they read all that has come since.
 */
export async function countRows(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`analyze`;
  await sql.end();
}

let count = 0;

function summarize(latencies: number[], seconds: number): Measured {
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** The run with the median rate of several: these machines are noisy. */
export function median(runs: readonly Measured[]): Measured {
  const sorted = runs.toSorted((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: 0, p50: 0, p99: 0 };
}

export function row(name: string, measured: Measured, baseline?: Measured): string {
  const ratio = baseline ? `${(measured.perSecond / baseline.perSecond).toFixed(2)} ×` : '1.00 ×';
  const cells = [
    measured.perSecond.toFixed(0).padStart(7),
    measured.p50.toFixed(1).padStart(7),
    measured.p99.toFixed(1).padStart(7),
  ];
  return `${name.padEnd(52)}${cells.join('')}  ${baseline ? ratio : '(baseline)'}`;
}

export const HEADER = `${''.padEnd(52)}${'per s'.padStart(7)}${'p50 ms'.padStart(7)}${'p99 ms'.padStart(7)}`;
