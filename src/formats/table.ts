// Questions as rows of a table with a heading: what CSV files and spreadsheets hold.

import type { Bank, Item, Loss, Read, RemarkWhat, Skipped } from './item.ts';
import { emptyReading, MAX_ITEMS, UnreadableFile } from './item.ts';
import { letterOf, readKey } from './layout.ts';
import { fieldsLost } from './losses.ts';

export type Row = { cells: readonly string[]; line: number };

const OPTIONS = 6;

/** What the columns may be called; the first is what we call them. */
const NAMES = {
  key: ['id', 'key', 'number', 'no', 'nr'],
  domain: ['domain', 'category', 'topic', 'section', 'kategorie', 'thema'],
  difficulty: ['difficulty', 'level'],
  stem: ['question', 'stem', 'question text', 'frage', 'pregunta'],
  correct: [
    'correct',
    'answer',
    'key',
    'correct answer',
    'correct answers',
    'right',
    'solution',
    'richtig',
    'lösung',
  ],
  takeaway: ['takeaway', 'explanation', 'feedback', 'general feedback', 'rationale', 'erklärung'],
  references: ['references', 'reference', 'source', 'link', 'url'],
} as const;
type Column = keyof typeof NAMES;

type Columns = {
  of: ReadonlyMap<Column, number>;
  options: number[];
  reasons: ReadonlyMap<number, number>;
  unknown: string[];
};

export function headings(): string[] {
  const letters = Array.from({ length: OPTIONS }, (_, index) => letterOf(index));
  return [
    ...['id', 'domain', 'difficulty', 'question'],
    ...letters,
    'correct',
    ...letters.map((letter) => `why ${letter}`),
    ...['takeaway', 'references'],
  ];
}

export function toRows({ items }: Bank): { rows: string[][]; losses: Loss[] } {
  return {
    rows: items.map(toRow),
    losses: fieldsLost(items, ['extra']),
  };
}

function toRow(item: Item): string[] {
  const slots = Array.from({ length: OPTIONS }, (_, index) => item.options[index]);
  const correct = item.options.flatMap((option, index) => (option.correct ? letterOf(index) : []));
  return [
    item.key ?? '',
    item.domain ?? '',
    item.difficulty === null ? '' : String(item.difficulty),
    item.stem,
    ...slots.map((option) => option?.text ?? ''),
    correct.join(','),
    ...slots.map((option) => option?.why ?? ''),
    item.takeaway,
    item.references.join('\n'),
  ];
}

export function readRows(rows: readonly Row[]): Read {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) throw new UnreadableFile({ kind: 'empty' });
  const columns = findColumns(head.cells);
  if (body.length > MAX_ITEMS) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
  const unknown: RemarkWhat[] =
    columns.unknown.length > 0 ? [{ kind: 'unknown-columns', columns: columns.unknown }] : [];
  const read = emptyReading();
  read.remarks.push(...unknown.map((what) => ({ where: { line: head.line }, what })));
  for (const [index, row] of body.entries()) {
    const found = readRow(columns, row, index + 1);
    if ('why' in found) read.skipped.push(found);
    else read.items.push(found);
  }
  return read;
}

function findColumns(cells: readonly string[]): Columns {
  const names = cells.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, ' '));
  const taken = new Set<number>();
  const take = (index: number) => {
    if (index >= 0) taken.add(index);
    return index;
  };
  const letters = Array.from({ length: OPTIONS }, (_, index) => letterOf(index).toLowerCase());
  const options = letters.flatMap((letter, index) => {
    const spelled = [
      letter,
      `option ${letter}`,
      `answer ${letter}`,
      `option ${index + 1}`,
      `answer ${index + 1}`,
      `antwort ${letter}`,
      `antwort ${index + 1}`,
      `choice ${letter}`,
      `choice ${index + 1}`,
    ];
    const at = take(names.findIndex((name, column) => !taken.has(column) && spelled.includes(name)));
    return at < 0 ? [] : [at];
  });
  const reasons = letters.flatMap((letter, index): [number, number][] => {
    const spelled = [
      `why ${letter}`,
      `reason ${letter}`,
      `feedback ${letter}`,
      `explanation ${letter}`,
      `feedback ${index + 1}`,
      `explanation ${index + 1}`,
    ];
    const at = take(names.findIndex((name) => spelled.includes(name)));
    return at < 0 ? [] : [[index, at]];
  });
  const of = new Map<Column, number>();
  // safe: the keys of a literal
  for (const [column, spelled] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    const at = take(names.findIndex((name, index) => !taken.has(index) && spelled.includes(name)));
    if (at >= 0) of.set(column, at);
  }
  needColumns(of, options);
  const unknown = cells.filter((cell, index) => cell.trim() !== '' && !taken.has(index)).slice(0, 10);
  return { of, options, reasons: new Map(reasons), unknown };
}

function needColumns(of: ReadonlyMap<Column, number>, options: readonly number[]): void {
  const missing = [
    ...(of.has('stem') ? [] : ['question']),
    ...(options.length >= 2 ? [] : ['A', 'B']),
    ...(of.has('correct') ? [] : ['correct']),
  ];
  if (missing.length > 0) throw new UnreadableFile({ kind: 'missing-columns', columns: missing });
}

function readRow(
  columns: Columns,
  { cells, line }: Row,
  number: number,
): Skipped | { item: Item; where: { item: number; line: number; name?: string } } {
  const cell = (column: Column) => cells[columns.of.get(column) ?? -1]?.trim() ?? '';
  const key = cell('key');
  const where = { item: number, line, ...(key !== '' && { name: key }) };
  const stem = cell('stem');
  if (stem === '') return { where, why: { kind: 'no-stem' } };
  const filled = columns.options
    .map((at, index) => ({
      text: cells[at]?.trim() ?? '',
      why: cells[columns.reasons.get(index) ?? -1]?.trim() ?? '',
    }))
    .filter(({ text }) => text !== '');
  const typed = cell('correct');
  if (typed === '') return { where, why: { kind: 'no-key' } };
  const right = readKey(
    typed,
    filled.map(({ text }) => text),
  );
  if (!right) return { where, why: { kind: 'bad-key', has: typed.slice(0, 60) } };
  const level = Number(cell('difficulty'));
  return {
    where,
    item: {
      key: key === '' ? null : key,
      stem,
      options: filled.map((option, index) => ({ ...option, correct: right.has(index) })),
      difficulty: level === 1 || level === 2 || level === 3 ? level : null,
      domain: cell('domain') || null,
      takeaway: cell('takeaway'),
      references: cell('references').split(/\s+/).filter(Boolean),
    },
  };
}
