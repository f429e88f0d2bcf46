// Reading and writing in a thread of its own: a file of strangers keeps nobody waiting, and has its own limits.
import { Worker } from 'node:worker_threads';
import type { OwnDomain } from '#content/own-pack.ts';
import { createBatcher } from '#lib/batcher.ts';
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

/** Longer than this nobody waits for the files of others. */
const BEGIN_WITHIN_MS = 60_000;
class Busy extends Error {}

/** One thread at a time for all servers, and one file of each: members go on answering beside it. */
const waiting = createBatcher<{ server: string; task: Task }, unknown>({
  run: (all) => Promise.all(all.map(({ task }) => inThread(task))),
  keyOf: ({ server }) => server,
  lanes: 1,
  max: 1,
  within: { ms: BEGIN_WITHIN_MS, overdue: () => new Busy('too many files are read at once') },
});

/** `server` is whose turn it takes. */
export async function planInThread(server: string, upload: Upload): Promise<Plan | Overloaded> {
  try {
    // safe: it is what the thread makes of such a task
    return (await waiting({ server, task: { kind: 'plan', upload } })) as Plan | Overloaded;
  } catch (error) {
    if (error instanceof Busy) return { kind: 'overloaded' };
    throw error;
  }
}

export async function writeInThread(format: FormatId, bank: Bank): Promise<Written> {
  // safe: the same
  const written = (await waiting({ server: `export ${bank.name}`, task: { kind: 'write', format, bank } })) as
    | Written
    | Overloaded;
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
