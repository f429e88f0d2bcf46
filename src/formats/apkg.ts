// Anki's package: a zip with a database in it, in the older forms and in the one that is compressed.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { packageOf } from '#anki/package.ts';
import { type AnkiNote, readNotes, toNotes } from './anki.ts';
import { broken, type Format, MAX_ITEMS, type Read, UnreadableFile } from './item.ts';
import { fieldsLost } from './losses.ts';
import { isZip, unpack } from './zip.ts';

export const apkg: Format = {
  id: 'apkg',
  read: readPackage,
  write(bank) {
    const notes = toNotes(bank).map(({ guid, ...note }) => ({ ...note, key: guid, schedule: null }));
    // A day that is always the same: nothing is due, so that no date is in the file.
    const bytes = packageOf(
      { key: `bank:${bank.name}`, name: bank.name, notes },
      new Date('2026-01-01T00:00:00Z'),
    );
    return { bytes, losses: [...fieldsLost(bank.items, ['key', 'extra'])] };
  },
};

/** The newest first: a package has older ones beside it for older programs, with nothing but a note in them. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];
const MAX_DATABASE = 64 * 1024 * 1024;

function readPackage(bytes: Uint8Array): Read {
  if (!isZip(bytes)) throw broken('not a zip archive');
  const entries = unpack(bytes, (name) => COLLECTIONS.includes(name));
  const name = COLLECTIONS.find((candidate) => entries[candidate] !== undefined);
  const entry = name && entries[name];
  if (!entry) throw broken('there is no collection in it');
  return withDatabase(name === 'collection.anki21b' ? decompress(entry) : entry, (db) => {
    const notes = readAll(db);
    return readNotes(deckName(db), notes);
  });
}

function decompress(entry: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(entry, { maxOutputLength: MAX_DATABASE });
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableFile({ kind: 'hostile' });
    throw broken('its collection cannot be unpacked');
  }
}

/** SQLite reads files alone: one of our own, in a folder of its own, gone afterwards. */
function withDatabase<T>(bytes: Uint8Array, read: (db: DatabaseSync) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cohort-apkg-'));
  try {
    const file = join(folder, 'collection');
    writeFileSync(file, bytes, { mode: 0o600 });
    const db = new DatabaseSync(file, { readOnly: true, allowExtension: false });
    try {
      return read(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw broken(error instanceof Error ? error.message : 'its collection cannot be read');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(db: DatabaseSync): AnkiNote[] {
  const rows = db.prepare('select guid, flds, tags from notes order by id limit ?').all(MAX_ITEMS + 1);
  return rows.map((row) => {
    const [front = '', back = ''] = String(row.flds).split('\u001f');
    return { guid: String(row.guid), front, back, tags: String(row.tags).split(/\s+/).filter(Boolean) };
  });
}

/** The first deck that is not the one every collection has; null where it cannot be found. */
function deckName(db: DatabaseSync): string | null {
  const hasTable = db.prepare("select 1 from sqlite_master where name = 'decks'").get() !== undefined;
  if (hasTable) return null;
  const row = db.prepare('select decks from col').get();
  const decks: unknown = JSON.parse(String(row?.decks ?? '{}'));
  const names = Object.values(decks as Record<string, { name?: unknown }>).map(({ name }) => String(name));
  return names.find((name) => name !== 'Default') ?? null;
}
