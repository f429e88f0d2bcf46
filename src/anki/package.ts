// Anki's package: a collection and its media in a zip.
import { Worker } from 'node:worker_threads';
import { strToU8, zipSync } from 'fflate';
import { collectionOf } from './collection.ts';
import type { Deck } from './deck.ts';

/** A quick compression: the file is some hundred kilobytes with any. */
const LEVEL = 1;

export function packageOf(deck: Deck, now: Date): Uint8Array {
  return zipSync({ 'collection.anki2': collectionOf(deck, now), media: strToU8('{}') }, { level: LEVEL });
}

/** The same in a thread of its own: a whole bank takes half a second, in which nobody else should have to wait. */
export function makePackage(deck: Deck, now: Date): Promise<Uint8Array> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { deck, now } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`no package was made (${code})`)));
  });
}
