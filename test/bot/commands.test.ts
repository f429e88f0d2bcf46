import { describe, expect, it } from 'vitest';
import { commandDefinitions, sameCommands } from '#bot/commands.ts';
import { features } from '#features/index.ts';

const definitions = commandDefinitions(features);
/** What Discord answers: our words, its own ids, and its defaults filled in. */
const stored = () =>
  definitions.map((definition) => ({
    ...structuredClone(definition),
    id: '100000000000000001',
    application_id: '1',
    version: '2',
    type: 1,
    nsfw: false,
    dm_permission: true,
    name_localizations: null,
  }));

describe('registered commands', () => {
  it('are recognised when Discord has them, in whatever order', () => {
    expect(sameCommands(stored().reverse(), definitions)).toBe(true);
  });

  it('are sent again when one is missing, new, renamed or reworded', () => {
    expect(sameCommands(stored().slice(1), definitions)).toBe(false);
    expect(sameCommands([...stored(), { ...stored()[0], name: 'old' }], definitions)).toBe(false);
    const reworded = stored();
    Object.assign(reworded[0] ?? {}, { description: 'Something else' });
    expect(sameCommands(reworded, definitions)).toBe(false);
  });

  it('are sent again when an option changed, came or went', () => {
    const change = (edit: (options: { name: string; description: string }[]) => void) => {
      const changed = stored();
      const quiz = changed.find((command) => command.name === 'quiz');
      edit((quiz as unknown as { options: { name: string; description: string }[] }).options);
      return sameCommands(changed, definitions);
    };
    expect(change((options) => options.pop())).toBe(false);
    expect(change((options) => options.push({ name: 'extra', description: 'x' }))).toBe(false);
    expect(change((options) => Object.assign(options[0] ?? {}, { description: 'other' }))).toBe(false);
    expect(change(() => undefined)).toBe(true);
  });

  it('are sent again when a command lost all its options', () => {
    const changed = stored();
    Object.assign(changed.find((command) => command.name === 'help') ?? {}, { options: [{ name: 'stale' }] });
    expect(sameCommands(changed, definitions)).toBe(false);
  });
});
