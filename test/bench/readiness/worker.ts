// One simulated world in a worker: it learns from the earlier members, then follows its takers.
import { parentPort } from 'node:worker_threads';
import { simulateWorld } from './simulation.ts';

parentPort?.on('message', (order: { seed: number; takers: number }) => {
  parentPort?.postMessage(simulateWorld(order));
});
