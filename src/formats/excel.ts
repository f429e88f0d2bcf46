// Spreadsheets: a table with all there is, and Kahoot's form with its four short answers.

import readSheet from 'read-excel-file/node';
import writeSheet from 'write-excel-file/node';
import type { Bank, Format, Item, Loss, Read, Written } from './item.ts';
import { broken, MAX_ITEMS, UnreadableFile } from './item.ts';
import { fieldsLost } from './losses.ts';
import { headings, type Row, readRows, toRows } from './table.ts';
import { isZip, unpack } from './zip.ts';

export const xlsx: Format = {
  id: 'xlsx',
  read: readWorkbook,
  async write(bank) {
    const { rows, losses } = toRows(bank);
    return { bytes: await toWorkbook([headings(), ...rows], bank.name), losses };
  },
};

export const kahoot: Format = { ...xlsx, id: 'kahoot', write: writeKahoot };

async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  if (!isZip(bytes)) throw broken('not a spreadsheet');
  // Looked through before the library unpacks it.
  unpack(bytes, () => true);
  const cells = await readCells(bytes);
  if (cells.length > MAX_ITEMS + 20) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
  const rows = cells.map((row, index): Row => ({ cells: row.map(toText), line: index + 1 }));
  const head = rows.findIndex((row) => isHeading(row.cells));
  if (head < 0)
    throw new UnreadableFile({ kind: 'missing-columns', columns: ['question', 'A', 'B', 'correct'] });
  return readRows(
    rows
      .slice(head)
      .map((row, index) => (index === 0 ? { ...row, cells: row.cells.map(plainHeading) } : row)),
  );
}

async function readCells(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  try {
    const [first] = await readSheet(Buffer.from(bytes));
    return first?.data ?? [];
  } catch (error) {
    throw broken(error instanceof Error ? error.message : 'not a spreadsheet');
  }
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).replace(/\r\n?/g, '\n');
}

/** The row that names the columns: Kahoot writes a title and advice above it. */
function isHeading(cells: readonly string[]): boolean {
  const names = cells.map((cell) => plainHeading(cell).toLowerCase());
  return (
    names.some((name) => /^(question|stem|frage|pregunta)/.test(name)) && names.filter(Boolean).length >= 3
  );
}

/** "Question - max 120 characters" and "Correct answer(s) - choose at least one" without what they advise. */
function plainHeading(cell: string): string {
  return cell
    .replace(/\s+[-–]\s.*$/s, '')
    .replace(/\(s\)/g, '')
    .trim();
}

// --- Kahoot -----------------------------------------------------------------------------------------------------

/** https://support.kahoot.com/hc/en-us/articles/115002812547 */
const KAHOOT = { stem: 120, option: 75, options: 4, seconds: 60 };

async function writeKahoot({ name, items }: Bank): Promise<Written> {
  const fits = items.filter(({ options }) => options.length <= KAHOOT.options);
  const tooMany = items.filter((item) => !fits.includes(item));
  const head = [
    'Question - max 120 characters',
    ...[1, 2, 3, 4].map((number) => `Answer ${number} - max 75 characters`),
    'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
    'Correct answer(s) - choose at least one',
  ];
  const rows = fits.map((item) => [
    cut(item.stem, KAHOOT.stem),
    ...Array.from({ length: KAHOOT.options }, (_, index) =>
      cut(item.options[index]?.text ?? '', KAHOOT.option),
    ),
    String(KAHOOT.seconds),
    item.options.flatMap(({ correct }, index) => (correct ? [index + 1] : [])).join(','),
  ]);
  return {
    bytes: await toWorkbook([head, ...rows], name),
    losses: [
      ...fieldsLost(fits, ['key', 'reasons', 'takeaway', 'references', 'difficulty', 'domain', 'extra']),
      ...tooMany.map(({ key }): Loss => ({ kind: 'left-out', key, why: 'too-many-options' })),
      ...fits.flatMap(cutsOf),
    ],
  };
}

function cutsOf({ key, stem, options }: Item): Loss[] {
  return [
    ...(stem.length > KAHOOT.stem
      ? [{ kind: 'cut' as const, key, field: 'stem' as const, limit: KAHOOT.stem }]
      : []),
    ...(options.some(({ text }) => text.length > KAHOOT.option)
      ? [{ kind: 'cut' as const, key, field: 'option' as const, limit: KAHOOT.option }]
      : []),
  ];
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`.toWellFormed();
}

async function toWorkbook(rows: readonly (readonly string[])[], name: string): Promise<Uint8Array> {
  // Every cell is text: nothing of it is worked out as a formula.
  const data = rows.map((row) => row.map((value) => ({ value, type: String, wrap: true })));
  const sheet =
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Questions';
  return new Uint8Array(await writeSheet(data, { sheet }).toBuffer());
}
