import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf, shardOf, snowflakeAt } from '#lib/snowflake.ts';

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

it('knows which shard is told about a server', () => {
  // Of the id, only what is above its lower 22 bits counts.
  const idOf = (upper: number) => String((BigInt(upper) << 22n) + 86n);
  expect([0, 5, 16, 35].map((upper) => shardOf(idOf(upper), 16))).toEqual([0, 5, 0, 3]);
  expect(shardOf('197038439483310086', 1)).toBe(0);
});
