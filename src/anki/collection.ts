// A collection as Anki wrote it up to 2.1 (schema 11): what every Anki, AnkiDroid, AnkiMobile and other program reads.
// https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
import { DatabaseSync } from 'node:sqlite';
import { checksumOf, type Deck, guidOf, idOf, type Note } from './deck.ts';

const SCHEMA = `
  create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
    ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
    models text not null, decks text not null, dconf text not null, tags text not null);
  create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
    usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
    flags integer not null, data text not null);
  create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
    mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
    ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
    left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
  create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
    ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
    type integer not null);
  create table graves (usn integer not null, oid integer not null, type integer not null);
  create index ix_notes_usn on notes (usn);
  create index ix_notes_csum on notes (csum);
  create index ix_cards_usn on cards (usn);
  create index ix_cards_nid on cards (nid);
  create index ix_cards_sched on cards (did, queue, due);
  create index ix_revlog_usn on revlog (usn);
  create index ix_revlog_cid on revlog (cid);`;

const FIELD_SEPARATOR = '\x1f';
/** "Not synchronized yet." */
const USN = -1;
const NEW = 0;
const KNOWN = 2;
/** What Anki begins with, in permille. */
const FACTOR = 2500;
/** Ours, in every collection: another id would be another note type at each import. */
const NOTE_TYPE = 'cohort/basic';

/** A card that is there already keeps the schedule it has in Anki; another one begins with ours. */
export function collectionOf(deck: Deck, now: Date): Uint8Array {
  const db = new DatabaseSync(':memory:');
  try {
    // Members' machines may have an older SQLite: a journal of the old kind, and no new features of the file.
    db.exec(SCHEMA);
    db.exec('begin');
    insertCollection(db, deck, now);
    insertNotes(db, deck, now);
    db.exec('commit');
    return db.serialize();
  } finally {
    db.close();
  }
}

function insertCollection(db: DatabaseSync, deck: Deck, now: Date): void {
  const [seconds, milliseconds] = [secondsOf(now), now.getTime()];
  const models = { [idOf(NOTE_TYPE)]: noteType(idOf(deck.key), seconds) };
  const decks = {
    1: deckRow(1, 'Default', seconds),
    [idOf(deck.key)]: deckRow(idOf(deck.key), deck.name, seconds),
  };
  db.prepare('insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)').run(
    seconds,
    milliseconds,
    milliseconds,
    JSON.stringify({
      curDeck: 1,
      activeDecks: [1],
      nextPos: deck.notes.length + 1,
      curModel: idOf(NOTE_TYPE),
    }),
    JSON.stringify(models),
    JSON.stringify(decks),
    JSON.stringify({ 1: deckOptions(seconds) }),
    '{}',
  );
}

function insertNotes(db: DatabaseSync, deck: Deck, now: Date): void {
  const seconds = secondsOf(now);
  const note = db.prepare("insert into notes values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')");
  const card = db.prepare("insert into cards values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, '')");
  for (const [index, each] of deck.notes.entries()) {
    const [id, cardId] = [idOf(each.key), idOf(`${each.key}/card`)];
    const { front } = each;
    note.run(
      ...[id, guidOf(each), idOf(NOTE_TYPE), seconds, USN, tagsOf(each), fieldsOf(each)],
      ...[front, checksumOf(front)],
    );
    card.run(cardId, id, idOf(deck.key), seconds, USN, ...scheduleOf(each, index + 1));
  }
}

/** Type, queue, due, interval, factor, reviews, lapses. New cards are due in an order, others on a day since `crt`. */
function scheduleOf({ schedule }: Note, position: number): number[] {
  if (!schedule) return [NEW, NEW, position, 0, 0, 0, 0];
  const { dueInDays, interval, reviews, lapses } = schedule;
  return [KNOWN, KNOWN, dueInDays, interval, FACTOR, reviews, lapses];
}

/** With blanks around, so that a search for one tag finds it. */
function tagsOf({ tags }: Note): string {
  return tags.length > 0 ? ` ${tags.join(' ')} ` : '';
}

function fieldsOf({ front, back }: Note): string {
  return [front, back].join(FIELD_SEPARATOR);
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function noteType(deckId: number, mod: number) {
  const field = (name: string, ord: number) => ({
    name,
    ord,
    font: 'Arial',
    size: 20,
    sticky: false,
    rtl: false,
    media: [],
  });
  return {
    id: idOf(NOTE_TYPE),
    name: 'Cohort',
    type: 0,
    mod,
    usn: USN,
    sortf: 0,
    did: deckId,
    vers: [],
    tags: [],
    req: [[0, 'any', [0]]],
    flds: [field('Front', 0), field('Back', 1)],
    tmpls: [
      {
        name: 'Card 1',
        ord: 0,
        qfmt: '{{Front}}',
        afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
        bqfmt: '',
        bafmt: '',
        did: null,
      },
    ],
    css: '.card { font: 18px/1.5 sans-serif; text-align: left; max-width: 40em; margin: 1em auto; }',
    latexPre: '',
    latexPost: '',
  };
}

function deckRow(id: number, name: string, mod: number) {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  return {
    id,
    name,
    mod,
    usn: USN,
    desc: '',
    dyn: 0,
    conf: 1,
    collapsed: false,
    extendNew: 10,
    extendRev: 50,
    ...today,
  };
}

function deckOptions(mod: number) {
  return {
    id: 1,
    name: 'Default',
    mod,
    usn: USN,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: {
      delays: [1, 10],
      ints: [1, 4, 7],
      initialFactor: 2500,
      order: 1,
      perDay: 20,
      bury: false,
      separate: true,
    },
    rev: { perDay: 200, ease4: 1.3, fuzz: 0.05, minSpace: 1, ivlFct: 1, maxIvl: 36500, bury: false },
    lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
  };
}
