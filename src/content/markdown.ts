// The Markdown that lessons may use, as blocks: headings, paragraphs, flat lists, tables and fenced code.
// Pure; whether a lesson has the right blocks in the right places is lesson.ts.

/** `line` counts from 1 within the file. Wrapped lines of paragraphs and list items are joined by a space. */
export type Block = { line: number } & (
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** The first row is the header; the line of dashes is left out. */
  | { kind: 'table'; rows: readonly (readonly string[])[] }
  /** With its fences. */
  | { kind: 'code'; text: string }
);

type LineKind = Block['kind'];
type Group = { kind: LineKind; line: number; lines: string[] };

const heading = /^(#{1,6}) +(.*?)\s*$/;
const fence = /^```/;
const listItem = /^(- |\d+\. )/;

/** The blocks of a text that begins on `firstLine` of its file. */
export function parseBlocks(text: string, firstLine: number): Block[] {
  return groupLines(text, firstLine).map(toBlock);
}

/** The lines of each block: an empty line ends it, as does a line of another kind; a fence runs to its end. */
function groupLines(text: string, firstLine: number): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const isFenced: boolean = open?.kind === 'code' && !isClosed(open);
    const kind = kindOf(line);
    if (!isFenced && line.trim() === '') {
      open = null;
    } else if (open !== null && (isFenced || continues(kind, open.kind))) {
      open.lines.push(line);
    } else {
      open = { kind, line: firstLine + index, lines: [line] };
      groups.push(open);
    }
  }
  return groups;
}

function kindOf(line: string): LineKind {
  if (heading.test(line)) return 'heading';
  if (fence.test(line)) return 'code';
  if (listItem.test(line)) return 'list';
  return line.startsWith('|') ? 'table' : 'paragraph';
}

function isClosed({ lines }: Group): boolean {
  return lines.length > 1 && fence.test(lines.at(-1) ?? '');
}

/** A wrapped list item goes on with what looks like a paragraph. */
function continues(kind: LineKind, open: LineKind): boolean {
  if (open === 'heading' || open === 'code') return false;
  return kind === open || (open === 'list' && kind === 'paragraph');
}

function toBlock({ kind, line, lines }: Group): Block {
  switch (kind) {
    case 'heading': {
      const [, marks = '', text = ''] = heading.exec(lines[0] ?? '') ?? [];
      return { kind, level: marks.length, text, line };
    }
    case 'list':
      return { kind, items: joinItems(lines), line };
    case 'table':
      return { kind, rows: parseRows(lines), line };
    case 'code':
      return { kind, text: lines.join('\n'), line };
    case 'paragraph':
      return { kind, text: lines.map((part) => part.trim()).join(' '), line };
  }
}

function joinItems(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (listItem.test(line)) items.push(line.trim());
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

function parseRows(lines: readonly string[]): string[][] {
  return lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) => {
      const cells = line.trim().replace(/^\||\|$/g, '');
      return cells.split('|').map((cell) => cell.trim());
    });
}
