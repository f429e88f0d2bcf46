import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clusterPath, serverPath } from '#db/embedded/cluster.ts';
import { processesIn } from '#db/embedded/processes.ts';
import { EmbeddedError, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { administer, makeFolder, silentLog } from '../support/database.ts';
import { TEST_SETTINGS } from '../support/settings.ts';

const PROGRAM = fileURLToPath(new URL('./embedded-program.ts', import.meta.url));
const FAST = ['--require', join(import.meta.dirname, '../../src/fast-imports.cjs')];

let dir: string;
const programs: ChildProcess[] = [];
const servers: { stop(): Promise<void> }[] = [];

/** A cluster in its first moment: making one takes longer than all that is tested here. */
let fresh: string;
beforeAll(async () => {
  fresh = await makeFolder();
  await (await startEmbedded({ dir: fresh, log: silentLog, settings: TEST_SETTINGS })).stop();
});
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

beforeEach(async () => {
  dir = await makeFolder();
  // Its owner may be another user, which Node's own copying forgets.
  execFileSync('cp', ['-a', serverPath(fresh), serverPath(dir)]);
});
afterEach(async () => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
  for (const pid of processesIn(clusterPath(dir))) process.kill(pid, 'SIGKILL');
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
});

const start = async () => {
  const server = await startEmbedded({ dir, log: silentLog, settings: TEST_SETTINGS });
  servers.push(server);
  return server;
};

