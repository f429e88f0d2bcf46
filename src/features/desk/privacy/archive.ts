// A member's data as one file to keep: everything as JSON, and each table as CSV for a spreadsheet.
import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import type { OwnData } from './rules.ts';

/** A zip archive. Times are UTC, as ISO 8601. */
export function archiveOf(data: OwnData): Uint8Array {
  const tables = Object.entries(data).filter(([, rows]) => rows.length > 0);
  const files: Record<string, Uint8Array> = {
    'data.json': strToU8(JSON.stringify(Object.fromEntries(tables), null, 2)),
  };
  for (const [table, rows] of tables) files[`${table}.csv`] = strToU8(csvOf(rows));
  return zipSync(files);
}

/** `escape_formulas`: what a member typed must not run in whatever opens the file. */
function csvOf(rows: readonly object[]): string {
  return stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cellOf(value)]))),
    { header: true, escape_formulas: true },
  );
}

function cellOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
