// The import table of the house, checked over the whole tree; each check is also shown to fail on a planted violation.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '#features/index.ts';

type Source = { file: string; imports: string[]; code: string };

const root = resolve(import.meta.dirname, '..');
const sources = globSync('src/**/*.ts', { cwd: root }).map((file) => readSource(file));

describe('the import table', () => {
  it('sees the tree: hundreds of imports between our own files', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.flatMap((source) => source.imports.filter(isOurs)).length).toBeGreaterThan(250);
  });

  it('holds for every file', () => {
    expect(sources.flatMap(importFaults)).toEqual([]);
  });

  it.each([
    ['src/features/quiz/rules.ts', '#features/quiz/store.ts'],
    ['src/features/quiz/rules.ts', 'node:fs'],
    ['src/features/quiz/store.ts', 'discord.js'],
    ['src/features/quiz/posts.store.ts', '#features/daily/actions.ts'],
    ['src/features/quiz/actions.ts', 'drizzle-orm'],
    ['src/features/quiz/asking.actions.ts', '#features/daily/actions.ts'],
    ['src/features/quiz/view.ts', '#features/quiz/store.ts'],
    ['src/features/quiz/commands.ts', '#features/quiz/store.ts'],
    ['src/features/quiz/commands.ts', 'drizzle-orm'],
    ['src/features/quiz/jobs.ts', '#features/streak/actions.ts'],
    ['src/bot/router.ts', '#features/quiz/rules.ts'],
    ['src/lib/clock.ts', '#content/pack.ts'],
    ['src/content/pack.ts', 'discord.js'],
    ['src/db/connect.ts', '#app.ts'],
    ['src/local-discord/server.ts', '#lib/clock.ts'],
    ['src/bot/client.ts', '../main.ts'],
    ['src/features/quiz/helper.ts', '#lib/clock.ts'],
  ])('refuses %s importing %s', (file, specifier) => {
    expect(importFaults({ file, imports: [resolveImport(file, specifier)], code: '' })).not.toEqual([]);
  });
});

describe('feature folders', () => {
  it('have no cycle among them', () => {
    const graph = featureGraph(sources);
    expect(graph.size).toBeGreaterThan(5);
    expect(findCycle(graph)).toBeNull();
  });

  it('would be caught importing each other', () => {
    const planted = [
      { file: 'src/features/a/rules.ts', imports: ['src/features/b/rules.ts'], code: '' },
      { file: 'src/features/b/rules.ts', imports: ['src/features/c/rules.ts'], code: '' },
      { file: 'src/features/c/rules.ts', imports: ['src/features/a/rules.ts'], code: '' },
    ];
    expect(findCycle(featureGraph(planted))).not.toBeNull();
  });

  it('are all in the list of features', () => {
    const folders = globSync('src/features/*/index.ts', { cwd: root }).map(
      (file) => dirname(file).split('/').at(-1) ?? '',
    );
    const list = sources.find((source) => source.file === 'src/features/index.ts');
    expect(unlisted(folders, list)).toEqual([]);
    expect(unlisted([...folders, 'planted'], list)).toEqual(['planted']);
  });
});

describe('commands and components', () => {
  const commandNames = features
    .flatMap((feature) => feature.commands ?? [])
    .map((command) => command.data.name);
  const componentNames = features
    .flatMap((feature) => feature.components ?? [])
    .map((component) => component.name);

  it('have unique names', () => {
    expect(commandNames.length).toBeGreaterThan(0);
    expect(duplicates(commandNames)).toEqual([]);
    expect(duplicates(componentNames)).toEqual([]);
    expect(duplicates(['a', 'b', 'a'])).toEqual(['a']);
  });

  it('use only custom ids that some component answers', () => {
    const written = sources.flatMap((source) =>
      customIdsIn(source.code).map((name) => ({ file: source.file, name })),
    );
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter(({ name }) => !componentNames.includes(name))).toEqual([]);
    expect(customIdsIn("button(customId('nobody', 1, 2), 'x')")).toEqual(['nobody']);
  });
});

