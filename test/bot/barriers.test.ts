// That what one can only see is found in a message (test/support/barriers.ts), which every end-to-end test relies on.
import { ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { button, buttons, card, select, showPicture, text } from '#bot/card.ts';
import { label } from '#pictures/node.ts';
import { barriersOf, watchBarriers } from '../support/barriers.ts';
import { pseudo } from '../support/pseudo.ts';

const GREEN = 0x2e9e6b;
const DOMAIN = 0xd55e00;
const known = { accents: new Map([[DOMAIN, ['Security']]]) };

const picture = (alt: string) => card(null, [showPicture({ name: 'p', alt, root: label('x') })]);
const said = (...lines: string[]) => card(null, [text(...lines)]);
const bare = (part: object) => ({ components: [{ type: ComponentType.ActionRow, components: [part] }] });
const emojiButton = { type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: 'b' };
const menu = { type: ComponentType.StringSelect, custom_id: 'm' };

describe('what one can only see is found', () => {
  it.each([
    ['a picture without alt text', picture(''), 'hardly a word'],
    ['a picture with hardly any', picture('A chart'), 'hardly a word'],
    ['a button of an emoji', bare({ ...emojiButton, emoji: { name: '🔥' } }), 'a button without words: 🔥'],
    ['a button whose label is a sign', card(null, [buttons(button('x', '▶'))]), 'a button without words'],
    ['a menu without a placeholder', bare({ ...menu, options: [] }), 'does not say what is chosen'],
    [
      'an option of an emoji',
      bare({ ...menu, placeholder: 'Choose', options: [{ value: 'a', label: '🔥' }] }),
      'an option without words',
    ],
    ['squares that nobody explains', said('🟩🟩🟦'), 'nothing says what 🟦 is'],
    ['a square that the legend forgot', said('🟩🟦', '🟩 answered'), 'nothing says what 🟦 is'],
    ['a medal without a number', said('🥇 <@1> – 12 points'), 'a place that only its medal says'],
    ['a medal with another number', said('🥈 **1.** Ada'), 'a place that only its medal says'],
    [
      'a check without its word',
      said('✅ **B** – reads each order once'),
      'no word says what the sign means',
    ],
    ['a cross without its word', said('❌ **B** – reads it twice'), 'no word says'],
    ['a flame and a number', said('12 points · 🔥 3'), 'no word says'],
    ['an open box without its word', said('⬜ **Time zone**'), 'no word says'],
    ['a sign nobody has thought about', said('🦆 of the day'), '🦆 is new'],
    ['a colour for right without a word', card(GREEN, [text('B')]), 'the colour #2e9e6b'],
    ['a domain’s colour without its name', card(DOMAIN, [text('A question')]), 'the colour #d55e00'],
    ['a colour nobody has thought about', card(0x123456, [text('All right')]), 'the colour #123456'],
    ['the same within the answer to a press', { type: 4, data: said('🟩') }, 'nothing says'],
  ])('%s', (_, message, fault) => {
    expect(barriersOf(message, known).join('\n')).toContain(fault);
  });
});

describe('what words say as well is let be', () => {
  it.each([
    ['a picture in words', picture('Ada leads with 12 points, Grace has 3.')],
    [
      'a button and a menu with words',
      card(null, [
        buttons(button('x', 'Next ▶')),
        select('m', 'Choose', { choices: [{ value: 'a', label: 'A' }] }),
      ]),
    ],
    ['signs of days with their legend', said('✅🧊', '-# ✅ answered · 🧊 covered by a freeze')],
    [
      'signs with their words',
      said('✅ right', '❌ **C** not right', '⬜ **Zone** · to do', '🥇 **1.** Ada – 3'),
    ],
    ['the same in the pseudo-language', said(`✅ **Zone** · ${pseudo('done')}`)],
    ['text with signs that are text', said('5 × 3 → 15 ©, #3 and ½')],
    ['colours with their words', card(GREEN, [text('### Right!')])],
    ['a domain’s colour with its name', card(DOMAIN, [text('Domain 2: Security')])],
    [
      'a field of a form, which has a label',
      {
        type: 9,
        data: { components: [{ type: 18, label: 'What is wrong', component: { ...menu, options: [] } }] },
      },
    ],
    ['an answer that is only put off', { type: 5, data: { flags: 64 } }],
  ])('%s', (_, message) => {
    expect(barriersOf(message, known)).toEqual([]);
  });

  it('where another language is spoken only what needs no English is looked for', () => {
    expect(barriersOf(card(GREEN, [text('✅ richtig')]), { speaksEnglish: false })).toEqual([]);
    expect(barriersOf(said('🥇 Ada – 12 Punkte'), { speaksEnglish: false })).toHaveLength(1);
  });
});

it('notes each fault once', () => {
  const watching = watchBarriers();
  watching.note(said('🟩'));
  watching.note(said('🟩'));
  expect(watching.list()).toHaveLength(1);
});
