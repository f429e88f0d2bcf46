// The import table of the house, checked over the whole tree; each check is also shown to fail on a planted violation.
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '#features/index.ts';
import {
  bareTables,
  customIdsIn,
  featureGraph,
  findCycle,
  importFaults,
  impurities,
  isLong,
  isOurs,
  lyingRole,
  namedTables,
  planted,
  readSources,
  readsEnvironment,
  roleOf,
  root,
  sentencesIn,
  testsThatMock,
  unlisted,
} from './support/architecture.ts';

const sources = readSources();

describe('the import table', () => {
  it('sees the tree: hundreds of imports between our own files', () => {
    expect(sources.length).toBeGreaterThan(250);
    expect(sources.flatMap((source) => source.imports.filter(isOurs)).length).toBeGreaterThan(800);
  });

  it('holds for every file', () => {
    expect(sources.flatMap((source) => importFaults(source, sources))).toEqual([]);
  });

  it.each([
    ['a rule that reads', 'src/features/asking/quiz/rules.ts', '#features/asking/quiz/rounds.store.ts'],
    ['a rule with I/O', 'src/features/asking/quiz/rules.ts', 'node:fs'],
    ['Discord in a store', 'src/features/asking/quiz/rounds.store.ts', 'discord.js'],
    ['a store that acts', 'src/features/record/post/store.ts', '#features/record/post/actions.ts'],
    ['drizzle in actions', 'src/features/asking/quiz/asking.actions.ts', 'drizzle-orm'],
    [
      'actions of a neighbour',
      'src/features/asking/quiz/asking.actions.ts',
      '#features/asking/daily/actions.ts',
    ],
    ['a view that reads', 'src/features/asking/quiz/feedback.view.ts', '#features/record/post/store.ts'],
    ['a command that reads', 'src/features/asking/quiz/commands.ts', '#features/record/post/store.ts'],
    ['drizzle in a command', 'src/features/asking/quiz/commands.ts', 'drizzle-orm'],
    [
      'upwards: record to standing',
      'src/features/record/post/actions.ts',
      '#features/standing/streak/rules.ts',
    ],
    [
      'upwards: standing to asking',
      'src/features/standing/streak/rules.ts',
      '#features/asking/quiz/rules.ts',
    ],
    ['upwards: people to record', 'src/features/people/server/store.ts', '#features/record/post/table.ts'],
    ['upwards: asking to desk', 'src/features/asking/quiz/index.ts', '#features/desk/report/index.ts'],
    ['one feature’s face in another', 'src/features/desk/setup/index.ts', '#features/asking/daily/index.ts'],
    ['the bot knowing a feature', 'src/bot/router.ts', '#features/asking/quiz/rules.ts'],
    ['words knowing a feature', 'src/words/en/quiz.ts', '#features/asking/quiz/rules.ts'],
    ['lib importing anything', 'src/lib/clock.ts', '#content/pack.ts'],
    ['Discord in content', 'src/content/pack.ts', 'discord.js'],
    ['the database knowing the app', 'src/db/connect.ts', '#app.ts'],
    ['the local Discord importing ours', 'src/local-discord/server.ts', '#lib/clock.ts'],
    ['somebody importing main', 'src/bot/client.ts', '../main.ts'],
    ['the composition knowing a feature', 'src/cohort.ts', '#features/asking/daily/upcoming.store.ts'],
    [
      'actions using an outer noun',
      'src/features/asking/daily/actions.ts',
      '#features/asking/daily/pinging.ts',
    ],
  ])('refuses %s', (_what, file, specifier) => {
    expect(importFaults(planted(file, specifier), sources)).not.toEqual([]);
  });
});

describe('feature folders', () => {
  it('have no cycle among them', () => {
    const graph = featureGraph(sources);
    expect(graph.size).toBeGreaterThan(14);
    expect([...graph.values()].reduce((sum, targets) => sum + targets.size, 0)).toBeGreaterThan(25);
    expect(findCycle(graph)).toBeNull();
  });

  it('would be caught importing each other', () => {
    const ring = [
      planted('src/features/people/a/rules.ts', '#features/people/b/rules.ts'),
      planted('src/features/people/b/rules.ts', '#features/people/c/rules.ts'),
      planted('src/features/people/c/rules.ts', '#features/people/a/rules.ts'),
    ];
    expect(findCycle(featureGraph(ring))).not.toBeNull();
  });

  it('are all in the list of features', () => {
    const folders = globSync('src/features/*/*/index.ts', { cwd: root }).map(dirname);
    expect(folders.length).toBeGreaterThan(14);
    const list = sources.find((source) => source.file === 'src/features/index.ts');
    expect(unlisted(folders, list)).toEqual([]);
    expect(unlisted([...folders, 'src/features/desk/planted'], list)).toEqual(['src/features/desk/planted']);
  });
});

