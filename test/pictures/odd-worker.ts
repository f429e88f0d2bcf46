// A drawing thread that does as the text of the picture says, in the place of ours.

import type { Drawing } from '#pictures/drawer.ts';
import { serve } from '#thread/program.ts';

let drawn = 0;

serve(async ({ root }: Drawing) => {
  const what = root.kind === 'text' ? root.text : '';
  if (what.startsWith('crash')) setImmediate(() => Promise.reject(new Error('broken')));
  if (what.startsWith('end')) process.exit(3);
  if (what.startsWith('hang') || what.startsWith('crash')) return new Promise<never>(() => undefined);
  drawn += 1;
  if (what.startsWith('refuse')) throw new Error('no');
  return Buffer.from(`${what} ${drawn}`);
});
