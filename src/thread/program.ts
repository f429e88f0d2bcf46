// The other side of thread.ts: the program that runs in a thread.
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Asked, Reported } from './thread.ts';

/** Throws outside of a thread. Tasks run at once: whoever wants them one after another asks them so. */
export function serve<Task, Done>(run: (task: Task) => Done | Promise<Done>): void {
  if (!parentPort) throw new Error('to be started as a thread');
  const port = parentPort;
  port.on('message', async ({ id, task }: Asked<Task>) => {
    let report: Reported<Done>;
    try {
      report = { id, done: await run(task) };
    } catch (fault) {
      report = { id, fault: fault instanceof Error ? fault : String(fault) };
    }
    port.postMessage(report);
  });
}

/** Behind whatever keeps a member waiting. Linux alone gives threads a priority of their own: elsewhere it stays as it is. */
export function stayBehind(): void {
  try {
    const [, , thread] = readlinkSync('/proc/thread-self').split('/');
    setPriority(Number(thread), constants.priority.PRIORITY_LOW);
  } catch {}
}
