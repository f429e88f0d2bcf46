// Flaws of lesson texts: L01 length, L02 blocks, L03 the table, L04 links and markup, L05 what it covers, L07 the summary;
// F21–F24 as for questions. Pure, one lesson at a time.
import { CHUNK_CHARACTERS, showBlock } from '../chunk.ts';
import type { Lesson } from '../lesson.ts';
import type { Block } from '../markdown.ts';
import type { Question } from '../schema.ts';
import { type Copies, findCopiedText, sayCopied } from './copies.ts';
import { type Facts, findDeprecated, findReferenceFlaws, volatileFactsIn } from './facts.ts';
import { type Flaw, given, type Level } from './finding.ts';
import { findMarkup, longestCodeBlock } from './markup.ts';
import { findLetterReference } from './wording.ts';
import { proseOf } from './words.ts';

/** A flaw of a lesson stands on a line of its text, or, with `line` null, at a path of its front matter. */
export type LessonFlaw = Flaw & { line: number | null };

const WORDS = { least: 600, most: 900 };
const PHONE_CHARACTERS = 700;
const CODE = { lines: 12, columns: 60 };
const ROWS = { least: 3, most: 8 };
const COLUMNS = { least: 2, most: 3 };

/** `complete` are the lessons of the modules that are declared finished. */
export type LessonContext = {
  facts: Facts;
  copies: Copies | null;
  questions: ReadonlyMap<string, Question>;
  complete: ReadonlySet<string>;
};

export function findLessonFlaws(lesson: Lesson, context: LessonContext): LessonFlaw[] {
  const blocks = lesson.sections.flatMap((section) => section.blocks);
  return [
    ...findWrongLength(lesson),
    ...blocks.flatMap((block) => findBlockFlaws(block, context)),
    ...findHalfNumbers(lesson, context.facts),
    ...inFrontMatter(findReferenceFlaws(lesson.references, context.facts)),
    ...inFrontMatter(findUncovered(lesson, context)),
    ...findSummaryFlaws(lesson, context),
  ];
}

/** L07, and what holds for any list. */
function findSummaryFlaws({ id, fiveLines }: Lesson, context: LessonContext): LessonFlaw[] {
  const path = ['fiveLines'];
  if (fiveLines.length > 0) {
    const block: Block = { kind: 'list', items: fiveLines.map((line) => `- ${line}`), line: 0 };
    return findBlockFlaws(block, context).map((flaw) => ({ ...flaw, line: null, path }));
  }
  const text = 'the section "In five lines" is missing: write it';
  return given(context.complete.has(id), { code: 'L07', level: 'error', path, text, line: null });
}

/** The words from the first heading to the end of the worked scenario, tables and code included. */
export function countWords({ sections }: Lesson): number {
  const texts = sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(textOf)]);
  return texts
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function findWrongLength(lesson: Lesson): LessonFlaw[] {
  const words = countWords(lesson);
  if (words >= WORDS.least && words <= WORDS.most) return [];
  return [
    flawAt(lesson.sections[0]?.line ?? 1)('L01', `${words} words: ${WORDS.least} to ${WORDS.most} is right`),
  ];
}

function findBlockFlaws(block: Block, { facts, copies }: LessonContext): LessonFlaw[] {
  const text = textOf(block);
  const shown = showBlock(block).length;
  const [add, warn] = [flawAt(block.line), flawAt(block.line, 'warning')];
  const isLong = block.kind === 'paragraph' && shown > PHONE_CHARACTERS;
  const letter = findLetterReference(text);
  const deprecated = findDeprecated({ place: 'why', path: [], text }, facts);
  const copied = copies === null ? [] : findCopiedText(text, copies, facts.commonPhrases);
  return [
    ...given(
      shown > CHUNK_CHARACTERS,
      add('L02', `${shown} characters, ${CHUNK_CHARACTERS} is the most: split it`),
    ),
    ...given(
      isLong,
      warn('L02', `a paragraph of ${shown} characters is long on a phone: ${PHONE_CHARACTERS} is better`),
    ),
    ...(block.kind === 'code' ? findLongCode(block.text).map((says) => add('L02', says)) : []),
    ...(block.kind === 'table' ? findOddTable(block.rows).map((says) => add('L03', says)) : []),
    ...findLessonMarkup(block).map((says) => add('L04', says)),
    ...(letter === null ? [] : [add('F06', letter)]),
    ...copied.map((run) => add('F21', sayCopied(run))),
    ...deprecated.map((flaw) => ({ ...flaw, line: block.line })),
  ];
}

