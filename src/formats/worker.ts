// The thread that reads a file: started by thread.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { readBank } from './formats.ts';
import { planImport } from './plan.ts';
import type { Upload } from './thread.ts';

// safe: it is what thread.ts hands over
const { name, bytes, format, pack } = workerData as Upload;
parentPort?.postMessage(planImport(await readBank({ name, bytes, format }), pack));
