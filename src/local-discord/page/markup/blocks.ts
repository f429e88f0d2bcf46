// Markdown by lines, as Discord reads it: headings, small print, quotes, lists, fenced code. Pure.
import { parseInline } from './inline.ts';
import type { Block, ListItem } from './tree.ts';

const FENCE = /```(?:([a-z0-9_+#.-]+)\n)?\n*([\s\S]*?[^\n])\n*```/i;

export function parseMarkup(text: string): Block[] {
  const fence = FENCE.exec(text);
  if (!fence) return parseLines(text.split('\n'));
  const before = text.slice(0, fence.index).replace(/\n$/, '');
  const after = text.slice(fence.index + fence[0].length).replace(/^\n/, '');
  return [
    ...(before === '' ? [] : parseLines(before.split('\n'))),
    { kind: 'code', language: fence[1] ?? '', text: fence[2] ?? '' },
    ...(after === '' ? [] : parseMarkup(after)),
  ];
}

type Taken = { block: Block; lines: number };
type Reader = (lines: string[]) => Taken | null;

/** Each looks at the start of what is left and says what it took. */
const READERS: Reader[] = [readHeading, readSmall, readDeepQuote, readQuote, readList];

function parseLines(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  let rest = lines;
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', children: parseInline(plain.join('\n')) });
    plain = [];
  };
  while (rest.length > 0) {
    const taken = firstOf(rest);
    if (taken) {
      flush();
      blocks.push(taken.block);
    } else {
      plain.push(rest[0] ?? '');
    }
    rest = rest.slice(taken?.lines ?? 1);
  }
  flush();
  return blocks;
}

function firstOf(lines: string[]): Taken | null {
  for (const read of READERS) {
    const taken = read(lines);
    if (taken) return taken;
  }
  return null;
}

function readHeading([line = '']: string[]): Taken | null {
  const match = /^\s*(#{1,3})\s+(.+)$/.exec(line);
  if (!match) return null;
  const children = parseInline((match[2] ?? '').trim());
  return { block: { kind: 'heading', level: match[1]?.length ?? 1, children }, lines: 1 };
}

function readSmall([line = '']: string[]): Taken | null {
  const match = /^\s*-#\s+(.+)$/.exec(line);
  return match ? { block: { kind: 'small', children: parseInline(match[1] ?? '') }, lines: 1 } : null;
}

/** ">>>" quotes everything that follows. */
function readDeepQuote(lines: string[]): Taken | null {
  if (!/^\s*>>> /.test(lines[0] ?? '')) return null;
  const text = lines.join('\n').replace(/^\s*>>> /, '');
  return { block: { kind: 'quote', blocks: parseLines(text.split('\n')) }, lines: lines.length };
}

function readQuote(lines: string[]): Taken | null {
  const quoted = takeWhile(lines, (line) => /^\s*>(?: |$)/.test(line));
  if (quoted.length === 0) return null;
  const inner = quoted.map((line) => line.replace(/^\s*> ?/, ''));
  return { block: { kind: 'quote', blocks: parseLines(inner) }, lines: quoted.length };
}

const ITEM = /^( *)([-*]|\d{1,9}\.) +(.+)$/;

function readList(lines: string[]): Taken | null {
  const first = ITEM.exec(lines[0] ?? '');
  if (!first) return null;
  const indent = first[1]?.length ?? 0;
  const taken = takeWhile(lines, (line) => (ITEM.exec(line)?.[1]?.length ?? -1) >= indent);
  const items: ListItem[] = [];
  for (let at = 0; at < taken.length; ) {
    const [, , , text = ''] = ITEM.exec(taken[at] ?? '') ?? [];
    const deeper = takeWhile(taken.slice(at + 1), (line) => (ITEM.exec(line)?.[1]?.length ?? 0) > indent);
    items.push({ children: parseInline(text), nested: deeper.length > 0 ? parseLines(deeper) : [] });
    at += 1 + deeper.length;
  }
  const number = Number.parseInt(first[2] ?? '', 10);
  return { block: { kind: 'list', start: Number.isNaN(number) ? null : number, items }, lines: taken.length };
}

function takeWhile(lines: string[], test: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !test(line));
  return end < 0 ? lines : lines.slice(0, end);
}