/** In a process of its own; resolves to its first line. */
const startProgram = async () => {
  const program = spawn(process.execPath, [...FAST, PROGRAM, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  programs.push(program);
  const [line] = await once(program.stdout.setEncoding('utf8'), 'data');
  return { program, line: String(line).trim() };
};

const kill = async (program: ChildProcess) => {
  program.kill('SIGKILL');
  await once(program, 'exit');
};

const write = (url: string) =>
  administer(url, async (sql) => {
    await sql`create table if not exists notes (id serial, text text)`;
    await sql`insert into notes (text) values ('kept')`;
  });
const count = async (url: string) => {
  const [row] = await administer(url, (sql) => sql`select count(*)::int as notes from notes`);
  return row?.notes;
};

describe('the embedded server', () => {
  it('keeps its data from one start to the next, and nothing running in between', async () => {
    const first = await start();
    await write(first.migrationUrl);
    await first.stop();
    servers.length = 0;
    expect(processesIn(clusterPath(dir))).toEqual([]);
    const second = await start();
    expect(await count(second.migrationUrl)).toBe(1);
  });

  it('listens on loopback alone and wants its password, which only its user can read', async () => {
    const { url } = await start();
    const [row] = await administer(
      url,
      (sql) => sql`select current_setting('listen_addresses') as addresses`,
    );
    expect(row?.addresses).toBe('127.0.0.1');
    const guess = new URL(url);
    guess.password = 'guess';
    await expect(administer(guess.href, (sql) => sql`select 1`)).rejects.toThrow(
      'password authentication failed',
    );
    expect(statSync(join(serverPath(dir), 'password')).mode & 0o777).toBe(0o600);
  });

  it('is small and still durable, and clears up after itself', async () => {
    const server = await startEmbedded({ dir, log: silentLog, settings: { autovacuum_naptime: '1s' } });
    servers.push(server);
    const settingOf = (name: string) =>
      administer(server.url, (sql) => sql`select current_setting(${name}) as value`).then(
        ([row]) => row?.value,
      );
    expect(await settingOf('shared_buffers')).toBe('32MB');
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(await settingOf(name), name).toBe('on');
    // The first process, checkpointer, two writers and the launcher of vacuums; connections come to that.
    expect(processesIn(clusterPath(dir)).length).toBeLessThanOrEqual(7);
    await write(server.migrationUrl);
    await administer(server.migrationUrl, async (sql) => {
      await sql`insert into notes select generate_series(1, 2000), 'gone'`;
      await sql`delete from notes where text = 'gone'`;
    });
    const vacuumed = () =>
      administer(
        server.migrationUrl,
        (sql) => sql`select autovacuum_count::int as n from pg_stat_user_tables where relname = 'notes'`,
      ).then(([row]) => row?.n);
    await expect.poll(vacuumed, { timeout: 20_000, interval: 250 }).toBeGreaterThan(0);
  });

  it('sorts and folds text by Unicode on every machine', async () => {
    const { url } = await start();
    const [row] = await administer(
      url,
      (sql) => sql`select lower('ÄÉ') as lower, current_setting('server_encoding') as encoding`,
    );
    expect(row).toEqual({ lower: 'äé', encoding: 'UTF8' });
  });
});

describe('the roles', () => {
  const tablesOf = (url: string) =>
    administer(
      url,
      (sql) => sql`select relname, pg_get_userbyid(relowner) as owner from pg_class
      where relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace) and relkind in ('r', 'S')`,
    );
  const refuse = async (url: string, attempts: readonly string[]) => {
    for (const attempt of attempts)
      await expect(
        administer(url, (sql) => sql.unsafe(attempt)),
        attempt,
      ).rejects.toThrow(/permission denied|must be owner/);
  };
  const MACHINE = [
    "select pg_read_file('/etc/passwd')",
    "copy (select 1) to program 'id'",
    'create role more superuser',
    'create database more',
    'select * from pg_authid',
  ];

  it('of the bot may read and write rows, and nothing else', async () => {
    const { url, migrationUrl } = await start();
    await migrate({ url, migrationUrl, log: silentLog });
    await administer(url, async (sql) => {
      await sql`insert into outages (from_at, to_at, reason) values (now(), now(), 'test')`;
      await sql`update outages set reason = 'other'`;
      expect((await sql`delete from outages returning reason`)[0]?.reason).toBe('other');
    });
    await refuse(url, [
      ...MACHINE,
      'truncate outages',
      'alter table outages add column more text',
      'drop table outages',
      'create table more (id int)',
      'create temp table more (id int)',
      'create schema more',
      'set role cohort_owner',
      'delete from drizzle.__drizzle_migrations',
    ]);
  });

  it('of the owner may change its database, and nothing of server or machine', async () => {
    const { url, migrationUrl } = await start();
    await migrate({ url, migrationUrl, log: silentLog });
    const roles = await administer(
      migrationUrl,
      (sql) => sql`select rolname from pg_roles where rolname like 'cohort\\_%'
        and not (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls) order by 1`,
    );
    expect(roles.map(({ rolname }) => rolname)).toEqual(['cohort_bot', 'cohort_owner']);
    await refuse(migrationUrl, MACHINE);
  });

  it.each([
    // In the first release the bot was the superuser, later the owner.
    ['the first release', 'cohort'],
    ['a bot that owned all', 'cohort_bot'],
  ])('take over what %s left, and nothing is lost', async (_, former) => {
    await leaveTo(former);
    const { url, migrationUrl } = await start();
    const tables = await tablesOf(url);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ owner }) => owner !== 'cohort_owner')).toEqual([]);
    // A process of the earlier release may still be at work.
    expect(await count(url)).toBe(1);
    await administer(url, (sql) => sql`insert into notes (text) values ('meanwhile')`);
    await migrate({ url, migrationUrl, log: silentLog });
    await administer(migrationUrl, (sql) => sql`alter table notes add column more text`);
    expect(await count(url)).toBe(2);
    await refuse(url, [
      'truncate notes',
      'alter table notes add column less text',
      'create table more (id int)',
    ]);
  });

  /** The same files with the roles as they were: one, whose everything is. */
  const leaveTo = async (owner: string) => {
    const { url, superuserUrl, stop } = await start();
    const isFirst = owner === 'cohort';
    await administer(superuserUrl, async (sql) => {
      await sql`reassign owned by cohort_owner to ${sql(owner)}`;
      for (const role of ['cohort_owner', ...(isFirst ? ['cohort_bot'] : [])]) {
        await sql`drop owned by ${sql(role)}`;
        await sql`drop role ${sql(role)}`;
      }
    });
    const address = isFirst ? superuserUrl : url;
    await migrate({ url: address, log: silentLog });
    await write(address);
    await stop();
    servers.length = 0;
  };
});

describe('a second process on the same folder', () => {
  it('is refused in one line that names the first, while that one lives', async () => {
    const { program, line } = await startProgram();
    const refused = await start().catch((error) => error);
    expect(refused).toBeInstanceOf(EmbeddedError);
    expect(refused.message).toBe(
      `Another Cohort (process ${program.pid}) is using ${dir}: stop it, or set DATA_DIR to another folder.`,
    );
    await write(line);
  });

  it('is refused in the same process too', async () => {
    await start();
    await expect(start()).rejects.toThrow(/is using/);
  });

  it('is no obstacle once the first is gone', async () => {
    const first = await start();
    await first.stop();
    servers.length = 0;
    const { line } = await startProgram();
    expect(line).toMatch(/^postgres:/);
  });
});

