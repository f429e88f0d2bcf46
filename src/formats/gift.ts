// GIFT: a question is text with its answers in braces. https://docs.moodle.org/en/GIFT_format

import { readBlock } from './gift-read.ts';
import type { Bank, Format, Item, Read, Reading } from './item.ts';
import { emptyReading, MAX_ITEMS, UnreadableFile } from './item.ts';
import { byDomain, generalFeedback, stepsOf } from './layout.ts';
import { fieldsLost } from './losses.ts';
import { decodeText, encodeText } from './text.ts';

export const gift: Format = {
  id: 'gift',
  read: (bytes) => readGift(decodeText(bytes)),
  write: (bank) => ({ bytes: encodeText(writeGift(bank)), losses: fieldsLost(bank.items, ['extra']) }),
};

function writeGift({ name, items }: Bank): string {
  const step = (part: string) => part.replaceAll('/', '//').replaceAll('\n', ' ');
  const parts = byDomain(items).flatMap(([domain, within]) => [
    ...(domain === null ? [] : [`$CATEGORY: ${step(name)}/${step(domain)}\n`]),
    ...within.map(writeItem),
  ]);
  return parts.join('\n');
}

function writeItem(item: Item): string {
  const right = item.options.filter(({ correct }) => correct).length;
  const wrong = item.options.length - right;
  const marks = [
    ...(item.key === null ? [] : [`[id:${item.key.replace(/[\]\\\s]/g, '_')}]`]),
    ...(item.difficulty === null ? [] : [`[tag:difficulty:${item.difficulty}]`]),
  ];
  const answers = item.options.map(({ text, correct, why }) => {
    const weight = right === 1 ? '' : correct ? `%${share(100 / right)}%` : `%-${share(100 / wrong)}%`;
    const sign = right === 1 && correct ? '=' : '~';
    return `\t${sign}${weight}${escaped(text)}${why === '' ? '' : `#${escaped(why)}`}`;
  });
  const feedback = generalFeedback(item);
  const lines = feedback === '' ? answers : [...answers, `\t####${escaped(feedback)}`];
  const head = marks.length === 0 ? '' : `// ${marks.join(' ')}\n`;
  const title = item.key === null ? '' : `::${escaped(item.key)}::`;
  return `${head}${title}[markdown]${escaped(item.stem)}{\n${lines.join('\n')}\n}\n`;
}

function share(percent: number): string {
  return String(Number(percent.toFixed(5)));
}

/** Its signs, and lines: an empty one would end the question. */
function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
}

// --- reading ----------------------------------------------------------------------------------------------------

function readGift(text: string): Read {
  const read = emptyReading();
  let domain: string | null = null;
  for (const block of blocksOf(text)) {
    if (block.category === null) add(read, block, domain);
    else {
      const path = stepsOf(block.category);
      if (path.length > 1) read.name ??= path[0] ?? null;
      domain = path.at(-1) ?? null;
    }
  }
  return read;
}

function add(read: Reading, block: Block, domain: string | null): void {
  const item = read.items.length + read.skipped.length + 1;
  if (item > MAX_ITEMS) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
  const found = readBlock(block, { item, line: block.line });
  if ('why' in found) return void read.skipped.push(found);
  read.items.push({ item: { ...found.item, domain }, where: found.where });
  read.remarks.push(...found.remarks);
}

type Block = { text: string; marks: string; line: number; category: string | null };

type Open = { lines: string[]; marks: string[]; from: number; isOpen: boolean };

/** Questions are divided by empty lines outside of braces; what is in comments belongs to the question that follows. */
function* blocksOf(text: string): Generator<Block> {
  let open: Open = { lines: [], marks: [], from: 1, isOpen: false };
  for (const [index, line] of text.split('\n').entries()) {
    const category = categoryOf(line, open);
    if (!isEnd(line, open, category)) {
      addLine(open, line, index);
      continue;
    }
    const hasQuestion = open.lines.length > 0;
    if (hasQuestion) yield toBlock(open);
    if (category !== null) yield { text: '', marks: '', line: index + 1, category };
    // A comment may stand apart from its question.
    open = { lines: [], marks: hasQuestion ? [] : open.marks, from: index + 2, isOpen: false };
  }
  if (open.lines.length > 0) yield toBlock(open);
}

function categoryOf(line: string, { isOpen }: Open): string | null {
  return isOpen ? null : (/^\s*\$CATEGORY:\s*(.*)$/i.exec(line)?.[1] ?? null);
}

function isEnd(line: string, { isOpen }: Open, category: string | null): boolean {
  return category !== null || (line.trim() === '' && !isOpen);
}

function toBlock({ lines, marks, from }: Open): Block {
  return { text: lines.join('\n'), marks: marks.join(' '), line: from, category: null };
}

function addLine(open: Open, line: string, index: number): void {
  if (!open.isOpen && /^\s*\/\//.test(line)) {
    open.marks.push(line);
    return;
  }
  if (open.lines.length === 0) open.from = index + 1;
  open.lines.push(line);
  const braces = [...line.matchAll(/\\.|[{}]/g)].map(([sign]) => sign).filter((sign) => sign.length === 1);
  if (braces.length > 0) open.isOpen = braces.at(-1) === '{';
}
