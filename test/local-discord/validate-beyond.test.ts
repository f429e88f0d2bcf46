// Refusals beyond the list of 65, and the words of Discord for a value of the wrong kind.
import { describe, expect, it } from 'vitest';
import { type BodyKind, validateBody } from '#local-discord/validate/index.ts';

type Json = Record<string, unknown>;
type Case = [rule: string, kind: BodyKind, body: unknown, at: string, fault: string];

const V2 = 1 << 15;
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const row = (...components: Json[]) => ({ content: 'x', components: [{ type: 1, components }] });
const option = (value: string, change: Json = {}) => ({ label: value, value, ...change });
const select = (change: Json) =>
  row({ type: 3, custom_id: 's', options: [option('a'), option('b')], ...change });
const v2 = (...components: Json[]) => ({ flags: V2, components });
const text = { type: 10, content: 'x' };
const part = (component: Json) => ({ type: 18, label: 'Why?', component });
const form = (...components: Json[]) => ({ type: 9, data: { custom_id: 'm', title: 'T', components } });
const command = (change: Json) => ({ name: 'quiz', description: 'd', ...change });
const param = (change: Json) => command({ options: [{ type: 3, name: 'o', description: 'd', ...change }] });
const user = (change: Json) => ({ type: 2, name: 'Show Profile', ...change });
const button = 'components.0.components.0';

