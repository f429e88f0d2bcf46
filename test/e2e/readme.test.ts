// Every command of the README, as npm runs it: whoever copies one gets what is said there.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { realResults } from '#features/asking/exam/table.ts';
import { reports } from '#features/desk/report/table.ts';
import { installation } from '#features/people/installation/table.ts';
import { amendments, questionVersions } from '#features/record/question/table.ts';
import { startLocalDiscord } from '#local-discord/server.ts';
import { loadBank } from '../support/bank.ts';
import { until } from '../support/cohort.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
/** `npm …` and `docker …`, in blocks and within sentences, without the remark behind it. */
const commands = [...readme.matchAll(/^\s*((?:npm|docker|cp) .*)$|`(npm [^`]*)`/gm)]
  .flatMap(([, block, inline]) => (block ?? inline ?? '').replace(/\s+#.*$/, '').split(' && '))
  .filter((command) => !/^(docker|cp) /.test(command));

/** What installs, tests, checks and measures is run by CI, or takes too long. */
const ELSEWHERE =
  /^npm (ci|test|run (check|bench|bench:(content|topics|readiness|pictures|review|start|idle|growth)|migrations:generate))$/;

/** What package.json loads before anything else. */
const CHECK = ['.', 'src', 'node-version.cjs'].join('/');

const dir = mkdtempSync(join(tmpdir(), 'cohort-readme-'));
const opened = join(dir, 'opened');
let database: TestDatabase;
let npm: ChildProcess;
let output = '';

const environment = () => ({
  ...process.env,
  PATH: [join(dir, 'bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(':'),
  DATABASE_URL: database.url,
  DATA_DIR: dir,
  HTTP_PORT: '0',
  // Left to the playground.
  DISCORD_TOKEN: '',
});

const begun = new Set<string>();

/** A script comes through npm the first time. What npm does is the same each time, and takes as long as the program. */
function withoutNpm(command: string): string {
  const [, start, named, args = ''] =
    /^npm (?:(start)|run (?:-s |--silent )?(\S+))(?: -- (.*))?$/.exec(command) ?? [];
  const name = start ?? named;
  if (name === undefined) return command;
  if (begun.has(name)) return `${scripts[name]} ${args}`;
  begun.add(name);
  return command;
}

const run = (command: string, env: NodeJS.ProcessEnv = {}) => {
  const child = spawn('sh', ['-c', withoutNpm(command)], { cwd: root, env: { ...environment(), ...env } });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  return new Promise<{ code: number | null; out: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out })),
  );
};

beforeAll(async () => {
  database = await createTestDatabase();
  const bin = join(dir, 'bin');
  await run(`mkdir -p ${bin}`);
  for (const name of ['xdg-open', 'open']) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "$1" > ${opened}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  npm = spawn('sh', ['-c', 'exec npm start -- --open'], { cwd: root, env: environment() });
  npm.stdout?.on('data', (chunk) => (output += chunk));
  npm.stderr?.on('data', (chunk) => (output += chunk));
  await until(() => output.includes('Stop: Ctrl+C') || npm.exitCode !== null, 60_000);
  expect(output).toContain('Stop: Ctrl+C');
});
afterAll(async () => {
  npm?.kill('SIGKILL');
  await database?.drop();
  rmSync(dir, { recursive: true, force: true });
});

const urlIn = (pattern: RegExp) => pattern.exec(output)?.[0] ?? '';
const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

it('knows every command of the README', () => {
  expect(commands.length).toBeGreaterThan(6);
  const tried =
    /^npm (start|start -- --open|start -- --take-database|run register|run doctor|run doctor -- --json|run backup|run backup -- cohort.backup|run restore -- cohort.backup|run migrate|run reports|run reports -- --patch|run pack -- .*|run calibration|run say -- .*)$/;
  expect(commands.filter((command) => !tried.test(command) && !ELSEWHERE.test(command))).toEqual([]);
});

it('npm start -- --open starts the playground and shows it in a browser', async () => {
  await until(() => existsSync(opened) && readFileSync(opened, 'utf8').endsWith('\n'));
  const url = readFileSync(opened, 'utf8').trim();
  expect(output).toContain(`\n  ${url}\n`);
  expect((await fetch(url)).status).toBe(200);
  expect((await fetch(urlIn(/http:\S+\/readyz/))).status).toBe(200);
});

it('npm run say acts in it, line by line', async () => {
  const lines = [...new Set(commands.filter((command) => command.startsWith('npm run say -- ')))];
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const say = line.replace(' -- ', ` -- --data ${join(dir, 'local-discord')} `);
    // As the README says: a question with two right answers, or three, has a menu, not buttons.
    const tries = ['"press A"', '"select A C"', '"select A C E"'].map((way) => say.replace('"press A"', way));
    let code: number | null = -1;
    let out = '';
    for (const way of new Set(tries)) if (code !== 0) ({ code, out } = await run(way));
    expect(out, line).toMatch(/Cohort · |npm run say|It is now|is installed for ada/);
    expect(code, line).toBe(0);
  }
}, 60_000);

it('npm run register sends the commands once', async () => {
  const discord = await startLocalDiscord();
  const register = () => run('npm run register', { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
  expect(await register()).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\d+ commands registered\./),
  });
  expect(await register()).toMatchObject({
    code: 0,
    out: expect.stringContaining('has these commands already'),
  });
  await discord.stop();
});

it('npm run migrate makes the tables without a bot', async () => {
  const empty = await createEmptyDatabase();
  const { code, out } = await run('npm run migrate', { DATABASE_URL: empty.url });
  expect(out).toMatch(/The tables are as this release has them\.\n$/);
  expect(await empty.db.$count(installation)).toBe(0);
  expect(code).toBe(0);
  await empty.drop();
});

it('npm run doctor finds nothing wrong beside the playground, and one line where something is', async () => {
  const well = await run('npm run doctor');
  expect(well.out).toMatch(/^ok +database +PostgreSQL 1\d/m);
  expect(well.out).not.toMatch(/^(fault|unseen)(?! +role .* is more than the bot needs)/m);
  const { code, out } = await run('npm run --silent doctor -- --json', { LOG_LEVEL: 'loud' });
  expect(JSON.parse(out)).toContainEqual({
    ...{ check: 'settings', state: 'fault' },
    says: expect.stringMatching(/^LOG_LEVEL must be one of/),
  });
  expect(code).toBe(1);
}, 120_000);

it('npm run backup keeps all in one file beside the playground, npm run restore brings it back where nothing is', async () => {
  const file = join(dir, 'cohort.backup');
  const there = (command: string) => command.replace('cohort.backup', file);
  expect(await run('npm run backup')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/backups\/cohort-\S+\.backup: \d+ rows of \d+ tables\.\n$/),
  });
  expect((await run(there('npm run backup -- cohort.backup'))).code).toBe(0);
  const restore = there('npm run restore -- cohort.backup');
  const refused = await run(restore);
  expect(refused.out).toMatch(/^This database holds data already .*: restore into an empty one/m);
  expect(refused.code).toBe(1);
  const embedded = { DATABASE_URL: '', DATA_DIR: mkdtempSync(join(dir, 'restored-')) };
  chmodSync(dir, 0o755);
  chmodSync(embedded.DATA_DIR, 0o755);
  const restored = await run(restore, embedded);
  expect(restored.out).toMatch(/^\d+ rows of \d+ tables are back, as many as were kept\.$/m);
  expect(restored.code).toBe(0);
  expect((await run('npm run restore')).out).toContain('Name the file of one backup.');
}, 180_000);

it('npm run reports shows what members reported, and not who', async () => {
  await database.db.insert(reports).values({
    exam: 'aws-developer-associate',
    questionId: 'q-1.1-001',
    questionVersion: 2,
    memberId: '4242424242',
    serverId: '1',
    kind: 'unclear',
    text: 'Option B fits\nas well.',
    reportedAt: new Date('2026-11-23T08:00:00Z'),
  });
  const { code, out } = await run('npm run reports');
  expect(out).toContain('2026-11-23  q-1.1-001 (version 2, aws-developer-associate)  unclear');
  expect(out).toContain('    Option B fits\n    as well.');
  expect(out).toContain('1 in all.');
  expect(out).not.toContain('4242424242');
  expect(code).toBe(0);
  expect(out).toContain('No question behaves oddly so far.');
  expect((await run('npm run reports -- --limit none')).out).toContain('--limit must be a whole number');
});

it('npm run reports -- --patch prints what reviewers decided, for git', async () => {
  expect((await run('npm run -s reports -- --patch')).out.trim()).toBe('');
  const at = new Date('2026-11-23T08:00:00Z');
  const kept = (await loadBank()).get('aws-developer-associate')?.questions.get('q-1.1-001');
  if (!kept) throw new Error('no such question');
  const version = kept.version * 1000 + 1;
  const of = { exam: 'aws-developer-associate', version };
  await database.db
    .insert(questionVersions)
    .values({ ...of, id: kept.id, question: { ...kept, version, stem: 'Mended.' }, keptAt: at });
  await database.db
    .insert(amendments)
    .values({ ...of, questionId: kept.id, baseVersion: kept.version, kind: 'text', madeAt: at });
  const { out } = await run('npm run -s reports -- --patch');
  expect(out).toContain('+++ b/content/aws-developer-associate/1-lambda/1.1-lifecycle.questions.yaml');
  expect(out).toContain('+  stem: Mended.');
  writeFileSync(join(dir, 'x.patch'), out);
  expect(await run(`git apply --check ${join(dir, 'x.patch')}`)).toMatchObject({ code: 0, out: '' });
});

it('npm run pack writes a pack in a format, and reads it', async () => {
  const [write = '', read = ''] = commands.filter((command) => command.startsWith('npm run pack'));
  const there = (command: string) => command.replaceAll('bank.xml', join(dir, 'bank.xml'));
  expect((await run(there(write))).out).toMatch(
    /bank\.xml: \d+ questions\. This format has no room for:\n- editions/,
  );
  expect((await run(there(read))).out).toMatch(/bank\.xml: \d+ questions, 0 left out\./);
  expect((await run('npm run pack -- export nothing --format json --out x')).out).toContain(
    'There is no pack "nothing"',
  );
  expect((await run('npm run pack -- import nowhere.xml')).out).toContain('nowhere.xml cannot be read');
  expect((await run('npm run pack -- --help')).out).toContain('Formats: json, yaml');
});

it('npm run calibration compares estimates with results, and says when they are few', async () => {
  expect((await run('npm run calibration')).out).toContain('Nobody has told a result yet');
  await database.db.insert(realResults).values({
    ...{ memberId: '4242424242', exam: 'aws-developer-associate', edition: 'c03', satOn: '2026-12-05' },
    ...{ isPassed: true, score: 780, estimate: [760, 700, 820, 810] },
    toldAt: new Date('2026-12-06T08:00:00Z'),
  });
  const { code, out } = await run('npm run calibration');
  expect(out).toMatch(/estimate of the evening before: 1\nFewer than 30/);
  expect(out).toMatch(/80 %–90 % +1 +81 % +100 %/);
  expect(out).toMatch(/Brier score +0\.036/);
  expect(out).toContain('Mean error         -20.0 points');
  expect(out).not.toContain('4242424242');
  expect(code).toBe(0);
});

it('npm start -- --take-database takes over what belongs to another application, which is refused without it', async () => {
  const discord = await startLocalDiscord();
  const own = await createTestDatabase();
  await own.db.insert(installation).values({
    ...{ key: 'this', applicationId: '4242', secret: 'abcdef', firstStartedAt: new Date() },
  });
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, DATABASE_URL: own.url };
  const refused = await run('npm start', env);
  expect(refused.out).toMatch(/^This database belongs to another Discord application \(4242, not \d+\):.*$/m);
  expect(refused.out).toContain('npm start -- --take-database');
  expect(refused.out).not.toMatch(/^\s+at /m);
  expect(refused.code).toBe(1);
  const taken = spawn('sh', ['-c', 'exec npm start -- --take-database'], {
    cwd: root,
    env: { ...environment(), ...env },
  });
  const ended = new Promise((resolve) => taken.once('close', resolve));
  const owner = async () => (await own.db.select().from(installation))[0]?.applicationId;
  await until(async () => (await owner()) !== '4242', 30_000);
  taken.kill('SIGTERM');
  await ended;
  await discord.stop();
  await own.drop();
}, 60_000);

it.each([
  ['npm start -- --help', 0, /npm start -- --open/],
  ['npm start -- --bogus', 1, /^Cohort does not know --bogus: see npm start -- --help\.$/m],
  [
    'DISCORD_TOKEN=x npm start -- --open',
    1,
    /^--open shows the playground, which runs without DISCORD_TOKEN alone/m,
  ],
])('%s says what it has to, and ends', async (command, code, line) => {
  const ended = await run(command);
  expect(ended.out).toMatch(line);
  expect(ended.out).not.toMatch(/^\s+at /m);
  expect(ended.code).toBe(code);
});

it('a Node that is too old reads one line, whatever it is asked to start', async () => {
  for (const name of ['start', 'register', 'reports', 'say', 'local-discord', 'test']) {
    expect(scripts[name]).toMatch(new RegExp(`^node (--\\S+ )*--require ${CHECK} `));
  }
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '20.1.0' });";
  writeFileSync(join(dir, 'old.cjs'), pretend);
  const { code, out } = await run(
    [process.execPath, '--require', join(dir, 'old.cjs'), '--require', CHECK, 'src/main.ts'].join(' '),
  );
  expect(out).toMatch(/^Cohort needs Node 24 or later, and this is 20\.1\.0: run npm ci.*\n$/);
  expect(code).toBe(1);
});

it('ending npm, whose shell tells nobody, ends bot and playground', async () => {
  const urls = [readFileSync(opened, 'utf8').trim(), urlIn(/http:\S+\/readyz/)];
  expect(await Promise.all(urls.map(isUp))).toEqual([true, true]);
  npm.kill('SIGTERM');
  await until(async () => !(await Promise.all(urls.map(isUp))).includes(true), 20_000);
  await until(() => output.includes('Stopped. Nothing is lost'));
});
