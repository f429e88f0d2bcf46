// npm run bench:content: how long the bot takes over its content at start, beside JSON.parse of the same text alone and
// beside what the start was spared. All in one run, for these machines are noisy; each start in a process of its own,
// because only the first load of a process counts and is several times slower than the next.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { compilePacks } from '#content/build/compile.ts';
import { COMPILED, compiledFolder } from '#content/folder.ts';
import { loadPacks } from '#content/load.ts';

const content = join(import.meta.dirname, '../../content');
const RUNS = 9;
const MOST_MS = 30;

const [task = '', dir = ''] = process.argv.slice(2);
if (task === '') await compare();
else await measureOne();

async function measureOne(): Promise<void> {
  // Read beforehand, so that the first line is the time of the parser alone.
  const texts = task === 'parse' ? readCompiled(dir) : [];
  const work = async () => (task === 'parse' ? texts.map((text) => JSON.parse(text)) : run(task, dir));
  process.stdout.write(String(await timed(work)));
}

async function run(name: string, where: string): Promise<unknown> {
  if (name === 'compile') return compilePacks(where);
  if (name === 'positions')
    return globSync('*/**/*.yaml', { cwd: where }).map((file) =>
      parseDocument(readFileSync(join(where, file), 'utf8'), { prettyErrors: false }).toJS(),
    );
  return loadPacks(where);
}

async function compare(): Promise<void> {
  const packs = [...(await loadPacks(content)).values()];
  // As in production: nothing but what was compiled.
  const bare = mkdtempSync(join(tmpdir(), 'cohort-bench-'));
  cpSync(compiledFolder(content), join(bare, COMPILED), { recursive: true });
  const cases = [
    { label: 'JSON.parse of the text alone', task: 'parse', dir: bare },
    { label: 'the packs in production', task: 'load', dir: bare },
    { label: 'the packs in a clone, files compared', task: 'load', dir: content },
    { label: 'the packs compiled anew', task: 'compile', dir: content },
    { label: 'their YAML parsed with positions', task: 'positions', dir: content },
  ].map((each) => ({ ...each, times: [] as number[] }));
  for (let round = 0; round < RUNS; round++) {
    for (const each of cases) {
      const args = [import.meta.filename, each.task, each.dir];
      each.times.push(Number(execFileSync(process.execPath, args, { encoding: 'utf8' })));
    }
  }
  rmSync(bare, { recursive: true });
  const count = (size: (pack: (typeof packs)[number]) => number) =>
    packs.reduce((sum, pack) => sum + size(pack), 0);
  const baseline = Math.min(...(cases[0]?.times ?? []));
  const lines = cases.map(({ label, times }) => {
    const fastest = Math.min(...times);
    const show = (time: number) => `${time.toFixed(1).padStart(7)} ms`;
    const ratio = `${(fastest / baseline).toFixed(1).padStart(5)} ×`;
    return `${label.padEnd(36)} ${show(fastest)} ${show(median(times))} ${ratio}`;
  });
  console.log(
    [
      `${count(({ questions }) => questions.size)} questions, ${count(({ superseded }) => superseded.length)} earlier versions, ${count(({ lessons }) => lessons.size)} lessons, ${count(({ flashcards }) => flashcards.size)} flashcards; Node ${process.version}, ${RUNS} processes each`,
      `${'first load of a process'.padEnd(36)}    fastest     median`,
      ...lines,
    ].join('\n'),
  );
  const isFast = Math.min(...(cases[1]?.times ?? [])) <= MOST_MS;
  console.log(`In production: ${isFast ? 'within' : 'MORE THAN'} ${MOST_MS} ms.`);
  if (!isFast) process.exitCode = 1;
}

function readCompiled(where: string): string[] {
  return globSync(`${COMPILED}/*.json`, { cwd: where }).map((file) =>
    readFileSync(join(where, file), 'latin1'),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
