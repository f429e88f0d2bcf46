// How the import table is written down, and the checks on the tree that test/architecture.test.ts runs.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { wordsOf } from '#words/words.ts';

export type Source = {
  file: string;
  /** What it imports, resolved: "src/…" for our own files, the specifier for packages. */
  imports: string[];
  /** Those of them that are types alone. */
  types: ReadonlySet<string>;
  code: string;
};

export const root = resolve(import.meta.dirname, '../..');

export function readSources(): Source[] {
  return globSync('src/**/*.ts', { cwd: root }).map((file) =>
    sourceOf(file, readFileSync(join(root, file), 'utf8')),
  );
}

/** A file that does not exist, importing one thing. */
export function planted(file: string, specifier: string): Source {
  return { file, code: '', imports: [resolveImport(file, specifier)], types: new Set() };
}

// --- roles and floors -------------------------------------------------------------------------------------------

/** From the ground up: a feature imports its own floor and those below. */
const floors = ['people', 'record', 'standing', 'asking', 'desk'];

const featureRoles = [
  'rules',
  'table',
  'store',
  'actions',
  'view',
  'commands',
  'components',
  'jobs',
  'personal',
  'projection',
  'index',
] as const;

/** Of files above the features; `root` may import everything and is imported by nobody. */
const roots = [
  'main.ts',
  'playground.ts',
  'register.ts',
  'reports.ts',
  'pack.ts',
  'patch.ts',
  'calibration.ts',
  'doctor.ts',
  'backup.ts',
  'migrate.ts',
  'restore.ts',
  'secrets.ts',
  'visit.ts',
  'checks.ts',
  'config.ts',
  'config-needs.ts',
  'secrets.ts',
  'config-shards.ts',
  'config-telemetry.ts',
  'flags.ts',
  'explain.ts',
];

/** "contract" stands at the foot of a floor; "noun" is a file of a feature that plays none of the roles. */
export function roleOf(file: string): string {
  const [, top = '', ...rest] = file.split('/');
  if (rest.length === 0) return roleOfTop(top);
  return top === 'features' ? roleInFeatures(rest) : top;
}

function roleOfTop(name: string): string {
  if (name === 'app.ts') return 'app';
  if (['cohort.ts', 'discord.ts', 'open-gateway.ts', 'checks.ts'].includes(name)) return 'cohort';
  return roots.includes(name) ? 'root' : 'unknown';
}

function roleInFeatures([floor = '', ...rest]: readonly string[]): string {
  if (rest.length === 0) return 'features';
  if (!floors.includes(floor)) return 'unknown';
  if (rest.length === 1) return 'contract';
  const name = rest.at(-1)?.replace(/\.ts$/, '') ?? '';
  const suffix = name.split('.').at(-1);
  return featureRoles.find((role) => role === suffix) ?? (name.includes('.') ? 'unknown' : 'noun');
}

/**
 * What each role may import. `own:` in its own folder only, `below:` of lower floors or its own folder, `floor:` of its
 * own floor and lower ones; packages by name.
 */
