import { describe, expect, it } from 'vitest';
import { parseOpenFor } from '#features/record/post/duration.rules.ts';

describe('how long a question stays open', () => {
  it.each([
    ['30', 30],
    ['30m', 30],
    ['45 min', 45],
    ['2h', 120],
    ['2 hours', 120],
    ['1 day', 1440],
    ['7d', 10_080],
    [' 1m ', 1],
    ['30mins', 30],
    ['1h30m', 90],
    ['1 h 30', 90],
    ['1 day 2 hrs', 1560],
    ['2 Stunden', 120],
    ['3 Tage', 4320],
  ])('reads "%s" as %i minutes', (typed, minutes) => expect(parseOpenFor(typed)).toBe(minutes));

  it.each(['', '0', '0m', '8d', '169h', '-5', 'soon', '2w', '1.5h', '99999d', '30m1h', '1 0m', 'h'])(
    'refuses "%s"',
    (typed) => {
      expect(parseOpenFor(typed)).toBeNull();
    },
  );
});