const COMPONENTS: Case[] = [
  [
    'a link button needs a url',
    'create-message',
    row({ type: 2, style: 5, label: 'x' }),
    `${button}.url`,
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a link leads to the web or into the client',
    'create-message',
    row({ type: 2, style: 5, label: 'x', url: 'mailto:a@b.example' }),
    `${button}.url`,
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'only a link button has a url',
    'create-message',
    row({ type: 2, style: 1, label: 'x', custom_id: 'a', url: 'https://a.example' }),
    `${button}.url`,
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  ],
  [
    'a premium button needs its product',
    'create-message',
    row({ type: 2, style: 6 }),
    `${button}.sku_id`,
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a premium button has no label',
    'create-message',
    row({ type: 2, style: 6, sku_id: '1', label: 'x' }),
    `${button}.label`,
    'LOCAL_PREMIUM_BUTTON_FIELD',
  ],
  [
    'a select offers as many as may be chosen',
    'create-message',
    select({ max_values: 3 }),
    `${button}.options`,
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a single choice has one default',
    'create-message',
    select({ options: [option('a', { default: true }), option('b', { default: true })] }),
    `${button}.options`,
    'COMPONENT_TOO_MANY_DEFAULT_VALUES',
  ],
  [
    'a choice of people has no more defaults than choices',
    'create-message',
    row({
      type: 5,
      custom_id: 'u',
      default_values: [
        { type: 'user', id: '1' },
        { type: 'user', id: '2' },
      ],
    }),
    `${button}.default_values`,
    'COMPONENT_TOO_MANY_DEFAULT_VALUES',
  ],
  [
    'an id occurs once',
    'create-message',
    v2({ ...text, id: 7 }, { ...text, id: 7 }),
    'components.1.id',
    'LOCAL_COMPONENT_ID_DUPLICATED',
  ],
  [
    'a file is attached',
    'create-message',
    v2({ type: 13, file: { url: 'https://a.example/a' } }),
    'components.0.file.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a picture comes from the web or is attached',
    'create-message',
    v2({ type: 12, items: [{ media: { url: 'data:image/png,x' } }] }),
    'components.0.items.0.media.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a thumbnail too',
    'create-message',
    v2({ type: 9, components: [text], accessory: { type: 11, media: { url: 'file:///a' } } }),
    'components.0.accessory.media.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a custom_id is looked for in accessories too',
    'create-message',
    v2({ type: 9, components: [text], accessory: { type: 2, style: 1, label: 'x' } }),
    'components.0.accessory.custom_id',
    'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  ],
];

const MESSAGES: Case[] = [
  [
    'an embed is more than a colour',
    'create-message',
    { embeds: [{ color: 1, title: '', fields: [] }] },
    'embeds.0.description',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'the name of an embed field is not blank',
    'create-message',
    { embeds: [{ fields: [{ name: ' ', value: 'v' }] }] },
    'embeds.0.fields.0.name',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'an embed leads to the web',
    'create-message',
    { embeds: [{ title: 't', url: 'attachment://a.png' }] },
    'embeds.0.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'version 2 excludes embeds',
    'create-message',
    { ...v2(text), embeds: [{ title: 't' }] },
    'embeds',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'version 2 excludes stickers',
    'create-message',
    { ...v2(text), sticker_ids: ['1'] },
    'sticker_ids',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'version 2 excludes polls',
    'create-message',
    { ...v2(text), poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } },
    'poll',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'an edit to version 2 clears the content',
    'edit-message',
    { ...v2(text), content: 'x' },
    'content',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'an edit with other flags is not of version 2',
    'edit-message',
    { flags: 4, components: [text] },
    'components.0',
    'UNION_TYPE_CHOICES',
  ],
  ['a reply without data is empty', 'callback', { type: 4 }, '', '50006'],
  [
    'an update is judged like an edit',
    'callback',
    { type: 7, data: { flags: 0, components: [text] } },
    'data.components.0',
    'UNION_TYPE_CHOICES',
  ],
  ['a followup is judged like a message', 'execute-webhook', { flags: 64 }, '', '50006'],
  [
    'the first message of a post too',
    'create-thread',
    { name: 'n', message: { content: '', embeds: [{ color: 1 }] } },
    'message.embeds.0.description',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'roles are mentioned all or some',
    'create-message',
    { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1'] } },
    'allowed_mentions',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
];

const MODALS: Case[] = [
  ...[3, 5, 6, 7, 8, 19].map((type): Case => {
    const component = { type, custom_id: 'c', min_values: 0, ...(type === 3 && { options: [option('a')] }) };
    return [
      `in a modal, component ${type} may be left empty only when not required`,
      'callback',
      form(part(component)),
      'data.components.0.component.min_values',
      'NUMBER_TYPE_MIN',
    ];
  }),
  [
    'in a modal, boxes may be left empty only when not required',
    'callback',
    form(part({ type: 22, custom_id: 'c', min_values: 0, options: [option('a')] })),
    'data.components.0.component.min_values',
    'NUMBER_TYPE_MIN',
  ],
  [
    'a text input outside a label has its own',
    'callback',
    form({ type: 1, components: [{ type: 4, custom_id: 'i', style: 1 }] }),
    'data.components.0.components.0.label',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a row has room for one text input',
    'callback',
    form({ type: 1, components: many(2, (i) => ({ type: 4, custom_id: `${i}`, style: 1, label: 'l' })) }),
    'data.components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a custom_id occurs once in a modal',
    'callback',
    form(...many(2, () => part({ type: 4, custom_id: 'i', style: 1 }))),
    'data.components.1.component.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a radio group has one default',
    'callback',
    form(
      part({
        type: 21,
        custom_id: 'r',
        options: [option('a', { default: true }), option('b', { default: true })],
      }),
    ),
    'data.components.0.component.options',
    'COMPONENT_TOO_MANY_DEFAULT_VALUES',
  ],
];

const COMMANDS: Case[] = [
  [
    'a user command has no description',
    'create-command',
    user({ description: 'd' }),
    'description',
    'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
  ],
  [
    'a message command has no options',
    'create-command',
    user({ type: 3, options: [{ type: 3, name: 'o', description: 'd' }] }),
    'options',
    'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET',
  ],
  [
    'there are at most 15 user commands',
    'bulk-commands',
    many(16, (i) => user({ name: `U ${i}` })),
    '',
    '30032',
  ],
  [
    'there are at most 15 message commands',
    'bulk-commands',
    many(16, (i) => user({ type: 3, name: `U ${i}` })),
    '',
    '30032',
  ],
  [
    'a translated name obeys the same rule',
    'create-command',
    command({ name_localizations: { de: 'Frage' } }),
    'name_localizations.de',
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'the name of an option too',
    'create-command',
    param({ name: 'The Topic' }),
    'options.0.name',
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a choice is translated for known locales',
    'create-command',
    param({ choices: [{ name: 'c', value: 'c', name_localizations: { xx: 'c' } }] }),
    'options.0.choices.0.name_localizations.xx',
    'BASE_TYPE_CHOICES',
  ],
  [
    'the value of a choice has at most 100 characters',
    'create-command',
    param({ choices: [{ name: 'c', value: 'x'.repeat(101) }] }),
    'options.0.choices.0.value',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a text option asks for no more than it allows',
    'create-command',
    param({ min_length: 2, max_length: 1 }),
    'options.0.min_length',
    'NUMBER_TYPE_MAX',
  ],
  [
    'a number option too',
    'create-command',
    param({ type: 4, min_value: 2, max_value: 1 }),
    'options.0.min_value',
    'NUMBER_TYPE_MAX',
  ],
  [
    'required options come first in subcommands too',
    'create-command',
    command({
      options: [
        {
          type: 1,
          name: 's',
          description: 'd',
          options: [
            { type: 3, name: 'a', description: 'd' },
            { type: 3, name: 'b', description: 'd', required: true },
          ],
        },
      ],
    }),
    'options.0.options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'a fault in a list names the command',
    'bulk-commands',
    [command({}), command({ name: 'Quiz' })],
    '1.name',
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'an edit does not blank the description',
    'edit-command',
    { description: '', options: [{ type: 3, name: 'o', description: 'd' }] },
    'description',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'an edit with a description is of a slash command',
    'edit-command',
    { name: 'Show Profile', description: 'd' },
    'name',
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'of a text and its translations the longest counts',
    'create-command',
    command({
      options: many(25, (i) => ({
        type: 3,
        name: `o${i}`,
        description: 'd',
        description_localizations: { de: 'x'.repeat(100) },
        choices: many(3, () => ({ name: 'c', name_localizations: { de: 'x'.repeat(72) }, value: 'v' })),
      })),
    }),
    '',
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
];

describe('a payload that is refused', () => {
  it.each([...COMPONENTS, ...MESSAGES, ...MODALS, ...COMMANDS])('%s', (...[, kind, body, at, code]: Case) => {
    const faults = validateBody(kind, body).map((fault) => ({ at: fault.path.join('.'), code: fault.code }));
    expect(faults).toEqual([{ at, code }]);
  });
});

const WORDS: Case[] = [
  [
    'another style in a row of buttons',
    'create-message',
    row({ type: 2, style: 9, label: 'x', custom_id: 'a' }),
    `${button}.style`,
    'Value must be one of (1, 2, 3, 4, 5, 6).',
  ],
  [
    'another type of thread',
    'create-thread',
    { name: 'x', type: 1 },
    'type',
    'Value must be one of (10, 11, 12).',
  ],
  [
    'a number for the id of a user',
    'create-message',
    row({ type: 5, custom_id: 'u', default_values: [{ type: 'user', id: 1 }] }),
    `${button}.default_values.0.id`,
    'Could not interpret "1" as string.',
  ],
  [
    'another kind of default',
    'create-message',
    row({ type: 7, custom_id: 'u', default_values: [{ type: 'channel', id: '1' }] }),
    `${button}.default_values.0`,
    `Value of field "type" must be one of ('role', 'user').`,
  ],
  [
    'a command without a name',
    'bulk-commands',
    [{ id: '1', name: null, description: 'd' }],
    '0.name',
    'This field is required',
  ],
  [
    'too many commands of all types',
    'bulk-commands',
    many(131, (i) => command({ name: `c${i}` })),
    '',
    'Must be 130 or fewer in length.',
  ],
  [
    'a long nonce',
    'create-message',
    { content: 'x', nonce: 'x'.repeat(26) },
    'nonce',
    'Must be 25 or fewer characters long.',
  ],
  [
    'a choice that may be left empty',
    'callback',
    form(part({ type: 5, custom_id: 'c', min_values: 0 })),
    'data.components.0.component.min_values',
    'int value should be greater than or equal to 1.',
  ],

  [
    'another callback',
    'callback',
    { type: 10 },
    'type',
    'Value must be one of (1, 4, 5, 6, 7, 8, 9, 12, 13).',
  ],
  ['no callback', 'callback', [], 'type', 'This field is required'],
  [
    'another component',
    'create-message',
    { components: [{ type: 99 }] },
    'components.0',
    'Value of field "type" must be one of (1, 9, 10, 12, 13, 14, 17).',
  ],
  [
    'a component of version 2 without the flag',
    'create-message',
    { components: [text] },
    'components.0',
    'Value of field "type" must be one of (1,).',
  ],
  [
    'text for a component',
    'create-message',
    { components: ['x'] },
    'components.0',
    'Only dictionaries may be used in a ModelType',
  ],
  [
    'a list for suggestions',
    'callback',
    { type: 8, data: [] },
    'data',
    'Only dictionaries may be used in a ModelType',
  ],
  [
    'nothing for a component',
    'create-message',
    { components: [null] },
    'components.0',
    'This field is required',
  ],
  [
    'text for a list',
    'create-message',
    { embeds: 'x' },
    'embeds',
    'Only iterables may be used in a ListType',
  ],
  ['a number for text', 'create-message', { content: 5 }, 'content', 'Could not interpret "5" as string.'],
  ['text for a number', 'create-message', { content: 'x', flags: 'x' }, 'flags', 'Value "x" is not int.'],
  [
    'text for yes or no',
    'create-message',
    { content: 'x', tts: 'x' },
    'tts',
    'Must be either true or false.',
  ],
  [
    'yes for a nonce',
    'create-message',
    { content: 'x', nonce: true },
    'nonce',
    'This field must be a string or integer.',
  ],
  [
    'a name for a snowflake',
    'create-message',
    { sticker_ids: ['x'] },
    'sticker_ids.0',
    'Value "x" is not snowflake.',
  ],
  [
    'a text for an address',
    'create-message',
    { embeds: [{ url: 'x' }] },
    'embeds.0.url',
    'Not a well formed URL.',
  ],
  [
    'a text for a time',
    'create-message',
    { embeds: [{ timestamp: 'x' }] },
    'embeds.0.timestamp',
    'Could not parse x. Should be ISO8601.',
  ],
  [
    'a negative number',
    'create-message',
    { embeds: [{ color: -1 }] },
    'embeds.0.color',
    'int value should be greater than or equal to 0.',
  ],
  [
    'an empty id',
    'create-message',
    row({ type: 2, style: 1, label: 'x', custom_id: '' }),
    `${button}.custom_id`,
    'Must be between 1 and 100 in length.',
  ],
  ['an empty list', 'create-command', command({ contexts: [] }), 'contexts', 'Must be 1 or more in length.'],
  [
    'a permission in words',
    'create-command',
    command({ default_member_permissions: 'admin' }),
    'default_member_permissions',
    'Value "admin" is not int.',
  ],
  [
    'an emoji without name and id',
    'create-message',
    row({ type: 2, style: 1, custom_id: 'a', emoji: {} }),
    `${button}.emoji.name`,
    'This field is required',
  ],
  [
    'another reference',
    'create-message',
    { message_reference: { type: 2, message_id: '1' } },
    'message_reference.type',
    'Value must be one of (0,).',
  ],
  [
    'a file numbered by a fraction',
    'create-message',
    { attachments: [{ id: 0.5 }] },
    'attachments.0.id',
    'Could not interpret "0.5" as string.',
  ],
  [
    'a link that is too wide',
    'create-message',
    row(...many(2, (i) => ({ type: 5, custom_id: `${i}` }))),
    'components.0.components.1',
    'The specified component exceeds the maximum width',
  ],
  [
    'more choices than options',
    'create-message',
    select({ max_values: 4 }),
    `${button}.options`,
    'Must be between 4 and 25 in length.',
  ],
  [
    'a long poll answer',
    'create-message',
    { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'x'.repeat(56) } }] } },
    'poll.answers.0.poll_media.text',
    'Must be between 1 and 55 in length.',
  ],
  [
    'a long modal',
    'callback',
    form(...many(6, () => text)),
    'data.components',
    'Must be between 1 and 5 in length.',
  ],
  [
    'another scheme',
    'create-message',
    { embeds: [{ url: 'ftp://a.example' }] },
    'embeds.0.url',
    `Scheme "ftp" is not supported. Scheme must be one of ('http', 'https').`,
  ],
];

describe('the words of a refusal', () => {
  it.each(WORDS)('%s', (...[, kind, body, at, message]: Case) => {
    const faults = validateBody(kind, body).map((fault) => ({
      at: fault.path.join('.'),
      message: fault.message,
    }));
    expect(faults).toEqual([{ at, message }]);
  });

  it('lists the locales when a translation is for none of them', () => {
    const [fault] = validateBody('create-command', command({ name_localizations: { xx: 'x' } }));
    expect(fault?.message).toMatch(/^Value must be one of \('ar', .*'en-US', .*'zh-TW'\)\.$/);
  });

  it('names every fault of a body', () => {
    const body = { content: 'x'.repeat(2001), embeds: [{ color: 1 }], components: [text] };
    expect(validateBody('create-message', body).map(({ path }) => path.join('.'))).toEqual([
      'embeds.0.description',
      'content',
      'components.0',
    ]);
  });
});
