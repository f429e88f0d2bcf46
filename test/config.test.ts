import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readAddress } from '#db/address.ts';
import { ConfigError, type Environment, readConfig, VARIABLES } from '../src/config.ts';
import { readFlags } from '../src/flags.ts';

const faultsOf = (env: Environment): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
};

const SERVER = '1000000000000000001';
const ROLE = '1000000000000000002';
const production = {
  NODE_ENV: 'production',
  DISCORD_TOKEN: 'a.b.c',
  DATABASE_URL: 'postgres://cohort:secret@db:5432/cohort',
};

describe('what the environment means', () => {
  it('is the playground with its own database when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'playground',
      production: false,
      database: { kind: 'embedded', dir: resolve('data/playground/postgres') },
      http: { host: '127.0.0.1', port: 3000 },
    });
  });

  it('is the bot when there is a token', () => {
    expect(readConfig({ DISCORD_TOKEN: 'a.b.c' })).toMatchObject({
      mode: 'discord',
      discord: { token: 'a.b.c', api: 'https://discord.com/api', registerCommands: true, shards: 'auto' },
    });
  });

  it('listens to this machine alone unless told otherwise, in production too', () => {
    expect(readConfig(production).http.host).toBe('127.0.0.1');
    expect(readConfig({ ...production, HTTP_HOST: '0.0.0.0' }).http.host).toBe('0.0.0.0');
    expect(readConfig({ ...production, HTTP_HOST: '[::1]' }).http.host).toBe('::1');
  });

  it('takes secrets from files that are named, without their last line break', () => {
    const files: Record<string, string> = {
      '/run/token': 'a.b.c\n',
      '/run/url': `${production.DATABASE_URL}\n`,
    };
    const env = { NODE_ENV: 'production', DISCORD_TOKEN_FILE: '/run/token', DATABASE_URL_FILE: '/run/url' };
    expect(readConfig(env, (path) => files[path] ?? '')).toEqual(readConfig(production));
  });

  it('puts a password that lies in a file into the address, unless that has one of its own', () => {
    const read = (url: string) => {
      const { database } = readConfig(
        { ...production, DATABASE_URL: url, PGPASSWORD_FILE: '/run/password' },
        () => ' p@ss/w&rd#? \n',
      );
      return database.kind === 'url' ? readAddress(database.url).password : null;
    };
    expect(read('postgres://cohort@db/cohort')).toBe(' p@ss/w&rd#? ');
    expect(read('postgres://cohort@db/cohort?sslmode=require')).toBe(' p@ss/w&rd#? ');
    expect(read('postgres://cohort:own@db/cohort')).toBe('own');
  });

  it('says in one line which file of a secret is missing, empty or one too many, never what is in it', () => {
    const files: Record<string, string> = { '/run/empty': ' \n', '/run/token': 'a.b.c' };
    const read = (path: string) => {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return text;
    };
    const env = {
      ...{ NODE_ENV: 'production', DISCORD_TOKEN: 'x.y.z', DISCORD_TOKEN_FILE: '/run/token' },
      ...{ DATABASE_URL_FILE: '/run/nowhere', PGPASSWORD_FILE: '/run/empty' },
    };
    expect(() => readConfig(env, read)).toThrow(
      [
        'DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: remove one of them.',
        'DATABASE_URL_FILE names /run/nowhere, which cannot be read (ENOENT): correct it.',
        'PGPASSWORD_FILE names /run/empty, which is empty.',
      ].join('\n'),
    );
  });

  it('links the pages of whoever runs the bot, which are web addresses or nothing', () => {
    const pages = { PRIVACY_URL: 'https://example.com/privacy', SOURCE_URL: 'https://example.com/source' };
    expect(readConfig({ ...production, ...pages }).links).toEqual({
      privacy: 'https://example.com/privacy',
      terms: null,
      source: 'https://example.com/source',
    });
    expect(() => readConfig({ ...production, TERMS_URL: 'terms.html' })).toThrow(
      'TERMS_URL is not a web address: write https://… or leave it out.',
    );
  });

  it('names who reviews official questions: by their ids, by a role in a server, or both', () => {
    expect(readConfig(production).team).toEqual({ memberIds: [], channelId: null, role: null });
    const env = { ...production, REVIEWERS: `${SERVER}, ${ROLE}`, REVIEW_SERVER: SERVER, REVIEW_ROLE: ROLE };
    expect(readConfig(env).team).toEqual({
      memberIds: [SERVER, ROLE],
      channelId: null,
      role: { serverId: SERVER, roleId: ROLE },
    });
  });

  it('takes a blank variable as not set', () => {
    expect(readConfig({ DISCORD_TOKEN: ' ', DATABASE_URL: '', HTTP_PORT: '' })).toEqual(readConfig({}));
  });

  it.each([
    [{ SHARD_COUNT: '3' }, { ids: [0, 1, 2], count: 3 }],
    [
      { SHARDS: '1', SHARD_COUNT: '3' },
      { ids: [1], count: 3 },
    ],
    [
      { SHARDS: '4-6,0,5', SHARD_COUNT: '8' },
      { ids: [0, 4, 5, 6], count: 8 },
    ],
    [{ SHARDS: 'auto' }, 'auto'],
    [{ SHARDS: 'lease', SHARD_COUNT: '16' }, { lease: { count: 16, most: 16 } }],
    [{ SHARDS: 'lease', SHARD_COUNT: '16', SHARDS_PER_PROCESS: '8' }, { lease: { count: 16, most: 8 } }],
  ])('reads %o as shards', (env, shards) => {
    expect(readConfig({ ...production, ...env })).toMatchObject({ discord: { shards } });
  });
});

