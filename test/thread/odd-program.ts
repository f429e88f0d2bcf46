// A thread that does as its task says, for thread.test.ts.
import { serve, stayBehind } from '#thread/program.ts';

stayBehind();
let served = 0;

serve((task: string) => {
  served += 1;
  if (task === 'throw') throw new TypeError('not like that');
  if (task === 'throw no error') throw 'a sentence';
  if (task === 'end') process.exit(3);
  if (task === 'hang') return new Promise<never>(() => undefined);
  if (task === 'grow') {
    const kept: string[] = [];
    for (;;) kept.push(`${kept.length}`.repeat(1000));
  }
  return `${task} ${served}`;
});
