// Whatever the builders of discord.js can make, at its limits, must pass: a false refusal would send
// somebody looking for a fault in a bot that has none.
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  FileBuilder,
  FileUploadBuilder,
  InteractionContextType,
  LabelBuilder,
  Locale,
  MediaGalleryBuilder,
  MentionableSelectMenuBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SeparatorSpacingSize,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type BodyKind, validateBody } from '#local-discord/validate/index.ts';

type Row = [name: string, kind: BodyKind, body: unknown];

const V2 = MessageFlags.IsComponentsV2;
const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const LOCALES = Object.values(Locale);
const translated = (value: string) => Object.fromEntries(LOCALES.map((locale) => [locale, value]));

const option = (i: number) => ({ label: text(100), value: `${i}`.padEnd(100, 'v'), description: text(100) });
const button = (id: string) =>
  new ButtonBuilder().setCustomId(id).setStyle(ButtonStyle.Primary).setLabel(text(80));
const select = (id: string) =>
  new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder(text(150))
    .addOptions(many(25, option))
    .setMinValues(0)
    .setMaxValues(25);
const inRow = (component: ButtonBuilder | StringSelectMenuBuilder) =>
  new ActionRowBuilder<typeof component>().addComponents(component);
const display = (content: string) => new TextDisplayBuilder().setContent(content);

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  button(text(100)),
  new ButtonBuilder().setCustomId('emoji').setStyle(ButtonStyle.Secondary).setEmoji('🔥'),
  new ButtonBuilder().setCustomId('own').setStyle(ButtonStyle.Success).setEmoji({ id: '123456789012345678' }),
  new ButtonBuilder()
    .setCustomId('danger')
    .setStyle(ButtonStyle.Danger)
    .setLabel('D')
    .setEmoji('<:ok:123456789012345678>')
    .setDisabled(true),
  new ButtonBuilder()
    .setStyle(ButtonStyle.Link)
    .setLabel('Docs')
    .setURL(`https://a.example/${text(494)}`),
);

const embed = new EmbedBuilder()
  .setTitle(text(256))
  .setDescription(text(2000))
  .setURL('https://a.example')
  .setColor(0xff_ff_ff)
  .setTimestamp(0)
  .setAuthor({ name: text(256), url: 'https://a.example', iconURL: 'https://a.example/a.png' })
  .setFooter({ text: text(2048), iconURL: 'attachment://a.png' })
  .setImage('attachment://chart.png')
  .setThumbnail('https://a.example/a.png')
  .addFields({ name: text(256), value: text(1024), inline: true });

const section = new SectionBuilder()
  .addTextDisplayComponents(display('1'), display('2'), display('3'))
  .setThumbnailAccessory(
    new ThumbnailBuilder().setURL('https://a.example/a.png').setDescription(text(1024)).setSpoiler(true),
  );
const gallery = new MediaGalleryBuilder().addItems(
  many(10, (i) => ({ media: { url: `attachment://${i}.png` }, description: text(1024), spoiler: true })),
);
const container = new ContainerBuilder()
  .setId(7)
  .setAccentColor(0)
  .setSpoiler(true)
  .addTextDisplayComponents(display(text(3991)))
  .addSectionComponents(
    section,
    new SectionBuilder().addTextDisplayComponents(display('4')).setButtonAccessory(button('in-section')),
  )
  .addMediaGalleryComponents(gallery)
  .addFileComponents(new FileBuilder().setURL('attachment://notes.pdf').setSpoiler(true))
  .addSeparatorComponents(new SeparatorBuilder().setSpacing(SeparatorSpacingSize.Large).setDivider(false))
  .addActionRowComponents(buttons, inRow(select('in-container')));

const selects = [
  new UserSelectMenuBuilder().setCustomId('u').setDefaultUsers('1').setMaxValues(25),
  new RoleSelectMenuBuilder().setCustomId('r').setDefaultRoles('1', '2').setMaxValues(2),
  new MentionableSelectMenuBuilder()
    .setCustomId('m')
    .addDefaultUsers('1')
    .addDefaultRoles('2')
    .setMaxValues(2),
  new ChannelSelectMenuBuilder()
    .setCustomId('c')
    .setChannelTypes(ChannelType.GuildText)
    .setDefaultChannels('1'),
].map((menu) => new ActionRowBuilder<typeof menu>().addComponents(menu));

