// Decks for Anki, read back: by SQLite, by the rules of the text form, and by another program's importer.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Deck, guidOf, type Note } from '#anki/deck.ts';
import { makePackage, packageOf } from '#anki/package.ts';
import { textOf } from '#anki/text.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const fresh: Note = {
  key: 'exam/question/q-1.1-001',
  front: 'What is <b>right</b>?<br><br>A "first"<br>B second',
  back: 'B',
  tags: ['exam::1.1', 'queues'],
  schedule: null,
};
const known: Note = {
  ...fresh,
  key: 'exam/flashcard/f-1.1-001',
  front: '# one\ttwo\nthree',
  schedule: { dueInDays: -3, interval: 12, reviews: 5, lapses: 2 },
};
const deck: Deck = { key: 'exam', name: 'The exam', notes: [fresh, known] };

/** What a package holds, as rows. */
function read(data: Uint8Array) {
  const files = unzipSync(data);
  const db = new DatabaseSync(':memory:');
  db.deserialize(files['collection.anki2'] ?? new Uint8Array());
  const all = (query: string) => db.prepare(query).all();
  const rows = {
    files: Object.keys(files).toSorted(),
    media: strFromU8(files.media ?? new Uint8Array()),
    check: all('pragma integrity_check'),
    col: all('select * from col'),
    notes: all('select * from notes order by id'),
    cards: all('select c.*, n.guid from cards c join notes n on n.id = c.nid order by guid'),
  };
  db.close();
  return rows;
}

describe('a package', () => {
  const made = read(packageOf(deck, NOW));

  it('is a sound collection of schema 11, and media, in a zip', () => {
    expect(made.files).toEqual(['collection.anki2', 'media']);
    expect(JSON.parse(made.media)).toEqual({});
    expect(made.check).toEqual([{ integrity_check: 'ok' }]);
    expect(made.col).toMatchObject([{ id: 1, ver: 11, crt: NOW.getTime() / 1000, mod: NOW.getTime() }]);
  });

  it('is the same from a thread of its own', async () => {
    expect(read(await makePackage(deck, NOW))).toEqual(made);
  });

  it('has note type, deck and options that its notes and cards name', () => {
    const [col] = made.col;
    const ids = (column: string) => Object.keys(JSON.parse(String(col?.[column])));
    expect(ids('models')).toEqual([String(made.notes[0]?.mid)]);
    expect(ids('decks')).toContain(String(made.cards[0]?.did));
    expect(JSON.parse(String(col?.decks))[String(made.cards[0]?.did)].name).toBe('The exam');
    expect(ids('dconf')).toEqual(['1']);
  });

  it('holds both sides of each note, its tags, and the first four bytes of the SHA-1 of its front', () => {
    const note = made.notes.find(({ guid }) => guid === guidOf(fresh));
    expect(note).toMatchObject({
      flds: `${fresh.front}\x1f${fresh.back}`,
      sfld: fresh.front,
      tags: ' exam::1.1 queues ',
      usn: -1,
    });
    const [plain] = read(packageOf({ ...deck, notes: [{ ...fresh, front: 'abc' }] }, NOW)).notes;
    expect(plain?.csum).toBe(0xa9993e36);
  });

  it('takes the schedule along of what was met, and begins with what was not', () => {
    const cardOf = (note: Note) => made.cards.find(({ guid }) => guid === guidOf(note));
    expect(cardOf(fresh)).toMatchObject({ type: 0, queue: 0, due: 1, ivl: 0, reps: 0 });
    expect(cardOf(known)).toMatchObject({ type: 2, queue: 2, due: -3, ivl: 12, reps: 5, lapses: 2 });
  });

  it('names everything as the one before did, so that Anki updates what it has', () => {
    const later = new Date(NOW.getTime() + 86_400_000);
    const other = read(packageOf({ ...deck, notes: [known, { ...fresh, back: 'B, since …' }] }, later));
    for (const column of ['id', 'guid', 'mid']) {
      expect(other.notes.map((note) => note[column])).toEqual(made.notes.map((note) => note[column]));
    }
    for (const column of ['id', 'nid', 'did']) {
      expect(other.cards.map((card) => card[column])).toEqual(made.cards.map((card) => card[column]));
    }
    expect(Number(other.notes[0]?.mod)).toBeGreaterThan(Number(made.notes[0]?.mod));
  });

  it('has no two notes or cards of one id in a bank of thousands', () => {
    const notes = Array.from({ length: 3000 }, (_, index) => ({ ...fresh, key: `exam/question/${index}` }));
    const { cards } = read(packageOf({ ...deck, notes }, NOW));
    expect(cards).toHaveLength(3000);
    expect(new Set(cards.map(({ guid }) => guid)).size).toBe(3000);
  });
});

describe('the text form', () => {
  const lines = textOf(deck).trimEnd().split('\n');

  it('tells the importer about separator, HTML, columns, guid and tags', () => {
    expect(lines.slice(0, 6)).toEqual([
      '#separator:tab',
      '#html:true',
      '#deck:The exam',
      '#columns:Guid\tFront\tBack\tTags',
      '#guid column:1',
      '#tags column:4',
    ]);
  });

  it('has a line of four cells for each note, whatever its text holds', () => {
    const rows = lines.slice(6).map((line) => line.split('\t'));
    expect(rows.map((row) => row.length)).toEqual([4, 4]);
    expect(rows[0]).toEqual([
      `"${guidOf(fresh)}"`,
      '"What is <b>right</b>?<br><br>A ""first""<br>B second"',
      '"B"',
      '"exam::1.1 queues"',
    ]);
    expect(rows[1]?.[1]).toBe('"# one two<br>three"');
  });
});

// Where Mnemosyne is installed (on Debian: apt-get install mnemosyne), its importer reads the packages too. The system's
// own Python, since that is the one that has it.
const python = '/usr/bin/python3';
const run = promisify(execFile);
const isThere = await run(python, ['-c', 'import mnemosyne']).then(
  () => true,
  () => false,
);

describe.runIf(isThere)('Mnemosyne', () => {
  it('reads a package, and one that is newer updates its cards', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cohort-mnemosyne-'));
    const importAll = async (...decks: Deck[]) => {
      const files = await Promise.all(
        decks.map(async (each, index) => {
          const file = join(folder, `${index}.apkg`);
          await writeFile(file, packageOf(each, new Date(NOW.getTime() + index * 86_400_000)));
          return file;
        }),
      );
      const script = join(import.meta.dirname, 'import-anki.py');
      const home = await mkdtemp(join(folder, 'home-'));
      const { stdout } = await run(python, [script, home, ...files]);
      return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
    };
    const imported = await importAll(deck);
    expect(imported).toHaveLength(2);
    expect(imported).toContainEqual({
      guid: guidOf(known),
      front: known.front,
      back: 'B',
      tags: ['The exam', 'exam::1.1', 'queues'],
      interval: 12,
      reps: 5,
      lapses: 2,
    });
    const again = await importAll(deck, { ...deck, notes: [fresh, { ...known, back: 'B, since …' }] });
    expect(again).toHaveLength(2);
    expect(again).toContainEqual(
      expect.objectContaining({ guid: guidOf(known), back: 'B, since …', interval: 12 }),
    );
    await rm(folder, { recursive: true });
  });
});
