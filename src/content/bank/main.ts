// npm run content:check [-- part-of-a-path] [--warnings] [--coverage] [--twins] [--guesses]
// To change a pack's lists: [--learn-references=pages.txt] [--learn-copies=hashes.txt.gz]
// Judges every bank under content/, prints what is wrong and what to do, and ends with 1 when there is an error. Packs
// that can be read are compiled on the way.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { assemblePack } from '../assemble.ts';
import { compilePacks } from '../build/compile.ts';
import type { Pack } from '../pack.ts';
import { readPacks } from '../read.ts';
import { checkBank } from './check.ts';
import { copiesFile, packList, readCopies } from './copies.ts';
import type { Finding } from './finding.ts';
import { showCounts, showCoverage, showFinding, showGuesses, showPack, showTwins } from './report.ts';
import { pageOf, readRules, referencesFile } from './rules.ts';

const root = join(import.meta.dirname, '../../..');
const contentDir = join(root, 'content');

const { values: flags, positionals: parts } = parseArgs({
  allowPositionals: true,
  options: {
    warnings: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    twins: { type: 'boolean', default: false },
    guesses: { type: 'boolean', default: false },
    'learn-references': { type: 'string' },
    'learn-copies': { type: 'string' },
  },
});

const { sources, faults } = await readPacks(contentDir);
const findings: Finding[] = [];
for (const source of sources) {
  const [pack] = assemblePack(source);
  const folder = join(contentDir, source.folder);
  if (pack === undefined) continue;
  if (flags['learn-references'] !== undefined) await learnReferences(folder, pack, flags['learn-references']);
  if (flags['learn-copies'] !== undefined)
    await writeFile(copiesFile(folder), packList(flags['learn-copies']));
  const rules = await readRules(folder, faults);
  if (rules === null) continue;
  const copies = readCopies(folder);
  if (copies === null) print(`F21 is not checked: there is no ${relative(root, copiesFile(folder))}`);
  findings.push(...checkBank({ sources: source, pack, rules, copies }));
  const questions = source.questions.filter(({ file }) => isChosen(relative(root, file)));
  if (flags.coverage)
    showCoverage(
      pack,
      rules,
      questions.map(({ value }) => value),
    ).forEach(print);
  if (flags.twins) showTwins([...pack.questions.values()]).forEach(print);
  if (flags.guesses) showGuesses([...pack.questions.values()]).forEach(print);
  print(showPack(pack));
}
if (faults.length === 0) await compilePacks(contentDir);
report();

function report(): void {
  const broken = faults.map((fault): Finding => ({ ...fault, id: '', code: 'file', level: 'error' }));
  const chosen = [...broken, ...findings]
    .map((finding) => ({ ...finding, file: relative(root, finding.file) }))
    .filter(({ file }) => isChosen(file));
  const listed = chosen.filter(({ level }) => level === 'error' || flags.warnings);
  listed.map(showFinding).forEach(print);
  const hint = flags.warnings ? '' : '; list the warnings with --warnings';
  print(`${showCounts(chosen, 'error')}, ${showCounts(chosen, 'warning')}${hint}`);
  if (chosen.some(({ level }) => level === 'error')) process.exitCode = 1;
}

function isChosen(file: string): boolean {
  return parts.length === 0 || parts.some((part) => file.includes(part));
}

/** Adds to references.txt those pages of the bank that a list of pages, one a line, has too. */
async function learnReferences(folder: string, pack: Pack, listFile: string): Promise<void> {
  const listed = new Set(
    (await readFile(listFile, 'utf8')).split('\n').map((line) => pageOf(line.split('\t')[0] ?? '')),
  );
  const file = referencesFile(folder);
  const lines = (await readFile(file, 'utf8')).split('\n');
  const known = new Set(lines);
  const used = [...pack.questions.values(), ...pack.lessons.values(), ...pack.flashcards.values()];
  const pages = used.flatMap(({ references }) => references.map(pageOf)).filter((page) => listed.has(page));
  for (const page of pages) known.add(page);
  const comments = lines.filter((line) => line.startsWith('#'));
  const addresses = [...known].filter((line) => line.startsWith('https:')).sort();
  await writeFile(file, `${[...comments, ...addresses].join('\n')}\n`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
