// The playground as `npm start` runs it, in a process of its own, on a database of the test run.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './cohort.ts';

const root = join(import.meta.dirname, '../..');

export type Playground = {
  url: string;
  output(): string;
  /** Asks the local Discord's control API. */
  control(path: string, body?: unknown): Promise<Record<string, unknown>>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export async function startPlayground(databaseUrl: string): Promise<Playground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cohort-playground-'));
  let running = await run(databaseUrl, dataDir);
  const playground: Playground = {
    url: running.url,
    output: () => running.output(),
    async control(path, body) {
      const headers = { 'Content-Type': 'application/json' };
      const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await fetch(new URL(path, running.url), init);
      return (await response.json()) as Record<string, unknown>;
    },
    async restart() {
      await running.stop();
      running = await run(databaseUrl, dataDir);
      playground.url = running.url;
    },
    async stop() {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return playground;
}

async function run(databaseUrl: string, dataDir: string) {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, ['--require', './src/fast-imports.cjs', 'src/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += String(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await until(() => output.includes('Stop: Ctrl+C') || child.exitCode !== null, 30_000);
  const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [];
  if (!url) throw new Error(`the playground did not start:\n${output}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url, output: () => output, stop };
}
