// Commands, components, modals and autocomplete, as an unmodified discord.js client meets them.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RadioGroupBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Handle, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;
let client: Client<true>;
let errors: unknown[];
let handle: Handle = () => undefined;

beforeAll(async () => {
  scene = await startScene();
  ({ client, errors } = await connect(scene.local, (interaction) => handle(interaction)));
  await client.application.commands.set([
    {
      name: 'quiz',
      description: 'Ask',
      options: [
        { name: 'topic', description: 'Topic', type: 3, autocomplete: true, required: true },
        { name: 'count', description: 'How many', type: 4, minValue: 1, maxValue: 10 },
        { name: 'who', description: 'For whom', type: 6 },
      ],
    },
    { name: 'plain', description: 'No options' },
    { name: 'admin', description: 'Guarded', defaultMemberPermissions: '32' },
    {
      name: 'exam',
      description: 'Exam',
      options: [{ name: 'start', description: 'Start', type: 1 }],
    },
  ]);
});

beforeEach(() => {
  errors.length = 0;
});

afterAll(async () => {
  await client?.destroy();
  await scene?.local.stop();
});

const command = (interaction: Interaction) => {
  if (!interaction.isChatInputCommand()) throw new Error('not a command');
  return interaction;
};

test('a slash command reaches the bot with typed options and its reply is public', async () => {
  handle = async (interaction) => {
    const { options } = command(interaction);
    const text = `${options.getString('topic')} ${options.getInteger('count')} ${options.getUser('who')?.username}`;
    const answer = await command(interaction).reply({ content: text, withResponse: true });
    expect(answer.resource?.message?.content).toBe(text);
  };
  const { local, channelId, ada, grace } = scene;
  const result = await local.as(ada).command(channelId, '/quiz topic:lambda and more count:5 who:@Grace');
  expect(result).toMatchObject({ state: 'replied', message: { content: 'lambda and more 5 grace' } });
  expect(local.as(grace).visible(channelId).at(-1)?.id).toBe(result.message?.id);
  expect(errors).toEqual([]);
});

test('defer, edit and follow-up: the first follow-up after a defer fills in the loading message', async () => {
  handle = async (interaction) => {
    await command(interaction).deferReply({ flags: MessageFlags.Ephemeral });
    await command(interaction).editReply('done');
    await command(interaction).followUp({ content: 'more', flags: MessageFlags.Ephemeral });
  };
  const { local, channelId, ada, grace } = scene;
  const result = await local.as(ada).command(channelId, '/plain');
  expect(result.state).toBe('deferred');
  expect(result.message?.flags).toBe(64 | 128);
  const settled = await result.settled();
  expect(settled).toMatchObject({ content: 'done', flags: 64 });
  await expect.poll(() => result.followUps().map((each) => each.content)).toEqual(['more']);
  expect(
    local
      .as(grace)
      .visible(channelId)
      .map((each) => each.id),
  ).not.toContain(settled.id);
  expect(local.messages(channelId).map((each) => each.id)).not.toContain(settled.id);
});

test('an ephemeral message is not reachable through the channel, and only its reader can use it', async () => {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(ButtonStyle.Primary).setDisabled(true),
  );
  handle = (interaction) =>
    interaction.isButton()
      ? interaction.update({ content: `pressed ${interaction.customId}`, components: [] })
      : command(interaction).reply({ content: 'mine', flags: MessageFlags.Ephemeral, components: [row] });
  const { local, channelId, ada, grace } = scene;
  const { message } = await local.as(ada).command(channelId, '/plain');
  const id = message?.id ?? '';
  const channel = await client.channels.fetch(channelId);
  if (!channel?.isTextBased()) throw new Error('no channel');
  await expect(channel.messages.fetch(id)).rejects.toMatchObject({ code: 10008 });
  expect(await local.as(grace).press(id, 'go')).toMatchObject({ state: 'refused' });
  expect(await local.as(ada).press(id, 'off')).toMatchObject({ state: 'refused' });
  const pressed = await local.as(ada).press(id, { label: 'go' });
  expect(pressed).toMatchObject({ state: 'updated', message: { id, content: 'pressed go' } });
  local.as(ada).dismiss(id);
  expect(
    local
      .as(ada)
      .visible(channelId)
      .map((each) => each.id),
  ).not.toContain(id);
});

