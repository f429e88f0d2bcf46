// All formats that a bank may come in and go out in, and reading a file whose format nobody named.
import { aiken } from './aiken.ts';
import { ankiText } from './anki-text.ts';
import { apkg } from './apkg.ts';
import { csv, tsv } from './csv.ts';
import { kahoot, xlsx } from './excel.ts';
import { gift } from './gift.ts';
import {
  type Bank,
  type Format,
  type FormatId,
  MAX_FILE_BYTES,
  type Read,
  UnreadableFile,
  type Written,
} from './item.ts';
import { moodle } from './moodle.ts';
import { json, yaml } from './own.ts';
import { qti12, qti21 } from './qti.ts';
import { decodeText } from './text.ts';
import { isZip, unpack } from './zip.ts';

/** As `list.ts` names them. */
export const formats: readonly Format[] = [
  ...[json, yaml, csv, tsv, xlsx, moodle, gift, aiken, qti21, qti12, ankiText, apkg, kahoot],
];

function formatOf(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}

export type Upload = { name: string; bytes: Uint8Array; format: FormatId | null };

/** Reads a file in the format that is named, or in the one that it seems to be in. Never throws for what is in the file. */
export async function readBank({ name, bytes, format }: Upload): Promise<Read> {
  try {
    if (bytes.length > MAX_FILE_BYTES) throw new UnreadableFile({ kind: 'too-large', limit: MAX_FILE_BYTES });
    if (bytes.length === 0) throw new UnreadableFile({ kind: 'empty' });
    const found = format === null ? detectFormat(name, bytes) : formatOf(format);
    if (!found) throw new UnreadableFile({ kind: 'unknown-format' });
    return withKeys(await found.read(bytes));
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'unreadable', why: error.why };
    throw error;
  }
}

/** Whatever a format understands by a key: without one it is no question. */
function withKeys(read: Read): Read {
  if (read.kind === 'unreadable') return read;
  if (read.items.length + read.skipped.length === 0) throw new UnreadableFile({ kind: 'empty' });
  const hasKey = ({ item }: (typeof read.items)[number]) => item.options.some(({ correct }) => correct);
  const without = read.items.filter((each) => !hasKey(each));
  return {
    ...read,
    items: read.items.filter(hasKey),
    skipped: [...read.skipped, ...without.map(({ where }) => ({ where, why: { kind: 'no-key' as const } }))],
  };
}

export async function writeBank(format: FormatId, bank: Bank): Promise<Written> {
  const found = formatOf(format);
  if (!found) throw new Error(`there is no format ${format}`);
  return found.write(bank);
}

/** By what is in it first: names of files say little. */
function detectFormat(name: string, bytes: Uint8Array): Format | null {
  if (isZip(bytes)) return detectArchive(bytes);
  const text = decodeText(bytes).trimStart();
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (/^(<\?xml|<!|<quiz|<questestinterop|<\w*:?assessmentItem)/.test(text)) {
    return /<quiz[\s>]/.test(text) ? moodle : qti21;
  }
  if (/^[{[]/.test(text) && extension !== 'gift') return json;
  const byExtension: Record<string, Format> = { yaml, yml: yaml, csv, tsv, gift, json, aiken };
  return byExtension[extension] ?? detectText(text);
}

function detectArchive(bytes: Uint8Array): Format {
  const names: string[] = [];
  unpack(bytes, (entry) => {
    names.push(entry);
    return false;
  });
  if (names.some((entry) => entry.startsWith('collection.anki'))) return apkg;
  return names.includes('[Content_Types].xml') ? xlsx : qti21;
}

function detectText(text: string): Format | null {
  if (/^#(separator|html|columns|guid column|tags column|deck|notetype)\b/m.test(text)) return ankiText;
  if (/^\s*ANSWER\s*:/im.test(text)) return aiken;
  if (/^\s*(::|\$CATEGORY:|\/\/)|\{[^}]*[=~]/m.test(text)) return gift;
  if (/^(format|name|questions):/m.test(text)) return yaml;
  const [head = ''] = text.split('\n');
  if (/[,;\t]/.test(head)) return head.includes('\t') ? tsv : csv;
  return null;
}