const allowed: Record<string, readonly string[]> = {
  rules: [
    'floor:rules',
    'floor:contract',
    'below:noun',
    'content',
    'formats',
    'lib',
    'pkg:ts-fsrs',
    // What people type is read in the words of every language.
    'file:src/words/vocabulary.ts',
  ],
  table: [
    'pkg:drizzle-orm',
    'pkg:drizzle-orm/pg-core',
    'file:src/db/columns.ts',
    'floor:table',
    'own:rules',
    'floor:rules',
  ],
  store: [
    'pkg:drizzle-orm',
    'pkg:drizzle-orm/pg-core',
    'floor:table',
    'floor:rules',
    'floor:contract',
    'below:store',
    'below:noun',
    'db',
    'lib',
  ],
  actions: [
    'floor:rules',
    'floor:store',
    'floor:contract',
    'below:actions',
    'floor:noun',
    'own:personal',
    'db',
    'content',
    'formats',
    'lib',
    'pkg:pino',
  ],
  personal: ['pkg:drizzle-orm', 'floor:table', 'floor:rules', 'db'],
  projection: [
    'pkg:drizzle-orm',
    'floor:table',
    'floor:rules',
    'floor:contract',
    'own:actions',
    'own:store',
    'own:personal',
    'db',
    'lib',
  ],
  view: [
    'pkg:discord.js',
    'floor:rules',
    'floor:view',
    'floor:contract',
    'below:noun',
    'content',
    'formats',
    'lib',
    'pictures',
    'words',
    'file:src/bot/custom-id.ts',
    'file:src/bot/call.ts',
    'file:src/bot/invites.ts',
    'file:src/bot/card.ts',
    'file:src/bot/permission-names.ts',
    'file:src/bot/modal.ts',
    'file:src/bot/feature.ts',
  ],
  commands: outer(),
  components: outer('own:components'),
  jobs: [...outer(), 'schedule'],
  /** The ring's own rules, until it imports from outside: then it is one of the outer files. */
  noun: [
    ...outer(),
    'floor:store',
    'below:actions',
    'pkg:drizzle-orm',
    'pkg:pino',
    'pkg:csv-stringify',
    'pkg:fflate',
    'pkg:@open-spaced-repetition/binding',
    'anki',
  ],
  contract: [
    'floor:rules',
    'floor:contract',
    'db',
    'lib',
    'words',
    'file:src/bot/card.ts',
    'file:src/bot/feature.ts',
    'pkg:drizzle-orm',
  ],
  index: [
    ...['actions', 'commands', 'components', 'jobs', 'personal', 'projection', 'store', 'view', 'noun'].map(
      (role) => `own:${role}`,
    ),
    'floor:contract',
    'below:noun',
    'content',
    'db',
    'lib',
    'file:src/bot/feature.ts',
  ],
  features: ['index', 'contract', 'noun', 'file:src/bot/feature.ts'],
  bot: [
    'bot',
    'app',
    'lib',
    'words',
    'file:src/pictures/picture.ts',
    'pkg:discord.js',
    'pkg:pino',
    'node',
    'file:src/db/connect.ts',
    'file:src/db/due.ts',
    'file:src/db/personal.ts',
    'file:src/schedule/schedule.ts',
  ],
  words: ['words', 'lib'],
  pictures: [
    'pictures',
    'words',
    'thread',
    'lib',
    'pkg:@takumi-rs/core',
    'pkg:@dagrejs/dagre',
    'pkg:pino',
    'node',
  ],
  anki: ['anki', 'thread', 'lib', 'pkg:fflate', 'node'],
  thread: ['thread', 'node'],
  formats: [
    'formats',
    'thread',
    'anki',
    'content',
    'lib',
    'node',
    'pkg:csv-parse',
    'pkg:csv-parse/sync',
    'pkg:csv-stringify',
    'pkg:csv-stringify/sync',
    'pkg:fast-xml-parser',
    'pkg:fflate',
    'pkg:read-excel-file/node',
    'pkg:write-excel-file/node',
    'pkg:yaml',
    'pkg:zod',
  ],
  schedule: ['schedule', 'app', 'lib', 'pkg:node-cron', 'pkg:pino'],
  db: ['db', 'lib', 'pkg:*', 'node'],
  fleet: [
    'fleet',
    'lib',
    'node',
    'file:src/db/connect.ts',
    'file:src/db/columns.ts',
    'pkg:drizzle-orm',
    'pkg:drizzle-orm/pg-core',
    'pkg:pino',
  ],
  content: ['content', 'lib', 'pkg:zod', 'pkg:yaml', 'pkg:js-yaml', 'node'],
  telemetry: [
    'telemetry',
    'lib',
    'schedule',
    'file:src/bot/feature.ts',
    'file:src/bot/router.ts',
    'file:src/pictures/picture.ts',
    'pkg:@opentelemetry/api',
    'pkg:@opentelemetry/exporter-trace-otlp-http',
    'pkg:@opentelemetry/resources',
    'pkg:@opentelemetry/sdk-trace',
    'pkg:discord.js',
    'pkg:pino',
    'node',
  ],
  http: ['http', 'app', 'lib', 'pkg:prom-client', 'pkg:pino', 'node'],
  lib: ['pkg:temporal-polyfill', 'lib'],
  app: ['content', 'db', 'lib', 'pkg:pino', 'file:src/features/record/projection.ts'],
  doctor: [
    'doctor',
    'bot',
    'content',
    'db',
    'features',
    'http',
    'lib',
    'pkg:discord.js',
    'pkg:drizzle-orm',
    'pkg:pino',
    'pkg:postgres',
    'file:src/config.ts',
    'file:src/explain.ts',
    'node',
  ],
  'local-discord': ['local-discord', 'pkg:ws', 'pkg:discord-api-spec', 'pkg:zod', 'node'],
  cohort: [
    'cohort',
    'words',
    'features',
    'bot',
    'content',
    'db',
    'fleet',
    'http',
    'lib',
    'pictures',
    'schedule',
    'telemetry',
    'app',
    'file:src/config-shards.ts',
    'pkg:discord.js',
    'pkg:pino',
  ],
};

