// Reads a backup from its file, piece by piece, and refuses one that is cut off, damaged or something else.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  BackupError,
  END_OF_ROWS,
  FORMAT,
  type Header,
  type Summary,
  type TableHead,
  VERSION,
} from './format.ts';

/** What is told of it in the order of the file. */
export type Receiver = {
  header?(header: Header): Promise<void>;
  table?(head: TableHead): Promise<void>;
  /** Whole lines of COPY. */
  rows?(bytes: Buffer): Promise<void>;
  tableEnd?(): Promise<void>;
};

/** Resolves to what it holds once all of it was read, and its checksum is right. */
export async function readBackup(
  file: string,
  receiver: Receiver = {},
): Promise<{ header: Header } & Summary> {
  try {
    return await readLines(file, receiver);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(code))
      throw new BackupError(`${file} cannot be read (${code}): name the file of a backup.`);
    if (code === 'Z_DATA_ERROR') throw new BackupError(`${file} ${WRONG}`);
    if (code === 'Z_BUF_ERROR') throw new BackupError(`${file} ${CUT}`);
    throw error;
  }
}

const OTHER = 'take another backup.';
const WRONG = `is damaged, or no backup of npm run backup: ${OTHER}`;
const CUT = `is cut off: copy it anew, or ${OTHER}`;
/** Rows are handed on in pieces of this size. */
const PIECE = 256 * 1024;

type State = {
  header: Header | null;
  table: string | null;
  counts: Record<string, number>;
  summary: Summary | null;
  isRight: boolean;
};

async function readLines(file: string, receiver: Receiver): Promise<{ header: Header } & Summary> {
  const hash = createHash('sha256');
  const state: State = { header: null, table: null, counts: {}, summary: null, isRight: false };
  const rows = gather(receiver);
  for await (const line of linesOf(file)) {
    if (state.isRight) throw new BackupError(`${file} ${WRONG}`);
    if (state.summary) {
      state.isRight = isChecksum(line, hash.digest('hex'), file);
      continue;
    }
    hash.update(line);
    if (state.table !== null && !isEndOfRows(line)) {
      state.counts[state.table] = (state.counts[state.table] ?? 0) + 1;
      await rows.add(line);
    } else {
      await rows.flush();
      await readLine(line, { state, receiver, file });
    }
  }
  return judge(state, file);
}

function gather({ rows }: Receiver) {
  let pieces: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size > 0) await rows?.(Buffer.concat(pieces));
    pieces = [];
    size = 0;
  };
  const add = async (line: Buffer) => {
    pieces.push(line);
    size += line.length;
    if (size >= PIECE) await flush();
  };
  return { add, flush };
}

function judge({ header, summary, isRight, counts }: State, file: string): { header: Header } & Summary {
  if (!header || !summary || !isRight) throw new BackupError(`${file} ${CUT}`);
  const wrong = Object.entries(summary.counts).some(([table, count]) => (counts[table] ?? 0) !== count);
  if (wrong) throw new BackupError(`${file} ${WRONG}`);
  return { header, ...summary };
}

function isEndOfRows(line: Buffer): boolean {
  return line.length === 3 && line.toString('latin1') === `${END_OF_ROWS}\n`;
}

type Where = { state: State; receiver: Receiver; file: string };

async function readLine(line: Buffer, { state, receiver, file }: Where): Promise<void> {
  if (state.table !== null) {
    state.table = null;
    await receiver.tableEnd?.();
    return;
  }
  const said = parse(line, file);
  if (!state.header) {
    state.header = readHeader(said, file);
    await receiver.header?.(state.header);
  } else if ('table' in said) {
    // safe: the format's own lines, and the checksum was looked at before anything is done with them
    const head = said as TableHead;
    state.table = head.table;
    state.counts[head.table] = 0;
    await receiver.table?.(head);
  } else if ('end' in said) {
    // safe: as above
    state.summary = said.end as Summary;
  } else throw new BackupError(`${file} ${WRONG}`);
}

function readHeader(said: Record<string, unknown>, file: string): Header {
  // safe: looked at below
  const header = said as Header;
  if (header.format !== FORMAT || typeof header.schema !== 'number')
    throw new BackupError(`${file} ${WRONG}`);
  if (header.version > VERSION)
    throw new BackupError(`${file} is of a later release: update Cohort, then restore it.`);
  return header;
}

function isChecksum(line: Buffer, digest: string, file: string): boolean {
  if (parse(line, file).sha256 !== digest) throw new BackupError(`${file} ${WRONG}`);
  return true;
}

function parse(line: Buffer, file: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(line.toString('utf8'));
    // safe: an object, whose fields are looked at one by one
    if (typeof said === 'object' && said !== null) return said as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new BackupError(`${file} ${WRONG}`);
}

/** With their line breaks; what has none at the end was cut off. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const zip = source.pipe(createGunzip());
  source.on('error', (error) => zip.destroy(error));
  let rest: Buffer[] = [];
  for await (const chunk of zip) {
    // safe: without an encoding a stream gives buffers
    let bytes = chunk as Buffer;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      const line = bytes.subarray(0, end + 1);
      yield rest.length > 0 ? Buffer.concat([...rest, line]) : line;
      rest = [];
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > 0) rest.push(bytes);
  }
  if (rest.length > 0) throw new BackupError(`${file} ${CUT}`);
}