describe('files', () => {
  it('play the role that their name says', () => {
    expect(sources.flatMap((source) => lyingRole(source) ?? [])).toEqual([]);
  });

  it.each([
    ['src/features/people/y/tally.jobs.ts', 'export function touch() {}'],
    ['src/features/people/y/pinging.commands.ts', 'export function silent() {}'],
    ['src/features/people/y/presence.actions.ts', 'export const memory = new Map();'],
    ['src/features/people/y/store.ts', 'export const made = new WeakMap();'],
    ['src/features/people/y/rules.ts', 'export async function decide() {}'],
    ['src/features/people/y/table.ts', 'export type Row = { id: string };'],
    ['src/features/people/y/view.ts', 'export type Shown = string;'],
  ])('%s would be caught lying', (file, code) => {
    expect(lyingRole({ ...planted(file, '#lib/clock.ts'), code })).not.toBeNull();
  });

  it('name tables in SQL only where they import them', () => {
    const tables = namedTables(sources);
    expect(tables.length).toBeGreaterThan(14);
    expect(sources.flatMap((source) => bareTables(source, tables))).toEqual([]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text to judge
    const code = 'sql`select a.server_id from answers a join ${servers} s on true`';
    expect(
      bareTables({ ...planted('src/features/people/y/store.ts', '#lib/clock.ts'), code }, tables),
    ).toEqual(['src/features/people/y/store.ts names the table answers in SQL without importing it']);
  });

  it('are within 250 lines', () => {
    expect(sources.filter(isLong).map((source) => source.file)).toEqual([]);
    const plant = (lines: number) =>
      isLong({ ...planted('src/bot/x.ts', '#lib/clock.ts'), code: '\n'.repeat(lines) });
    expect([plant(250), plant(251)]).toEqual([false, true]);
  });
});

describe('words', () => {
  it('stand in src/words alone: no view, command or job holds a sentence', () => {
    const speaking = sources.filter(
      ({ file }) =>
        ['view', 'commands', 'components', 'jobs', 'noun'].includes(roleOf(file)) ||
        file === 'src/bot/refusal-view.ts',
    );
    expect(speaking.length).toBeGreaterThan(60);
    expect(speaking.flatMap(sentencesIn)).toEqual([]);
  });

  it.each([
    "text('Nobody answered this one.')",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text to judge
    'text(`You have ${count} days left`)',
    "button(id, 'Close now')",
  ])('would be noticed in %s', (code) => {
    expect(sentencesIn({ ...planted('src/features/people/y/view.ts', '#lib/clock.ts'), code })).not.toEqual(
      [],
    );
  });
});

describe('commands and components', () => {
  const commandNames = features
    .flatMap((feature) => feature.commands ?? [])
    .map((command) => command.data.name);
  const componentNames = features
    .flatMap((feature) => feature.components ?? [])
    .map((component) => component.name);
  const duplicates = (names: readonly string[]) =>
    names.filter((name, index) => names.indexOf(name) !== index);

  it('have unique names', () => {
    expect(commandNames.length).toBeGreaterThan(6);
    expect(duplicates(commandNames)).toEqual([]);
    expect(duplicates(componentNames)).toEqual([]);
    expect(duplicates(['a', 'b', 'a'])).toEqual(['a']);
  });

  it('use only custom ids that some component answers', () => {
    const written = sources.flatMap(({ file, code }) => customIdsIn(code).map((name) => ({ file, name })));
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter(({ name }) => !componentNames.includes(name))).toEqual([]);
    expect(customIdsIn("button(customId('nobody', 1, 2), 'x')")).toEqual(['nobody']);
  });
});

describe('places', () => {
  const asks = ({ file, code }: { file: string; code: string }) =>
    file.startsWith('src/features/') && /\bguildId\b/.test(code);

  it('no feature asks for the guild: which server’s rules hold is for bot/ground.ts to say', () => {
    expect(sources.filter(asks).map(({ file }) => file)).toEqual([]);
    expect(asks({ file: 'src/features/asking/x/commands.ts', code: 'interaction.guildId' })).toBe(true);
  });
});

describe('purity', () => {
  const rules = sources.filter((source) => roleOf(source.file) === 'rules');

  it('keeps clocks and randomness out of every rules file', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.flatMap(({ file, code }) => impurities(code).map((found) => `${file}: ${found}`))).toEqual(
      [],
    );
  });

  it.each([
    'const now = new Date();',
    'Date.now()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
    'setTimeout(f, 1)',
  ])('would notice %s', (code) => expect(impurities(code)).not.toEqual([]));

  it('reads the environment in main and register only', () => {
    const plant = (code: string) => readsEnvironment({ ...planted('src/bot/x.ts', '#lib/clock.ts'), code });
    expect([
      plant('const a = process.env.TOKEN;'),
      plant('// process.env'),
      plant('env: { PATH: process.env.PATH }'),
    ]).toEqual([true, false, false]);
    const readers = sources.filter(readsEnvironment);
    expect(readers.map((source) => source.file).sort()).toEqual([
      'src/backup.ts',
      'src/doctor.ts',
      'src/main.ts',
      'src/register.ts',
      'src/restore.ts',
      'src/visit.ts',
    ]);
  });

  it('waits at the top of no file before the constants below are there', () => {
    expect(early('await main();\n\nconst A = 1;\n')).toBe(true);
    expect(early('const A = 1;\nawait main();\nfunction main() {\n  const b = 1;\n}\n')).toBe(false);
    expect(sources.filter(({ code }) => early(code)).map(({ file }) => file)).toEqual([]);
  });

  it('mocks no module in any test', () => {
    const { looked, mocking } = testsThatMock();
    expect(looked).toBeGreaterThan(60);
    expect(mocking).toEqual([]);
  });
});

/** A module runs from top to bottom: what the awaited work uses would not be there yet. */
function early(code: string): boolean {
  return /^await \w+\([\s\S]*^(?:export )?(?:const|let|class) /m.test(code);
}
