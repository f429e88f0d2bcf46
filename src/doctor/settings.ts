// The settings as the start would read them, and a .env that is there but says something else than it seems to.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type Config, ConfigError, type Environment, readConfig, VARIABLES } from '../config.ts';
import { type Finding, fault, ok, orOk } from './finding.ts';

export type Surroundings = {
  /** Of the process, before any file was read. */
  env: Environment;
  /** Where it was started, which is where .env is looked for. */
  folder: string;
  /** Where Cohort lies. */
  root: string;
};

/** The configuration is null where the start would refuse it. */
export function examineSettings(around: Surroundings): { findings: Finding[]; config: Config | null } {
  const file = readDotEnv(around.folder);
  const fromFile = file.kind === 'read' ? parseEnv(file.text) : {};
  const files =
    file.kind === 'read'
      ? orOk('.env', faultsOfFile(file.text, around.env), `${Object.keys(fromFile).length} settings are read`)
      : orOk('.env', faultsOfNone(file, around), 'there is none, and none is needed');
  try {
    // As Node's loadEnvFile: what the environment has wins, be it blank.
    const config = readConfig({ ...fromFile, ...around.env });
    const how =
      config.mode === 'discord' ? 'for the bot' : 'for the playground, since there is no DISCORD_TOKEN';
    return { findings: [...files, ok('settings', `complete, ${how}`)], config };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { findings: [...files, ...error.lines.map((line) => fault('settings', line))], config: null };
  }
}

type DotEnv = { kind: 'read'; text: string } | { kind: 'none' } | { kind: 'unreadable'; line: string };

function readDotEnv(folder: string): DotEnv {
  const path = join(folder, '.env');
  if (!existsSync(path)) return { kind: 'none' };
  try {
    const bytes = readFileSync(path);
    if (bytes.includes(0))
      return { kind: 'unreadable', line: '.env is not read, it is no UTF-8 text: save it as UTF-8.' };
    return { kind: 'read', text: bytes.toString('utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    const mend = code === 'EISDIR' ? 'make it a file' : 'let the user who runs Cohort read it';
    return { kind: 'unreadable', line: `${path} is there but cannot be read (${code}): ${mend}.` };
  }
}

const MISNAMED = ['.env.txt', 'env', '.env.local', '.env.production'];

function faultsOfNone(file: DotEnv, { folder, root }: Surroundings): string[] {
  if (file.kind === 'unreadable') return [file.line];
  const misnamed = MISNAMED.filter((name) => existsSync(join(folder, name)));
  if (misnamed.length > 0)
    return misnamed.map((name) => `${join(folder, name)} is not read: rename it to .env.`);
  if (folder === root || !existsSync(join(root, '.env'))) return [];
  return [`${join(root, '.env')} is not read, since this was started in ${folder}: start Cohort in ${root}.`];
}

const MARK = '\uFEFF';
/** Of other programs that read the same file or environment: PostgreSQL's client, Node, Docker Compose, Grafana; and OpenTelemetry's own. */
const OF_OTHERS =
  /^(POSTGRES_PASSWORD|GRAFANA_\w+|PG[A-Z]+|NODE_\w+|COMPOSE_\w+|TZ|HTTPS?_PROXY|NO_PROXY|UV_\w+|OTEL_EXPORTER_OTLP_\w+)$/;

function faultsOfFile(text: string, env: Environment): string[] {
  const plain = text.replace(MARK, '');
  const marked =
    plain === text
      ? []
      : ['.env begins with a byte order mark, which hides its first name: save it without.'];
  const colons = [...plain.matchAll(/^\s*([A-Z][A-Z_]+)\s*:/gm)].map(
    ([, name]) => `.env says "${name}:", which is not read: write ${name}=value.`,
  );
  const set = Object.entries(parseEnv(plain));
  const unknown = set.flatMap(([name]) => unknownName(name) ?? []);
  const hidden = set.flatMap(([name, value]) => {
    const own = env[name];
    if (own === undefined || own === value || !VARIABLES.includes(name)) return [];
    const what = own.trim() === '' ? 'blank' : 'something else';
    return `${name} of .env is not read, since the environment sets it to ${what}: unset it there, or remove it from .env.`;
  });
  return [...marked, ...colons, ...unknown, ...hidden];
}

function unknownName(name: string): string | null {
  if (VARIABLES.includes(name) || OF_OTHERS.test(name)) return null;
  const [nearest] = VARIABLES.map((known) => ({ known, far: distance(name.toUpperCase(), known) }))
    .filter(({ far }) => far <= 3)
    .toSorted((a, b) => a.far - b.far);
  return nearest
    ? `.env sets ${name}, which nothing reads: you may mean ${nearest.known}.`
    : `.env sets ${name}, which nothing reads: remove it (.env.example has all names).`;
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
