// The contract with sections: what another feature brings appears on the set-up screen and in its command, and acts
// through them. The section here is the test's own.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { button, buttons } from '#bot/card.ts';
import type { Again, Answer, BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { toPayload } from '#bot/payload.ts';
import { setupFor } from '#features/desk/setup/index.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { serverChanges, servers } from '#features/people/server/table.ts';
import { Refusal } from '#lib/refusal.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

const now = new Date('2026-11-23T08:00:00Z');
let test: TestDatabase;
let tea = 'green';
let forgotten: string[] = [];

const section: SetupSection = {
  name: 'tea',
  isOptional: true,
  controls: ['tea', 'tea-typed'],
  options: [{ type: 3, name: 'tea', description: 'Which tea is served' }],
  line: async () => ({
    standing: tea === 'none' ? 'off' : 'done',
    title: () => 'Tea time',
    facts: (words) => [`Tea: ${tea} (${words.locale})`, false],
    controls: () => [false, buttons(button('setup:1:tea', 'Pour'))],
    always: () => [button('setup:1:tea-typed', 'Sip')],
    channels: [],
  }),
  async change(_app, { options }) {
    const wanted = options.getString('tea');
    if (wanted === null) return [];
    if (wanted === 'coffee') return [{ sentence: () => 'Coffee is no tea.', isRefused: true }];
    tea = wanted;
    return [{ sentence: () => `Tea is now ${wanted}.`, isRefused: false }];
  },
  async press(_app, _interaction, control) {
    if (control === 'tea') {
      return {
        kind: 'modal',
        modal: () => ({ custom_id: 'setup:1:tea-typed', title: 'Tea', components: [] }),
      };
    }
    return { kind: 'notices', notices: [() => `Poured by ${control}.`] };
  },
  zoneMoved: async () => () => 'Tea time moved.',
  noticeChannel: async () => null,
  logged: (_words, { setting, after }) =>
    setting === 'tea' ? { what: 'the tea', before: [], after: [`${after} tea`] } : null,
};
const feature = setupFor([{}, { setupSection: section }]);
const [command] = feature.commands ?? [];
const [component] = feature.components ?? [];

// safe: an app and interactions with what setup reads of them
const app = () =>
  ({
    db: test.db,
    content: libraryOf(makePack()),
    clock: { now: () => now },
    projections: [],
    languages: { forget: (id: string) => void forgotten.push(id) },
  }) as unknown as BotApp;
const from = (isAdmin: boolean) => ({
  guildId: 's1',
  authorizingIntegrationOwners: { 0: 's1' },
  user: { id: '7' },
  memberPermissions: { has: () => isAdmin },
});
const typed = (sub: string, options: Record<string, string>, isAdmin = true) =>
  ({
    ...from(isAdmin),
    options: {
      getSubcommand: () => sub,
      getString: (name: string) => options[name] ?? null,
      getInteger: () => null,
    },
  }) as unknown as CommandInteraction;
const pressed = (values: string[], isAdmin = true) =>
  ({
    ...from(isAdmin),
    values,
    isAnySelectMenu: () => values.length > 0,
    isModalSubmit: () => false,
  }) as unknown as ComponentInteraction;

const read = (answer: Answer | Again | undefined, language = 'en') => {
  if (!answer || answer.kind === 'modal' || answer.kind === 'again') throw new Error('no message');
  const message = answer.message(wordsOf(language));
  expect(validateBody('callback', { type: 4, data: toPayload(message, { private: true }) })).toEqual([]);
  return JSON.stringify(message).replaceAll('\\n', '\n');
};
const run = async (sub: string, options: Record<string, string> = {}) =>
  read(await command?.run(app(), typed(sub, options)));
const press = (args: string[], values: string[] = []) =>
  component?.run(app(), { interaction: pressed(values), version: 1, args });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  tea = 'green';
  forgotten = [];
  for (const table of [serverChanges, servers]) await test.db.delete(table);
});

