// What is read of what writers type.
import { describe, expect, it } from 'vitest';
import {
  keepIds,
  linesOf,
  readDomains,
  reasonsOf,
  typedAs,
  withoutLetters,
  writingFromText,
} from '#features/desk/authoring/rules.ts';

describe('options', () => {
  it('are lines; a break within one is typed, and comes back as it was', () => {
    expect(linesOf('One\n\n Two\\nlines \n')).toEqual(['One', 'Two\nlines']);
    expect(linesOf(typedAs(['a\nb', 'c']))).toEqual(['a\nb', 'c']);
  });

  it.each([
    [
      ['A. one', 'B. two'],
      ['one', 'two'],
    ],
    [
      ['a) one', 'b) two'],
      ['one', 'two'],
    ],
    // Letters that are no numbering stay.
    [
      ['A. one', 'C. two'],
      ['A. one', 'C. two'],
    ],
    [
      ['one', 'B. two'],
      ['one', 'B. two'],
    ],
  ])('%j are %j', (lines, options) => {
    expect(withoutLetters(lines)).toEqual(options);
  });
});

it('reasons go with options by their place, empty lines too', () => {
  expect(reasonsOf('first\n\nthird\nfourth', 3)).toEqual(['first', '', 'third']);
});

describe('domains', () => {
  it.each<[string, [string, number][] | null]>([
    [
      'Knots 60, Lights 40',
      [
        ['Knots', 60],
        ['Lights', 40],
      ],
    ],
    [
      'Knots: 60 %; Lights: 40 %',
      [
        ['Knots', 60],
        ['Lights', 40],
      ],
    ],
    [
      'Knots, Lights',
      [
        ['Knots', 50],
        ['Lights', 50],
      ],
    ],
    ['Version 2 basics', [['Version 2 basics', 100]]],
    ['Knots, knots', null],
    ['Knots 0', null],
    ['Knots 101', null],
    ['', null],
    [Array.from({ length: 26 }, (_, index) => `D${index}`).join(','), null],
  ])('%j are %j', (typed, domains) => {
    expect(readDomains(typed, 25)?.map(({ name, weight }) => [name, weight]) ?? null).toEqual(domains);
  });

  it('keep their ids by name; new ones get ids that were never used', () => {
    const before = [
      { id: '1', name: 'Knots', weight: 60 },
      { id: '4', name: 'Lights', weight: 40 },
    ];
    const wanted = readDomains('Rules 20, lights 80', 25) ?? [];
    expect(keepIds(before, wanted).map(({ id, name }) => [id, name])).toEqual([
      ['5', 'Rules'],
      ['4', 'lights'],
    ]);
  });
});

it('a message is a stem, and options where it has letters', () => {
  expect(writingFromText('Which light?\nA. Port\nB. Starboard')).toMatchObject({
    stem: 'Which light?',
    options: ['Port', 'Starboard'],
  });
  expect(writingFromText('Just a sentence.')).toMatchObject({ stem: 'Just a sentence.', options: [] });
  expect(writingFromText('')).toMatchObject({ stem: '', options: [] });
});
