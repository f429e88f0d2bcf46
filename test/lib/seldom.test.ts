import { expect, it } from 'vitest';
import { createSeldom } from '#lib/seldom.ts';

it('says a thing at once, then after a while again with how often it was held back', () => {
  let now = 0;
  const seldom = createSeldom({ now: () => now, every: 1000 });
  expect([seldom('away'), seldom('away'), seldom('away')]).toEqual([0, null, null]);
  expect(seldom('other')).toBe(0);
  now = 999;
  expect(seldom('away')).toBeNull();
  now = 1000;
  expect([seldom('away'), seldom('away')]).toEqual([3, null]);
  now = 2000;
  expect(seldom('away')).toBe(1);
});
