// Anki's package: a collection and its media in a zip.
import { strToU8, zipSync } from 'fflate';
import { collectionOf } from './collection.ts';
import type { Deck } from './deck.ts';

export function packageOf(deck: Deck, now: Date): Uint8Array {
  return zipSync({ 'collection.anki2': collectionOf(deck, now), media: strToU8('{}') });
}
