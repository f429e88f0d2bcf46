// A drawing thread that does as the text of the picture says, in the place of ours.
import { parentPort } from 'node:worker_threads';
import type { Job } from '#pictures/thread.ts';

let drawn = 0;

parentPort?.on('message', ({ id, drawing: { root } }: Job) => {
  const what = root.kind === 'text' ? root.text : '';
  if (what.startsWith('crash')) throw new Error('broken');
  if (what.startsWith('end')) process.exit(3);
  if (what.startsWith('hang')) return;
  drawn += 1;
  const report = what.startsWith('refuse') ? { fault: 'no' } : { png: Buffer.from(`${what} ${drawn}`) };
  parentPort?.postMessage({ id, ...report });
});
