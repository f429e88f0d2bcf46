import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope } from '#features/record/projection.ts';
import { formatScope, lastOldAnswer, parseScope, retryAt } from '#features/record/stale/rules.ts';

const NOW = new Date('2026-11-26T10:00:00Z');

describe('a scope', () => {
  it('is read back as it was written', () => {
    const id = fc.stringMatching(/^\d{17,20}$/);
    const scopes: fc.Arbitrary<Scope> = fc.oneof(
      fc.record({ kind: fc.constantFrom('server' as const, 'member' as const), id }),
      fc.record({
        kind: fc.constant('everyone' as const),
        since: fc.constantFrom('2026-11-24', '2027-01-01'),
      }),
    );
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(parseScope(formatScope(scope))).toEqual(scope);
      }),
    );
  });

  it.each(['', 'server', 'server:', 'galaxy:7', 'x server:1'])('is not "%s"', (text) => {
    expect(parseScope(text)).toBeNull();
  });
});

describe('rebuilding again', () => {
  it('waits until answers that were underway are written', () => {
    expect(lastOldAnswer(NOW)).toEqual(new Date('2026-11-26T10:01:00Z'));
  });

  it('backs off from a minute to an hour after failures', () => {
    const minutes = [1, 2, 3, 6, 7, 1000].map(
      (attempts) => (retryAt(NOW, attempts).getTime() - NOW.getTime()) / 60_000,
    );
    expect(minutes).toEqual([1, 2, 4, 32, 60, 60]);
  });
});