describe('faults', () => {
  it.each<[Environment, RegExp]>([
    [{ ...production, DISCORD_TOKEN: undefined }, /^DISCORD_TOKEN is not set: /],
    [{ ...production, DATABASE_URL: undefined }, /^DATABASE_URL is not set: /],
    [{ DISCORD_TOKEN: 'Bot a.b.c' }, /^DISCORD_TOKEN holds a space or a quote/],
    [{ DATABASE_URL: 'mysql://db' }, /^DATABASE_URL is not a PostgreSQL address/],
    [{ DATABASE_URL: 'postgres://db:x/y' }, /^DATABASE_URL is not a PostgreSQL address/],
    [{ DATABASE_URL: 'postgres://db/y?sslmode=yes' }, /^DATABASE_URL says sslmode=yes: write disable/],
    [
      { ...production, DISCORD_TOKEN: undefined, DISCORD_TOKEN_FILE: '/nosuch' },
      /^DISCORD_TOKEN_FILE names \/nosuch, which cannot be read \(ENOENT\)/,
    ],
    [{ DISCORD_TOKEN_FILE: '/dev/null' }, /^DISCORD_TOKEN_FILE names \/dev\/null, which is empty/],
    [
      { DISCORD_TOKEN: 'a.b.c', DISCORD_TOKEN_FILE: 'package.json' },
      /^DISCORD_TOKEN and DISCORD_TOKEN_FILE are both/,
    ],
    [{ DISCORD_API: 'discord' }, /^DISCORD_API is not a web address/],
    [{ HTTP_PORT: '65536' }, /^HTTP_PORT must be a whole number from 0 to 65535/],
    [{ HTTP_PORT: '3e3' }, /^HTTP_PORT must be/],
    [{ KEEP_MONTHS: '13' }, /^KEEP_MONTHS must be a whole number from 14 to 1200: leave it out to keep all/],
    [{ KEEP_MONTHS: 'a year' }, /^KEEP_MONTHS must be a whole number from 14/],
    [{ NODE_ENV: 'staging' }, /^NODE_ENV must be one of production, development, test/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal/],
    [{ REGISTER_COMMANDS: 'yes' }, /^REGISTER_COMMANDS must be one of true, false/],
    [{ SHARDS: '0' }, /^SHARDS needs SHARD_COUNT/],
    [{ SHARDS: 'lease', DATABASE_URL: 'postgres://db/cohort' }, /^SHARDS needs SHARD_COUNT/],
    [{ SHARDS: 'lease', SHARD_COUNT: '4' }, /^SHARDS=lease needs DATABASE_URL/],
    [{ SHARDS: '0', SHARD_COUNT: '4', SHARDS_PER_PROCESS: '2' }, /^SHARDS_PER_PROCESS is for SHARDS=lease/],
    [
      { ...production, SHARDS_PER_PROCESS: '0', SHARDS: 'lease', SHARD_COUNT: '4' },
      /^SHARDS_PER_PROCESS must be a whole number from 1/,
    ],
    [{ SHARDS: '0-4', SHARD_COUNT: '4' }, /^SHARDS must lie between 0 and 3/],
    [{ SHARDS: '3-1', SHARD_COUNT: '4' }, /^SHARDS must lie between 0 and 3/],
    [{ SHARDS: 'all', SHARD_COUNT: '4' }, /^SHARDS must be auto, lease, or shard numbers/],
    [{ REVIEWERS: 'ada' }, /^REVIEWERS must be Discord user ids/],
    [{ REVIEW_CHANNEL: '#reviews' }, /^REVIEW_CHANNEL must be the id of a Discord channel/],
    [{ REVIEW_SERVER: 'x', REVIEW_ROLE: ROLE }, /^REVIEW_SERVER must be the id of a Discord server/],
    [{ REVIEW_SERVER: SERVER, REVIEW_ROLE: 'x' }, /^REVIEW_ROLE must be the id of a Discord role/],
    [{ REVIEW_SERVER: SERVER }, /^REVIEW_SERVER needs REVIEW_ROLE/],
    [{ REVIEW_ROLE: ROLE }, /^REVIEW_ROLE needs REVIEW_SERVER/],
    [{ REVIEW_SERVER: SERVER, REVIEW_ROLE: SERVER }, /^REVIEW_ROLE is the role that everybody has/],
    [{ SHARD_COUNT: '0' }, /^SHARD_COUNT must be a whole number from 1/],
  ])('%o is one line', (env, line) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(line);
  });

  it('names them all at once', () => {
    const faults = faultsOf({ NODE_ENV: 'production', HTTP_PORT: 'x', SHARDS: '0', LOG_LEVEL: 'loud' });
    expect(faults.map((line) => line.split(' ')[0])).toEqual([
      'DISCORD_TOKEN',
      'DATABASE_URL',
      'SHARDS',
      'HTTP_PORT',
      'LOG_LEVEL',
    ]);
  });

  it('never repeat a secret', () => {
    const faults = faultsOf({ DISCORD_TOKEN: 'Bot my-secret', DATABASE_URL: 'postgress://u:my-secret@db/x' });
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain('my-secret');
  });
});

