// What `npm start` does before everything else, so that freed memory goes back to the system.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const file = join(import.meta.dirname, '../src/memory.cjs');

const SAY = `
  const { Worker } = require('node:worker_threads');
  const began = require('node:fs').readFileSync('/proc/self/environ', 'utf8').split('\\0');
  const told = {
    pid: process.pid,
    began: began.filter((line) => line.startsWith('MALLOC_')),
    handedOn: process.env.MALLOC_TRIM_THRESHOLD_ ?? null,
    flags: process.execArgv,
    args: process.argv.slice(1),
  };
  const worker = new Worker('require("node:worker_threads").parentPort.postMessage("begun")', { eval: true });
  worker.once('message', (worker) => console.log(JSON.stringify({ ...told, worker })));
`;

function run(env: Record<string, string>) {
  const flags = ['--max-semi-space-size=4', '--require', file];
  const { pid, stdout, stderr, status } = spawnSync(process.execPath, [...flags, '-e', SAY, 'one', '--two'], {
    env: { ...env, PATH: process.env.PATH },
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return { pid, said: JSON.parse(stdout) };
}

describe.runIf(process.platform === 'linux')('the allocator', () => {
  test('is told before the process begins: the same process, with the same flags and arguments', () => {
    const { pid, said } = run({});
    expect(said).toMatchObject({ pid, began: ['MALLOC_TRIM_THRESHOLD_=131072'], args: ['one', '--two'] });
    expect(said.flags).toEqual(expect.arrayContaining(['--max-semi-space-size=4', '--require', file]));
  });

  test('is nobody else’s: neither children nor threads begin with it', () => {
    expect(run({}).said).toMatchObject({ handedOn: null, worker: 'begun' });
  });

  test('stays as who runs the bot has set it', () => {
    const { said } = run({ MALLOC_TRIM_THRESHOLD_: '4096' });
    expect(said).toMatchObject({ began: ['MALLOC_TRIM_THRESHOLD_=4096'], handedOn: '4096' });
  });
});
