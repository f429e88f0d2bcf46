// The environment as one typed object. Pure but for the files of secrets that it names: main.ts passes process.env in
// and is its only reader. Every fault is one plain line that says what to do, and all of them are reported at once.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { readAddress } from '#db/address.ts';
import { DatabaseError } from '#db/failure.ts';
import type { TelemetryConfig } from '#telemetry/open.ts';
import { missingVariables } from './config-needs.ts';
import { type ShardConfig, shardFaults, shardList, toShards } from './config-shards.ts';
import { telemetryVariables, toTelemetry } from './config-telemetry.ts';
import { type ReadFile, readSecrets, SECRET_FILES } from './secrets.ts';

export type Environment = Record<string, string | undefined>;

/** `migrationUrl`: of another role, which makes and changes the tables that the one of `url` only reads and writes. */
type DatabaseConfig = { kind: 'url'; url: string; migrationUrl?: string } | { kind: 'embedded'; dir: string };

export type Config = {
  production: boolean;
  /** Where everything is kept that is not in the database; absolute. */
  dataDir: string;
  database: DatabaseConfig;
  http: { host: string; port: number };
  /** Pages of whoever runs the bot, for members. */
  links: { privacy: string | null; terms: string | null; source: string | null };
  /** Who reviews official questions, and where they are told of tickets. */
  team: TeamConfig;
  /** After how many months old answers are deleted; null for never. */
  keepMonths: number | null;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Where traces go; null for nowhere. */
  telemetry: TelemetryConfig | null;
} & ({ mode: 'discord'; discord: DiscordConfig } | { mode: 'playground' });

type DiscordConfig = { token: string; api: string; registerCommands: boolean; shards: ShardConfig };

type TeamConfig = {
  memberIds: readonly string[];
  channelId: string | null;
  /** Whoever has this role there is on the team as well. */
  role: { serverId: string; roleId: string } | null;
};

