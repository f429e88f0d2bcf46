import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholePercents } from '#lib/shares.ts';

it('two, two and three of seven are 29, 28 and 43 percent, not 101 together', () => {
  expect(wholePercents([2, 2, 3])).toEqual([29, 28, 43]);
  expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
  expect(wholePercents([0, 5, 0])).toEqual([0, 100, 0]);
  expect(wholePercents([0, 0])).toEqual([0, 0]);
  expect(wholePercents([])).toEqual([]);
});

it('shares of one whole always sum to 100, none is off by a whole percent, and more never shows as less', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 8 }), (counts) => {
      const sum = counts.reduce((a, b) => a + b, 0);
      const percents = wholePercents(counts);
      expect(percents.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : 100);
      counts.forEach((count, index) => {
        if (sum > 0) expect(Math.abs((percents[index] ?? 0) - (100 * count) / sum)).toBeLessThan(1);
        counts.forEach((other, at) => {
          if (count > other) expect(percents[index]).toBeGreaterThanOrEqual(percents[at] ?? 0);
        });
      });
    }),
  );
});
