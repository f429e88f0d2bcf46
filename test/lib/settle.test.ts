import { expect, test } from 'vitest';
import { settleAll } from '#lib/settle.ts';

test('the work on every item ends before a failure is told, and every failure is told', async () => {
  const done: number[] = [];
  const work = async (item: number) => {
    if (item === 1) throw new Error('first');
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (item === 3) throw new Error('third');
    done.push(item);
  };
  const failure = await settleAll([1, 2, 3, 4], work).catch((error: unknown) => error);
  expect(done).toEqual([2, 4]);
  expect(failure).toBeInstanceOf(AggregateError);
  expect(failure).toMatchObject({
    message: '2 of 4 failed',
    errors: [{ message: 'first' }, { message: 'third' }],
  });
});

test('work that throws before its first wait does not keep the rest from its turn', async () => {
  const done: number[] = [];
  const work = (item: number): Promise<void> => {
    if (item === 1) throw new Error('at once');
    done.push(item);
    return Promise.resolve();
  };
  await expect(settleAll([1, 2], work)).rejects.toBeInstanceOf(AggregateError);
  expect(done).toEqual([2]);
});

test('nothing to do is no failure', async () => {
  await expect(settleAll([], () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
});