function findLongCode(text: string): string[] {
  const lines = longestCodeBlock(text);
  const columns = Math.max(...text.split('\n').map((line) => line.length));
  return [
    ...given(
      lines > CODE.lines,
      `a code block of ${lines} lines, ${CODE.lines} is the most: describe the rest`,
    ),
    ...given(
      columns > CODE.columns,
      `a line of code has ${columns} characters, ${CODE.columns} is the most: break it`,
    ),
  ];
}

function findOddTable(rows: readonly (readonly string[])[]): string[] {
  const columns = rows[0]?.length ?? 0;
  const isOdd =
    columns < COLUMNS.least || columns > COLUMNS.most || rows.some((row) => row.length !== columns);
  const body = rows.length - 1;
  return [
    ...given(
      isOdd,
      `each row has the same ${COLUMNS.least} or ${COLUMNS.most} cells, no "|" within one: correct it`,
    ),
    ...given(body < ROWS.least || body > ROWS.most, `${body} rows: ${ROWS.least} to ${ROWS.most} is right`),
    ...given(
      rows.some((row) => row.includes('')),
      'a cell is empty: fill it',
    ),
  ];
}

/** L04: bold is a lesson's own; links, HTML and quotations are not. */
function findLessonMarkup(block: Block): string[] {
  if (block.kind === 'code') return [];
  const prose = proseOf(textOf(block)).replace(/\*\*([^*\n]+)\*\*/g, '$1');
  const [tag] = /<\/?[a-z][^>]*>|!\[|https?:\/\//i.exec(prose) ?? [];
  return [
    ...findMarkup(prose).map((found) => `${found}: put it in code or reword it`),
    ...(tag === undefined ? [] : [`"${tag}": links stand in the front matter, HTML and images nowhere`]),
  ];
}

/** F23: a number that has moved needs its other value beside it, or goes. */
function findHalfNumbers({ sections }: Lesson, facts: Facts): LessonFlaw[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      volatileFactsIn(textOf(block), facts)
        .filter(({ values }) => values.length === 1)
        .map(({ fact, values }) =>
          flawAt(block.line, 'warning')(
            'F23',
            `"${values[0]}" (${fact}) has moved: name both values or none`,
          ),
        ),
    );
}

/** L05 */
function findUncovered({ id, concepts, checks }: Lesson, { facts, questions }: LessonContext): Flaw[] {
  const missing = [...facts.concepts.values()].filter(
    ({ slug, lesson }) => lesson === id && !concepts.includes(slug),
  );
  const foreign = checks.filter((check) => questions.get(check)?.lesson !== id);
  return [
    ...missing.map(({ slug }): Flaw => {
      return {
        code: 'L05',
        level: 'warning',
        path: ['concepts'],
        text: `does not list its concept ${slug}: add it`,
      };
    }),
    ...foreign.map((check): Flaw => {
      const text = `${check} is no question of this lesson: choose another`;
      return { code: 'L05', level: 'error', path: ['checks'], text };
    }),
  ];
}

function textOf(block: Block): string {
  if (block.kind === 'list') return block.items.join('\n');
  return block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join('\n') : block.text;
}

function flawAt(line: number, level: Level = 'error') {
  return (code: string, text: string): LessonFlaw => ({ code, level, path: [], text, line });
}

function inFrontMatter(flaws: readonly Flaw[]): LessonFlaw[] {
  return flaws.map((flaw) => ({ ...flaw, line: null }));
}
