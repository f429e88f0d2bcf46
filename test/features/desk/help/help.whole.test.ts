import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Message, plain, textLength } from '#bot/card.ts';
import { createCommandIds } from '#bot/command-ids.ts';
import type { Command } from '#bot/feature.ts';
import { invitesOf } from '#bot/invites.ts';
import { linesFor } from '#features/desk/help/commands.ts';
import { helpFor } from '#features/desk/help/index.ts';
import { GROUPS, groupsOf, type Listed, listCommands } from '#features/desk/help/rules.ts';
import { showGroup, showHelp } from '#features/desk/help/view.ts';
import { features } from '#features/index.ts';
import { wordsOf } from '#words/words.ts';
import { pseudoWords } from '../../../support/pseudo.ts';

const words = wordsOf('en');
const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
const invites = invitesOf('1234567890123456789');
const none = { privacy: null, terms: null, source: null, invites };
const links = {
  invites,
  privacy: 'https://example.com/privacy',
  terms: 'https://example.com/terms',
  source: 'https://example.com/source',
};
const textOf = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');
const commands = features.flatMap((feature) => feature.commands ?? []);
const unknown = { locale: 'en', idOf: () => null };
/** As Discord's ids: nineteen digits. */
const idOf = (name: string) =>
  String(1_000_000_000_000_000_000n + BigInt(commands.findIndex(({ data }) => data.name === name)));

describe('/help', () => {
  it.each(['en', 'de'])('names every command that is registered, in its group: %s', (language) => {
    const spoken = wordsOf(language);
    const lines = listCommands(commands, { locale: spoken.locale, idOf });
    expect(commands.length).toBeGreaterThan(8);
    const first = textOf(showHelp(spoken, lines, none));
    for (const { group, mentions, description } of lines) {
      expect(first).toContain(mentions[0]);
      const shown = textOf(showGroup(spoken, lines, group));
      for (const mention of mentions) expect(shown).toContain(mention);
      expect(shown).toContain(plain(description));
    }
  });

  it('is one screen on a phone: no line of a group is longer than its commands, and few lines in all', () => {
    const lines = listCommands(commands, { locale: 'en', idOf });
    const message = showHelp(words, lines, links);
    const asRead = textOf(message).replaceAll(/<\/([^:>]+):\d+>/g, '/$1');
    const shown = [...asRead.matchAll(/"content":"([^"]*)"/g)].flatMap(([, text]) => text?.split('\n') ?? []);
    // A phone shows about 45 characters on a line.
    const rows = shown.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 45)), 0);
    expect(rows).toBeLessThan(26);
  });

  it.each(GROUPS)('fits into one message in a language that is longer: %s', (group) => {
    const lines = listCommands(commands, { locale: 'de', idOf });
    expect(textLength(showHelp(pseudoWords(words), lines, links))).toBeLessThanOrEqual(4000);
    expect(textLength(showGroup(pseudoWords(words), lines, group))).toBeLessThanOrEqual(4000);
  });

  it('lists groups by what one wants, and leaves out those without a command', () => {
    expect(groupsOf([{ group: 'setup' }, { group: 'learn' }, { group: 'learn' }])).toEqual([
      'learn',
      'setup',
    ]);
    expect(GROUPS).toEqual(['learn', 'practise', 'measure', 'group', 'setup']);
  });

  it('is made from the features it is given, and names itself', async () => {
    const command = helpFor([{ commands: [brandNew] }]).commands?.[0];
    const commandIds = createCommandIds();
    commandIds.learn([{ id: '77', name: 'brand-new' }]);
    const answer = await command!.run({ links: none, commandIds } as never, {} as never);
    const shown = answer.kind === 'reply' ? textOf(answer.message(words)) : '';
    expect(answer).toMatchObject({ kind: 'reply', private: true });
    expect(shown).toContain('</brand-new:77>');
    expect(shown).toContain('`/help`');
    expect(shown).not.toContain('/lesson');
  });

  it('keeps a line for each of 25 commands with long descriptions and many subcommands', () => {
    const many: Listed[] = Array.from({ length: 25 }, (_, index) => ({
      group: 'learn',
      data: {
        name: `command-${index}`,
        description: 'd'.repeat(90),
        options: Array.from({ length: 8 }, (_each, sub) => ({ type: 1, name: `subcommand-${sub}` })),
      },
    }));
    const lines = listCommands(many, { locale: 'en', idOf: () => '1234567890123456789' });
    for (const message of [showHelp(words, lines, links), showGroup(words, lines, 'learn')]) {
      expect(textLength(message)).toBeLessThanOrEqual(4000);
      for (const { data } of many) expect(textOf(message)).toContain(`/${data.name} `);
    }
  });

  it('says both ways of installing it, by this bot’s own addresses, as the README has them', () => {
    const base = 'https://discord.com/oauth2/authorize?client_id=1234567890123456789';
    const shown = textOf(showHelp(words, [], none));
    const server = `${base}&scope=bot+applications.commands&permissions=309237713920`;
    const member = `${base}&integration_type=1&scope=applications.commands`;
    for (const url of [server, member]) {
      expect(shown).toContain(`"url":"${url}"`);
      expect(readme).toContain(url.replace('1234567890123456789', 'YOUR_APPLICATION_ID'));
    }
  });

  it('outside of servers names only what works there', () => {
    const listed = linesFor(features);
    const app = { commandIds: createCommandIds() };
    const names = (isOutside: boolean) => listed(app, words, { isOutside }).map(({ name }) => name);
    expect(names(false)).toContain('daily');
    expect(names(true)).toContain('quiz');
    for (const name of ['daily', 'leaderboard', 'setup', 'history']) expect(names(true)).not.toContain(name);
  });

  it('links to the pages that the operator named, and to no others', () => {
    const urls = (given: Parameters<typeof showHelp>[2]) =>
      [...textOf(showHelp(words, [], given)).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url).slice(2);
    expect(urls(links)).toEqual([links.privacy, links.terms, links.source]);
    expect(urls({ ...none, terms: links.terms })).toEqual([links.terms]);
    expect(urls(none)).toEqual([]);
  });
});

