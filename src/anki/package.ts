// Anki's package: a collection and its media in a zip.
import { strToU8, zipSync } from 'fflate';
import { createBatcher } from '#lib/batcher.ts';
import { createThread } from '#thread/thread.ts';
import { collectionOf } from './collection.ts';
import type { Deck } from './deck.ts';

/** A quick compression: the file is some hundred kilobytes with any. */
const LEVEL = 1;

export function packageOf(deck: Deck, now: Date): Uint8Array {
  return zipSync({ 'collection.anki2': collectionOf(deck, now), media: strToU8('{}') }, { level: LEVEL });
}

/** Longer than a member may wait: what has not begun by then nobody would receive. */
const BEGIN_WITHIN_MS = 3_000;

export type Order = { deck: Deck; now: Date };

const thread = createThread<Order, Uint8Array>({
  program: new URL('./worker.ts', import.meta.url),
  withinMs: 20_000,
  heapMb: 256,
  idleMs: 10_000,
});

/** One at a time: however many members want theirs at once, the bot keeps its processor and memory. */
const make = createBatcher<Order, Uint8Array>({
  run: (wanted) => Promise.all(wanted.map((order) => thread.ask(order))),
  keyOf: ({ deck }) => deck.key,
  lanes: 1,
  max: 1,
  within: { ms: BEGIN_WITHIN_MS, overdue: () => new Error('too many packages are wanted at once') },
});

/** The same in a thread of its own: a whole bank takes half a second, in which nobody else should have to wait. */
export function makePackage(deck: Deck, now: Date): Promise<Uint8Array> {
  return make({ deck, now });
}
