// The 65 payloads of which Discord's own schema catches 32 and misses 33. Each is built from a payload
// that is accepted, so that a refusal can only come from the one thing that was changed.
import { describe, expect, it } from 'vitest';
import { type BodyKind, validateBody } from '#local-discord/validate/index.ts';

type Json = Record<string, unknown>;
type Path = (string | number)[];
type Case = { rule: string; kind: BodyKind; good: unknown; bad: unknown; path: Path; code: string };

const V2 = 1 << 15;
const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

const row = (...components: Json[]) => ({ type: 1, components });
const button = (change: Json = {}) => ({ type: 2, style: 1, label: 'A', custom_id: 'a', ...change });
const link = (change: Json = {}) => ({
  type: 2,
  style: 5,
  label: 'Docs',
  url: 'https://a.example',
  ...change,
});
const option = (value: string | number) => ({ label: `Option ${value}`, value: String(value) });
const select = (change: Json = {}) => ({ type: 3, custom_id: 's', options: many(3, option), ...change });
const display = (content = 'Text') => ({ type: 10, content });
const thumbnail = { type: 11, media: { url: 'https://a.example/a.png' } };

const legacy = (...components: Json[]) => ({ content: 'Which?', components });
const v2 = (...components: Json[]) => ({ flags: V2, components });
const embeds = (...list: Json[]) => ({ embeds: list });
const poll = (change: Json) => ({
  poll: { question: { text: 'Which?' }, answers: [{ poll_media: { text: 'A' } }], ...change },
});
const reply = (data: Json) => ({ type: 4, data });
const suggest = (choices: Json[]) => ({ type: 8, data: { choices } });

const input = (change: Json = {}) => ({ type: 4, custom_id: 'i', style: 1, ...change });
const label = (component: Json, change: Json = {}) => ({ type: 18, label: 'Why?', component, ...change });
const radio = (count: number) => ({ type: 21, custom_id: 'r', options: many(count, option) });
const modal = (change: Json) => ({
  type: 9,
  data: { custom_id: 'm', title: 'Title', components: [label(input())], ...change },
});
const form = (...components: Json[]) => modal({ components });

const command = (change: Json = {}) => ({ name: 'quiz', description: 'Ask', ...change });
const param = (change: Json = {}) => ({ type: 3, name: 'topic', description: 'Which one', ...change });
const params = (...options: Json[]) => command({ options });
const sub = (change: Json = {}) => ({ type: 1, name: 'start', description: 'Begin', ...change });

const BUTTON: Path = ['components', 0, 'components', 0];
const PART: Path = ['data', 'components', 0];

