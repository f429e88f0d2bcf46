// Anki's package: a collection and its media in a zip.
import { Worker } from 'node:worker_threads';
import { strToU8, zipSync } from 'fflate';
import { createBatcher } from '#lib/batcher.ts';
import { collectionOf } from './collection.ts';
import type { Deck } from './deck.ts';

/** A quick compression: the file is some hundred kilobytes with any. */
const LEVEL = 1;

export function packageOf(deck: Deck, now: Date): Uint8Array {
  return zipSync({ 'collection.anki2': collectionOf(deck, now), media: strToU8('{}') }, { level: LEVEL });
}

/** Longer than a member may wait: what has not begun by then nobody would receive. */
const BEGIN_WITHIN_MS = 3_000;

/** One thread at a time for each exam: however many members want theirs at once, the bot keeps its processor and memory. */
const make = createBatcher<{ deck: Deck; now: Date }, Uint8Array>({
  run: (wanted) => Promise.all(wanted.map(inThread)),
  keyOf: ({ deck }) => deck.key,
  lanes: 2,
  max: 1,
  within: { ms: BEGIN_WITHIN_MS, overdue: () => new Error('too many packages are wanted at once') },
});

/** The same in a thread of its own: a whole bank takes half a second, in which nobody else should have to wait. */
export function makePackage(deck: Deck, now: Date): Promise<Uint8Array> {
  return make({ deck, now });
}

function inThread({ deck, now }: { deck: Deck; now: Date }): Promise<Uint8Array> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { deck, now } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`no package was made (${code})`)));
  });
}