export class ConfigError extends Error {
  readonly lines: string[];

  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
    this.lines = lines;
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

// A token's value never appears in a fault: these lines end up in logs.
const token = z
  .string()
  .regex(
    /^[^\s"']+$/,
    'DISCORD_TOKEN holds a space or a quote: paste the token alone, without "Bot " before it.',
  );

const databaseUrl = z.string().superRefine((url, context) => {
  const message = addressFault(url);
  if (message) context.addIssue({ code: 'custom', message });
});

function addressFault(url: string): string | null {
  try {
    readAddress(url);
    return null;
  } catch (error) {
    if (error instanceof DatabaseError) return error.message;
    throw error;
  }
}

const api = z
  .url({
    protocol: /^https?$/,
    error: 'DISCORD_API is not a web address: write https://discord.com/api or leave it out.',
  })
  .transform((url) => url.replace(/\/+$/, ''));

function page(name: string) {
  const error = `${name} is not a web address: write https://… or leave it out.`;
  return z.url({ protocol: /^https?$/, error }).optional();
}

function idOf(name: string, of: string) {
  return z
    .string()
    .regex(/^\d{17,20}$/, `${name} must be the id of a Discord ${of}.`)
    .optional();
}

function wholeNumber(name: string, { min, max }: { min: number; max: number }, otherwise = '') {
  const error = `${name} must be a whole number from ${min} to ${max}${otherwise && `: ${otherwise}`}.`;
  return z.string().regex(/^\d+$/, error).transform(Number).pipe(z.int().min(min, error).max(max, error));
}

function oneOf<const Words extends readonly string[]>(name: string, words: Words) {
  return z.enum(words, `${name} must be one of ${words.join(', ')}.`);
}

const schema = z.object({
  NODE_ENV: oneOf('NODE_ENV', ['production', 'development', 'test']).default('development'),
  DISCORD_TOKEN: token.optional(),
  DISCORD_API: api.default('https://discord.com/api'),
  REGISTER_COMMANDS: oneOf('REGISTER_COMMANDS', ['true', 'false']).default('true'),
  SHARDS: shardList.optional(),
  SHARD_COUNT: wholeNumber('SHARD_COUNT', { min: 1, max: 10_000 }).optional(),
  SHARDS_PER_PROCESS: wholeNumber('SHARDS_PER_PROCESS', { min: 1, max: 10_000 }).optional(),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  // An address of IPv6 is often written as in a URL.
  HTTP_HOST: z
    .string()
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
    .default('127.0.0.1'),
  HTTP_PORT: wholeNumber('HTTP_PORT', { min: 0, max: 65_535 }).default(3000),
  LOG_LEVEL: oneOf('LOG_LEVEL', LOG_LEVELS).optional(),
  PRIVACY_URL: page('PRIVACY_URL'),
  TERMS_URL: page('TERMS_URL'),
  SOURCE_URL: page('SOURCE_URL'),
  REVIEWERS: z
    .string()
    .regex(/^\d{17,20}(\s*,\s*\d{17,20})*$/, 'REVIEWERS must be Discord user ids with commas between them.')
    .transform((ids) => ids.split(/\s*,\s*/))
    .optional(),
  // What a member knows is estimated from 400 days, and a night of learning may be missed.
  KEEP_MONTHS: wholeNumber(
    'KEEP_MONTHS',
    { min: 14, max: 1_200 },
    'leave it out to keep all answers',
  ).optional(),
  REVIEW_CHANNEL: idOf('REVIEW_CHANNEL', 'channel'),
  REVIEW_SERVER: idOf('REVIEW_SERVER', 'server'),
  REVIEW_ROLE: idOf('REVIEW_ROLE', 'role'),
  ...telemetryVariables,
});

type Variables = z.infer<typeof schema>;
type Filled = Omit<Variables, 'DATABASE_URL'> & { DATABASE_URL: string | undefined };

/** The names of all that is read. */
export const VARIABLES: readonly string[] = [...Object.keys(schema.shape), ...SECRET_FILES];

/** Throws a ConfigError that holds every fault. A variable that is set but blank counts as not set. */
export function readConfig(env: Environment, readFile?: ReadFile): Config {
  const secrets = readSecrets(withoutBlanks(env), readFile);
  const filled = withoutBlanks({ ...env, ...secrets.values });
  const parsed = schema.safeParse(filled);
  const faults = parsed.success
    ? shardFaults(parsed.data)
    : parsed.error.issues.map((issue) => issue.message);
  const lines = [...secrets.faults, ...missingVariables(filled), ...faults];
  if (!parsed.success || lines.length > 0) throw new ConfigError(lines);
  return toConfig({ ...parsed.data, DATABASE_URL: addressOf(parsed.data, secrets.values.PGPASSWORD) });
}

/** Adds the variables of a .env file, where there is one. What is already set wins. */
export function loadDotEnv(file = '.env'): void {
  if (existsSync(file)) loadEnvFile(file);
}

function withoutBlanks(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

function toConfig(variables: Filled): Config {
  const production = variables.NODE_ENV === 'production';
  const shared = {
    production,
    dataDir: resolve(variables.DATA_DIR),
    database: toDatabase(variables),
    http: { host: variables.HTTP_HOST, port: variables.HTTP_PORT },
    links: {
      privacy: variables.PRIVACY_URL ?? null,
      terms: variables.TERMS_URL ?? null,
      source: variables.SOURCE_URL ?? null,
    },
    team: toTeam(variables),
    keepMonths: variables.KEEP_MONTHS ?? null,
    telemetry: toTelemetry(variables),
    // The playground's terminal is for its reader: there, only what goes wrong is logged.
    logLevel: variables.LOG_LEVEL ?? (variables.DISCORD_TOKEN ? ('info' as const) : ('warn' as const)),
  };
  if (!variables.DISCORD_TOKEN) return { ...shared, mode: 'playground' };
  const discord = {
    token: variables.DISCORD_TOKEN,
    api: variables.DISCORD_API,
    registerCommands: variables.REGISTER_COMMANDS === 'true',
    shards: toShards(variables),
  };
  return { ...shared, mode: 'discord', discord };
}

/** As libpq has it, a password in the address wins. PGPASSWORD itself is read by the driver. */
function addressOf({ DATABASE_URL: url }: Variables, fromFile: string | undefined): string | undefined {
  if (!url || !fromFile || readAddress(url).password) return url;
  const password = encodeURIComponent(fromFile.replace(/\r?\n$/, ''));
  return `${url}${url.includes('?') ? '&' : '?'}password=${password}`;
}

function toDatabase(variables: Filled): DatabaseConfig {
  const { DATABASE_URL, MIGRATION_DATABASE_URL: migrationUrl, DATA_DIR, DISCORD_TOKEN } = variables;
  if (DATABASE_URL) return { kind: 'url', url: DATABASE_URL, ...(migrationUrl && { migrationUrl }) };
  // A database belongs to one application: what was played with must not be in the way of the real bot.
  return { kind: 'embedded', dir: resolve(DATA_DIR, DISCORD_TOKEN ? 'postgres' : 'playground/postgres') };
}

function toTeam(variables: Filled): TeamConfig {
  const { REVIEWERS, REVIEW_CHANNEL, REVIEW_SERVER, REVIEW_ROLE } = variables;
  const role = REVIEW_SERVER && REVIEW_ROLE ? { serverId: REVIEW_SERVER, roleId: REVIEW_ROLE } : null;
  return { memberIds: REVIEWERS ?? [], channelId: REVIEW_CHANNEL ?? null, role };
}
