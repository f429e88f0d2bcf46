// What a flashcard shows before and after it is turned, and the decks.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Pack } from '#content/pack.ts';
import { cardsOf } from '#features/asking/flashcards/rules.ts';
import type { CardScreen } from '#features/asking/flashcards/screen.ts';
import { showCards } from '#features/asking/flashcards/view.ts';
import { practiceButton } from '#features/asking/quiz/private.view.ts';
import { wordsOf } from '#words/words.ts';
import { loadBank } from '../../../support/bank.ts';
import { cardShownOf, expectTaken } from '../../../support/learning.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { read } from '../../../support/shown.ts';

const en = wordsOf('en');
const languages = [en, wordsOf('de'), pseudoWords(en)];
const look = { practice: practiceButton, canGrade: true, isOld: true };

let packs: Pack[];
beforeAll(async () => {
  packs = [...(await loadBank()).values()];
});

describe('a flashcard', () => {
  it('shows its concept as a label, and of the answer nothing before it is asked for', () => {
    const shown = cardShownOf(packs[0]!, 'lesson:1.1');
    const front = read(showCards(en, { kind: 'card', ...shown, isResumed: false, due: null }, look));
    expect(front).toContain(`**${shown.concept?.name}**`);
    expect(front).toContain('1 of 23');
    expect(front).not.toContain(shown.card.back.slice(0, 20));
  });

  it('has the answer on the first line below, the reason under it', () => {
    const shown = cardShownOf(packs[0]!, 'lesson:1.1');
    const card = { ...shown.card, back: 'It waits, because the queue is full.' };
    const back = read(showCards(en, { kind: 'back', ...shown, card }, look));
    expect(back).toContain('"**It waits**\nbecause the queue is full."');
  });

  it('is graded in four steps where grades are kept, else goes on', () => {
    const back: CardScreen = { kind: 'back', ...cardShownOf(packs[0]!, 'high') };
    const graded = read(showCards(en, back, look));
    for (const grade of ['Again', 'Hard', 'Good', 'Easy']) expect(graded).toContain(`"${grade}"`);
    const plain = read(showCards(en, back, { ...look, canGrade: false }));
    expect(plain).toContain('"Next ▶"');
    expect(plain).not.toContain('"Good"');
  });
});

describe('decks', () => {
  it('are offered by name and size, and named at their end', () => {
    const pack = packs[0]!;
    const decks = ['high', 'all', ...pack.modules.map(({ id }) => `module:${id}`)].map(
      (text) => cardShownOf(pack, text).deck,
    );
    for (const words of languages) {
      expectTaken(showCards(words, { kind: 'chooser', pack, decks }, look), 'chooser');
      for (const text of ['all', 'domain:1', 'lesson:1.1'])
        expectTaken(
          showCards(words, { kind: 'finished', pack, deck: cardShownOf(pack, text).deck, due: null }, look),
          text,
        );
    }
    const chooser = read(showCards(en, { kind: 'chooser', pack, decks }, look));
    expect(chooser).toContain('High-frequency patterns');
    expect(chooser).toContain(`${cardsOf(pack, 'c03', { kind: 'high' }).length} cards`);
  });
});
