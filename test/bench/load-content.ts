// npm run bench:content: how long a start of the bot takes over its content, and how that compares with
// parsing the same files with positions, as was done before. Both in one run, for these machines are noisy.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { loadPacks } from '#content/load.ts';

const root = join(import.meta.dirname, '../..');
const texts = globSync('content/*/**/*.yaml', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
);
const RUNS = 7;

const cold = await timed(() => loadPacks(join(root, 'content')));
const withPositions: number[] = [];
const whole: number[] = [];
for (let run = 0; run < RUNS; run++) {
  withPositions.push(await timed(async () => parseAll()));
  whole.push(await timed(() => loadPacks(join(root, 'content'))));
}
const [before, now] = [median(withPositions), median(whole)];
const packs = [...(await loadPacks(join(root, 'content'))).values()];
const count = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0);
console.log(
  [
    `${count(packs.map(({ questions }) => questions.size))} questions, ${count(packs.map(({ lessons }) => lessons.size))} lessons, ${count(packs.map(({ flashcards }) => flashcards.size))} flashcards, Node ${process.version}, median of ${RUNS}`,
    `the whole pack, first load of a process    ${cold.toFixed(0).padStart(6)} ms`,
    `the whole pack, read, parsed and checked   ${now.toFixed(0).padStart(6)} ms`,
    `its YAML parsed with positions alone       ${before.toFixed(0).padStart(6)} ms  (${(before / now).toFixed(1)} × as long)`,
  ].join('\n'),
);

function parseAll(): void {
  for (const text of texts) parseDocument(text, { prettyErrors: false }).toJS();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
