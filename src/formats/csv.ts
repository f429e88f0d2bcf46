// CSV and TSV, whatever separates and quotes: a heading, then a question a row.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { broken, type Format, type FormatId, MAX_ITEMS } from './item.ts';
import { headings, type Row, readRows, toRows } from './table.ts';
import { decodeText, encodeText } from './text.ts';

/** So that spreadsheets know its encoding. */
const MARK = '\ufeff';

export const csv: Format = separated({ id: 'csv', delimiter: ',' });
export const tsv: Format = separated({ id: 'tsv', delimiter: '\t' });

function separated({ id, delimiter }: { id: FormatId; delimiter: string }): Format {
  return {
    id,
    read: (bytes) => readRows(readCells(decodeText(bytes))),
    write(bank) {
      const { rows, losses } = toRows(bank);
      const text = stringify(
        [headings(), ...rows].map((row) => row.map(defuse)),
        { delimiter },
      );
      return { bytes: encodeText(MARK + text), losses };
    },
  };
}

function readCells(text: string): Row[] {
  try {
    // safe: with `info` every record is one of these
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      info: true,
      to: MAX_ITEMS + 2,
      maxRecordSize: 1_000_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record.map(unfuse), line: info.lines }));
  } catch (error) {
    const { lines = null } = error as { lines?: number };
    throw broken(error instanceof Error ? error.message : 'not CSV', lines);
  }
}

/** What the heading has most of outside quotes: spreadsheets write semicolons where a comma is part of numbers. */
function delimiterOf(text: string): string {
  const [head = ''] = text.replace(/"[^"]*"/g, '""').split('\n');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

/** A spreadsheet takes a cell that begins so for a formula, and works it out. */
const FORMULA = /^[=+\-@\t\r]/;

function defuse(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unfuse(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
