// Writes a backup while everything else goes on: all tables as they were at one instant, into a file that has its name
// only once it is whole.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { TransactionSql } from 'postgres';
import { FOLDER } from '../migrate.ts';
import { openSql } from '../open.ts';
import { readSchemaState } from '../schema-state.ts';
import {
  BackupError,
  type Checksum,
  copyTarget,
  END_OF_ROWS,
  FORMAT,
  type Header,
  quote,
  type Sequence,
  type Summary,
  type TableHead,
  type Trailer,
  VERSION,
} from './format.ts';

export type BackupOptions = { url: string; file: string; now: Date };

const CONNECT_WITHIN_MS = 10_000;
const UNFINISHED = '.unfinished-';

/** Returns how many rows each table had. */
export async function writeBackup({ url, file, now }: BackupOptions): Promise<Summary> {
  await makeRoom(file);
  const unfinished = `${file}${UNFINISHED}${randomBytes(4).toString('hex')}`;
  const out = openOutput(unfinished);
  try {
    const summary = await readEverything({ url, now, out });
    await out.end();
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return summary;
  } catch (error) {
    out.abandon();
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** What killed runs have left goes too. */
async function makeRoom(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const left = (await readdir(dirname(file))).filter((name) =>
      name.startsWith(basename(file) + UNFINISHED),
    );
    for (const name of left) await rm(join(dirname(file), name), { force: true });
  } catch (error) {
    throw new BackupError(`${dirname(file)} cannot be written (${String(error)}): name another file.`);
  }
}

/** The name must not outlive a power cut without what it names. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

type Output = {
  write(bytes: Buffer | string): Promise<void>;
  /** One line of JSON. */
  line(value: object): Promise<void>;
  end(): Promise<void>;
  abandon(): void;
};

function openOutput(path: string): Output {
  const hash = createHash('sha256');
  const zip = createGzip();
  // Members' answers are nobody else's business on this machine.
  const file = createWriteStream(path, { mode: 0o600, flush: true });
  const done = pipeline(zip, file);
  // Whoever writes is told by `send`; awaited for good at the end.
  done.catch(() => undefined);
  const send = async (bytes: Buffer | string) => {
    if (!zip.write(bytes)) await Promise.race([once(zip, 'drain'), done]);
  };
  const write = async (bytes: Buffer | string) => {
    hash.update(bytes);
    await send(bytes);
  };
  return {
    write,
    line: (value) => write(`${JSON.stringify(value)}\n`),
    async end() {
      await send(`${JSON.stringify({ sha256: hash.digest('hex') } satisfies Checksum)}\n`);
      zip.end();
      await done;
    },
    abandon: () => zip.destroy(),
  };
}

type Reading = { url: string; now: Date; out: Output };

/** A server that owes us rows and sends none for so long will not. */
const SILENT_MS = 120_000;

function watchSilence() {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const line = 'PostgreSQL stopped sending: look at its log, then begin the backup again.';
  const timer = setTimeout(() => reject(new BackupError(line)), SILENT_MS);
  return { silence: promise, heard: () => timer.refresh(), over: () => clearTimeout(timer) };
}

async function readEverything({ url, now, out }: Reading): Promise<Summary> {
  const sql = openSql(url, { connectWithin: CONNECT_WITHIN_MS, onNotice: () => undefined });
  const { silence, heard, over } = watchSilence();
  const heardOut = { ...out, write: (bytes: Buffer | string) => out.write(bytes).finally(heard) };
  try {
    const copied = sql.begin('isolation level repeatable read read only', async (tx) => {
      await tx`set local statement_timeout = 0`;
      await tx`set local idle_in_transaction_session_timeout = 0`;
      return copyOut(tx, { now, out: heardOut });
    });
    // safe: postgres.js unpacks arrays of promises in this type, and there are none
    return (await Promise.race([copied, silence])) as Summary;
  } finally {
    over();
    await sql.end({ timeout: 5 });
  }
}

async function copyOut(tx: TransactionSql, { now, out }: Omit<Reading, 'url'>): Promise<Summary> {
  const state = await readSchemaState(tx, FOLDER);
  if (state.kind === 'empty')
    throw new BackupError('This database has no tables of Cohort yet: there is nothing to keep.');
  const [server] = await tx`select current_setting('server_version') as version`;
  const header: Header = {
    ...{ format: FORMAT, version: VERSION, schema: state.version },
    ...{ madeAt: now.toISOString(), postgres: String(server?.version) },
  };
  await out.line(header);
  const counts: Record<string, number> = {};
  for (const head of await readTables(tx)) {
    await out.line(head);
    counts[head.table] = await copyTable(tx, head, out);
    await out.write(`${END_OF_ROWS}\n`);
  }
  // Not part of the snapshot: they may be ahead of it, and that only leaves numbers out.
  const summary = { counts, sequences: await readSequences(tx) };
  await out.line({ end: summary } satisfies Trailer);
  return summary;
}

/** PostgreSQL sends row by row; compressing each by itself would take longer than all the rest. */
const PIECE = 256 * 1024;

async function copyTable(tx: TransactionSql, head: TableHead, out: Output): Promise<number> {
  const rows = await tx.unsafe(`copy ${copyTarget(head)} to stdout`).readable();
  let pieces: Buffer[] = [];
  let [size, count] = [0, 0];
  for await (const piece of rows) {
    // safe: postgres.js reads bytes off its socket
    const row = piece as Buffer;
    // Line breaks within values are written as \n.
    for (let at = row.indexOf(10); at >= 0; at = row.indexOf(10, at + 1)) count += 1;
    pieces.push(row);
    size += row.length;
    if (size < PIECE) continue;
    await out.write(Buffer.concat(pieces));
    [pieces, size] = [[], 0];
  }
  // postgres.js 3.4.9 pauses its socket for a reader that is behind, and goes on when asked for more: after the last row
  // nobody asks, and the next statement would never be answered.
  rows._read(0);
  await out.write(Buffer.concat(pieces));
  return count;
}

export async function readTables(tx: TransactionSql): Promise<TableHead[]> {
  return tx<TableHead[]>`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname
  `;
}

async function readSequences(tx: TransactionSql): Promise<Sequence[]> {
  const owned = await tx<{ table: string; column: string; name: string }[]>`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0
      and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
    order by 1, 2
  `;
  const sequences: Sequence[] = [];
  for (const { table, column, name } of owned) {
    const [row] = await tx.unsafe(`select last_value::text as last, is_called from ${name}`);
    sequences.push({ table, column, last: row?.last, isCalled: row?.is_called });
  }
  return sequences;
}

export async function countRows(
  tx: TransactionSql,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await tx.unsafe(`select count(*)::float8 as count from ${quote(table)}`);
    counts[table] = row?.count;
  }
  return counts;
}
