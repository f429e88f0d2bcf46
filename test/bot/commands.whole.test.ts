import { describe, expect, it } from 'vitest';
import { type CommandDefinition, commandDefinitions, sameCommands } from '#bot/commands.ts';
import { features } from '#features/index.ts';

const definitions = commandDefinitions(features);
/** What Discord answers: our words, its own ids, and its defaults filled in. */
const stored = (given: readonly CommandDefinition[] = definitions) =>
  given.map((definition) => ({
    ...structuredClone(definition),
    id: '100000000000000001',
    application_id: '1',
    version: '2',
    type: definition.type ?? 1,
    nsfw: definition.nsfw ?? false,
    dm_permission: true,
    default_permission: true,
    name_localizations: definition.name_localizations ?? null,
    description_localizations:
      'description_localizations' in definition ? (definition.description_localizations ?? null) : null,
  }));

describe('registered commands', () => {
  it('say where they work: Discord would fill in what the portal says', () => {
    expect(definitions.filter((command) => !command.contexts || !command.integration_types)).toEqual([]);
  });

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
    expect(change((options) => options.reverse())).toBe(false);
    expect(change(() => undefined)).toBe(true);
  });

  it('are sent again when a command lost all its options', () => {
    const changed = stored();
    Object.assign(changed.find((command) => command.name === 'help') ?? {}, { options: [{ name: 'stale' }] });
    expect(sameCommands(changed, definitions)).toBe(false);
  });
});

describe('what a release takes away or adds', () => {
  const base = {
    name: 'learn',
    description: 'Learn',
    contexts: [0],
    integration_types: [0],
    options: [{ type: 3, name: 'topic', description: 'What about' }],
  } as const;
  type Changes = Record<string, unknown>;
  const withOption = (changes: Changes) => ({ ...base, options: [{ ...base.options[0], ...changes }] });
  const same = (present: object, wanted: object) =>
    // safe: as the features hand them over, with fields beside them
    sameCommands(stored([present as CommandDefinition]), [wanted as CommandDefinition]);

  it.each<[string, object]>([
    ['a required option', withOption({ required: true })],
    ['choices', withOption({ choices: [{ name: 'a', value: 'a' }] })],
    ['autocomplete', withOption({ autocomplete: true })],
    ['a longest length', withOption({ max_length: 10 })],
    ['a shortest length', withOption({ min_length: 0 })],
    ['a largest value', withOption({ max_value: 5 })],
    ['channel types', withOption({ channel_types: [0, 5] })],
    ['a translated option', withOption({ name_localizations: { de: 'thema' } })],
    [
      'a translated choice',
      withOption({ choices: [{ name: 'a', value: 'a', name_localizations: { de: 'b' } }] }),
    ],
    [
      'a subcommand',
      { ...base, options: [{ type: 1, name: 'now', description: 'Now', options: base.options }] },
    ],
    ['members it is for', { ...base, default_member_permissions: '32' }],
    ['nobody it is for', { ...base, default_member_permissions: '0' }],
    ['an age restriction', { ...base, nsfw: true }],
    ['a translated name', { ...base, name_localizations: { de: 'lernen' } }],
    ['a translated description', { ...base, description_localizations: { de: 'Lernen' } }],
    ['direct messages', { ...base, contexts: [0, 1] }],
    ['installation by users', { ...base, integration_types: [0, 1] }],
  ])('is sent to Discord: %s', (_, other) => {
    expect(same(other, other)).toBe(true);
    expect(same(other, base)).toBe(false);
    expect(same(base, other)).toBe(false);
  });

  it.each<[string, object, object]>([
    ['what counts as default', withOption({ required: false, autocomplete: false, choices: [] }), base],
    ['no options at all', { ...base, options: [] }, { ...base, options: undefined }],
    ['the order of contexts', { ...base, contexts: [1, 0] }, { ...base, contexts: [0, 1] }],
    ['translations in another order', withDe({ fr: 'b', de: 'a' }), withDe({ de: 'a', fr: 'b' })],
    [
      'a translation that says the same as the default',
      withDe({ de: 'a' }),
      withDe({ de: 'a', fr: 'learn' }),
    ],
    ['a field that Discord adds later', { ...base, handler: 1 }, base],
  ])('is nothing to send: %s', (_, present, wanted) => expect(same(present, wanted)).toBe(true));

  function withDe(name_localizations: Record<string, string>) {
    return { ...base, name_localizations };
  }
});
