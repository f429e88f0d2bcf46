// Reading and planning in a thread of its own: a file of strangers keeps nobody waiting, and has its own limits.
import { Worker } from 'node:worker_threads';
import type { OwnDomain } from '#content/own-pack.ts';
import type { FormatId } from './item.ts';
import type { Plan, Present } from './plan.ts';

export type Upload = {
  name: string;
  bytes: Uint8Array;
  format: FormatId | null;
  pack: { domains: readonly OwnDomain[]; questions: readonly Present[]; mostDomains: number };
};

const WITHIN_MS = 20_000;
const MEMORY_MB = 256;

/** `overloaded` where the file needs more memory or time than any bank does. */
export function planInThread(upload: Upload): Promise<Plan | { kind: 'overloaded' }> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: upload,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      resolve({ kind: 'overloaded' });
    }, WITHIN_MS);
    worker.once('message', (plan: Plan) => resolve(plan));
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ kind: 'overloaded' }) : reject(error),
    );
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the file was not read (${code})`));
    });
  });
}