const MESSAGES: Row[] = [
  ['bare content', 'create-message', { content: text(2000), tts: false, enforce_nonce: false }],
  ['2,000 emoji, two UTF-16 units each', 'create-message', { content: '🔥'.repeat(2000) }],
  ['a nonce of text', 'create-message', { content: 'x', nonce: '9'.repeat(25), enforce_nonce: true }],
  ['a nonce of a number', 'create-message', { content: 'x', nonce: 2 ** 53 }],
  ['one full embed', 'create-message', { embeds: [embed] }],
  ['ten embeds', 'create-message', { embeds: many(10, () => new EmbedBuilder().setTitle(text(256))) }],
  [
    'an embed of 6,000 characters when trimmed',
    'create-message',
    { embeds: [{ title: `  ${text(200)} `, description: text(4096), footer: { text: text(1704) } }] },
  ],
  [
    'an embed of one image',
    'create-message',
    { embeds: [{ image: { url: 'attachment://chart of the week.png' } }] },
  ],
  [
    'an embed of another message',
    'create-message',
    { embeds: [{ type: 'rich', title: 'x', timestamp: '2026-08-06T10:00:00.000000+00:00', fields: [] }] },
  ],
  ['five rows', 'create-message', { content: 'x', components: [buttons, ...selects] }],
  ['a full string select', 'create-message', { content: 'x', components: [inRow(select('s'))] }],
  [
    'a premium button',
    'create-message',
    {
      content: 'x',
      components: [inRow(new ButtonBuilder().setStyle(ButtonStyle.Premium).setSKUId('123456789012345678'))],
    },
  ],
  [
    'a link into the client',
    'create-message',
    {
      content: 'x',
      components: [
        inRow(
          new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel('x').setURL('discord://-/channels/1/2'),
        ),
      ],
    },
  ],
  ['version 2 with everything', 'create-message', { flags: V2, components: [container] }],
  ['version 2, top level', 'create-message', { flags: V2 | 64, components: [section, gallery, buttons] }],
  [
    'version 2 with the old fields empty',
    'create-message',
    { flags: V2, content: '', embeds: [], poll: null, components: [section] },
  ],
  ['forty components', 'create-message', { flags: V2, components: many(40, () => display(text(100))) }],
  [
    'eight rows in version 2',
    'create-message',
    { flags: V2, components: many(8, (i) => inRow(button(`${i}`))) },
  ],
  [
    'a silent message',
    'create-message',
    { content: 'x', flags: MessageFlags.SuppressNotifications | MessageFlags.SuppressEmbeds },
  ],
  ['only stickers', 'create-message', { content: '', sticker_ids: ['1', '2', '3'] }],
  [
    'only files',
    'create-message',
    { attachments: many(10, (i) => ({ id: `${i}`, description: text(1024) })) },
  ],
  ['a file numbered by a number', 'create-message', { attachments: [{ id: 0, filename: 'a.png' }] }],
  [
    'a reply',
    'create-message',
    {
      content: 'x',
      message_reference: { message_id: '1', fail_if_not_exists: true },
      allowed_mentions: { parse: [], replied_user: false },
    },
  ],
  [
    'a forward',
    'create-message',
    { message_reference: { type: 1, message_id: '1', channel_id: '2', guild_id: '3' } },
  ],
  [
    'mentions of a few',
    'create-message',
    { content: 'x', allowed_mentions: { parse: ['everyone'], users: many(100, String), roles: [] } },
  ],
  [
    'mentions of all, with empty lists',
    'create-message',
    { content: 'x', allowed_mentions: { parse: ['users', 'roles'], users: [], roles: [] } },
  ],
  [
    'a poll',
    'create-message',
    {
      poll: {
        question: { text: text(300) },
        answers: many(10, () => ({ poll_media: { text: text(55), emoji: { name: '🔥' } } })),
        duration: 768,
        allow_multiselect: true,
        layout_type: 1,
      },
    },
  ],
  ['a followup', 'execute-webhook', { content: text(2000), flags: 64, username: text(80), tts: false }],
  ['a followup of version 2', 'execute-webhook', { flags: V2 | 64, components: [container] }],
  ['an edit of nothing', 'edit-message', {}],
  ['an edit that clears content', 'edit-message', { content: '' }],
  [
    'an edit that clears everything but a file',
    'edit-message',
    { content: null, embeds: [], components: [], attachments: [{ id: '123456789012345678' }] },
  ],
  ['an edit of the components of version 2, flag untouched', 'edit-message', { components: [container] }],
  ['an edit to version 2', 'edit-message', { flags: V2, content: null, embeds: [], components: [container] }],
  [
    'an edit of a deferred reply',
    'edit-webhook-message',
    { content: 'x', embeds: [embed], components: [buttons] },
  ],
  [
    'an edit of a deferred reply to version 2',
    'edit-webhook-message',
    { flags: V2, components: [container] },
  ],
  [
    'an edit of a deferred reply to a poll',
    'edit-webhook-message',
    { poll: { question: { text: 'Which?' }, answers: [{ poll_media: { text: 'A' } }] } },
  ],
];

