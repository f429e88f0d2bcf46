// Anki's text form: columns that its headers name. https://docs.ankiweb.net/importing/text-files.html

import { parse } from 'csv-parse/sync';
import { type AnkiNote, readNotes, toNotes } from './anki.ts';
import { broken, type Format, MAX_ITEMS } from './item.ts';
import { fieldsLost } from './losses.ts';
import { decodeText, encodeText } from './text.ts';

export const ankiText: Format = {
  id: 'anki',
  read: (bytes) => readText(decodeText(bytes)),
  write(bank) {
    const headers = [
      ...['#separator:tab', '#html:true', `#deck:${bank.name.replaceAll('\n', ' ')}`],
      ...['#columns:Guid\tFront\tBack\tTags', '#guid column:1', '#tags column:4'],
    ];
    const rows = toNotes(bank).map(({ guid, front, back, tags }) =>
      [guid, front, back, tags.join(' ')].map(cell).join('\t'),
    );
    return {
      bytes: encodeText(`${[...headers, ...rows].join('\n')}\n`),
      losses: fieldsLost(bank.items, ['extra']),
    };
  },
};

/** Lines of code stay lines: a quoted cell may have several. */
function cell(content: string): string {
  return `"${content.replaceAll('"', '""')}"`;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};

function readText(text: string) {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const headers = new Map(
    lines.slice(0, end < 0 ? lines.length : end).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(1, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const said = headers.get('separator') ?? 'tab';
  const delimiter = SEPARATORS[said.toLowerCase()] ?? (said || '\t');
  const records = readCells(lines.slice(Math.max(0, end)).join('\n'), delimiter);
  const columns = columnsOf(headers, records[0]?.cells.length ?? 0);
  const isHtml = headers.get('html') !== 'false';
  const notes = records.map(({ cells, line }) => ({
    ...toNote(cells, columns, isHtml),
    line: line + Math.max(0, end),
  }));
  return readNotes(headers.get('deck') ?? null, notes);
}

function readCells(text: string, delimiter: string): { cells: string[]; line: number }[] {
  try {
    // safe: with `info` every record is one of these
    const records = parse(text, {
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      info: true,
      to: MAX_ITEMS + 1,
      maxRecordSize: 1_000_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    const { lines = null } = error as { lines?: number };
    throw broken(error instanceof Error ? error.message : 'no columns', lines);
  }
}

type Columns = { guid: number; tags: number; sides: number[] };

/** Those that headers give a meaning; the first two of the others are front and back. */
function columnsOf(headers: ReadonlyMap<string, string>, width: number): Columns {
  const at = (name: string) => Number(headers.get(`${name} column`) ?? 0) - 1;
  const special = [at('guid'), at('tags'), at('deck'), at('notetype')];
  const sides = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !special.includes(index),
  );
  return { guid: at('guid'), tags: at('tags'), sides };
}

function toNote(cells: readonly string[], { guid, tags, sides }: Columns, isHtml: boolean): AnkiNote {
  const side = (index: number) => {
    const content = cells[sides[index] ?? -1] ?? '';
    return isHtml
      ? content
      : content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br/>');
  };
  return {
    guid: cells[guid] ?? '',
    front: side(0),
    back: side(1),
    tags: (cells[tags] ?? '').split(/\s+/).filter(Boolean),
  };
}
