// npm run bench:pictures [-- pictures-per-kind]: how long a picture takes at 20 a second, how large it is, and how much
// later than planned the main thread's own work runs meanwhile, next to the same thread with nothing to draw.

import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Picture } from '#pictures/picture.ts';
import { createPictures } from '#pictures/pictures.ts';
import { samples } from '../pictures/samples.ts';
import { silentLog } from '../support/database.ts';

const PER_SECOND = 20;
const KIB = 1024;
const TICK_MS = 2;
const perKind = Number(process.argv[2] ?? 200);

const pictures = createPictures({ log: silentLog });
const kinds = Object.keys(samples());

const started = performance.now();
await draw(samples(-1).leaderboard);
const firstMs = performance.now() - started;
for (const kind of kinds) await draw(samples(-2)[kind]);

const load = loadavg()[0]?.toFixed(1);
console.log(
  `${cpus().length} cores (load ${load}), Node ${process.version}, ${perKind} pictures a kind at ${PER_SECOND}/s`,
);
console.log(`first picture of a process, with worker and fonts: ${firstMs.toFixed(0)} ms\n`);
console.log(line(['', 'p50 ms', 'p99 ms', 'CPU ms', 'KiB', 'lag p50', 'lag p99', 'not drawn']));

const idle = watchLag();
await sleep(3_000);
const none = idle();
console.log(line(['(nothing drawn)', '', '', '', '', none.p50.toFixed(2), none.p99.toFixed(2), '']));

for (const kind of kinds) console.log(line([kind, ...(await benchKind(kind))]));
await pictures.stop();

async function benchKind(kind: string): Promise<string[]> {
  // Made before: what is measured is the way from a picture's nodes to its bytes.
  const all = Array.from({ length: perKind }, (_, seed) => samples(seed + 1)[kind]);
  const took: number[] = [];
  const sizes: number[] = [];
  const cpu = process.cpuUsage();
  const lag = watchLag();
  const begun = performance.now();
  await Promise.all(
    all.map(async (picture, index) => {
      await sleep(Math.max(0, begun + (index * 1000) / PER_SECOND - performance.now()));
      const from = performance.now();
      const png = await draw(picture);
      if (!png) return;
      took.push(performance.now() - from);
      sizes.push(png.byteLength);
    }),
  );
  const { p50, p99 } = lag();
  const { user, system } = process.cpuUsage(cpu);
  // Of the whole process: what a picture takes where nothing else wants the machine.
  const cpuMs = ((user + system) / 1000 / perKind).toFixed(1);
  const size = (Math.max(...sizes) / KIB).toFixed(1);
  const lags = [p50.toFixed(2), p99.toFixed(2)];
  return [
    at(took, 0.5).toFixed(1),
    at(took, 0.99).toFixed(1),
    cpuMs,
    size,
    ...lags,
    String(perKind - took.length),
  ];
}

function draw(picture: Picture | undefined): Promise<Uint8Array | null> {
  if (!picture) throw new Error('no such kind of picture');
  return pictures.draw(picture, { milliseconds: 10_000 });
}

/** How late timers of this thread ran from now on, in milliseconds. */
function watchLag(): () => { p50: number; p99: number } {
  const late: number[] = [];
  let planned = performance.now() + TICK_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(0, now - planned));
    planned = now + TICK_MS;
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    return { p50: at(late, 0.5), p99: at(late, 0.99) };
  };
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function line([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(18) + cells.map((cell) => cell.padStart(10)).join('');
}