describe('a section', () => {
  it('brings its options, beside those of the server', () => {
    const [server] = command?.data.options ?? [];
    const names = server && 'options' in server ? server.options?.map(({ name }) => name) : [];
    expect(names).toEqual(['edition', 'timezone', 'language', 'week', 'tea']);
    expect(validateBody('bulk-commands', [command?.data])).toEqual([]);
  });

  it('is one line of the checklist: mark, title, word and facts, in the language of the reader', async () => {
    const shown = await run('server');
    expect(shown).toContain('✅ **Tea time** · done\nTea: green (en');
    const german = await command?.run(app(), typed('server', {}));
    expect(read(german, 'de')).toContain('✅ **Tea time** · erledigt\nTea: green (de)');
    expect(await run('status')).toContain('Tea: green');
    tea = 'none';
    expect(await run('status')).toContain('➖ **Tea time** · off');
  });

  it('shows its controls while its line is open, and its constant button always', async () => {
    expect(await run('server')).not.toContain('"Pour"');
    expect(read(await press(['open', 'tea']))).toContain('"Pour"');
    expect(read(await press(['open', 'none', 'tea']))).not.toContain('"Pour"');
    expect(await run('server')).toContain('"Sip"');
  });

  it('does what its options say, and says so after what the server’s own did', async () => {
    const shown = await run('server', { tea: 'black', timezone: 'berlin', language: 'de' });
    const order = [
      'Time zone: **Europe/Berlin**.',
      'Tea time moved.',
      'Everybody here now reads Deutsch.',
      'Tea is now black.',
    ];
    for (const notice of order) expect(shown).toContain(`➜ ${notice}`);
    const places = order.map((notice) => shown.indexOf(notice));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(shown).toContain('Tea: black');
    expect(await run('server')).not.toContain('➜');
  });

  it('changes nothing of a command of which it refuses a part, and the answer says so', async () => {
    const before = await test.db.select().from(servers);
    const shown = await run('server', { tea: 'coffee', timezone: 'berlin', language: 'de' });
    expect(shown).toContain('➜ Coffee is no tea.');
    expect(shown).toContain('➜ So nothing of this command was changed.');
    expect(shown).not.toContain('Time zone: **Europe/Berlin**');
    expect(await test.db.select().from(serverChanges)).toEqual([]);
    expect(await test.db.select().from(servers)).toMatchObject([
      { ...before[0], zone: 'UTC', language: null },
    ]);
  });

  it('loses with it what was changed before, when the server’s own part is refused', async () => {
    expect(await run('server', { language: 'de', timezone: 'Narnia' })).toContain(
      'So nothing of this command was changed.',
    );
    expect(await test.db.select().from(servers)).toMatchObject([{ zone: 'UTC', language: null }]);
    expect(await run('server', { timezone: 'Narnia' })).not.toContain('nothing of this command');
  });

  it('acts on its own controls alone: with a notice on the screen, or with a form', async () => {
    const poured = await press(['tea-typed']);
    expect(poured?.kind).toBe('update');
    expect(read(poured)).toContain('➜ Poured by tea-typed.');
    expect((await press(['tea']))?.kind).toBe('modal');
    expect(read(await press(['edition'], ['aws-developer-associate/c03']))).toContain('DVA-C03');
    await expect(press(['coffee'])).rejects.toThrow(Refusal);
  });

  it('words the changes that it logged', async () => {
    const change = { serverId: 's1', memberId: '7', changedAt: now };
    await test.db.insert(serverChanges).values([
      { ...change, setting: 'tea', before: 'green', after: 'black' },
      { ...change, setting: 'tea', before: 'black', after: null },
    ]);
    const status = await run('status');
    expect(status).toContain('<@7>: the tea: black tea');
    expect(status).toContain('<@7>: the tea: removed');
  });
});

it('a change is logged by the names that the screen has for it', async () => {
  await run('server', { language: 'de', edition: 'aws-developer-associate/c03', timezone: 'new york' });
  const status = await run('status');
  expect(status).toContain('language: as in Discord → Deutsch');
  expect(status).toMatch(/edition: \S+-C02 → \S+-C03/);
  expect(status).toContain('time zone: America/New York');
  await run('server', { timezone: 'berlin' });
  expect(await run('status')).toContain('time zone: America/New York → Europe/Berlin');
});

describe('the language menu', () => {
  it('speaks the chosen language from the next message on', async () => {
    const chosen = await press(['language'], ['de']);
    expect(read(chosen)).toContain('Everybody here now reads Deutsch.');
    expect(forgotten).toEqual(['s1']);
    expect(read(await press(['language'], ['discord']))).toContain(
      'the language that this server has in Discord',
    );
  });

  it('is completed from what is typed', async () => {
    const complete = (value: string) => {
      const typing = { serverId: 's1', memberId: '7', option: 'language', typed: value, other: () => null };
      return command?.complete?.(app(), typing, wordsOf('en'));
    };
    expect(await complete('')).toEqual([
      { name: 'That of this server in Discord', value: 'discord' },
      ...listLanguages().map(({ code, name }) => ({ name, value: code })),
    ]);
    expect(await complete('deu')).toEqual([{ name: 'Deutsch', value: 'de' }]);
  });
});

it('the button of an older screen still opens the form of the time zone', async () => {
  expect((await press(['zone']))?.kind).toBe('modal');
  expect((await press(['zone'], ['other']))?.kind).toBe('modal');
  expect((await press(['zone'], ['Asia/Tokyo']))?.kind).toBe('update');
});

it('nobody but who may manage the server changes anything', async () => {
  const asMember = command?.run(app(), typed('server', { tea: 'black' }, false));
  await expect(asMember).rejects.toThrow(Refusal);
  const interaction = pressed([], false);
  await expect(component?.run(app(), { interaction, version: 1, args: ['tea'] })).rejects.toThrow(Refusal);
  expect(tea).toBe('green');
});
