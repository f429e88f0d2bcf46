// What /flashcards may show. Types only.
import type { Concept, Flashcard, Pack } from '#content/pack.ts';
import type { Deck } from './rules.ts';

export type DeckName = { deck: Deck; text: string; cards: number };
/** A card of a deck; its message needs nothing else. */
export type CardShown = {
  pack: Pack;
  deck: DeckName;
  day: string;
  card: Flashcard;
  concept: Concept | null;
  /** From 0. */
  position: number;
};

export type CardScreen =
  | (CardShown & { kind: 'card'; isResumed: boolean; due: Date | null })
  | (CardShown & { kind: 'back' })
  | { kind: 'finished'; pack: Pack; deck: DeckName; due: Date | null }
  | { kind: 'chooser'; pack: Pack; decks: DeckName[] }
  | { kind: 'no-cards' }
  | { kind: 'unknown'; typed: string }
  /** A button of a card or an exam that is not here any more. */
  | { kind: 'gone' };
