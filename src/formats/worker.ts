// The thread that reads and writes files: started by thread.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { readBank, writeBank } from './formats.ts';
import { planImport } from './plan.ts';
import type { Task } from './thread.ts';

// safe: it is what thread.ts hands over
const task = workerData as Task;
parentPort?.postMessage(
  task.kind === 'plan'
    ? planImport(await readBank(task.upload), task.upload.pack)
    : await writeBank(task.format, task.bank),
);
