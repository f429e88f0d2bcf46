// A lesson file as data: front matter, its sections in their order, the questions to check oneself with, the summary.
// Its length, wording and references are judged by the checker in bank/.
import type { Fault } from './fault.ts';
import { type Block, parseBlocks } from './markdown.ts';
import { type LessonHead, lessonSchema } from './schema.ts';
import { parseYaml, type Source, shape } from './source.ts';

const lessonSections = [
  'The problem',
  'How it works',
  'Which one when',
  'Two traps',
  'Worked scenario',
  'Check yourself',
  'In five lines',
] as const;

/** The last section may be missing; whether it should be, the checker says. */
const REQUIRED_SECTIONS = lessonSections.length - 1;
const SUMMARY = { lines: 5, characters: 120 };

type SectionName = (typeof lessonSections)[number];

/** `line` is that of its heading. */
type LessonSection = { heading: SectionName; line: number; blocks: readonly Block[] };

/**
 * `checks` are the ids of three questions; `sections` are the five before them, in order; `fiveLines` sum the lesson up,
 * empty while nobody has written them.
 */
export type Lesson = LessonHead & {
  sections: readonly LessonSection[];
  checks: readonly string[];
  fiveLines: readonly string[];
};

/** The text's lesson; null when it cannot be read as one, with faults that say why. */
export function parseLesson(
  { file, text }: { file: string; text: string },
  faults: Fault[],
): Source<Lesson> | null {
  const [all, matter] = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text) ?? [];
  if (all === undefined || matter === undefined || !text.startsWith(all)) {
    faults.push({ file, line: 1, text: 'the front matter is missing: begin with ---, the fields, ---' });
    return null;
  }
  // An empty first line in place of the dashes keeps the line numbers.
  const yaml = parseYaml({ file, text: `\n${matter}` }, faults);
  const head = yaml && shape(lessonSchema, yaml, faults);
  const blocks = parseBlocks(text.slice(all.length), all.split('\n').length);
  const sections = splitSections(blocks, (line, says) => faults.push({ file, line, text: says }));
  if (head === null || sections === null) return null;
  const [checks, summary] = (['Check yourself', 'In five lines'] as const).map((name) =>
    sections.find(({ heading }) => heading === name),
  );
  const value = {
    ...head.value,
    sections: sections.filter((section) => section !== checks && section !== summary),
    checks: (checks?.blocks ?? []).flatMap(listItems).map((item) => item.replaceAll('`', '')),
    fiveLines: (summary?.blocks ?? []).flatMap(listItems),
  };
  // A path into the text leads to the line of its section; all others are in the front matter.
  const at: Source<Lesson>['at'] = (path) => {
    const section = { checks, fiveLines: summary }[String(path[0])];
    return section?.line ?? (path[0] === 'fiveLines' ? 1 : head.at(path));
  };
  const wrong = findWrongSection(value, checks) ?? findWrongSummary(value, summary);
  if (wrong !== null) faults.push({ file, ...wrong });
  return wrong === null ? { file, value, at } : null;
}

function splitSections(
  blocks: readonly Block[],
  fail: (line: number, says: string) => void,
): LessonSection[] | null {
  const starts = blocks.filter((block) => block.kind === 'heading' && block.level <= 2);
  const wrong = findWrongOrder(blocks, starts);
  if (wrong !== null) {
    const line = wrong.block?.line ?? blocks.at(-1)?.line ?? 1;
    fail(line, `${wrong.says}: the sections are ${lessonSections.join(', ')}, in this order`);
    return null;
  }
  return lessonSections.slice(0, starts.length).map((heading, index) => {
    const [start, end] = [starts[index], starts[index + 1]].map((block) => block && blocks.indexOf(block));
    return { heading, line: starts[index]?.line ?? 1, blocks: blocks.slice((start ?? 0) + 1, end) };
  });
}

function findWrongOrder(
  blocks: readonly Block[],
  starts: readonly Block[],
): { block: Block | undefined; says: string } | null {
  if (blocks[0] !== starts[0]) return { block: blocks[0], says: 'text stands before the first section' };
  const index = lessonSections.findIndex((name, place) => {
    const start = starts[place];
    if (start === undefined && place === REQUIRED_SECTIONS) return false;
    return start?.kind !== 'heading' || start.level !== 2 || start.text !== name;
  });
  if (index >= 0) return { block: starts[index], says: `"## ${lessonSections[index]}" belongs here` };
  const extra = starts[lessonSections.length];
  return extra === undefined ? null : { block: extra, says: 'no section follows "In five lines"' };
}

/** What a section lacks that the bot relies on when it shows the lesson. */
function findWrongSection(
  { sections, checks }: Lesson,
  checkSection: LessonSection | undefined,
): { line: number; text: string } | null {
  for (const { heading, line, blocks } of sections) {
    const text = blocks.length === 0 ? 'is empty: write it' : findWrongParts(heading, blocks);
    if (text !== null) return { line, text: `the section "${heading}" ${text}` };
  }
  const isList = checkSection?.blocks.length === 1 && checkSection.blocks[0]?.kind === 'list';
  if (isList && new Set(checks).size === 3 && checks.length === 3) return null;
  const text =
    'the section "Check yourself" is a list of three different question ids and nothing else: correct it';
  return { line: checkSection?.line ?? 1, text };
}

function findWrongSummary(
  { fiveLines }: Lesson,
  section: LessonSection | undefined,
): { line: number; text: string } | null {
  if (section === undefined) return null;
  const isList = section.blocks.length === 1 && section.blocks[0]?.kind === 'list';
  const isShort = fiveLines.every((line) => line.length <= SUMMARY.characters);
  if (isList && isShort && fiveLines.length === SUMMARY.lines) return null;
  const text = `the section "In five lines" is a list of ${SUMMARY.lines} items of at most ${SUMMARY.characters} characters and nothing else: correct it`;
  return { line: section.line, text };
}

function findWrongParts(heading: SectionName, blocks: readonly Block[]): string | null {
  const tables = blocks.filter((block) => block.kind === 'table');
  const traps = blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []));
  if (heading === 'Which one when') {
    if (tables.length !== 1) return `has ${tables.length} tables: it needs exactly one`;
  } else if (tables.length > 0) return 'has a table: only "Which one when" has one';
  if (heading !== 'Two traps')
    return traps.length > 0 ? 'has a ### heading: only "Two traps" has them' : null;
  const isFilled = traps.every((index) => (blocks[index + 1]?.kind ?? 'heading') !== 'heading');
  return traps.length === 2 && isFilled ? null : 'needs exactly two ### headings, each followed by text';
}

function listItems(block: Block): string[] {
  return block.kind === 'list' ? block.items.map((item) => item.replace(/^(- |\d+\. )/, '')) : [];
}
