// What a server may write as a question.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '#bot/card.ts';
import { draftOf, OWN_LIMITS, shownLength, type Typed } from '#content/own-question.ts';

const typed = (changes: Partial<Typed> = {}): Typed => ({
  stem: 'Which one?',
  options: [
    { text: 'This', correct: true },
    { text: 'That', correct: false },
  ],
  ...changes,
});
const faults = (changes: Partial<Typed>) => draftOf(typed(changes)).faults;
const options = (count: number, right: number) =>
  Array.from({ length: count }, (_, index) => ({ text: `Option ${index}`, correct: index < right }));

describe('a draft', () => {
  it('may leave out reasons, takeaway and references', () => {
    expect(draftOf(typed()).draft).toMatchObject({ difficulty: 2, takeaway: '', references: [] });
  });

  it.each<[string, Partial<Typed>, object]>([
    ['no stem', { stem: ' \n ' }, { kind: 'missing', field: 'stem' }],
    [
      'a stem that is too long',
      { stem: 'x'.repeat(701) },
      { kind: 'too-long', field: 'stem', has: 701, limit: 700 },
    ],
    ['one option', { options: options(1, 1) }, { kind: 'too-few-options', has: 1, limit: 2 }],
    ['seven options', { options: options(7, 1) }, { kind: 'too-many-options', has: 7, limit: 6 }],
    ['no right option', { options: options(4, 0) }, { kind: 'no-key' }],
    ['four right options', { options: options(6, 4) }, { kind: 'too-many-keys', has: 4, limit: 3 }],
    ['nothing but right options', { options: options(2, 2) }, { kind: 'all-right' }],
    [
      'an option twice',
      { options: [...options(3, 1), { text: 'option 1', correct: false }] },
      { kind: 'same-options', option: 3, other: 1 },
    ],
    [
      'an empty option',
      { options: [...options(3, 1), { text: '', correct: false }] },
      { kind: 'missing', field: 'option', option: 3 },
    ],
    ['a reference that is no address', { references: ['javascript:alert(1)'] }, { kind: 'no-address' }],
    [
      'four references',
      { references: Array(4).fill('https://example.com/') },
      { kind: 'too-long', field: 'reference', has: 4, limit: 3 },
    ],
  ])('with %s is refused, and says where', (_, changes, fault) => {
    expect(draftOf(typed(changes)).draft).toBeNull();
    expect(faults(changes)).toContainEqual(expect.objectContaining(fault));
  });

  it('is never shown longer than it was counted, whatever markup is in it', () => {
    const markup = fc.stringMatching(/^[*_~`|\\[\]()<>#:@a-z1. \n-]{0,200}$/);
    fc.assert(
      fc.property(markup, (text) => {
        expect(plain(text).length).toBeLessThanOrEqual(shownLength(text));
      }),
    );
  });

  it('holds nothing that the database or Discord would refuse, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 800 }), (stem) => {
        const { draft } = draftOf(typed({ stem }));
        if (!draft) return;
        expect(draft.stem.isWellFormed()).toBe(true);
        expect(draft.stem).not.toMatch(/\0/);
        expect(shownLength(draft.stem)).toBeLessThanOrEqual(OWN_LIMITS.stem);
      }),
    );
  });
});