test('selects: values are checked, users are resolved', async () => {
  const letters = new StringSelectMenuBuilder()
    .setCustomId('letters')
    .setMinValues(2)
    .setMaxValues(2)
    .addOptions(['A', 'B', 'C'].map((label) => ({ label, value: label })));
  const who = new UserSelectMenuBuilder().setCustomId('who');
  handle = async (interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.update(`chose ${interaction.values.join('+')}`);
    else if (interaction.isUserSelectMenu())
      await interaction.update(`with ${interaction.users.first()?.username}`);
    else
      await command(interaction).reply({
        components: [
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(letters),
          new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(who),
        ],
        content: 'choose',
      });
  };
  const { local, channelId, ada } = scene;
  const { message } = await local.as(ada).command(channelId, '/plain');
  const id = message?.id ?? '';
  expect(await local.as(ada).select(id, 'letters', ['A'])).toMatchObject({ state: 'refused' });
  expect(await local.as(ada).select(id, 'letters', ['A', 'Z'])).toMatchObject({ state: 'refused' });
  expect((await local.as(ada).select(id, 'letters', ['A', 'C'])).message?.content).toBe('chose A+C');
  expect((await local.as(ada).select(id, 'who', ['Grace'])).message?.content).toBe('with grace');
  expect(errors).toEqual([]);
});

test('a modal opens, checks required fields and arrives with text and radio values', async () => {
  const modal = new ModalBuilder()
    .setCustomId('report')
    .setTitle('Report')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('What is wrong?')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short).setMinLength(3),
        ),
      new LabelBuilder()
        .setLabel('Kind')
        .setRadioGroupComponent(
          new RadioGroupBuilder()
            .setCustomId('kind')
            .addOptions({ label: 'Wrong key', value: 'key' }, { label: 'Typo', value: 'typo' }),
        ),
    );
  handle = async (interaction) => {
    if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      await interaction.reply(`${fields.getRadioGroup('kind')}: ${fields.getTextInputValue('text')}`);
    } else await command(interaction).showModal(modal);
  };
  const { local, channelId, ada } = scene;
  const opened = await local.as(ada).command(channelId, '/plain');
  expect(opened).toMatchObject({ state: 'modal', modal: { title: 'Report' } });
  expect(await local.as(ada).submit(opened, { text: 'no', kind: 'key' })).toMatchObject({ state: 'refused' });
  expect(await local.as(ada).submit(opened, { text: 'long enough' })).toMatchObject({ state: 'refused' });
  const sent = await local.as(ada).submit(opened, { text: 'long enough', Kind: 'Typo' });
  expect(sent.message?.content).toBe('typo: long enough');
  expect(errors).toEqual([]);
});

