import { expect, it } from 'vitest';
import { createDebounce } from '#bot/debounce.ts';
import { silentLog } from '../support/database.ts';

const settle = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('makes one run of everything that comes within the wait, with the newest work', async () => {
  const debounce = createDebounce({ delayMs: 20, log: silentLog });
  const ran: string[] = [];
  for (const name of ['a1', 'a2', 'a3']) debounce.later('a', async () => void ran.push(name));
  debounce.later('b', async () => void ran.push('b1'));
  expect(ran).toEqual([]);
  await settle(60);
  expect(ran.toSorted()).toEqual(['a3', 'b1']);
  debounce.later('a', async () => void ran.push('a4'));
  await settle(60);
  expect(ran).toContain('a4');
});

it('runs what waits at a flush, and outlives work that fails', async () => {
  const debounce = createDebounce({ delayMs: 60_000, log: silentLog });
  const ran: string[] = [];
  debounce.later('bad', () => Promise.reject(new Error('no')));
  debounce.later('good', async () => {
    await settle(20);
    ran.push('good');
  });
  await debounce.flush();
  expect(ran).toEqual(['good']);
});