describe('after a kill', () => {
  it('of our process, the server left behind is replaced within seconds and nothing is lost', async () => {
    const { program, line } = await startProgram();
    await write(line);
    await kill(program);
    expect(processesIn(clusterPath(dir)).length).toBeGreaterThan(0);
    const from = performance.now();
    const { migrationUrl } = await start();
    expect(performance.now() - from).toBeLessThan(8000);
    expect(await count(migrationUrl)).toBe(1);
  });

  it('of our process while clients are connected, too', async () => {
    const { program, line } = await startProgram();
    await write(line);
    const client = administer(line, (sql) => sql`select pg_sleep(60)`).catch((error) => error.code);
    await sleep(100);
    await kill(program);
    expect(await count((await start()).migrationUrl)).toBe(1);
    expect(await client).toMatch(/^(57P01|CONNECTION_CLOSED|ECONNREFUSED)$/);
  });

  it('of everything, it recovers from its log', async () => {
    const { program, line } = await startProgram();
    await write(line);
    const all = processesIn(clusterPath(dir));
    await kill(program);
    for (const pid of all) process.kill(pid, 'SIGKILL');
    expect(existsSync(join(clusterPath(dir), 'postmaster.pid'))).toBe(true);
    expect(await count((await start()).migrationUrl)).toBe(1);
  });

  it('a pid file that names a stranger is no obstacle', async () => {
    const { program, line } = await startProgram();
    await write(line);
    const all = processesIn(clusterPath(dir));
    await kill(program);
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await expect.poll(() => processesIn(clusterPath(dir))).toEqual([]);
    const pidFile = join(clusterPath(dir), 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));
    expect(await count((await start()).migrationUrl)).toBe(1);
  });

  it.each([150, 400, 900])('during the first start, %i ms in, the next start begins anew', async (delay) => {
    rmSync(serverPath(dir), { recursive: true });
    const program = spawn(process.execPath, [...FAST, PROGRAM, dir], { stdio: 'ignore', detached: true });
    programs.push(program);
    await sleep(delay);
    await kill(program);
    await write((await start()).migrationUrl);
    expect(readdirSync(dir).filter((name) => name.startsWith('initdb-'))).toEqual([]);
  });
});

describe('signals', () => {
  it('to the whole terminal group leave the server running: our own shutdown ends it', async () => {
    const { program, line } = await startProgram();
    process.kill(-Number(program.pid), 'SIGINT');
    await sleep(300);
    await write(line);
    expect(await count(line)).toBe(1);
  });

  it('that end our process in the ordinary way do not leave the server behind', async () => {
    const exits =
      'import("#db/embedded.ts").then((m) => m.startEmbedded({ dir: process.argv[1], log: { info() {}, warn() {}, debug() {}, error() {} } })).then(() => process.exit(3))';
    const program = spawn(process.execPath, ['--input-type=module', '-e', exits, dir], { stdio: 'inherit' });
    programs.push(program);
    expect(await once(program, 'exit')).toEqual([3, null]);
    await expect.poll(() => processesIn(clusterPath(dir)), { timeout: 5000 }).toEqual([]);
  });
});

describe('what cannot run', () => {
  it('names data of another version of PostgreSQL', async () => {
    const first = await start();
    await first.stop();
    servers.length = 0;
    writeFileSync(join(clusterPath(dir), 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/was written by PostgreSQL 17, this is 18: restore a backup/);
  });

  it.runIf(existsSync('/proc/self'))('names a folder that no file system makes, at once', async () => {
    await expect(startEmbedded({ dir: '/proc/cohort/data', log: silentLog })).rejects.toThrow(
      /^Cannot make the folder \/proc\/cohort\/data \(.*set DATA_DIR to another one/,
    );
  });

  it('names a folder that cannot be made', async () => {
    writeFileSync(join(dir, 'file'), '');
    await expect(startEmbedded({ dir: join(dir, 'file', 'data'), log: silentLog })).rejects.toThrow(
      /^Cannot make the folder/,
    );
  });

  it('gives the folder back after a failed start', async () => {
    rmSync(serverPath(dir), { recursive: true });
    mkdirSync(clusterPath(dir), { recursive: true });
    await expect(start()).rejects.toThrow();
    rmSync(serverPath(dir), { recursive: true });
    await write((await start()).migrationUrl);
  });
});