test('autocomplete shows the bot the text being typed', async () => {
  handle = async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const focused = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${focused.name}=${focused.value}`, value: 'x' }]);
  };
  const { local, channelId, ada } = scene;
  const choices = await local.as(ada).autocomplete(channelId, '/quiz topic:lam');
  expect(choices).toEqual([{ name: 'topic=lam', value: 'x' }]);
});

test('what the Discord client would refuse never reaches the bot', async () => {
  let reached = 0;
  handle = () => {
    reached += 1;
  };
  const { local, channelId, ada } = scene;
  const refused = async (text: string, reason: RegExp) => {
    const result = await local.as(ada).command(channelId, text);
    expect(result.state).toBe('refused');
    expect(result.reason).toMatch(reason);
  };
  await refused('/quiz', /required/);
  await refused('/quiz topic:a count:11', /at most 10/);
  await refused('/quiz topic:a count:many', /whole number/);
  await refused('/plain size:3', /no option "size"/);
  await refused('/quit', /quiz/);
  await refused('/exam', /start/);
  await refused('/admin', /permissions/);
  expect(reached).toBe(0);
});

test('a modal with every kind of field, opened from a button, can update its message', async () => {
  const field = (component: object, label: string) => ({ type: 18, label, component });
  const option = (value: string) => ({ label: value.toUpperCase(), value });
  handle = async (interaction) => {
    if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      const { fields } = interaction;
      const parts = [
        fields.getStringSelectValues('topics').join('+'),
        fields.getSelectedUsers('who')?.first()?.username,
        fields.getCheckboxGroup('kinds').join('+'),
        fields.getCheckbox('sure'),
        fields.getUploadedFiles('files')?.first()?.name,
      ];
      await interaction.update({ content: parts.join(' | '), components: [] });
    } else if (interaction.isButton()) {
      await interaction.showModal({
        custom_id: 'all',
        title: 'Everything',
        components: [
          field(
            { type: 3, custom_id: 'topics', max_values: 2, options: ['a', 'b', 'c'].map(option) },
            'Topics',
          ),
          field({ type: 5, custom_id: 'who' }, 'Who'),
          field({ type: 22, custom_id: 'kinds', options: ['x', 'y'].map(option) }, 'Kinds'),
          field({ type: 23, custom_id: 'sure' }, 'Sure?'),
          field({ type: 19, custom_id: 'files', required: false }, 'Files'),
        ],
      } as never);
    } else {
      const button = new ButtonBuilder().setCustomId('open').setLabel('Open').setStyle(ButtonStyle.Primary);
      await command(interaction).reply({
        content: 'form',
        components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
      });
    }
  };
  const { local, channelId, ada } = scene;
  const { message } = await local.as(ada).command(channelId, '/plain');
  const opened = await local.as(ada).press(message?.id ?? '', 'open');
  const sent = await local.as(ada).submit(opened, {
    topics: ['A', 'c'],
    who: ['Grace'],
    kinds: ['y'],
    sure: true,
    files: [{ name: 'q.yaml', data: 'questions' }],
  });
  expect(errors).toEqual([]);
  expect(sent).toMatchObject({
    state: 'updated',
    message: { id: message?.id, content: 'a+c | grace | y | true | q.yaml' },
  });
});

test('menu commands, groups of subcommands, attachments, roles and channels', async () => {
  const { local, channelId, guildId, ada, grace } = scene;
  const role = local.createRole(guildId, { name: 'Learners' });
  const guild = await client.guilds.fetch(guildId);
  await guild.commands.set([
    { name: 'Who is this', type: 2 },
    { name: 'Quote', type: 3 },
    {
      name: 'question',
      description: 'Questions',
      options: [
        {
          name: 'pack',
          description: 'Packs',
          type: 2,
          options: [
            {
              name: 'import',
              description: 'Import',
              type: 1,
              options: [
                { name: 'file', description: 'File', type: 11, required: true },
                { name: 'role', description: 'Role', type: 8 },
                { name: 'channel', description: 'Channel', type: 7, channelTypes: [0] },
                { name: 'ping', description: 'Ping', type: 9 },
                { name: 'public', description: 'Public', type: 5 },
              ],
            },
          ],
        },
      ],
    },
  ]);
  handle = async (interaction) => {
    if (interaction.isUserContextMenuCommand())
      await interaction.reply(`user ${interaction.targetUser.username}`);
    else if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`said ${interaction.targetMessage.content}`);
    else {
      const { options } = command(interaction);
      const file = options.getAttachment('file', true);
      const text = await (await fetch(file.url)).text();
      const path = `${options.getSubcommandGroup()}.${options.getSubcommand()}`;
      const mentioned = `${options.getRole('role')?.name} ${(options.getChannel('channel') as { name: string }).name}`;
      await command(interaction).reply(`${path} ${text} ${mentioned} ${options.getBoolean('public')}`);
    }
  };
  expect((await local.as(ada).context(channelId, 'Who is this', grace)).message?.content).toBe('user grace');
  const said = local.as(grace).send(channelId, 'my words');
  expect((await local.as(ada).context(channelId, 'Quote', said.id)).message?.content).toBe('said my words');
  const sent = await local.as(ada).command(channelId, {
    name: 'question',
    group: 'pack',
    subcommand: 'import',
    options: {
      file: { name: 'a.csv', data: '1,2' },
      role: '@Learners',
      channel: '#general',
      ping: role.id,
      public: false,
    },
  });
  expect(errors).toEqual([]);
  expect(sent.message?.content).toBe('pack.import 1,2 Learners general false');
  await guild.commands.set([]);
});

test('commands in direct messages carry a user, and those of a guild are not offered', async () => {
  handle = (interaction) =>
    command(interaction).reply(`${interaction.inGuild()} ${interaction.user.username}`);
  const { local, ada } = scene;
  const direct = local.directChannel(ada);
  expect((await local.as(ada).command(direct.id, '/plain')).message?.content).toBe('false ada');
});
