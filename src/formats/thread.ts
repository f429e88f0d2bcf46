// Reading and writing in a thread of its own: a file of strangers keeps nobody waiting, and has its own limits.
import type { OwnDomain } from '#content/own-pack.ts';
import { createBatcher } from '#lib/batcher.ts';
import { createThread, OutOfBounds } from '#thread/thread.ts';
import type { Bank, FormatId, Written } from './item.ts';
import type { Plan, Planned } from './plan.ts';

export type Upload = {
  name: string;
  bytes: Uint8Array;
  format: FormatId | null;
  pack: {
    domains: readonly OwnDomain[];
    /** The pack's questions as JSON: rows of `Present` with the whole question as it is kept. */
    questions: string;
    mostDomains: number;
    firstDomain: OwnDomain;
  };
};

export type Task = { kind: 'plan'; upload: Upload } | { kind: 'write'; format: FormatId; bank: Bank };

/** What is shown of a plan. The plan itself is JSON (`KeptImport`), written into its row as it is: taken apart it would
 * keep the main thread, and so every member, for as long as a whole bank takes. */
export type PlannedFile = Omit<Planned, 'plan'> & { adds: number; changes: number; kept: string };
export type FilePlan = PlannedFile | Exclude<Plan, Planned>;
export type Done = FilePlan | Written;

/** More memory or time than any bank needs. */
export type Overloaded = { kind: 'overloaded' };
const OVERLOADED: Overloaded = { kind: 'overloaded' };

const thread = createThread<Task, Done>({
  program: new URL('./worker.ts', import.meta.url),
  withinMs: 20_000,
  heapMb: 256,
  idleMs: 10_000,
});

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
export async function planInThread(server: string, upload: Upload): Promise<FilePlan | Overloaded> {
  try {
    // safe: it is what the thread makes of such a task
    return (await waiting({ server, task: { kind: 'plan', upload } })) as FilePlan | Overloaded;
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

async function inThread(task: Task): Promise<Done | Overloaded> {
  try {
    return await thread.ask(task);
  } catch (error) {
    if (error instanceof OutOfBounds) return OVERLOADED;
    throw error;
  }
}