describe('flags', () => {
  it.each<[string[], object]>([
    [[], {}],
    [['--open'], { open: true }],
    [['--take-database'], { takeDatabase: true }],
    [['--help'], { help: true }],
    [['-h', '--open'], { open: true, help: true }],
  ])('reads %j', (args, flags) => {
    expect(readFlags(args)).toEqual({ open: false, takeDatabase: false, help: false, ...flags });
  });

  it.each([
    [['--bogus'], '--bogus'],
    [['--open', 'page'], 'page'],
    [['--open=1'], '--open=1'],
    [['-x'], '-x'],
  ])('refuses %j in one line', (args, name) => {
    const line = `Cohort does not know ${name}: see npm start -- --help.`;
    expect(() => readFlags(args)).toThrow(new ConfigError([line]));
  });
});

describe('where traces go', () => {
  const telemetryOf = (env: Environment, file = '') => readConfig(env, () => file).telemetry;

  it('is nowhere unless TELEMETRY says so, whatever else is set', () => {
    expect(telemetryOf({ OTEL_SERVICE_NAME: 'bot' })).toBeNull();
  });

  it.each([
    ['http://collector:4318', 'http://collector:4318/v1/traces'],
    ['https://host/otlp/', 'https://host/otlp/v1/traces'],
    ['https://host/own/v1/traces', 'https://host/own/v1/traces'],
    ['https://host/otlp?key=1', 'https://host/otlp/v1/traces?key=1'],
  ])('%s is the collector at %s', (TELEMETRY, url) => {
    expect(telemetryOf({ TELEMETRY })).toEqual({
      url,
      headers: {},
      service: 'cohort',
      resource: {},
      ratio: 1,
    });
  });

  it('has the rest under the names that OpenTelemetry gave, secrets from a file', () => {
    const env = {
      TELEMETRY: 'https://host',
      OTEL_EXPORTER_OTLP_HEADERS_FILE: '/run/headers',
      OTEL_SERVICE_NAME: 'bot',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production',
      OTEL_TRACES_SAMPLER_ARG: '.25',
    };
    expect(telemetryOf(env, 'authorization=Bearer%20a=,x-team=study\n')).toMatchObject({
      headers: { authorization: 'Bearer a=', 'x-team': 'study' },
      service: 'bot',
      resource: { 'deployment.environment.name': 'production' },
      ratio: 0.25,
    });
  });

  it.each([
    [{ TELEMETRY: 'collector:4318' }, /^TELEMETRY is not a web address/],
    [{ OTEL_TRACES_SAMPLER_ARG: '10' }, /^OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1/],
    [{ OTEL_TRACES_SAMPLER_ARG: 'all' }, /^OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'Bearer my-secret' }, /^OTEL_EXPORTER_OTLP_HEADERS must be name=value/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=my-secret%' }, /^OTEL_EXPORTER_OTLP_HEADERS must be name=value/],
  ])('%j is one fault, without what may be secret', (env, line) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(line)]);
    expect(faultsOf(env).join()).not.toContain('my-secret');
  });
});

it('.env.example names every variable and changes nothing as it is', () => {
  const text = readFileSync(resolve('.env.example'), 'utf8');
  const named = [...text.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  // The password is read by docker-compose.yml alone.
  expect(named.sort()).toEqual([...VARIABLES, 'POSTGRES_PASSWORD'].sort());
  expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
});