const labelled = (label: LabelBuilder) => label.setLabel(text(45)).setDescription(text(100));
const modal = (...labels: LabelBuilder[]) =>
  new ModalBuilder().setCustomId(text(100)).setTitle(text(45)).addLabelComponents(labels);
const form = (...labels: LabelBuilder[]) => ({ type: 9, data: modal(...labels) });
const paragraph = (id: string) =>
  new TextInputBuilder()
    .setCustomId(id)
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(text(100))
    .setValue(text(4000))
    .setMinLength(0)
    .setMaxLength(4000)
    .setRequired(false);
const choices = (count: number) => many(count, option);

const CALLBACKS: Row[] = [
  ['a pong', 'callback', { type: 1 }],
  [
    'a reply',
    'callback',
    { type: 4, data: { content: text(2000), flags: 64, allowed_mentions: { parse: [] } } },
  ],
  [
    'a reply with everything',
    'callback',
    { type: 4, data: { embeds: [embed], components: [buttons, ...selects], attachments: [{ id: '0' }] } },
  ],
  ['a reply of version 2', 'callback', { type: 4, data: { flags: V2 | 64, components: [container] } }],
  ['a deferral', 'callback', { type: 5 }],
  ['an ephemeral deferral', 'callback', { type: 5, data: { flags: 64 } }],
  ['a deferred update', 'callback', { type: 6 }],
  ['an update', 'callback', { type: 7, data: { content: '', embeds: [], components: [] } }],
  ['an update of version 2', 'callback', { type: 7, data: { components: [container] } }],
  ['no suggestion', 'callback', { type: 8, data: { choices: [] } }],
  [
    'suggestions of text',
    'callback',
    {
      type: 8,
      data: {
        choices: many(25, () => ({ name: text(100), value: text(100), name_localizations: { de: 'x' } })),
      },
    },
  ],
  ['suggestions of numbers', 'callback', { type: 8, data: { choices: [{ name: 'x', value: 1.5 }] } }],
  ['a launch', 'callback', { type: 12 }],
  [
    'a modal of five text inputs',
    'callback',
    form(...many(5, (i) => labelled(new LabelBuilder()).setTextInputComponent(paragraph(`${i}`)))),
  ],
  [
    'a modal of choices',
    'callback',
    form(
      labelled(new LabelBuilder()).setStringSelectMenuComponent(select('s').setRequired(false)),
      labelled(new LabelBuilder()).setRadioGroupComponent(
        new RadioGroupBuilder().setCustomId('r').addOptions(choices(10)).setRequired(true),
      ),
      labelled(new LabelBuilder()).setCheckboxGroupComponent(
        new CheckboxGroupBuilder()
          .setCustomId('g')
          .addOptions(choices(10).map((one) => ({ ...one, default: true }))),
      ),
      labelled(new LabelBuilder()).setCheckboxComponent(
        new CheckboxBuilder().setCustomId('c').setDefault(true),
      ),
      labelled(new LabelBuilder()).setFileUploadComponent(
        new FileUploadBuilder().setCustomId('f').setMinValues(0).setMaxValues(10).setRequired(false),
      ),
    ),
  ],
  [
    'a modal of people and places',
    'callback',
    form(
      labelled(new LabelBuilder()).setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('u')),
      labelled(new LabelBuilder()).setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('r')),
      labelled(new LabelBuilder()).setMentionableSelectMenuComponent(
        new MentionableSelectMenuBuilder().setCustomId('m'),
      ),
      labelled(new LabelBuilder()).setChannelSelectMenuComponent(
        new ChannelSelectMenuBuilder().setCustomId('c').setMinValues(1),
      ),
    ),
  ],
  [
    'a modal with a text and the deprecated row',
    'callback',
    {
      type: 9,
      data: {
        custom_id: 'm',
        title: 'T',
        components: [
          display(text(4000)),
          new ActionRowBuilder<TextInputBuilder>().addComponents(paragraph('p').setLabel(text(45))),
        ],
      },
    },
  ],
];

