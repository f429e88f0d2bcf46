// A backup is one compressed stream: a line of JSON on what it is, then each table as a line of JSON with its rows as
// PostgreSQL's COPY writes them, up to a line of "\."; at the end how many rows each has, and a checksum of all before.

/** Why a backup cannot be made or taken: one line that says what to do, meant for the person at the terminal. */
export class BackupError extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'BackupError';
  }
}

export const FORMAT = 'cohort-backup';
export const VERSION = 1;

export type Header = {
  format: string;
  version: number;
  /** Of the tables: the newest migration that they had. */
  schema: number;
  madeAt: string;
  postgres: string;
};

export type TableHead = { table: string; columns: string[] };

export type Sequence = { table: string; column: string; last: string; isCalled: boolean };

export type Summary = { counts: Record<string, number>; sequences: Sequence[] };

export type Trailer = { end: Summary };
export type Checksum = { sha256: string };

export const END_OF_ROWS = '\\.';

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function copyTarget({ table, columns }: TableHead): string {
  return `${quote(table)} (${columns.map(quote).join(', ')})`;
}
