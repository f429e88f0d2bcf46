import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { helpOn } from '#features/desk/help/index.ts';
import { listCommands } from '#features/desk/help/rules.ts';
import { showHelp } from '#features/desk/help/view.ts';
import { features } from '#features/index.ts';

const wordsOf = (message: Message) => JSON.stringify(message.components).replaceAll('\\n', '\n');
const definitions = features.flatMap((feature) => feature.commands ?? []).map((command) => command.data);

describe('/help', () => {
  it('names every command that is registered, with its description', () => {
    const words = wordsOf(showHelp(listCommands(definitions), null));
    expect(definitions.length).toBeGreaterThan(0);
    for (const { name } of definitions) expect(words).toContain(`/${name}`);
    expect(textLength(showHelp(listCommands(definitions), 'https://example.com'))).toBeLessThanOrEqual(4000);
  });

  it('is made from the features it is given, and names itself', async () => {
    const command = helpOn([
      {
        commands: [{ ...definitionOnly('brand-new', 'Does what nobody knew'), defer: 'none', run: nothing }],
      },
    ]).commands?.[0];
    const answer = await command!.run({} as never, {} as never);
    const words = answer.kind === 'reply' ? wordsOf(answer.message) : '';
    expect(answer).toMatchObject({ kind: 'reply', private: true });
    expect(words).toContain('`/brand-new` Does what nobody knew');
    expect(words).toContain('`/help`');
  });

  it('keeps a line for each of 25 commands with long descriptions and many subcommands', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      name: `command-${index}`,
      description: 'd'.repeat(90),
      options: Array.from({ length: 8 }, (_each, sub) => ({ type: 1, name: `subcommand-${sub}` })),
    }));
    const message = showHelp(listCommands(many), 'https://example.com');
    expect(textLength(message)).toBeLessThanOrEqual(4000);
    for (const { name } of many) expect(wordsOf(message)).toContain(`/${name}`);
  });

  it('sets apart what needs a permission', () => {
    const lines = listCommands([
      { name: 'setup', description: 'x', default_member_permissions: '32' },
      { name: 'quiz', description: 'y' },
    ]);
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
