// Aiken: a stem, lettered options, and one letter. https://docs.moodle.org/en/Aiken_format

import type { Bank, Format, Item, Loss, LostField, Read, Skipped, Where } from './item.ts';
import { MAX_ITEMS, UnreadableFile } from './item.ts';
import { letterOf } from './layout.ts';
import { fieldsLost } from './losses.ts';
import { decodeText, encodeText } from './text.ts';

export const aiken: Format = {
  id: 'aiken',
  read: (bytes) => readAiken(decodeText(bytes)),
  write(bank) {
    const { items, losses } = fitting(bank);
    return { bytes: encodeText(items.map(writeItem).join('\n')), losses };
  },
};

function writeItem({ stem, options }: Item): string {
  const lines = options.map(({ text }, index) => `${letterOf(index)}. ${inLine(text)}`);
  const key = letterOf(options.findIndex(({ correct }) => correct));
  return `${inLine(stem)}\n${lines.join('\n')}\nANSWER: ${key}\n`;
}

function inLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** One right option each, and nothing but the texts. */
function fitting({ items }: Bank): { items: Item[]; losses: Loss[] } {
  const fits = items.filter(({ options }) => options.filter(({ correct }) => correct).length === 1);
  const leftOut = items
    .filter((item) => !fits.includes(item))
    .map(({ key }): Loss => ({ kind: 'left-out', key, why: 'several-right' }));
  const fields: LostField[] = [
    'key',
    'reasons',
    'takeaway',
    'references',
    'difficulty',
    'domain',
    'lines',
    'extra',
  ];
  return { items: fits, losses: [...fieldsLost(fits, fields), ...leftOut] };
}

const OPTION = /^\s*([A-Z])\s*[.)]\s+(.*)$/;
const ANSWER = /^\s*ANSWER\s*:\s*(.*)$/i;

type Open = { stem: string[]; options: string[]; line: number };

function readAiken(text: string): Read {
  const { found, left } = text.split('\n').reduce(readLine, { found: [], left: null });
  const dangling: Skipped[] = left
    ? [{ where: { item: found.length + 1, line: left.line }, why: { kind: 'no-key' } }]
    : [];
  return {
    kind: 'read',
    name: null,
    items: found.filter((each) => 'item' in each),
    skipped: [...found.filter((each) => 'why' in each), ...dangling],
    remarks: [],
  };
}

type Found = Skipped | { item: Item; where: Where };
type Progress = { found: Found[]; left: Open | null };

/** `found` grows in place: files may have ten thousand questions. */
function readLine({ found, left }: Progress, line: string, index: number): Progress {
  if (line.trim() === '') return { found, left };
  const open = left ?? { stem: [], options: [], line: index + 1 };
  const answer = ANSWER.exec(line);
  if (!answer) return { found, left: addLine(open, line) };
  if (found.length >= MAX_ITEMS) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
  found.push(close(open, answer[1] ?? '', found.length + 1));
  return { found, left: null };
}

function addLine(open: Open, line: string): Open {
  const [, letter, text = ''] = OPTION.exec(line) ?? [];
  // A stem may begin with "A. " too: options come in their order, after a stem.
  if (letter !== undefined && open.stem.length > 0 && letter === letterOf(open.options.length)) {
    return { ...open, options: [...open.options, text.trim()] };
  }
  if (open.options.length === 0) return { ...open, stem: [...open.stem, line.trim()] };
  return { ...open, options: [...open.options.slice(0, -1), `${open.options.at(-1)} ${line.trim()}`] };
}

function close({ stem, options, line }: Open, typed: string, number: number): Found {
  const where = { item: number, line };
  if (stem.length === 0) return { where, why: { kind: 'no-stem' } };
  const key = 'ABCDEFGHIJ'.indexOf(typed.trim().toUpperCase().slice(0, 1) || '?');
  if (key < 0 || key >= options.length || typed.trim().length > 1) {
    return { where, why: { kind: 'bad-key', has: typed.trim().slice(0, 60) } };
  }
  return {
    where,
    item: {
      key: null,
      stem: stem.join('\n'),
      options: options.map((text, index) => ({ text, correct: index === key, why: '' })),
      difficulty: null,
      domain: null,
      takeaway: '',
      references: [],
    },
  };
}