describe('a command in /help', () => {
  const quiz: Listed = {
    group: 'practise',
    data: {
      name: 'quiz',
      name_localizations: { de: 'fragen' },
      description: 'Asks',
      description_localizations: { de: 'Fragt' },
      options: [
        { type: 1, name: 'now', name_localizations: { de: 'jetzt' } },
        { type: 2, name: 'later', options: [{ type: 1, name: 'today' }] },
        { type: 3, name: 'topic' },
      ],
    },
  };

  it('can be clicked once Discord has told its id, each way to use it by itself', () => {
    const [line] = listCommands([quiz], { locale: 'de', idOf: (name) => (name === 'quiz' ? '42' : null) });
    expect(line?.mentions).toEqual(['</quiz now:42>', '</quiz later today:42>']);
    expect(line?.description).toBe('Fragt');
  });

  it.each([
    ['de', ['`/fragen jetzt`', '`/fragen later today`'], 'Fragt'],
    ['fr', ['`/quiz now`', '`/quiz later today`'], 'Asks'],
  ])('is code in the reader’s words until then: %s', (locale, mentions, description) => {
    expect(listCommands([quiz], { ...unknown, locale })[0]).toMatchObject({ mentions, description });
  });

  it('is set apart when it needs a permission', () => {
    const lines = listCommands(
      [
        { group: 'setup', data: { name: 'setup', description: 'x', default_member_permissions: '32' } },
        { group: 'setup', data: { name: 'privacy', description: 'y' } },
      ],
      unknown,
    );
    expect(lines.map(({ name, isForAdmins }) => [name, isForAdmins])).toEqual([
      ['setup', true],
      ['privacy', false],
    ]);
    expect(textOf(showHelp(words, lines, none))).toContain('`/privacy`\n-# for admins: `/setup`');
  });
});

describe('the ids of commands', () => {
  it('are taken from what Discord answers, whatever else is in it', () => {
    const ids = createCommandIds();
    expect(ids.of('quiz')).toBeNull();
    ids.learn([{ id: '1', name: 'quiz' }, null, { name: 'help' }, 'x']);
    ids.learn({ message: 'no list' });
    ids.learn([{ id: '2', name: 'quiz' }]);
    expect([ids.of('quiz'), ids.of('help')]).toEqual(['2', null]);
  });
});

const brandNew: Command = {
  group: 'learn',
  data: { name: 'brand-new', description: 'Does what nobody knew' },
  defer: 'none',
  run: () => Promise.reject(new Error('not run')),
};
