// The thread that makes one package, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { packageOf } from './package.ts';

// safe: package.ts alone starts it
const { deck, now } = workerData as { deck: Parameters<typeof packageOf>[0]; now: Date };
parentPort?.postMessage(packageOf(deck, now));
