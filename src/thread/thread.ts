// A thread for work that would keep the others waiting: started when there is some, ended when there was none for a
// while, replaced when it breaks or goes beyond its bounds. Its program is written with `serve` (program.ts).
import { Worker } from 'node:worker_threads';

export type Thread<Task, Done> = {
  /**
   * Both are copied over. Rejects with `TaskFailed`, `OutOfBounds`, or with what broke the thread; in the last two cases
   * whatever else it was at work on is rejected too.
   */
  ask(task: Task): Promise<Done>;
  stop(): Promise<void>;
};

export type ThreadOptions = {
  program: URL;
  /** For one task, its wait behind others of this thread included. */
  withinMs: number;
  /** Of its own: what it hands over is on no heap. */
  heapMb: number;
  /** A new thread costs more than most tasks: it is kept for so long after the last. */
  idleMs: number;
};

/** What its program threw at this task; the thread is well. */
export class TaskFailed extends Error {}

/** More time or memory than one task may take. */
export class OutOfBounds extends Error {}

export type Asked<Task> = { id: number; task: Task };
export type Reported<Done> = { id: number; done: Done } | { id: number; fault: unknown };

type Underway<Done> = { resolve(done: Done): void; reject(error: Error): void; timer: NodeJS.Timeout };

export function createThread<Task, Done>(options: ThreadOptions): Thread<Task, Done> {
  const { program, withinMs, heapMb, idleMs } = options;
  const underway = new Map<number, Underway<Done>>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 0;

  const end = (of: Worker, reason: Error) => {
    if (worker !== of) return;
    worker = null;
    clearTimeout(idle);
    void of.terminate();
    for (const { reject, timer } of underway.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    underway.clear();
  };

  const settle = (report: Reported<Done>) => {
    const job = underway.get(report.id);
    if (!job) return;
    underway.delete(report.id);
    clearTimeout(job.timer);
    if ('done' in report) job.resolve(report.done);
    else job.reject(new TaskFailed(reasonOf(report.fault), { cause: report.fault }));
    if (underway.size > 0) return;
    // Resting, it is no reason for the process to go on.
    worker?.unref();
    idle = setTimeout(() => worker && end(worker, new Error('ended')), idleMs).unref();
  };

  const start = () => {
    const fresh = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: heapMb } });
    fresh.on('message', settle);
    fresh.on('error', (error) => end(fresh, brokenBy(error)));
    fresh.on('exit', (code) => end(fresh, new Error(`the thread ended with code ${code}`)));
    return fresh;
  };

  return {
    ask(task) {
      worker ??= start();
      const used = worker;
      clearTimeout(idle);
      used.ref();
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const late = () => end(used, new OutOfBounds(`not done within ${withinMs} ms`));
        underway.set(id, { resolve, reject, timer: setTimeout(late, withinMs).unref() });
        used.postMessage({ id, task } satisfies Asked<Task>);
      });
    },
    async stop() {
      const last = worker;
      if (!last) return;
      end(last, new Error('stopped'));
      await last.terminate();
    },
  };
}

function brokenBy(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isFull ? new OutOfBounds('more memory than it may have', { cause: error }) : error;
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
