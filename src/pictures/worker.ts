// The thread that draws: takes drawings, gives back PNG bytes, one message each.
import { parentPort } from 'node:worker_threads';
import { createDrawer } from './drawer.ts';
import type { Job, Report } from './thread.ts';

if (!parentPort) throw new Error('to be started as a worker');
const port = parentPort;
const draw = createDrawer();

port.on('message', async ({ id, drawing }: Job) => {
  let report: Report;
  try {
    report = { id, png: await draw(drawing) };
  } catch (error) {
    report = { id, fault: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(report);
});
