import { expect, it } from 'vitest';
import { remember } from '#lib/remember.ts';

it('what was made of a text is not made again, until there are too many', () => {
  const made: string[] = [];
  const loud = remember((text) => {
    made.push(text);
    return text.toUpperCase();
  }, 2);
  expect(['a', 'a', 'b', 'a', 'c', 'a'].map(loud)).toEqual(['A', 'A', 'B', 'A', 'C', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
