// Each fault is planted in a healthy installation, and found; a healthy one has none.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REST } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandDefinitions, registerCommands } from '#bot/commands.ts';
import { restOptions } from '#bot/rest.ts';
import { findClusterPassword } from '#db/embedded/cluster.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { type Examination, examine } from '#doctor/examine.ts';
import { exitCodeOf, type Finding, showFindings } from '#doctor/finding.ts';
import { judgeServer, type ServerFacts } from '#doctor/judge-server.ts';
import { thisMachine } from '#doctor/machine.ts';
import { features } from '#features/index.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { until } from '../support/cohort.ts';
import { startCollector } from '../support/collector.ts';
import {
  administer,
  createEmptyDatabase,
  makeFolder,
  silentLog,
  type TestDatabase,
} from '../support/database.ts';
import { TEST_SETTINGS } from '../support/settings.ts';

const root = join(import.meta.dirname, '../..');
const ROLE = 'cohort_doctor_test';

let discord: LocalDiscord;
let database: TestDatabase;
let url: string;
let folder: string;
let channel: string;
let guildId: string;

const admin = (work: (sql: Parameters<Parameters<typeof administer>[1]>[0]) => PromiseLike<unknown>) =>
  administer(database.adminUrl, work);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cohort-doctor-'));
  discord = await startLocalDiscord();
  const guild = discord.createGuild({ name: 'Study group', ownerName: 'Ada' });
  guildId = guild.id;
  channel = discord.createChannel(guildId, { name: 'daily' }).id;
  const rest = new REST(restOptions(discord.api, {})).setToken(discord.token);
  const definitions = commandDefinitions(features);
  await registerCommands(rest, { applicationId: discord.applicationId, definitions });
  database = await createEmptyDatabase();
  await admin(async (sql) => {
    await sql.unsafe(`drop role if exists ${ROLE}; create role ${ROLE} login password 'own-secret'`);
    await sql.unsafe(`alter database "${new URL(database.url).pathname.slice(1)}" owner to ${ROLE}`);
  });
  url = addressWith((at) => {
    at.username = ROLE;
    at.password = 'own-secret';
  }, database.url);
  await migrate({ url, log: silentLog });
  await administer(url, async (sql) => {
    await sql`insert into installation values ('this', ${discord.applicationId}, 'abcdef', now())`;
    await sql`insert into servers (id, exam, edition, zone, created_at) values (${guildId}, 'e', 'e', 'UTC', now())`;
    await sql`insert into daily_schedules (server_id, channel_id, time, zone, weekdays, domains, wants_thread, status,
      next_date, next_at, created_by, created_at)
      values (${guildId}, ${channel}, '09:00', 'UTC', '{1}', '{}', true, 'active', now(), now(), '1', now())`;
    await sql`insert into server_digests (server_id, channel_id, weekday, hour, started_on, set_by, due_at)
      values (${guildId}, ${channel}, 1, 9, now(), '1', now())`;
    await sql`insert into weekly_winners values (${guildId}, ${channel}, now())`;
  });
});
afterAll(async () => {
  await discord?.stop();
  await admin((sql) =>
    sql.unsafe(`alter database "${new URL(database.url).pathname.slice(1)}" owner to current_user`),
  );
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

function addressWith(change: (at: URL) => unknown, address = url): string {
  const changed = new URL(address);
  change(changed);
  return changed.href;
}

type Changes = Partial<Omit<Examination, 'env'>> & { env?: Record<string, string | undefined> };

const now = () => new Date();
const look = ({ env, ...changes }: Changes = {}) =>
  examine({
    env: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DATABASE_URL: url,
      HTTP_PORT: '0',
      ...env,
    },
    folder,
    root,
    contentDir: join(root, 'content'),
    machine: thisMachine(now()),
    now,
    ...changes,
  });
const faultsIn = (findings: readonly Finding[]) =>
  findings.filter(({ state }) => state === 'fault').map(({ check, says }) => `${check}: ${says}`);

/** One fault, and that one. */
async function expectFault(findings: Promise<readonly Finding[]>, line: RegExp): Promise<void> {
  const found = await findings;
  expect(faultsIn(found)).toEqual([expect.stringMatching(line)]);
  expect(exitCodeOf(found)).toBe(1);
  const shown = showFindings(found);
  expect(shown.split('\n')).toHaveLength(found.length + 1);
  expect(shown).not.toMatch(/own-secret|local-token/);
}

describe('a healthy installation', () => {
  it('on a server of its own has no fault, and says what was looked at', async () => {
    const findings = await look();
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(exitCodeOf(findings)).toBe(0);
    expect(findings.length).toBeGreaterThan(20);
    expect(showFindings(findings)).toMatch(/^ok {6}channels +3 to post in, the bot may in all$/m);
  });

  it('with the embedded PostgreSQL has none, whether that is new, stopped or runs', async () => {
    const dir = await makeFolder();
    const env = { DATABASE_URL: '', DATA_DIR: dir };
    const fresh = await look({ env });
    expect(fresh.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(existsSync(join(dir, 'postgres'))).toBe(false);
    const server = await startEmbedded({
      dir: join(dir, 'postgres'),
      log: silentLog,
      settings: TEST_SETTINGS,
    });
    await migrate({ url: server.url, migrationUrl: server.migrationUrl, log: silentLog });
    expect((await look({ env })).filter(({ state }) => state !== 'ok')).toEqual([]);
    await server.stop();
    expect((await look({ env })).filter(({ state }) => state !== 'ok')).toEqual([]);
    const password = findClusterPassword(join(dir, 'postgres')) ?? '';
    chmodSync(password, 0o644);
    await expectFault(look({ env }), /^data folder: .*password can be read by other users .*: run chmod 600/);
    chmodSync(password, 0o600);
    writeFileSync(join(dir, 'postgres/server/cluster/PG_VERSION'), '15\n');
    await expectFault(
      look({ env }),
      /^database: .* was written by PostgreSQL 15, this is 18: restore a backup/,
    );
    rmSync(dir, { recursive: true });
  });

  it('with a collector of traces has none, and says that it takes them', async () => {
    const collector = await startCollector();
    const findings = await look({ env: { TELEMETRY: collector.url } });
    await collector.stop();
    expect(faultsIn(findings)).toEqual([]);
    expect(showFindings(findings)).toContain(`the collector takes traces at ${collector.url}`);
    await expectFault(
      look({ env: { TELEMETRY: collector.url } }),
      /^telemetry: No collector answers at .*: start it, or correct TELEMETRY\.$/,
    );
  });

  it('of the playground has none, with nothing set', async () => {
    const env = { DISCORD_TOKEN: '', DISCORD_API: '', DATABASE_URL: '', DATA_DIR: join(folder, 'new') };
    expect((await look({ env })).filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});

describe('settings', () => {
  const withFile = async (text: string | Buffer, env: Changes['env'] = {}) => {
    const own = mkdtempSync(join(folder, 'env-'));
    writeFileSync(join(own, '.env'), text);
    return look({ folder: own, env });
  };

  it.each<[string, string, Changes['env'], RegExp]>([
    [
      'a misspelled name',
      'DISCORD_TOKN=x\n',
      {},
      /^\.env: \.env sets DISCORD_TOKN, which nothing reads: you may mean DISCORD_TOKEN\.$/,
    ],
    [
      'a name that nobody reads',
      'FAVOURITE_COLOUR=blue\n',
      {},
      /sets FAVOURITE_COLOUR, which nothing reads: remove it/,
    ],
    [
      'a colon for a sign of equality',
      'LOG_LEVEL: info\n',
      {},
      /says "LOG_LEVEL:", which is not read: write LOG_LEVEL=value/,
    ],
    [
      'a name that the environment has, blank',
      'LOG_LEVEL=info\n',
      { LOG_LEVEL: '' },
      /LOG_LEVEL of \.env is not read, since the environment sets it to blank/,
    ],
    ['a mark before the first name', '\uFEFFLOG_LEVEL=info\n', {}, /byte order mark/],
    [
      'a bad value',
      'SHARDS=none\nSHARD_COUNT=1\n',
      {},
      /^settings: SHARDS must be auto, lease, or shard numbers/,
    ],
  ])('%s', async (_, text, env, line) => {
    await expectFault(withFile(text, env), line);
  });

  it('an .env in UTF-16, in a folder, in another folder, or of another name', async () => {
    await expectFault(withFile(Buffer.from('LOG_LEVEL=info', 'utf16le')), /save it as UTF-8/);
    const [dir, named, home] = ['dir-', 'named-', 'home-'].map((name) => mkdtempSync(join(folder, name)));
    mkdirSync(join(dir ?? '', '.env'));
    await expectFault(look({ folder: dir! }), /is there but cannot be read \(EISDIR\): make it a file/);
    writeFileSync(join(named ?? '', '.env.txt'), '');
    await expectFault(look({ folder: named! }), /\.env\.txt is not read: rename it to \.env/);
    writeFileSync(join(home ?? '', '.env'), '');
    await expectFault(look({ root: home! }), /is not read, since this was started in .*: start Cohort in/);
  });

  it('a secret in a file that is not there', async () => {
    const env = { DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: '/nowhere/token' };
    await expectFault(
      look({ env }),
      /^settings: DISCORD_TOKEN_FILE names \/nowhere\/token, which cannot be read \(ENOENT\)/,
    );
  });
});

describe('this machine', () => {
  const machine = (changes: object) => ({ ...thisMachine(now()), ...changes });
  const runtime = (changes: object) => machine({ runtime: { ...thisMachine(now()).runtime, ...changes } });

  it.each<[string, () => Changes, RegExp]>([
    [
      'a full disk',
      () => ({ machine: machine({ freeBytes: () => 9 * 1024 ** 2 }) }),
      /^disk: 9 MB are free at .*: free some space/,
    ],
    [
      'a Node with small-icu',
      () => ({ machine: runtime({ knowsGerman: false }) }),
      /^languages: .*small-icu/,
    ],
    [
      'old time zone data',
      () => ({ machine: runtime({ tz: '2021a' }) }),
      /^zones: Node's time zone data are of 2021a/,
    ],
    [
      'no packs',
      () => ({ contentDir: join(folder, 'nothing') }),
      /^packs: .*nothing holds no exam pack: get that folder/,
    ],
    [
      'a data folder that is none',
      () => ({ env: { DATA_DIR: join(root, 'package.json', 'data') } }),
      /^data folder: .*package\.json is no folder: set DATA_DIR/,
    ],
    [
      'a host of another machine',
      () => ({ env: { HTTP_HOST: '203.0.113.9' } }),
      /^port: 203\.0\.113\.9 is not an address of this machine/,
    ],
  ])('%s', async (_, changes, line) => {
    await expectFault(look(changes()), line);
  });

  it('a pack that cannot be read', async () => {
    const contentDir = mkdtempSync(join(folder, 'content-'));
    mkdirSync(join(contentDir, 'broken'));
    writeFileSync(join(contentDir, 'broken/exam.yaml'), 'id: [');
    await expectFault(look({ contentDir }), /^packs: .*exam\.yaml/);
  });

  it('a port that another program has; not that of a Cohort', async () => {
    const other = createServer((_, response) => response.end('{}'));
    const running = createServer((_, response) => response.end('{"alive":true,"checks":{}}'));
    for (const server of [other, running])
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const portOf = (server: typeof other) => String((server.address() as AddressInfo).port);
    await expectFault(
      look({ env: { HTTP_PORT: portOf(other) } }),
      /^port: Port \d+ is in use: stop the other program/,
    );
    expect(faultsIn(await look({ env: { HTTP_PORT: portOf(running) } }))).toEqual([]);
    for (const server of [other, running]) server.close();
  });
});

describe('Discord', () => {
  const failing = (route: string, body: unknown, status = 200) =>
    discord.fail((request) => request.method === 'GET' && request.route === route, { status, body });

  it.each([
    ['4242424242424242424', /^token: DISCORD_TOKEN is the id of an application or user: copy the token from/],
    ['0'.repeat(64), /^token: DISCORD_TOKEN is an application's public key/],
    ['secret', /^token: DISCORD_TOKEN does not look like the token of a bot/],
  ])('what is no token is not even sent: %s', async (token, line) => {
    await expectFault(look({ env: { DISCORD_TOKEN: token, DISCORD_API: '' } }), line);
  });

  it('a token that Discord refuses', async () => {
    await expectFault(
      look({ env: { DISCORD_TOKEN: 'reset' } }),
      /^token: Discord refused DISCORD_TOKEN: copy it again/,
    );
  });

  it('an address that is not Discord’s', async () => {
    await expectFault(
      look({ env: { DISCORD_API: discord.url } }),
      /^token: .*check DISCORD_API, which ends in \/api/,
    );
  });

  it('is not blamed where it does not answer: then it was not seen', async () => {
    const findings = await look({ env: { DISCORD_API: 'http://127.0.0.1:1/api' } });
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([
      { check: 'discord', state: 'unseen', says: expect.stringMatching(/Discord cannot be reached/) },
    ]);
    expect(exitCodeOf(findings)).toBe(2);
  });

  it('privileged intents that are switched on', async () => {
    failing('/applications/@me', { id: discord.applicationId, flags: (1 << 15) | (1 << 19) });
    await expectFault(look(), /^intents: .*\(Server Members, Message Content\): switch them off at https/);
  });

  it('no login that is left', async () => {
    const session_start_limit = { total: 1000, remaining: 0, reset_after: 7_200_000, max_concurrency: 1 };
    failing('/gateway/bot', { url: 'ws://x', shards: 1, session_start_limit });
    await expectFault(look(), /^logins: No login is left.* wait 2 hours/);
  });

  it('commands that are not registered, or others', async () => {
    const route = '/applications/:application/commands';
    failing(route, []);
    await expectFault(look(), /^commands: No commands are registered: start Cohort, .* npm run register\.$/);
    failing(route, [{ name: 'old', description: 'x', type: 1 }]);
    await expectFault(
      look({ env: { REGISTER_COMMANDS: 'false' } }),
      /^commands: .* other commands than this release: run npm run register\.$/,
    );
  });

  it('this machine’s clock', async () => {
    const late = () => new Date(Date.now() - 90_000);
    const headers = { date: new Date().toUTCString() };
    const body = { id: discord.applicationId };
    discord.fail(({ route }) => route === '/applications/@me', { status: 200, body, headers });
    const findings = faultsIn(await look({ now: late }));
    expect(findings).toEqual([
      expect.stringMatching(/^clock: This machine's clock is (89|90|91) s behind Discord's: set it by NTP/),
      expect.stringMatching(/^database clock: This machine's clock is (89|90|91) s behind the database's/),
    ]);
  });

  it('channels in which the bot may not post', async () => {
    const bot = discord.botUserId;
    discord.setOverwrite(channel, { id: bot, deny: ['CREATE_PUBLIC_THREADS'] });
    await expectFault(
      look(),
      /^channels: The bot lacks Create Public Threads for the question of the day in channel \d+/,
    );
    discord.setOverwrite(channel, { id: bot });
    const lost = { REVIEW_CHANNEL: '123456789012345678' };
    await expectFault(
      look({ env: lost }),
      /^channels: The bot cannot see the place for tickets in channel 123/,
    );
  });

  it('a database of another application', async () => {
    await administer(url, (sql) => sql`update installation set application_id = '4242'`);
    await expectFault(
      look(),
      /^installation: The database belongs to another application \(4242, .*--take-database/,
    );
    await administer(url, (sql) => sql`update installation set application_id = ${discord.applicationId}`);
  });
});

describe('the database', () => {
  const at = (change: (address: URL) => unknown) => look({ env: { DATABASE_URL: addressWith(change) } });

  it.each<[string, (address: URL) => unknown, RegExp]>([
    [
      'a server that does not answer',
      (address) => Object.assign(address, { port: '1' }),
      /^database: PostgreSQL does not answer/,
    ],
    [
      'a wrong password',
      (address) => Object.assign(address, { password: 'other' }),
      /^database: PostgreSQL refused the password/,
    ],
    [
      'a database that is not there',
      (address) => Object.assign(address, { pathname: '/nosuch' }),
      /^database: PostgreSQL has no such database/,
    ],
    [
      'a host that is not known',
      (address) => Object.assign(address, { hostname: 'nosuch.invalid' }),
      /^database: The host in DATABASE_URL is not known/,
    ],
  ])('%s', async (_, change, line) => {
    await expectFault(at(change), line);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a role that is too powerful',
      `alter role ${ROLE} createrole createdb`,
      `alter role ${ROLE} nocreaterole nocreatedb`,
      /^role: .* alter role "cohort_doctor_test" nocreaterole nocreatedb\.$/,
    ],
    [
      'too few connections',
      `alter role ${ROLE} connection limit 5`,
      `alter role ${ROLE} connection limit -1`,
      /^connections: .* 5 connections, and a process takes up to 12/,
    ],
    [
      'a server that takes no changes',
      `alter role ${ROLE} set default_transaction_read_only = on`,
      `alter role ${ROLE} reset default_transaction_read_only`,
      /^database: PostgreSQL takes no changes/,
    ],
    [
      'a table that is another’s',
      'alter table answers owner to current_user',
      `alter table answers owner to ${ROLE}`,
      /^role: .* may not read and write answers: make it their owner/,
    ],
  ])('%s', async (_, plant, mend, line) => {
    await admin((sql) => sql.unsafe(plant));
    try {
      await expectFault(look(), line);
    } finally {
      await admin((sql) => sql.unsafe(mend));
    }
  });

  it('tables of a later and of an earlier release', async () => {
    const table = 'drizzle.__drizzle_migrations';
    await administer(url, (sql) =>
      sql.unsafe(`insert into ${table} (hash, created_at) values ('x', 9999999999999)`),
    );
    await expectFault(look(), /^schema: The tables are of a later release than this one: update Cohort/);
    await administer(url, async (sql) => {
      await sql.unsafe(`delete from ${table} where hash = 'x'`);
      await sql.unsafe(`create table kept as select * from ${table} order by created_at desc limit 1`);
      await sql.unsafe(`delete from ${table} where created_at in (select created_at from kept)`);
    });
    await expectFault(look(), /^schema: The tables lack 1 migrations of this release: start Cohort/);
    await administer(url, (sql) => sql.unsafe(`insert into ${table} select * from kept; drop table kept`));
    expect(faultsIn(await look())).toEqual([]);
  });

  it('a role that may make no tables, where there are none', async () => {
    const empty = await createEmptyDatabase();
    const strange = addressWith((address) =>
      Object.assign(address, { pathname: new URL(empty.url).pathname }),
    );
    await expectFault(look({ env: { DATABASE_URL: strange } }), /^role: .* may not make tables/);
    await empty.drop();
  });

  it('an encoding that cannot hold every name', async () => {
    const name = `cohort_ascii_${process.pid}`;
    await admin((sql) =>
      sql.unsafe(
        `create database ${name} owner ${ROLE} encoding 'SQL_ASCII' locale 'C' locale_provider 'libc' template template0`,
      ),
    );
    try {
      await expectFault(
        at((address) => Object.assign(address, { pathname: `/${name}` })),
        /^encoding: .* SQL_ASCII: make one with encoding 'UTF8'/,
      );
    } finally {
      await admin((sql) => sql.unsafe(`drop database ${name} with (force)`));
    }
  });

  const bouncer = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path));
  it.skipIf(!bouncer)('PgBouncer in transaction mode, as long as the address does not say so', async () => {
    const { hostname, port, pathname } = new URL(url);
    const dir = mkdtempSync(join(tmpdir(), 'cohort-bouncer-'));
    const own = 20_000 + (process.pid % 20_000);
    const ini = `[databases]\n* = host=${hostname} port=${port} user=${ROLE} password=own-secret\n[pgbouncer]
listen_addr = 127.0.0.1\nlisten_port = ${own}\nauth_type = any\npool_mode = transaction
unix_socket_dir =\nignore_startup_parameters = extra_float_digits,IntervalStyle,bytea_output,array_nulls,transform_null_equals,default_transaction_isolation,default_transaction_deferrable,lock_timeout,idle_session_timeout,statement_timeout,idle_in_transaction_session_timeout\n`;
    writeFileSync(join(dir, 'b.ini'), ini);
    chmodSync(dir, 0o755);
    const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    const child = spawn(bouncer ?? '', [...user, join(dir, 'b.ini')], { stdio: 'ignore' });
    const through = (query: string) =>
      look({ env: { DATABASE_URL: `postgres://${ROLE}:own-secret@127.0.0.1:${own}${pathname}${query}` } });
    try {
      await until(() => {
        try {
          execFileSync('bash', ['-c', `exec 3<>/dev/tcp/127.0.0.1/${own}`], { stdio: 'ignore' });
          return true;
        } catch {
          return false;
        }
      });
      await expectFault(through(''), /^pooler: .*transaction mode: add \?prepare=false/);
      expect(faultsIn(await through('?prepare=false'))).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      rmSync(dir, { recursive: true });
    }
  });

  const healthy: ServerFacts = {
    ...{ version: '18.4', saysPooled: false, isShared: false, poolSize: 10, secondsAhead: 0.1 },
    schema: { kind: 'current', version: 1 },
    server: { encoding: 'UTF8', isCollationChanged: false, zones: 500, isReadOnly: false, connections: 97 },
    role: { name: 'bot', powers: [], mayCreate: true, unreadable: [] },
  };

  it.each<[string, Partial<ServerFacts>, RegExp | null]>([
    ['nothing', {}, null],
    ['a pooler that nobody named', { isShared: true }, /^pooler: .*add \?prepare=false/],
    ['a pooler that was named', { isShared: true, saysPooled: true }, null],
    [
      'no time zone data',
      { server: { ...healthy.server, zones: 0 } },
      /^database zones: .*install its tzdata/,
    ],
    [
      'another order of texts',
      { server: { ...healthy.server, isCollationChanged: true } },
      /^encoding: .*reindex database/,
    ],
    [
      'a superuser',
      { role: { ...healthy.role, powers: ['superuser', 'bypassrls'] } },
      /^role: .*nosuperuser nobypassrls/,
    ],
    [
      'a hidden note of migrations',
      { schema: { kind: 'unreadable' } },
      /^schema: The role may not read the schema drizzle/,
    ],
    [
      'another clock',
      { secondsAhead: 7 },
      /^database clock: This machine's clock is 7 s ahead of the database's/,
    ],
  ])('judged by what it says: %s', (_, changes, line) => {
    const found = faultsIn(judgeServer({ ...healthy, ...changes }));
    expect(found).toEqual(line ? [expect.stringMatching(line)] : []);
  });
});