describe('purity', () => {
  const rules = sources.filter((source) => roleOf(source.file) === 'rules');

  it('keeps clocks and randomness out of every rules file', () => {
    expect(rules.length).toBeGreaterThan(6);
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
    const plant = (code: string) => readsEnvironment({ file: 'src/bot/x.ts', imports: [], code });
    expect([
      plant('const a = process.env.TOKEN;'),
      plant('// process.env'),
      plant('env: { PATH: process.env.PATH }'),
    ]).toEqual([true, false, false]);
    const readers = sources.filter(readsEnvironment);
    expect(readers.map((source) => source.file).sort()).toEqual(['src/main.ts', 'src/register.ts']);
  });

  it('waits at the top of no file before the constants below are there', () => {
    expect(early('await main();\n\nconst A = 1;\n')).toBe(true);
    expect(early('const A = 1;\nawait main();\nfunction main() {\n  const b = 1;\n}\n')).toBe(false);
    expect(sources.filter(({ code }) => early(code)).map(({ file }) => file)).toEqual([]);
  });

  it('mocks no module in any test', () => {
    const mock = ['vi', 'mock('].join('.');
    const tests = globSync('test/**/*.ts', { cwd: root });
    expect(tests.length).toBeGreaterThan(20);
    expect(tests.filter((file) => readFileSync(join(root, file), 'utf8').includes(mock))).toEqual([]);
    expect(`${mock}'x')`.includes(mock)).toBe(true);
  });
});

describe('sizes', () => {
  it('keeps source files within 250 lines', () => {
    expect(sources.filter(isLong).map((source) => source.file)).toEqual([]);
    const plant = (lines: number) => isLong({ file: 'src/bot/x.ts', imports: [], code: '\n'.repeat(lines) });
    expect([plant(250), plant(251)]).toEqual([false, true]);
  });
});

// --- how the table is written down ------------------------------------------------------------------------------

const featureRoles = [
  'rules',
  'table',
  'store',
  'actions',
  'view',
  'commands',
  'components',
  'jobs',
  'index',
] as const;
type Role =
  | (typeof featureRoles)[number]
  | 'app'
  | 'bot'
  | 'schedule'
  | 'db'
  | 'content'
  | 'http'
  | 'lib'
  | 'local-discord'
  | 'root'
  | 'features'
  | 'package'
  | 'unknown';

/** Patterns of what each role may import; packages by name, our files by role. `own` means the same feature folder. */
const allowed: Record<string, (string | RegExp)[]> = {
  rules: ['rules', 'content', 'lib'],
  table: ['pkg:drizzle-orm', 'pkg:drizzle-orm/pg-core', 'table', 'own:rules', 'rules'],
  store: ['pkg:drizzle-orm', 'pkg:drizzle-orm/pg-core', 'table', 'rules', 'own:store', 'store', 'db', 'lib'],
  actions: ['rules', 'store', 'own:actions', 'db', 'content', 'lib', 'pkg:pino'],
  view: [
    'pkg:discord.js',
    'rules',
    'view',
    'content',
    'lib',
    'file:src/bot/custom-id.ts',
    'file:src/bot/card.ts',
  ],
  commands: [
    'own:actions',
    'own:view',
    'own:rules',
    'own:commands',
    'own:jobs',
    'content',
    'app',
    'bot',
    'lib',
    'pkg:discord.js',
  ],
  components: [
    'own:actions',
    'own:view',
    'own:rules',
    'own:commands',
    'own:components',
    'own:jobs',
    'content',
    'app',
    'bot',
    'lib',
    'pkg:discord.js',
  ],
  jobs: [
    'own:actions',
    'own:view',
    'own:rules',
    'own:jobs',
    'app',
    'bot',
    'schedule',
    'lib',
    'pkg:discord.js',
  ],
  index: ['own:commands', 'own:components', 'own:jobs', 'file:src/bot/feature.ts'],
  features: ['index', 'file:src/bot/feature.ts'],
  bot: [
    'bot',
    'app',
    'lib',
    'pkg:discord.js',
    'pkg:pino',
    'file:src/db/connect.ts',
    'file:src/schedule/schedule.ts',
  ],
  schedule: ['schedule', 'app', 'lib', 'pkg:node-cron', 'pkg:pino'],
  db: ['db', 'lib', 'pkg:*', 'node'],
  content: ['content', 'lib', 'pkg:zod', 'pkg:yaml', 'pkg:js-yaml', 'node'],
  http: ['http', 'app', 'lib', 'file:src/schedule/runner.ts', 'pkg:prom-client', 'pkg:pino', 'node'],
  lib: ['pkg:temporal-polyfill', 'lib'],
  app: ['content', 'db', 'lib', 'pkg:pino'],
  'local-discord': ['local-discord', 'pkg:ws', 'pkg:discord-api-spec', 'pkg:zod', 'node'],
};

