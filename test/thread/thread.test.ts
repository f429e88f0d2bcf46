import { afterEach, expect, it } from 'vitest';
import { createThread, OutOfBounds, TaskFailed, type Thread } from '#thread/thread.ts';

let thread: Thread<string, string>;
const start = (bounds: { withinMs?: number; idleMs?: number } = {}) => {
  thread = createThread({
    program: new URL('./odd-program.ts', import.meta.url),
    ...{ withinMs: 20_000, idleMs: 60_000, heapMb: 32, ...bounds },
  });
  return thread;
};
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it was done'),
    (error: Error) => error,
  );
afterEach(() => thread.stop());

it('does many tasks, each with its own answer', async () => {
  const { ask } = start();
  expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a 1', 'b 2']);
  expect(await ask('c')).toBe('c 3');
});

it('tells of a task that failed, and is well', async () => {
  const { ask } = start();
  const [failed, bare, done] = await Promise.all([
    failureOf(ask('throw')),
    failureOf(ask('throw no error')),
    ask('a'),
  ]);
  expect(failed).toBeInstanceOf(TaskFailed);
  expect(failed.message).toBe('not like that');
  expect(failed.cause).toBeInstanceOf(TypeError);
  expect(bare.message).toBe('a sentence');
  expect(done).toBe('a 3');
});

it('ends with whatever takes too long, and begins anew', async () => {
  const { ask } = start({ withinMs: 1_000 });
  expect(await failureOf(ask('hang'))).toBeInstanceOf(OutOfBounds);
  expect(await ask('a')).toBe('a 1');
});

it('ends with whatever takes too much memory, and begins anew', async () => {
  const { ask } = start();
  expect(await failureOf(ask('grow'))).toBeInstanceOf(OutOfBounds);
  expect(await ask('a')).toBe('a 1');
});

it('says so when it ends, to all that wait', async () => {
  const { ask } = start();
  const both = await Promise.all([failureOf(ask('end')), failureOf(ask('a'))]);
  expect(both.map(({ message }) => message)).toEqual(Array(2).fill('the thread ended with code 3'));
  expect(await ask('a')).toBe('a 1');
});

it('goes when there was nothing to do for a while', async () => {
  const { ask } = start({ idleMs: 0 });
  expect(await ask('a')).toBe('a 1');
  await expect.poll(() => ask('b').then((said) => said)).toBe('b 1');
});
