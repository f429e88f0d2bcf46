// A deck for Anki, as its files are made of. Ids follow from keys alone, so that importing a newer file updates the notes
// that are there, and Anki keeps its schedule for them.
import { createHash } from 'node:crypto';

/** `key` names the deck or note for good; sides are HTML. */
export type Deck = { key: string; name: string; notes: readonly Note[] };
export type Note = {
  key: string;
  front: string;
  back: string;
  tags: readonly string[];
  /** When it comes next; null for a card that was never met. */
  schedule: Schedule | null;
};
/** In whole days; what is overdue is due in less than none. */
type Schedule = { dueInDays: number; interval: number; reviews: number; lapses: number };

/** What Anki knows a note by, over all collections. */
export function guidOf(note: Note): string {
  return hash(note.key).toString('base64url').slice(0, 12);
}

/** Anki's ids are instants in milliseconds: one of the years 2001 to 2033, always the same for a key. */
export function idOf(key: string): number {
  return 1e12 + Number(hash(key).readBigUInt64BE() % 1_000_000_000_000n);
}

/** The first 32 bits of a SHA-1, by which Anki finds notes with the same front. */
export function checksumOf(front: string): number {
  return createHash('sha1')
    .update(front.replaceAll(/<[^>]*>/g, ''))
    .digest()
    .readUInt32BE();
}

function hash(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
