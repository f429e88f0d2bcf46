import { describe, expect, it } from 'vitest';
import { findByLabel } from '#local-discord/components.ts';

const button = (label: string) => ({ type: 2, style: 2, label, custom_id: `id:${label}` });
const row = [
  { type: 1, components: ['A', '◀ Previous', '⚑ Flag', 'Another like this', 'Next ▶'].map(button) },
];

describe('a button that is named', () => {
  it.each([
    ['a', 'A'],
    ['previous', '◀ Previous'],
    ['Flag', '⚑ Flag'],
    ['next', 'Next ▶'],
    ['Next ▶', 'Next ▶'],
    ['another', 'Another like this'],
  ])('%s is %s', (typed, label) => {
    expect(findByLabel(row, typed)).toMatchObject({ label });
  });

  it.each(['', '◀', 'flags', 'x'])('"%s" is none', (typed) => {
    expect(findByLabel(row, typed)).toBeNull();
  });
});