function outer(...more: string[]): string[] {
  return [
    'own:actions',
    'floor:view',
    'floor:rules',
    'floor:contract',
    'own:commands',
    'below:noun',
    'content',
    'formats',
    'app',
    'bot',
    'db',
    'lib',
    'words',
    'pkg:discord.js',
    'schedule',
    ...more,
  ];
}

/** Roles whose files never see Discord, so that the product can be tested whole without it. */
const ring = ['rules', 'table', 'store', 'actions', 'personal', 'projection'];

export function importFaults(source: Source, all: readonly Source[]): string[] {
  const { file, imports } = source;
  const role = roleOf(file);
  if (role === 'root') return [];
  const rules = allowed[role];
  if (!rules) return [`${file}: no role is called like this`];
  const forbidden = imports.filter((target) => !rules.some((rule) => isAllowed(file, target, rule)));
  const leaks = ring.includes(role) ? imports.filter((target) => isOuterNoun(source, target, all)) : [];
  return [...forbidden, ...leaks].map((target) => `${file} (${role}) may not import ${target}`);
}

/** A noun that imports Discord or the bot, used for more than its types. */
function isOuterNoun(source: Source, target: string, all: readonly Source[]): boolean {
  if (roleOf(target) !== 'noun' || source.types.has(target)) return false;
  const noun = all.find((candidate) => candidate.file === target);
  return noun?.imports.some((deep) => deep === 'discord.js' || deep.startsWith('src/bot/')) ?? false;
}

function isAllowed(file: string, target: string, rule: string): boolean {
  if (target.startsWith('node:')) return rule === 'node';
  if (!isOurs(target)) return isAllowedPackage(target, rule);
  if (rule.startsWith('file:')) return target === rule.slice(5);
  const role = roleOf(target);
  const [reach, wanted] = rule.includes(':') ? rule.split(':') : [null, rule];
  if (role !== wanted) return false;
  switch (reach) {
    case 'own':
      return dirname(target) === dirname(file);
    case 'below':
      return dirname(target) === dirname(file) || floorOf(target) < floorOf(file);
    case 'floor':
      return floorOf(target) <= floorOf(file);
    default:
      return true;
  }
}

function isAllowedPackage(target: string, rule: string): boolean {
  if (!rule.startsWith('pkg:')) return false;
  const name = rule.slice(4);
  return name === target || (name === '*' && target !== 'discord.js') || target.startsWith(`${name}/`);
}

function floorOf(file: string): number {
  return floors.indexOf(file.split('/')[2] ?? '');
}

export function isOurs(target: string): boolean {
  return target.startsWith('src/');
}

// --- reading ----------------------------------------------------------------------------------------------------

function sourceOf(file: string, code: string): Source {
  const found = [
    ...code.matchAll(
      /^(?:import|export)\b(\s+type\b)?[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    isType: match[1] !== undefined,
    target: resolveImport(file, match[2] ?? match[3] ?? match[4] ?? ''),
  }));
  const types = new Set(found.filter(({ isType }) => isType).map(({ target }) => target));
  for (const { isType, target } of found) if (!isType) types.delete(target);
  return { file, code, types, imports: found.map(({ target }) => target) };
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

// --- folders ----------------------------------------------------------------------------------------------------

function folderOf(file: string): string | null {
  return /^src\/features\/([^/]+\/[^/]+)\//.exec(file)?.[1] ?? null;
}

export function featureGraph(from: readonly Source[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, imports } of from) {
    const folder = folderOf(file);
    if (!folder) continue;
    const targets = graph.get(folder) ?? new Set<string>();
    graph.set(folder, targets);
    for (const target of imports) {
      const other = folderOf(target);
      if (other && other !== folder) targets.add(other);
    }
  }
  return graph;
}