const CAUGHT_BY_SCHEMA: Case[] = [
  {
    rule: 'a button label has at most 80 characters',
    kind: 'create-message',
    good: legacy(row(button({ label: text(80) }))),
    bad: legacy(row(button({ label: text(81) }))),
    path: [...BUTTON, 'label'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a select has at most 25 options',
    kind: 'create-message',
    good: legacy(row(select({ options: many(25, option) }))),
    bad: legacy(row(select({ options: many(26, option) }))),
    path: [...BUTTON, 'options'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a row has at most 5 buttons',
    kind: 'create-message',
    good: legacy(row(...many(5, (i) => button({ custom_id: `b${i}` })))),
    bad: legacy(row(...many(6, (i) => button({ custom_id: `b${i}` })))),
    path: ['components', 0, 'components'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a select needs a custom_id',
    kind: 'create-message',
    good: legacy(row(select())),
    bad: legacy(row(select({ custom_id: undefined }))),
    path: [...BUTTON, 'custom_id'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'a custom_id has at most 100 characters',
    kind: 'create-message',
    good: legacy(row(button({ custom_id: text(100) }))),
    bad: legacy(row(button({ custom_id: text(101) }))),
    path: [...BUTTON, 'custom_id'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a text display has at most 4,000 characters',
    kind: 'create-message',
    good: v2(display(text(4000))),
    bad: v2(display(text(4001))),
    path: ['components', 0, 'content'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a section needs an accessory',
    kind: 'create-message',
    good: v2({ type: 9, components: [display()], accessory: thumbnail }),
    bad: v2({ type: 9, components: [display()] }),
    path: ['components', 0, 'accessory'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'a container holds no container',
    kind: 'create-message',
    good: v2({ type: 17, components: [display()] }),
    bad: v2({ type: 17, components: [{ type: 17, components: [display()] }] }),
    path: ['components', 0, 'components', 0],
    code: 'UNION_TYPE_CHOICES',
  },
  {
    rule: 'the content of a reply has at most 2,000 characters',
    kind: 'callback',
    good: reply({ content: text(2000) }),
    bad: reply({ content: text(2001) }),
    path: ['data', 'content'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a message has at most 10 embeds',
    kind: 'create-message',
    good: embeds(...many(10, () => ({ title: 'T' }))),
    bad: embeds(...many(11, () => ({ title: 'T' }))),
    path: ['embeds'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'an embed description has at most 4,096 characters',
    kind: 'create-message',
    good: embeds({ description: text(4096) }),
    bad: embeds({ description: text(4097) }),
    path: ['embeds', 0, 'description'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'an embed has at most 25 fields',
    kind: 'create-message',
    good: embeds({ fields: many(25, () => ({ name: 'n', value: 'v' })) }),
    bad: embeds({ fields: many(26, () => ({ name: 'n', value: 'v' })) }),
    path: ['embeds', 0, 'fields'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'an embed field value has at most 1,024 characters',
    kind: 'create-message',
    good: embeds({ fields: [{ name: 'n', value: text(1024) }] }),
    bad: embeds({ fields: [{ name: 'n', value: text(1025) }] }),
    path: ['embeds', 0, 'fields', 0, 'value'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a nonce has at most 25 characters',
    kind: 'create-message',
    good: { content: 'x', nonce: text(25) },
    bad: { content: 'x', nonce: text(26) },
    path: ['nonce'],
    code: 'NONCE_TYPE_TOO_LONG',
  },
  {
    rule: 'a poll has at most 10 answers',
    kind: 'create-message',
    good: poll({ answers: many(10, () => ({ poll_media: { text: 'A' } })) }),
    bad: poll({ answers: many(11, () => ({ poll_media: { text: 'A' } })) }),
    path: ['poll', 'answers'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a poll runs for at most 768 hours',
    kind: 'create-message',
    good: poll({ duration: 768 }),
    bad: poll({ duration: 769 }),
    path: ['poll', 'duration'],
    code: 'NUMBER_TYPE_MAX',
  },
  {
    rule: 'a modal title has at most 45 characters',
    kind: 'callback',
    good: modal({ title: text(45) }),
    bad: modal({ title: text(46) }),
    path: ['data', 'title'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a modal label has at most 45 characters',
    kind: 'callback',
    good: form(label(input(), { label: text(45) })),
    bad: form(label(input(), { label: text(46) })),
    path: [...PART, 'label'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a modal holds no button',
    kind: 'callback',
    good: form(label(select())),
    bad: form(label(button())),
    path: [...PART, 'component'],
    code: 'UNION_TYPE_CHOICES',
  },
  {
    rule: 'a radio group has at least 2 options',
    kind: 'callback',
    good: form(label(radio(2))),
    bad: form(label(radio(1))),
    path: [...PART, 'component', 'options'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a radio group stands in a label',
    kind: 'callback',
    good: form(label(radio(2))),
    bad: form(radio(2)),
    path: PART,
    code: 'UNION_TYPE_CHOICES',
  },
  {
    rule: 'an autocomplete answer has at most 25 choices',
    kind: 'callback',
    good: suggest(many(25, (i) => ({ name: `n${i}`, value: `v${i}` }))),
    bad: suggest(many(26, (i) => ({ name: `n${i}`, value: `v${i}` }))),
    path: ['data', 'choices'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a choice name has at most 100 characters',
    kind: 'callback',
    good: suggest([{ name: text(100), value: 'v' }]),
    bad: suggest([{ name: text(101), value: 'v' }]),
    path: ['data', 'choices', 0, 'name'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a command name has at most 32 characters',
    kind: 'create-command',
    good: command({ name: text(32) }),
    bad: command({ name: text(33) }),
    path: ['name'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a command description has at most 100 characters',
    kind: 'create-command',
    good: command({ description: text(100) }),
    bad: command({ description: text(101) }),
    path: ['description'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a command has at most 25 options',
    kind: 'create-command',
    good: params(...many(25, (i) => param({ name: `o${i}` }))),
    bad: params(...many(26, (i) => param({ name: `o${i}` }))),
    path: ['options'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'an option has at most 25 choices',
    kind: 'create-command',
    good: params(param({ choices: many(25, (i) => ({ name: `c${i}`, value: `c${i}` })) })),
    bad: params(param({ choices: many(26, (i) => ({ name: `c${i}`, value: `c${i}` })) })),
    path: ['options', 0, 'choices'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'an option needs a description',
    kind: 'create-command',
    good: params(param()),
    bad: params(param({ description: undefined })),
    path: ['options', 0, 'description'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'a subcommand holds no subcommand',
    kind: 'create-command',
    good: params(sub({ options: [param()] })),
    bad: params(sub({ options: [sub()] })),
    path: ['options', 0, 'options', 0],
    code: 'UNION_TYPE_CHOICES',
  },
  {
    rule: 'a thread name has at most 100 characters',
    kind: 'create-thread-from-message',
    good: { name: text(100) },
    bad: { name: text(101) },
    path: ['name'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a thread archives itself after one of four durations',
    kind: 'create-thread',
    good: { name: 'Review', type: 11, auto_archive_duration: 60 },
    bad: { name: 'Review', type: 11, auto_archive_duration: 61 },
    path: ['auto_archive_duration'],
    code: 'BASE_TYPE_CHOICES',
  },
  {
    rule: 'a new message without Nitro has at most 2,000 characters',
    kind: 'create-message',
    good: { content: text(2000) },
    bad: { content: text(2001) },
    path: ['content'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
];

const withLocales = (locale: string) => command({ name_localizations: { [locale]: 'frage' } });
const sized = (last: number) =>
  params(
    ...many(3, (i) =>
      param({
        name: `o${i}`,
        description: 'd',
        choices: many(25, () => ({ name: text(50), value: text(50) })),
      }),
    ),
    // 'quiz' + 'Ask' and three options of 3 characters and 2,500 in choices make 7,516 so far.
    param({
      name: 'oo',
      description: 'd',
      choices: [
        ...many(4, () => ({ name: text(50), value: text(50) })),
        { name: text(50), value: text(last) },
      ],
    }),
  );

const MISSED_BY_SCHEMA: Case[] = [
  ...[1, 2, 3, 4].map((style) => ({
    rule: `a button of style ${style} needs a custom_id`,
    kind: 'create-message' as const,
    good: legacy(row(button({ style }))),
    bad: legacy(row(button({ style, custom_id: undefined }))),
    path: [...BUTTON, 'custom_id'],
    code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  })),
  {
    rule: 'a link button has no custom_id',
    kind: 'create-message',
    good: legacy(row(link())),
    bad: legacy(row(link({ custom_id: 'a' }))),
    path: [...BUTTON, 'custom_id'],
    code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  },
  {
    rule: 'a button shows a label or an emoji',
    kind: 'create-message',
    good: legacy(row(button({ label: undefined, emoji: { name: '🔥' } }))),
    bad: legacy(row(button({ label: undefined }))),
    path: [...BUTTON, 'label'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'a custom_id occurs once in a message',
    kind: 'create-message',
    good: legacy(row(button()), row(button({ custom_id: 'b' }))),
    bad: legacy(row(button()), row(button())),
    path: ['components', 1, 'components', 0, 'custom_id'],
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
  },
  {
    rule: 'a select stands alone in its row, without a button',
    kind: 'create-message',
    good: legacy(row(button()), row(select())),
    bad: legacy(row(button(), select())),
    path: ['components', 0, 'components', 1],
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  },
  {
    rule: 'a row has room for one select',
    kind: 'create-message',
    good: legacy(row(select()), row({ type: 5, custom_id: 'u' })),
    bad: legacy(row(select(), { type: 5, custom_id: 'u' })),
    path: ['components', 0, 'components', 1],
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  },
  {
    rule: 'the values of the options of a select differ',
    kind: 'create-message',
    good: legacy(row(select({ options: [option('a'), option('b')] }))),
    bad: legacy(row(select({ options: [option('a'), option('a')] }))),
    path: [...BUTTON, 'options', 1],
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  },
  {
    rule: 'a select asks for no more than it allows',
    kind: 'create-message',
    good: legacy(row(select({ min_values: 2, max_values: 2 }))),
    bad: legacy(row(select({ min_values: 3, max_values: 2 }))),
    path: [...BUTTON, 'min_values'],
    code: 'NUMBER_TYPE_MAX',
  },
  {
    rule: 'a legacy message has at most 5 rows',
    kind: 'create-message',
    good: legacy(...many(5, (i) => row(button({ custom_id: `b${i}` })))),
    bad: legacy(...many(6, (i) => row(button({ custom_id: `b${i}` })))),
    path: ['components'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a component of version 2 needs the flag',
    kind: 'create-message',
    good: v2(display()),
    bad: { content: 'x', components: [display()] },
    path: ['components', 0],
    code: 'UNION_TYPE_CHOICES',
  },
  {
    rule: 'the flag of version 2 excludes content',
    kind: 'create-message',
    good: v2(display()),
    bad: { ...v2(display()), content: 'x' },
    path: ['content'],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  },
  {
    rule: 'a message has at most 40 components, nested ones included',
    kind: 'create-message',
    good: v2({ type: 17, components: many(39, () => display('x')) }),
    bad: v2({ type: 17, components: many(40, () => display('x')) }),
    path: ['components'],
    code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  },
  {
    rule: 'the text displays of a message have at most 4,000 characters together',
    kind: 'create-message',
    good: v2(display(text(2000)), { type: 17, components: [display(text(2000))] }),
    bad: v2(display(text(2000)), { type: 17, components: [display(text(2001))] }),
    path: ['components'],
    code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  },
  {
    rule: 'a message is not empty',
    kind: 'create-message',
    good: { content: 'x', embeds: [], components: [] },
    bad: { content: ' ', embeds: [], components: [] },
    path: [],
    code: '50006',
  },
  {
    rule: 'the embeds of a message have at most 6,000 characters together',
    kind: 'create-message',
    good: embeds({ description: text(3000) }, { description: text(2990), footer: { text: text(10) } }),
    bad: embeds({ description: text(3000) }, { description: text(2990), footer: { text: text(11) } }),
    path: ['embeds'],
    code: 'MAX_EMBED_SIZE_EXCEEDED',
  },
  {
    rule: 'an embed field has a value',
    kind: 'create-message',
    good: embeds({ fields: [{ name: 'n', value: '\u200b' }] }),
    bad: embeds({ fields: [{ name: 'n', value: '' }] }),
    path: ['embeds', 0, 'fields', 0, 'value'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'allowed_mentions names either all users or some',
    kind: 'create-message',
    good: { content: 'x', allowed_mentions: { parse: ['roles'], users: ['1'] } },
    bad: { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    path: ['allowed_mentions'],
    code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  },
  {
    rule: 'a poll answer has at most 55 characters',
    kind: 'create-message',
    good: poll({ answers: [{ poll_media: { text: text(55) } }] }),
    bad: poll({ answers: [{ poll_media: { text: text(56) } }] }),
    path: ['poll', 'answers', 0, 'poll_media', 'text'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'a modal has at most 5 parts',
    kind: 'callback',
    good: form(...many(5, (i) => label(input({ custom_id: `i${i}` })))),
    bad: form(...many(6, (i) => label(input({ custom_id: `i${i}` })))),
    path: ['data', 'components'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    rule: 'nothing is disabled in a modal',
    kind: 'callback',
    good: form(label(select({ disabled: false }))),
    bad: form(label(select({ disabled: true }))),
    path: [...PART, 'component', 'disabled'],
    code: 'MODAL_COMPONENT_DISABLED',
  },
  {
    rule: 'a text input asks for no more than it allows',
    kind: 'callback',
    good: form(label(input({ min_length: 5, max_length: 5 }))),
    bad: form(label(input({ min_length: 6, max_length: 5 }))),
    path: [...PART, 'component', 'min_length'],
    code: 'NUMBER_TYPE_MAX',
  },
  {
    rule: 'an autocomplete value has at most 100 characters',
    kind: 'callback',
    good: suggest([{ name: 'n', value: text(100) }]),
    bad: suggest([{ name: 'n', value: text(101) }]),
    path: ['data', 'choices', 0, 'value'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    rule: 'a slash command name is lower case',
    kind: 'create-command',
    good: command({ name: 'frage' }),
    bad: command({ name: 'Frage' }),
    path: ['name'],
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    rule: 'a slash command name has no space',
    kind: 'create-command',
    good: command({ name: 'daily-quiz' }),
    bad: command({ name: 'daily quiz' }),
    path: ['name'],
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    rule: 'a slash command needs a description',
    kind: 'create-command',
    good: command(),
    bad: command({ description: undefined }),
    path: ['description'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    rule: 'required options come first',
    kind: 'create-command',
    good: params(param({ name: 'a', required: true }), param({ name: 'b' })),
    bad: params(param({ name: 'a' }), param({ name: 'b', required: true })),
    path: ['options', 1],
    code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  },
  {
    rule: 'an option has choices or autocomplete',
    kind: 'create-command',
    good: params(param({ autocomplete: true, choices: [] })),
    bad: params(param({ autocomplete: true, choices: [{ name: 'c', value: 'c' }] })),
    path: ['options', 0, 'autocomplete'],
    code: 'LOCAL_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
  },
  {
    rule: 'the names of options differ',
    kind: 'create-command',
    good: params(param({ name: 'a' }), param({ name: 'b' })),
    bad: params(param({ name: 'a' }), param({ name: 'a' })),
    path: ['options', 1, 'name'],
    code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  },
  {
    rule: 'subcommands stand among subcommands only',
    kind: 'create-command',
    good: params(sub(), { type: 2, name: 'group', description: 'd', options: [sub()] }),
    bad: params(sub(), param()),
    path: ['options', 1],
    code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  },
  {
    rule: 'the names of commands of a type differ',
    kind: 'bulk-commands',
    good: [command(), { type: 2, name: 'quiz' }],
    bad: [command(), command()],
    path: [1],
    code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
  },
  {
    rule: 'there are at most 100 slash commands',
    kind: 'bulk-commands',
    good: many(100, (i) => command({ name: `c${i}` })),
    bad: many(101, (i) => command({ name: `c${i}` })),
    path: [],
    code: '30032',
  },
  {
    rule: 'a command has at most 8,000 characters',
    kind: 'create-command',
    good: sized(31),
    bad: sized(32),
    path: [],
    code: 'APPLICATION_COMMAND_TOO_LARGE',
  },
  {
    rule: 'a translation is for a locale that Discord knows',
    kind: 'create-command',
    good: withLocales('de'),
    bad: withLocales('de-DE'),
    path: ['name_localizations', 'de-DE'],
    code: 'BASE_TYPE_CHOICES',
  },
];

describe.each([
  ['caught by the schema', CAUGHT_BY_SCHEMA, 32],
  ['missed by the schema', MISSED_BY_SCHEMA, 36], // 33, of which one is tried in four styles of button
] as const)('a payload that is refused, %s', (_, cases, count) => {
  it('covers the whole list', () => expect(new Set(cases.map(({ rule }) => rule)).size).toBe(count));

  it.each(cases)('$rule', ({ kind, good, bad, path, code }) => {
    expect(validateBody(kind, good)).toEqual([]);
    expect(validateBody(kind, bad)).toEqual([{ path, code, message: expect.stringMatching(/\S/) }]);
  });
});
