import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { button, buttons, card, divider, plain, select, text, textLength } from '#bot/card.ts';
import { customId, parseCustomId } from '#bot/custom-id.ts';

describe('plain text', () => {
  it.each([
    ['a*b*c', 'a\\*b\\*c'],
    ['||secret||', '\\|\\|secret\\|\\|'],
    ['use `s3:*` and `a_b`', 'use `s3:*` and `a_b`'],
    ['snake_case_name', 'snake\\_case\\_name'],
    [
      'As *follows*:\n```\n{ "a_b": "s3:*" }\n```\nWhy?',
      'As \\*follows\\*:\n```\n{ "a_b": "s3:*" }\n```\nWhy?',
    ],
    ['```\none_a\n```\nor\n```yaml\ntwo_b\n```', '```\none_a\n```\nor\n```yaml\ntwo_b\n```'],
    ['# loud\n-# small\n> said\n  ### deep', '\\# loud\n\\-# small\n\\> said\n  \\### deep'],
    ['C# and 3 > 2, #1 and -1', 'C# and 3 > 2, #1 and -1'],
    ['[home](https://example.com)', '\\[home](https://example.com)'],
    ['[here](https://example.org)', '\\[here](https://example.org)'],
    ['```\nnever closed_', '\\`\\`\\`\nnever closed\\_'],
  ])('shows %s as it was typed', (typed, shown) => expect(plain(typed)).toBe(shown));

  it.each([
    '<@123456789012345678>',
    '<@&123456789012345678>',
    '<#123456789012345678>',
    '<t:1:R>',
    '</quiz:1>',
    '<:x:1>',
  ])('does not let %s become a mention', (typed) => expect(plain(typed)).not.toContain(typed));

  it('changes nothing but markup: without it, every text stays', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 .,;!?()/-]*$/), (typed) => {
        expect(plain(typed)).toBe(typed);
      }),
    );
  });
});

describe('a card', () => {
  it('leaves out what is not there, and counts the text that Discord counts', () => {
    const message = card(0xff0000, [
      text('abc', null, false, 'de'),
      null,
      false,
      divider(),
      buttons(button('x:1', 'A'), null),
    ]);
    expect(JSON.stringify(message)).not.toContain('null');
    expect(textLength(message)).toBe('abc\nde'.length);
  });

  it('asks for exactly as many values as wanted', () => {
    const menu = JSON.stringify(
      select('x:1', 'Choose', { choices: [{ value: 'a', label: 'A', selected: true }], pick: 2 }),
    );
    expect(menu).toContain('"min_values":2,"max_values":2');
    expect(menu).toContain('"default":true');
  });
});

describe('custom ids', () => {
  it('carry name, version and arguments there and back', () => {
    expect(parseCustomId(customId('answer', 1, 12, 3))).toEqual({
      name: 'answer',
      version: 1,
      args: ['12', '3'],
    });
  });

  it('of others, or too long ones, are told apart', () => {
    expect(parseCustomId('something else')).toBeNull();
    expect(parseCustomId('a:b:c')).toBeNull();
    expect(() => customId('x', 1, 'y'.repeat(100))).toThrow('100');
  });
});
