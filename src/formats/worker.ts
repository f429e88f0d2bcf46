// The thread that reads and writes files: started by thread.ts.
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { readBank, writeBank } from './formats.ts';
import { planImport } from './plan.ts';
import { presentOf } from './present.ts';
import type { Done, Task } from './thread.ts';

/** Behind whatever keeps a member waiting. Linux alone gives threads a priority of their own: elsewhere it stays as it is. */
try {
  const [, , thread] = readlinkSync('/proc/thread-self').split('/');
  setPriority(Number(thread), constants.priority.PRIORITY_LOW);
} catch {}

async function run(task: Task): Promise<Done> {
  if (task.kind === 'write') return writeBank(task.format, task.bank);
  const { pack, ...file } = task.upload;
  const planned = planImport(await readBank(file), { ...pack, questions: presentOf(pack.questions) });
  if (planned.kind !== 'planned') return planned;
  const { plan, ...shown } = planned;
  return { ...shown, adds: plan.added.length, changes: plan.changed.length, kept: JSON.stringify(plan) };
}

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await run(task)));
