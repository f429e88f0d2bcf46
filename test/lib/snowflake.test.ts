import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf, snowflakeAt } from '#lib/snowflake.ts';

it('reads the instant of an id of Discord', () => {
  // The example of Discord's own documentation.
  expect(instantOf('175928847299117063')).toEqual(new Date(1_462_015_105_796));
});

it('makes ids that carry their instant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_450_000_000_000, max: 4_000_000_000_000 }), (at) => {
      expect(instantOf(snowflakeAt(at))).toEqual(new Date(at));
    }),
  );
});

it.each([null, '', 'm1', '12', 'erased-1'])('reads nothing from %j', (id) => {
  expect(instantOf(id)).toBeNull();
});
