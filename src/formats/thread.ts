// Reading and writing in a thread of its own: a file of strangers keeps nobody waiting, and has its own limits.
import { Worker } from 'node:worker_threads';
import type { OwnDomain } from '#content/own-pack.ts';
import type { Bank, FormatId, Written } from './item.ts';
import type { Plan, Present } from './plan.ts';

export type Upload = {
  name: string;
  bytes: Uint8Array;
  format: FormatId | null;
  pack: { domains: readonly OwnDomain[]; questions: readonly Present[]; mostDomains: number };
};

export type Task = { kind: 'plan'; upload: Upload } | { kind: 'write'; format: FormatId; bank: Bank };

const WITHIN_MS = 20_000;
const MEMORY_MB = 256;

/** More memory or time than any bank needs. */
export type Overloaded = { kind: 'overloaded' };

export function planInThread(upload: Upload): Promise<Plan | Overloaded> {
  return inThread<Plan>({ kind: 'plan', upload });
}

export async function writeInThread(format: FormatId, bank: Bank): Promise<Written> {
  const written = await inThread<Written>({ kind: 'write', format, bank });
  if ('kind' in written) throw new Error(`a bank of ${bank.items.length} questions was not written in time`);
  return written;
}

function inThread<T>(task: Task): Promise<T | Overloaded> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      resolve({ kind: 'overloaded' });
    }, WITHIN_MS);
    worker.once('message', (done: T) => resolve(done));
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ kind: 'overloaded' }) : reject(error),
    );
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread ended without an answer (${code})`));
    });
  });
}
