// Decks of flashcards: which there are, in which order a member sees one on a day, how a card's back is split. Pure.
import { type Flashcard, flashcardsFor, type Pack, parseTopic, type Topic } from '#content/pack.ts';
import type { LocalDate } from '#lib/local-date.ts';

/** All cards of the exam, those of its most frequent concepts, or those about a topic. */
export type Deck = { kind: 'all' } | { kind: 'high' } | { kind: 'topic'; topic: Topic };

/** "all", "high" or a topic such as "lesson:4.1"; null when it is none of these. */
export function parseDeck(text: string): Deck | null {
  if (text === 'all' || text === 'high') return { kind: text };
  const topic = parseTopic(text);
  return topic && { kind: 'topic', topic };
}

export function cardsOf(pack: Pack, edition: string, deck: Deck): Flashcard[] {
  const cards = flashcardsFor(pack, edition, deck.kind === 'topic' ? deck.topic : null);
  if (deck.kind !== 'high') return cards;
  return cards.filter(({ concept }) => pack.concepts.get(concept)?.frequency === 'high');
}

/**
 * In the order of one member on one day. By a hash of each card, so that a card which comes or goes with an update
 * leaves the order of the others as it was.
 */
export function orderFor(
  cards: readonly Flashcard[],
  { memberId, day }: { memberId: string; day: LocalDate },
): Flashcard[] {
  return cards
    .map((card) => ({ card, key: hash(`${memberId}/${day}/${card.id}`) }))
    .toSorted((a, b) => a.key - b.key || a.card.id.localeCompare(b.card.id))
    .map(({ card }) => card);
}

/** FNV-1a with a final mix, 32 bits: texts that differ in one character land far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Where an answer ends and its reason begins: ", because …" in English cards, else the end of the first sentence. */
const REASON = /, (?=because )/;
const SENTENCE_END = /(?<=[.!?]) +(?=[\p{Lu}`])/u;

/** The answer, and the reason below it; null where the back is one sentence without a reason. */
export function splitBack(back: string): { answer: string; reason: string | null } {
  const cut = outsideCode(back, SENTENCE_END);
  const first = cut === null ? back : back.slice(0, cut.at);
  const because = outsideCode(first, REASON) ?? cut;
  if (because === null) return { answer: back, reason: null };
  return { answer: back.slice(0, because.at), reason: back.slice(because.at + because.length) };
}

function outsideCode(text: string, pattern: RegExp): { at: number; length: number } | null {
  // Code keeps its length, so that places stay the same.
  const blank = text.replace(/`[^`]*`/g, (code) => `\`${'x'.repeat(Math.max(0, code.length - 2))}\``);
  const found = pattern.exec(blank);
  return found && { at: found.index, length: found[0].length };
}

const DAY_MS = 86_400_000;

/** A day in a custom id, which has little room: days since 1970 in base 36. */
export function packDay(day: LocalDate): string {
  return (Date.parse(day) / DAY_MS).toString(36);
}

/** Null when it is none. */
export function unpackDay(text: string): LocalDate | null {
  if (!/^[0-9a-z]{1,4}$/.test(text)) return null;
  return new Date(Number.parseInt(text, 36) * DAY_MS).toISOString().slice(0, 10);
}