const localised = new SlashCommandBuilder()
  .setName(text(32))
  .setNameLocalizations(translated('frage'))
  .setDescription(text(100))
  .setDescriptionLocalizations({ ...translated(text(100)), de: null })
  .setContexts(
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  )
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild | PermissionFlagsBits.CreateEvents)
  .setNSFW(true)
  .addStringOption((o) =>
    o
      .setName('text')
      .setNameLocalizations(translated('text'))
      .setDescription('d')
      .setRequired(true)
      .addChoices(
        many(25, (i) => ({
          name: text(100),
          value: `${i}`.padEnd(100, 'v'),
          name_localizations: { ja: '質問' },
        })),
      ),
  )
  .addStringOption((o) =>
    o.setName('typed').setDescription('d').setAutocomplete(true).setMinLength(0).setMaxLength(6000),
  )
  .addIntegerOption((o) =>
    o.setName('int').setDescription('d').setMinValue(-5).setMaxValue(5).addChoices({ name: 'c', value: 3 }),
  )
  .addNumberOption((o) => o.setName('number').setDescription('d').setMinValue(0.5).setMaxValue(0.5))
  .addBooleanOption((o) => o.setName('bool').setDescription('d'))
  .addUserOption((o) => o.setName('user').setDescription('d'))
  .addChannelOption((o) =>
    o.setName('channel').setDescription('d').addChannelTypes(ChannelType.GuildText, ChannelType.GuildForum),
  )
  .addRoleOption((o) => o.setName('role').setDescription('d'))
  .addMentionableOption((o) => o.setName('mentionable').setDescription('d'))
  .addAttachmentOption((o) => o.setName('file').setDescription('d'));

const nested = new SlashCommandBuilder()
  .setName('质问-_3')
  .setDescription('d')
  .setDefaultMemberPermissions(0)
  .addSubcommand((s) =>
    s
      .setName('start')
      .setDescription('d')
      .addStringOption((o) => o.setName('start').setDescription('d')),
  )
  .addSubcommandGroup((g) =>
    g
      .setName('group')
      .setDescription('d')
      .addSubcommand((s) => s.setName('start').setDescription('d')),
  );

const menu = (name: string, type: ApplicationCommandType.User | ApplicationCommandType.Message) =>
  new ContextMenuCommandBuilder().setName(name).setType(type);
const slash = (name: string) => ({ type: ApplicationCommandType.ChatInput, name, description: 'd' });

const COMMANDS: Row[] = [
  ['a command with every option', 'create-command', localised],
  ['subcommands and groups', 'create-command', nested],
  [
    'a user command',
    'create-command',
    menu('Show Profile', ApplicationCommandType.User).setNameLocalizations(translated('Mein Profil')),
  ],
  [
    'a message command',
    'create-command',
    { ...menu('Explain', ApplicationCommandType.Message).toJSON(), description: '' },
  ],
  ['an entry point', 'create-command', { type: 4, name: 'launch', description: '', handler: 2 }],
  ['names of other scripts', 'create-command', slash('प्रश्न')],
  ['names of Thai', 'create-command', slash('คำถาม')],
  [
    '25 options',
    'create-command',
    {
      ...slash('x'),
      options: many(25, (i) => ({
        type: ApplicationCommandOptionType.String,
        name: `o${i}`,
        description: text(100),
      })),
    },
  ],
  [
    'permissions left alone',
    'create-command',
    { ...slash('x'), default_member_permissions: null, dm_permission: false },
  ],
  [
    'a full set',
    'bulk-commands',
    [
      ...many(100, (i) => slash(`c${i}`)),
      ...many(15, (i) => menu(`U ${i}`, 2)),
      ...many(15, (i) => menu(`M ${i}`, 3)),
    ],
  ],
  ['commands with ids', 'bulk-commands', [{ ...slash('x'), id: '123456789012345678' }, localised, nested]],
  ['no commands', 'bulk-commands', []],
  ['an edit of a description', 'edit-command', { description: 'New' }],
  ['an edit of the name of any type', 'edit-command', { name: 'Show Profile' }],
  ['an edit that clears the options', 'edit-command', { options: [] }],
];

const THREADS: Row[] = [
  [
    'a thread on a message',
    'create-thread-from-message',
    { name: text(100), auto_archive_duration: 10_080, rate_limit_per_user: 21_600 },
  ],
  ['a private thread', 'create-thread', { name: 'x', type: 12, invitable: false }],
  [
    'a post in a forum',
    'create-thread',
    { name: 'x', applied_tags: many(5, String), message: { content: 'x', embeds: [embed] } },
  ],
];

describe('a payload that is accepted', () => {
  it.each([...MESSAGES, ...CALLBACKS, ...COMMANDS, ...THREADS])('%s (%s)', (_, kind, body) => {
    const sent: unknown = JSON.parse(JSON.stringify(body)); // what reaches the server
    expect(validateBody(kind, sent)).toEqual([]);
  });
});
