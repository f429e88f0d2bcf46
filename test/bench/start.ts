// npm run bench:start [-- runs]: how long `npm start` takes until the playground is ready, with its own PostgreSQL: the first
// time, which makes the data, and the times after it. And how long it takes to stop.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../support/database.ts';

const root = join(import.meta.dirname, '../..');
const runs = Number(process.argv[2] ?? 5);
const dir = await makeFolder();

async function startOnce(): Promise<{ ready: number; stopped: number }> {
  const started = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dir,
      HTTP_PORT: process.env.HTTP_PORT ?? '4300',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await said(npm, 'Stop: Ctrl+C');
  const ready = performance.now() - started;
  const from = performance.now();
  const ended = new Promise((resolve) => npm.once('exit', resolve));
  const quiet = said(npm, 'Nothing is lost');
  npm.kill('SIGTERM');
  await Promise.all([ended, quiet]);
  return { ready, stopped: performance.now() - from };
}

function said(child: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      if (output.includes(wanted)) resolve();
    });
    child.stdout?.once('end', () => reject(new Error(`npm start has ended:\n${output}`)));
  });
}

const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

try {
  const first = await startOnce();
  const again = [];
  for (let run = 0; run < runs; run += 1) again.push(await startOnce());
  const ready = again.map((each) => each.ready);
  console.log(`Node ${process.version}`);
  console.log(`ready the first time    ${inSeconds(first.ready)}`);
  console.log(`ready the times after   ${inSeconds(median(ready))}  (${ready.map(inSeconds).join(', ')})`);
  console.log(`stopped after           ${inSeconds(median(again.map((each) => each.stopped)))}`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
