// npm run bench:topics: how long an autocomplete over topics takes with the bank as it is, beside a bare pass over the
// same names. What counts is the ratio, and that the slowest of all stays below what a key stroke may cost.
import { join } from 'node:path';
import { searchCardTopics, searchConcepts, searchLessons } from '#content/guide.ts';
import { loadPacks } from '#content/load.ts';
import { type Pack, searchTopics } from '#content/pack.ts';

const RUNS = 200;
const MOST_MS = 5;
const limit = 25;

/** Names, beginnings, aliases, one and two mistakes, nothing that is there, nothing at all. */
const TYPED = [
  '',
  'l',
  'lambda',
  'visibility timeout',
  'visibilty timout',
  'beanstlak',
  'stepfunctions',
  'dlq',
  'ecr',
  'api gatway cachng',
  'provisoned concurency of lamda functons',
  'xylophone quartet',
];

type Search = (pack: Pack, typed: string) => unknown;

const searches: [string, Search][] = [
  ['a bare pass over all names (baseline)', bare],
  ['/concept', (pack, typed) => searchConcepts(pack, 'c02', { typed, limit })],
  ['/lesson', (pack, typed) => searchLessons(pack, 'c02', { typed, limit })],
  ['/flashcards', (pack, typed) => searchCardTopics(pack, 'c02', { typed, limit })],
  ['/quiz', (pack, typed) => searchTopics(pack, 'c02', { typed, limit })],
];

const pack = (await loadPacks(join(import.meta.dirname, '../../content'))).get('aws-developer-associate');
if (!pack) throw new Error('the bank has no aws-developer-associate');

// The first search of a process also prepares the names: once, at the first key stroke of all.
for (const [label, search] of searches.slice(1)) {
  const started = performance.now();
  search(pack, 'lambda');
  console.log(`${label.padEnd(44)} first search of all ${(performance.now() - started).toFixed(1)} ms`);
}

const measured = searches.map(([label, search]) => ({ label, ...timesOf(search) }));
const baseline = measured[0]?.median ?? 1;
console.log(`\n${''.padEnd(44)}  median ms   slowest text, median ms`);
for (const { label, median, slowest, typed } of measured) {
  const ratio = `${(median / baseline).toFixed(1)} ×`.padStart(8);
  console.log(
    `${label.padEnd(44)} ${median.toFixed(3).padStart(8)} ${ratio}  ${slowest.toFixed(3)} “${typed}”`,
  );
}
const worst = Math.max(...measured.map(({ slowest }) => slowest));
console.log(`\n${worst < MOST_MS ? 'within' : 'NOT within'} ${MOST_MS} ms: ${worst.toFixed(2)} ms at most`);

/** Of all texts together, and of the one that takes longest. */
function timesOf(search: Search): { median: number; slowest: number; typed: string } {
  const each = TYPED.map((typed) => {
    const times = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      search(pack as Pack, typed);
      return performance.now() - started;
    });
    return { typed, median: medianOf(times) };
  });
  const slowest = each.toSorted((a, b) => b.median - a.median)[0];
  return {
    median: medianOf(each.map(({ median }) => median)),
    slowest: slowest?.median ?? 0,
    typed: slowest?.typed ?? '',
  };
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function bare(of: Pack, typed: string): unknown {
  return [...of.concepts.values()].filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, limit);
}
