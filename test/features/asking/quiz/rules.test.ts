import { describe, expect, it } from 'vitest';
import { COOLDOWN_MS } from '#features/asking/quiz/rules.ts';

describe('starting questions', () => {
  it('lets a member start private questions sooner than public ones', () => {
    expect(COOLDOWN_MS.private).toBeLessThan(COOLDOWN_MS.public);
  });
});