export function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return null;
}

/** Folders that the list of features does not import. */
export function unlisted(folders: readonly string[], list: Source | undefined): string[] {
  return folders.filter((folder) => !list?.imports.includes(`${folder}/index.ts`));
}

// --- files ------------------------------------------------------------------------------------------------------

/** What a file must show for the role that its name claims. */
const marks: Record<string, RegExp> = {
  rules: /^(?![\s\S]*\basync\b)/,
  table: /pgTable\(/,
  store: /#db\/connect\.ts/,
  actions: /\bexport (async )?function\b[\s\S]*Promise|export async function/,
  view: /export (const|function) \w+/,
  commands: /\bCommand(Interaction)?\b/,
  components: /\bComponent\b/,
  jobs: /\bJob</,
  personal: /\bpersonal\b/,
  projection: /\bProjection</,
};

export function lyingRole({ file, code }: Source): string | null {
  const mark = file.startsWith('src/features/') ? marks[roleOf(file)] : undefined;
  return !mark || mark.test(withoutComments(code)) ? null : `${file} does not do what its name says`;
}

/** The names of all tables, as PostgreSQL knows them. */
export function namedTables(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, code }) =>
    roleOf(file) === 'table'
      ? [...code.matchAll(/pgTable\(\s*'([a-z_]+)'/g)].map((match) => match[1] ?? '')
      : [],
  );
}

/** Tables that SQL text names in letters: no compiler and no import table sees those. */
export function bareTables({ file, code }: Source, tables: readonly string[]): string[] {
  const texts = [...withoutComments(code).matchAll(/sql(?:<[^`]*?>)?`([^`]*)`/g)].map(
    (match) => match[1] ?? '',
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:from|join|into|update|table)\s+"?([a-z_]+)\b/gi)].map((match) => match[1] ?? ''),
  );
  return [...new Set(named)]
    .filter((name) => tables.includes(name))
    .map((name) => `${file} names the table ${name} in SQL without importing it`);
}

export function isLong({ code }: Source): boolean {
  return code.split('\n').length > 251;
}

/** Texts of two words or more; what goes to the log or into an error is no sentence for members. */
export function sentencesIn({ file, code }: Source): string[] {
  const spoken = withoutComments(code)
    .replace(/^import[\s\S]*?;$/gm, '')
    .replace(/new (?:Error|TypeError|AggregateError|StartRefused)\([\s\S]*?\);/g, '')
    .replace(/\blog\.\w+\([\s\S]*?\);/g, '')
    .replace(/sql(?:<[^`]*?>)?`[^`]*`/g, '');
  const texts = [...spoken.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    (match) => match[1] ?? (match[2] ?? '').replace(/\$\{[^}]*\}/g, ''),
  );
  return texts
    .filter((text) => /\p{L}{2,} \p{L}{2,}/u.test(text) && !isKey(text))
    .map((text) => `${file}: ${text}`);
}

/** Discord's permissions are known by their English names; words say them in every language. */
function isKey(text: string): boolean {
  return text in wordsOf('en').common.permissions;
}

export function customIdsIn(code: string): string[] {
  return [...code.matchAll(/customId\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

// --- purity -----------------------------------------------------------------------------------------------------

export function readsEnvironment({ file, code }: Source): boolean {
  return /process\.env\b(?!\.PATH)/.test(withoutComments(code)) && !file.startsWith('src/local-discord/');
}

export function impurities(code: string): string[] {
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

export function testsThatMock(): { looked: number; mocking: string[] } {
  const mock = ['vi', 'mock('].join('.');
  const tests = globSync('test/**/*.ts', { cwd: root });
  const mocking = tests.filter((file) => readFileSync(join(root, file), 'utf8').includes(mock));
  return { looked: tests.length, mocking };
}
