// Every page of every lesson, every concept and every flashcard of the bank as Discord would take them.
import { beforeAll, describe, expect, it } from 'vitest';
import { lessonsFor } from '#content/guide.ts';
import type { Pack } from '#content/pack.ts';
import { cardsOf } from '#features/asking/flashcards/rules.ts';
import { deckButton, showCards } from '#features/asking/flashcards/view.ts';
import { showConcept } from '#features/asking/lesson/concept.view.ts';
import { showLesson } from '#features/asking/lesson/view.ts';
import { practiceButton } from '#features/asking/quiz/private.view.ts';
import { wordsOf } from '#words/words.ts';
import { loadBank } from '../support/bank.ts';
import { cardShownOf, conceptScreenOf, expectTaken, pageOf } from '../support/learning.ts';
import { pseudoWords } from '../support/pseudo.ts';

const en = wordsOf('en');
const languages = [en, wordsOf('de'), pseudoWords(en)];
const look = { practice: practiceButton, deck: deckButton, canGrade: true, isOld: true };

let packs: Pack[];
beforeAll(async () => {
  packs = [...(await loadBank()).values()];
});

const editionOf = (pack: Pack) => pack.exam.editions.at(-1)?.id ?? '';

describe('in every language, on every message, Discord takes', () => {
  it('each page of each lesson', () => {
    const all = packs.flatMap((pack) =>
      lessonsFor(pack, editionOf(pack)).map(({ id }) => pageOf(pack, editionOf(pack), id)),
    );
    const pages = all.flatMap((screen) =>
      screen.pages.map((_, index) => ({ ...screen, index, isDone: index % 2 === 0 })),
    );
    expect(pages.length).toBeGreaterThan(300);
    for (const page of pages)
      for (const words of languages)
        expectTaken(showLesson(words, page, look), `${page.lesson.id} page ${page.index}`);
  });

  it('the card of each concept', () => {
    for (const pack of packs)
      for (const slug of pack.concepts.keys())
        for (const words of languages)
          expectTaken(showConcept(words, conceptScreenOf(pack, slug), look), slug);
  });

  it('each flashcard, front and back, in the deck with the longest name', () => {
    const all = packs.flatMap((pack) =>
      cardsOf(pack, editionOf(pack), { kind: 'all' }).map((card) => ({
        ...cardShownOf(pack, `concept:${card.concept}`),
        card,
      })),
    );
    expect(all.length).toBeGreaterThan(500);
    for (const [index, shown] of all.entries()) {
      const words = languages[index % languages.length] ?? en;
      const front = { kind: 'card', ...shown, isResumed: true, due: new Date(0) } as const;
      expectTaken(showCards(words, front, look), shown.card.id);
      expectTaken(showCards(words, { kind: 'back', ...shown }, look), shown.card.id);
    }
  });
});
