// The worker as the rest of the bot sees it: started when something is to be drawn, ended when nothing was for a while,
// replaced when it breaks or does not answer.
import { Worker } from 'node:worker_threads';
import type { Drawing } from './drawer.ts';

export type Job = { id: number; drawing: Drawing };
export type Report = { id: number; png: Uint8Array } | { id: number; fault: string };

export type Thread = {
  /** Rejects when the thread breaks, takes too long (then it is ended), or cannot draw this. */
  draw(drawing: Drawing): Promise<Uint8Array>;
  stop(): Promise<void>;
};

export type ThreadOptions = { program: URL; drawWithinMs: number; idleMs: number };

/** One picture could not be drawn; the thread is well. */
export class NotDrawn extends Error {}

/** A tenth of what the whole bot may use: more than the worst picture needs. */
const HEAP_MB = 96;

type Underway = { resolve(png: Uint8Array): void; reject(error: Error): void; timer: NodeJS.Timeout };

export function createThread({ program, drawWithinMs, idleMs }: ThreadOptions): Thread {
  const underway = new Map<number, Underway>();
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

  const settle = (report: Report) => {
    const job = underway.get(report.id);
    if (!job) return;
    underway.delete(report.id);
    clearTimeout(job.timer);
    if ('png' in report) job.resolve(report.png);
    else job.reject(new NotDrawn(report.fault));
    if (underway.size > 0) return;
    idle = setTimeout(() => worker && end(worker, new Error('ended')), idleMs).unref();
  };

  const start = () => {
    const fresh = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    // A picture is no reason for the process to go on.
    fresh.unref();
    fresh.on('message', settle);
    fresh.on('error', (error) => end(fresh, error instanceof Error ? error : new Error(String(error))));
    fresh.on('exit', (code) => end(fresh, new Error(`the drawing thread ended with code ${code}`)));
    return fresh;
  };

  return {
    draw(drawing) {
      worker ??= start();
      const used = worker;
      clearTimeout(idle);
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const late = () => end(used, new Error(`not drawn within ${drawWithinMs} ms`));
        underway.set(id, { resolve, reject, timer: setTimeout(late, drawWithinMs).unref() });
        used.postMessage({ id, drawing } satisfies Job);
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