function importFaults({ file, imports }: Source): string[] {
  const role = roleOf(file);
  if (role === 'root') return [];
  const rules = allowed[role];
  if (!rules) return [`${file}: no role is called like this`];
  const faults = imports.filter((target) => !rules.some((rule) => isAllowed(file, target, String(rule))));
  return faults.map((target) => `${file} (${role}) may not import ${target}`);
}

function isAllowed(file: string, target: string, rule: string): boolean {
  if (target.startsWith('node:')) return rule === 'node';
  if (!isOurs(target))
    return (
      rule === `pkg:${target}` ||
      (rule === 'pkg:*' && target !== 'discord.js') ||
      (rule.startsWith('pkg:') && target.startsWith(`${rule.slice(4)}/`))
    );
  if (rule.startsWith('file:')) return target === rule.slice(5);
  const targetRole = roleOf(target);
  if (rule.startsWith('own:')) return targetRole === rule.slice(4) && dirname(target) === dirname(file);
  return targetRole === rule;
}

function roleOf(file: string): Role {
  const [, top = '', ...rest] = file.split('/');
  if (rest.length === 0)
    return top === 'app.ts'
      ? 'app'
      : ['main.ts', 'playground.ts', 'register.ts', 'cohort.ts', 'config.ts', 'explain.ts'].includes(top)
        ? 'root'
        : 'unknown';
  if (top !== 'features') return top as Role;
  if (rest.length === 1) return 'features';
  const name = rest.at(-1)?.replace(/\.ts$/, '').split('.').at(-1);
  return featureRoles.find((role) => role === name) ?? 'unknown';
}

function readSource(file: string): Source {
  const code = readFileSync(join(root, file), 'utf8');
  const specifiers = [
    ...code.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return { file, code, imports: specifiers.map((specifier) => resolveImport(file, specifier)) };
}

function resolveImport(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier));
  return specifier;
}

/** Comments may name what the code may not use. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function isOurs(target: string): boolean {
  return target.startsWith('src/');
}

function featureGraph(from: readonly Source[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, imports } of from) {
    const folder = /^src\/features\/([^/]+)\//.exec(file)?.[1];
    if (!folder) continue;
    const targets = graph.get(folder) ?? new Set<string>();
    graph.set(folder, targets);
    for (const target of imports) {
      const other = /^src\/features\/([^/]+)\//.exec(target)?.[1];
      if (other && other !== folder) targets.add(other);
    }
  }
  return graph;
}

function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const visit = (node: string, path: readonly string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return null;
}

function readsEnvironment({ file, code }: Source): boolean {
  return /process\.env\b(?!\.PATH)/.test(withoutComments(code)) && !file.startsWith('src/local-discord/');
}

/** A module runs from top to bottom: what the awaited work uses would not be there yet. */
function early(code: string): boolean {
  return /^await \w+\([\s\S]*^(?:export )?(?:const|let|class) /m.test(code);
}

function isLong({ code }: Source): boolean {
  return code.split('\n').length > 251;
}

/** Folders that the list of features does not import. */
function unlisted(folders: readonly string[], list: Source | undefined): string[] {
  return folders.filter((folder) => !list?.imports.includes(`src/features/${folder}/index.ts`));
}

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function customIdsIn(code: string): string[] {
  return [...code.matchAll(/customId\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

function impurities(code: string): string[] {
  const patterns = [
    /new Date\(\)/,
    /Date\.now/,
    /Math\.random/,
    /performance\.now/,
    /randomUUID|randomBytes/,
    /setTimeout|setInterval/,
    /process\./,
  ];
  return patterns.filter((pattern) => pattern.test(code)).map(String);
}
