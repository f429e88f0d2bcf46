// The pure parts of the terminal driver: what one types, and how Discord's codes read as words.
import { expect, test } from 'vitest';
import { type Names, plainText, relativeTime } from '#local-discord/say/markup.ts';
import { renderMessage } from '#local-discord/say/render-text.ts';
import { parseFields, parseSentence } from '#local-discord/say/sentence.ts';

test.each([
  ['/quiz topic:a', { kind: 'command', channel: '', text: '/quiz topic:a' }],
  ['type /quiz topic:lam', { kind: 'autocomplete', channel: '', text: '/quiz topic:lam' }],
  ['press A', { kind: 'press', channel: '', label: 'A', message: '' }],
  [
    'press "Another like this" on 123',
    { kind: 'press', channel: '', label: 'Another like this', message: '123' },
  ],
  ['select A, C', { kind: 'select', channel: '', customId: '', values: ['A', 'C'], message: '' }],
  [
    'select menu="two words" B on 9',
    { kind: 'select', channel: '', customId: 'menu', values: ['two words', 'B'], message: '9' },
  ],
  ['in "A long talk" press B', { kind: 'press', channel: 'A long talk', label: 'B', message: '' }],
  ['in #daily press B', { kind: 'press', channel: 'daily', label: 'B', message: '' }],
  ['menu "Who is this" on @grace', { kind: 'menu', channel: '', name: 'Who is this', target: '@grace' }],
  ['delete 123', { kind: 'delete', channel: '', message: '123' }],
  ['/', { kind: 'commands', channel: '' }],
  ['show', { kind: 'show', channel: '' }],
  ['showing off', { kind: 'send', channel: '', text: 'showing off' }],
])('"%s"', (text, expected) => {
  expect(parseSentence(text)).toEqual(expected);
});

test('fields of a form: a value reaches to the next field that the form has', () => {
  const fields = parseFields('text=a=b and kind or not kind=key', ['text', 'kind']);
  expect([...fields]).toEqual([
    ['text', 'a=b and kind or not'],
    ['kind', 'key'],
  ]);
});

const names: Names = {
  now: Date.parse('2026-03-02T09:00:00Z'),
  locale: 'en-US',
  users: new Map([['1', 'Ada']]),
  channels: new Map([['2', 'general']]),
  places: new Map([['2', '#general']]),
  roles: new Map([['3', 'Learners']]),
};

test('mentions and times in words', () => {
  const closes = names.now / 1000 + 1_800;
  expect(plainText(`<@1> <#2> <@&3> <t:${closes}:R> </quiz:77>`, names)).toBe(
    '@Ada #general @Learners in 30 minutes /quiz',
  );
  expect(relativeTime(-86_400_000, 'en-US')).toBe('1 day ago');
  expect(relativeTime(5_000, 'en-US')).toBe('in 5 seconds');
});

test('a message with every kind of component', () => {
  const button = (label: string, more: object = {}) => ({
    type: 2,
    style: 1,
    label,
    custom_id: label,
    ...more,
  });
  const text = renderMessage(
    {
      id: '10',
      channel_id: '2',
      author: { global_name: 'Ada', username: 'ada' },
      timestamp: '2026-03-02T09:00:00Z',
      edited_timestamp: null,
      flags: 64 | 32768,
      content: '',
      components: [
        {
          type: 17,
          components: [
            { type: 9, components: [{ type: 10, content: 'Section' }], accessory: button('More') },
            { type: 14 },
            { type: 12, items: [{ media: { url: 'http://x/p.png' }, description: 'A chart' }] },
            { type: 13, file: { url: 'http://x/a.csv' }, name: 'a.csv', size: 23 },
          ],
        },
        {
          type: 1,
          components: [
            button('A'),
            button('B', { disabled: true }),
            { type: 2, url: 'http://d', label: 'Docs' },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'm',
              placeholder: 'Choose TWO',
              min_values: 2,
              max_values: 2,
              options: [{ label: 'A', value: '1', default: true }],
            },
          ],
        },
      ],
    },
    names,
  );
  expect(text.replace(/\d\d:\d\d/, 'TIME')).toBe(
    [
      'Ada · TIME · only you can see this',
      '  ┃ Section',
      '  ┃ [More]',
      `  ┃ ${'─'.repeat(40)}`,
      '  ┃ [picture: A chart] http://x/p.png',
      '  ┃ [file a.csv, 23 bytes] http://x/a.csv',
      '  [A] [B – disabled] [Docs ↗ http://d]',
      '  ▾ Choose TWO (menu "m", choose 2)',
      '      ● A (value 1)',
      '  └ id 10 in #general',
    ].join('\n'),
  );
});
