// Members have a language, servers too: the bot hears both, and commands read in the member's own.
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  Locale,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isLocale, LOCALES, translated } from '#local-discord/locales.ts';
import { connect, raw, type Scene, startScene } from '../support/local-discord.ts';

let scene: Scene;
let client: Client<true>;
let heard: ChatInputCommandInteraction[] = [];
let completed: AutocompleteInteraction[] = [];

const QUIZ = {
  name: 'quiz',
  name_localizations: { de: 'frage', 'es-ES': 'pregunta' },
  description: 'Ask a question',
  description_localizations: { de: 'Stellt eine Frage' },
  options: [
    {
      type: 3,
      name: 'topic',
      name_localizations: { de: 'thema' },
      description: 'About what',
      description_localizations: { de: 'Worüber' },
      autocomplete: true,
    },
    {
      type: 4,
      name: 'count',
      name_localizations: { de: 'anzahl' },
      description: 'How many',
      choices: [
        { name: 'one', name_localizations: { de: 'eine' }, value: 1 },
        { name: 'five', name_localizations: { de: 'fünf' }, value: 5 },
      ],
    },
  ],
};

const DAILY = {
  name: 'daily',
  name_localizations: { de: 'täglich' },
  description: 'Every day',
  options: [
    { type: 1, name: 'set', name_localizations: { de: 'einrichten' }, description: 'Sets it up' },
    { type: 1, name: 'list', description: 'Lists them' },
  ],
};

beforeAll(async () => {
  scene = await startScene();
  ({ client } = await connect(scene.local, async (interaction) => {
    if (interaction.isAutocomplete()) {
      completed.push(interaction);
      await interaction.respond([
        { name: 'Queues', nameLocalizations: { de: 'Warteschlangen' }, value: 'sqs' },
      ]);
    }
    if (!interaction.isChatInputCommand()) return;
    heard.push(interaction);
    await interaction.reply({ content: interaction.locale, flags: 64 });
  }));
  const path = `/applications/${scene.local.applicationId}/commands`;
  expect((await raw(scene.local, 'PUT', path, [QUIZ, DAILY])).status).toBe(200);
});

beforeEach(() => {
  heard = [];
  completed = [];
});

afterAll(async () => {
  await client?.destroy();
  await scene?.local.stop();
});

test('an interaction carries the language of the member and that of the server', async () => {
  const { local, ada, grace, channelId, guildId } = scene;
  await local.as(ada).command(channelId, '/quiz');
  local.setGuildLocale(guildId, 'fr');
  await local.as(grace, { locale: 'de' }).command(channelId, '/quiz');
  await local.as(grace).command(channelId, '/quiz');
  const languages = heard.map(({ locale, guildLocale }) => [locale, guildLocale]);
  expect(languages).toEqual([
    [Locale.EnglishUS, Locale.EnglishUS],
    [Locale.German, Locale.French],
    [Locale.German, Locale.French],
  ]);
  expect(client.guilds.cache.get(guildId)?.preferredLocale).toBe('fr');
  local.setLocale(grace, 'en-US');
});

test('in a direct message there is no server, and so no language of one', async () => {
  const { local, ada } = scene;
  await local.as(ada, { locale: 'ja' }).command(local.directChannel(ada).id, '/quiz');
  expect(heard.map(({ locale, guildLocale }) => [locale, guildLocale])).toEqual([['ja', null]]);
  local.setLocale(ada, 'en-US');
});

test('the bot is told when the language of a server changes', async () => {
  const told = new Promise<string>((resolve) =>
    client.once(Events.GuildUpdate, (_, guild) => resolve(guild.preferredLocale)),
  );
  scene.local.setGuildLocale(scene.guildId, 'nl');
  expect(await told).toBe('nl');
});

