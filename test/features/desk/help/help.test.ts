import { describe, expect, it } from 'vitest';
import { type Message, plain, textLength } from '#bot/card.ts';
import type { Links } from '#bot/feature.ts';
import { helpFor } from '#features/desk/help/index.ts';
import { listCommands } from '#features/desk/help/rules.ts';
import { showHelp } from '#features/desk/help/view.ts';
import { features } from '#features/index.ts';
import { wordsOf } from '#words/words.ts';

const words = wordsOf('en');
const none: Links = { privacy: null, terms: null, source: null };
const links: Links = {
  privacy: 'https://example.com/privacy',
  terms: 'https://example.com/terms',
  source: 'https://example.com/source',
};
const textOf = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');
const definitions = features.flatMap((feature) => feature.commands ?? []).map((command) => command.data);

describe('/help', () => {
  it.each(['en', 'de'])('names every command that is registered, with its description: %s', (language) => {
    const spoken = wordsOf(language);
    const lines = listCommands(definitions, spoken.locale);
    const shown = textOf(showHelp(spoken, lines, none));
    expect(lines.length).toBe(definitions.length);
    expect(definitions.length).toBeGreaterThan(0);
    for (const { name, subcommands, description } of lines) {
      const more = subcommands.length > 0 ? ` (\`${subcommands.join('`, `')}\`)` : '';
      expect(shown).toContain(`\`/${name}\` ${plain(description)}${more}`);
    }
    expect(textLength(showHelp(spoken, lines, links))).toBeLessThanOrEqual(4000);
  });

  it('is made from the features it is given, and names itself', async () => {
    const command = helpFor([
      {
        commands: [{ ...definitionOnly('brand-new', 'Does what nobody knew'), defer: 'none', run: nothing }],
      },
    ]).commands?.[0];
    const answer = await command!.run({ links: none } as never, {} as never);
    const shown = answer.kind === 'reply' ? textOf(answer.message(words)) : '';
    expect(answer).toMatchObject({ kind: 'reply', private: true });
    expect(shown).toContain('`/brand-new` Does what nobody knew');
    expect(shown).toContain('`/help`');
  });

  it('keeps a line for each of 25 commands with long descriptions and many subcommands', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      name: `command-${index}`,
      description: 'd'.repeat(90),
      options: Array.from({ length: 8 }, (_each, sub) => ({ type: 1, name: `subcommand-${sub}` })),
    }));
    const message = showHelp(words, listCommands(many, 'en'), links);
    expect(textLength(message)).toBeLessThanOrEqual(4000);
    for (const { name } of many) expect(textOf(message)).toContain(`/${name}`);
  });

  it('links to the pages that the operator named, and to no others', () => {
    const urls = (given: Links) =>
      [...textOf(showHelp(words, [], given)).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);
    expect(urls(links)).toEqual([links.privacy, links.terms, links.source]);
    expect(urls({ ...none, terms: links.terms })).toEqual([links.terms]);
    expect(urls(none)).toEqual([]);
  });

  it('calls commands as the reader’s Discord does', () => {
    const definition = {
      name: 'quiz',
      name_localizations: { de: 'fragen' },
      description: 'Asks',
      description_localizations: { de: 'Fragt' },
      options: [{ type: 1, name: 'now', name_localizations: { de: 'jetzt' } }],
    };
    const [german] = listCommands([definition], 'de');
    expect(german).toMatchObject({ name: 'fragen', subcommands: ['jetzt'], description: 'Fragt' });
    const [other] = listCommands([definition], 'fr');
    expect(other).toMatchObject({ name: 'quiz', subcommands: ['now'], description: 'Asks' });
  });

  it('sets apart what needs a permission', () => {
    const lines = listCommands(
      [
        { name: 'setup', description: 'x', default_member_permissions: '32' },
        { name: 'quiz', description: 'y' },
      ],
      'en',
    );
    expect(lines.map(({ name, isForAdmins }) => [name, isForAdmins])).toEqual([
      ['quiz', false],
      ['setup', true],
    ]);
  });
});

function definitionOnly(name: string, description: string) {
  return { data: { name, description } };
}

function nothing(): Promise<never> {
  return Promise.reject(new Error('not run'));
}
