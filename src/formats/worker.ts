// The thread that reads and writes files: started by thread.ts.
import { serve, stayBehind } from '#thread/program.ts';
import { readBank, writeBank } from './formats.ts';
import { planImport } from './plan.ts';
import { presentOf } from './present.ts';
import type { Done, Task } from './thread.ts';

stayBehind();
serve(run);

async function run(task: Task): Promise<Done> {
  if (task.kind === 'write') return writeBank(task.format, task.bank);
  const { pack, ...file } = task.upload;
  const planned = planImport(await readBank(file), { ...pack, questions: presentOf(pack.questions) });
  if (planned.kind !== 'planned') return planned;
  const { plan, ...shown } = planned;
  return { ...shown, adds: plan.added.length, changes: plan.changed.length, kept: JSON.stringify(plan) };
}
