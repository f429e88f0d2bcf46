// The simulation: several worlds, so that no table hangs on one lucky bank or on thirty particular earlier members.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Diagnosed, diagnose, noExposure } from './diagnosis.ts';
import { learnFromEarlier } from './earlier.ts';
import { type Reference, refer } from './reference.ts';
import { followTaker, makeWorld, type Stage, type World } from './taker.ts';
import { makeBank } from './world.ts';

/** Worlds 1 to 8 were looked at while the rules were made: these were not. */
const FIRST_WORLD = 101;

export type Simulated = { takers: Stage[][]; diagnosed: Diagnosed[]; references: Reference[] };

export function simulateWorld({ seed, takers }: { seed: number; takers: number }): Simulated {
  const world = worldOf(seed);
  const exposure = noExposure(world);
  const seeds = Array.from({ length: takers }, (_, taker) => seed * 100_000 + taker + 1);
  return {
    takers: seeds.map((each) => followTaker(world, each)),
    diagnosed: seeds.map((each) => diagnose(world, exposure, each)),
    references: seeds.map((each) => refer(world, each)),
  };
}

export function worldOf(seed: number): World {
  const bank = makeBank(seed);
  return makeWorld(bank, learnFromEarlier(bank, seed + 1_000));
}

/** All worlds, on as many cores as there are. */
export async function simulateAll({
  worlds,
  takers,
}: {
  worlds: number;
  takers: number;
}): Promise<Simulated[]> {
  const orders = Array.from({ length: worlds }, (_, world) => ({
    seed: FIRST_WORLD + world,
    takers: takers / worlds,
  }));
  const done: Simulated[] = [];
  const workers = Array.from({ length: Math.min(worlds, availableParallelism()) }, async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    for (let order = orders.shift(); order; order = orders.shift()) done.push(await ask(worker, order));
    await worker.terminate();
  });
  await Promise.all(workers);
  return done;
}

function ask(worker: Worker, order: { seed: number; takers: number }): Promise<Simulated> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(order);
  });
}