test('a member may type the names of their language, or those that all share; the bot hears the shared ones', async () => {
  const { local, ada, channelId } = scene;
  const german = local.as(ada, { locale: 'de' });
  await german.command(channelId, '/frage thema:sqs anzahl:fünf');
  await german.command(channelId, '/quiz topic:sqs count:five');
  await german.command(channelId, '/täglich einrichten');
  await german.command(channelId, { name: 'frage', options: { thema: 'sqs' } });
  expect(heard.map((each) => [each.commandName, each.options.getString('topic', false)])).toEqual([
    ['quiz', 'sqs'],
    ['quiz', 'sqs'],
    ['daily', null],
    ['quiz', 'sqs'],
  ]);
  expect(heard.slice(0, 2).map((each) => each.options.getInteger('count'))).toEqual([5, 5]);
  expect(heard[2]?.options.getSubcommand()).toBe('set');
  const english = local.as(ada, { locale: 'en-US' });
  expect(await english.command(channelId, '/frage')).toMatchObject({ state: 'refused' });
});

test('what the client refuses is said with the names that the member reads', async () => {
  const { local, ada, channelId } = scene;
  const german = local.as(ada, { locale: 'de' });
  const reasons = [
    await german.command(channelId, '/frag'),
    await german.command(channelId, '/täglich'),
    await german.command(channelId, '/frage anzahl:drei'),
    await german.command(channelId, '/frage stoff:sqs'),
  ].map(({ reason }) => reason);
  expect(reasons).toEqual([
    'Unknown command "/frag". Did you mean: /frage',
    'Choose one of: /täglich einrichten  /täglich list',
    '"drei" is not a choice of "anzahl". Choices: eine, fünf',
    'There is no option "stoff". It takes: thema: anzahl:',
  ]);
  local.setLocale(ada, 'en-US');
});

test('completions read in the language of the member; the option being typed is found by either name', async () => {
  const { local, ada, channelId } = scene;
  const german = local.as(ada, { locale: 'de' });
  expect(await german.autocomplete(channelId, '/frage thema:wa')).toEqual([
    { name: 'Warteschlangen', value: 'sqs' },
  ]);
  expect(completed[0]?.options.getFocused(true)).toMatchObject({ name: 'topic', value: 'wa' });
  expect(await german.autocomplete(channelId, '/frage anzahl:f')).toEqual([{ name: 'fünf', value: 5 }]);
  local.setLocale(ada, 'en-US');
});

test.each([
  ['de', 'frage'],
  ['es-419', 'pregunta'],
  ['es-ES', 'pregunta'],
  ['fr', 'quiz'],
])('in %s the command is called /%s', (locale, name) => expect(translated(QUIZ, 'name', locale)).toBe(name));

test('English of one kind stands in for the other', () => {
  const named = { name: 'colour', name_localizations: { 'en-US': 'color' } };
  expect(translated(named, 'name', 'en-GB')).toBe('color');
});

test('a language that Discord does not have is refused, with those that it has', () => {
  expect(Object.keys(LOCALES).filter((each) => !Object.values<string>(Locale).includes(each))).toEqual([]);
  expect([isLocale('de'), isLocale('de-DE'), isLocale('constructor')]).toEqual([true, false, false]);
  expect(() => scene.local.setLocale(scene.ada, 'de-DE')).toThrow(/no language "de-DE".*de,/);
  expect(() => scene.local.createMember(scene.guildId, { name: 'X', locale: 'xx' })).toThrow(/"xx"/);
});

test('listing commands leaves translations out unless they are asked for', async () => {
  const path = `/applications/${scene.local.applicationId}/commands`;
  const plain = JSON.stringify((await raw(scene.local, 'GET', path)).body);
  expect(plain).toContain('"quiz"');
  expect(plain).not.toContain('localizations');
  const whole = JSON.stringify((await raw(scene.local, 'GET', `${path}?with_localizations=true`)).body);
  expect(whole).toContain('Worüber');
  expect(whole).toContain('fünf');
});

test('members choose their language over the control API too, for good', async () => {
  const act = async (body: object) => {
    const response = await fetch(`${scene.local.url}/local/act`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ as: 'grace', channel: 'general', ...body }),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  expect(await act({ action: 'locale', locale: 'de' })).toEqual({ locale: 'de' });
  await act({ action: 'command', text: '/frage' });
  await act({ action: 'command', text: '/quiz', locale: 'en-GB' });
  expect(heard.map(({ locale }) => locale)).toEqual(['de', 'en-GB']);
  expect(await act({ action: 'locale', locale: 'klingon' })).toMatchObject({
    error: expect.stringContaining('no language "klingon"'),
  });
});
