// The bytes of a deck in one of Anki's forms.
import { packageOf } from '#anki/package.ts';
import { textOf } from '#anki/text.ts';
import type { DeckFormat, DeckNote } from './deck.rules.ts';

export type DeckFile = { name: string; data: Uint8Array };
type Deck = { key: string; name: string; notes: readonly DeckNote[] };

export function deckFile(format: DeckFormat, { deck, now }: { deck: Deck; now: Date }): DeckFile {
  return format === 'apkg'
    ? { name: `${deck.key}.apkg`, data: packageOf(deck, now) }
    : { name: `${deck.key}.txt`, data: new TextEncoder().encode(textOf(deck)) };
}
