// The bytes of a deck in one of Anki's forms.
import { makePackage } from '#anki/package.ts';
import { textOf } from '#anki/text.ts';
import type { DeckFormat, DeckNote } from './deck.rules.ts';

export type DeckFile = { name: string; data: Uint8Array };
type Deck = { key: string; name: string; notes: readonly DeckNote[] };

export async function makeDeckFile(
  format: DeckFormat,
  { deck, now }: { deck: Deck; now: Date },
): Promise<DeckFile> {
  return format === 'apkg'
    ? { name: `${deck.key}.apkg`, data: await makePackage(deck, now) }
    : { name: `${deck.key}.txt`, data: new TextEncoder().encode(textOf(deck)) };
}
