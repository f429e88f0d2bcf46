// The custom ids of flashcards: each carries exam, day, card and deck, so that a button works after a restart.
import { customId } from '#bot/custom-id.ts';
import { packDay } from './rules.ts';
import type { CardShown } from './screen.ts';

/** `act` is what the press does: `show`, `next`, `fresh`, or a grade. */
export function cardId(act: string, { pack, day, card, deck }: CardShown): string {
  return customId('card', 1, act, pack.exam.id, packDay(day), card.id, deck.text);
}

/** A deck from its first card: in this message, or in a new one. */
export function deckId(how: 'here' | 'new', text: string): string {
  return customId('deck', 1, how, text);
}

/** A menu whose values are decks. */
export function deckMenuId(): string {
  return customId('deck', 1, 'menu');
}

export function choiceId(how: 'choose' | 'fresh'): string {
  return customId('deck', 1, how);
}
