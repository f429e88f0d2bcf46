// Screens of lessons and concepts, made from a pack as the actions make them, for tests of what members read.
import { expect } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { conceptsOfLesson, lessonAfter, lessonsFor } from '#content/guide.ts';
import { flashcardsFor, type Pack, questionsFor } from '#content/pack.ts';
import { cardsOf, parseDeck } from '#features/asking/flashcards/rules.ts';
import type { CardShown } from '#features/asking/flashcards/screen.ts';
import { pagesOf } from '#features/asking/lesson/rules.ts';
import type { ConceptScreen, LessonScreen } from '#features/asking/lesson/screen.ts';
import { validateBody } from '#local-discord/validate/index.ts';

type Page = Extract<LessonScreen, { kind: 'page' }>;

export function pageOf(pack: Pack, edition: string, id: string): Page {
  const lesson = lessonsFor(pack, edition).find((each) => each.id === id);
  const text = pack.lessons.get(id);
  if (!lesson || !text) throw new Error(`no lesson ${id}`);
  const topic = { kind: 'lesson' as const, id };
  return {
    kind: 'page',
    pack,
    lesson,
    text,
    pages: pagesOf(text),
    index: 0,
    isDone: false,
    next: lessonAfter(pack, edition, id),
    concepts: conceptsOfLesson(pack, edition, id),
    resources: pack.resources.filter(({ lessons }) => lessons.includes(id)),
    questions: questionsFor(pack, edition, topic).length,
    cards: flashcardsFor(pack, edition, topic).length,
  };
}

export function conceptScreenOf(pack: Pack, slug: string): Extract<ConceptScreen, { kind: 'concept' }> {
  const concept = pack.concepts.get(slug);
  const edition = pack.exam.editions.at(-1);
  if (!concept || !edition) throw new Error(slug);
  const topic = { kind: 'concept' as const, id: slug };
  return {
    kind: 'concept',
    pack,
    edition,
    concept,
    lesson: lessonsFor(pack, edition.id).find(({ id }) => id === concept.lesson) ?? null,
    domain: edition.domains[0] ?? null,
    questions: questionsFor(pack, edition.id, topic).length,
    cards: flashcardsFor(pack, edition.id, topic),
    others: conceptsOfLesson(pack, edition.id, concept.lesson).filter((each) => each.slug !== slug),
  };
}

/** The card at an index of a deck, by its text. */
export function cardShownOf(pack: Pack, text: string, index = 0): CardShown {
  const deck = parseDeck(text);
  const cards = deck ? cardsOf(pack, pack.exam.editions.at(-1)?.id ?? '', deck) : [];
  const card = cards[index];
  if (!deck || !card) throw new Error(text);
  const concept = pack.concepts.get(card.concept) ?? null;
  return {
    pack,
    deck: { deck, text, cards: cards.length },
    day: '2026-11-26',
    card,
    concept,
    position: index,
  };
}

/** As Discord would take it, and with all its text. */
export function expectTaken(message: Message, what: string): void {
  expect(textLength(message), what).toBeLessThanOrEqual(4000);
  expect(validateBody('create-message', toPayload(message)), what).toEqual([]);
}
