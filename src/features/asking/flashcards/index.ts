// Flashcards, deck by deck.
import type { Feature } from '#bot/feature.ts';
import type { DeckDoor, PracticeDoor } from '#features/asking/doors.ts';
import type { CardGrading } from '#features/standing/card-grading.ts';
import { flashcardsCommand } from './commands.ts';
import { cardComponents } from './components.ts';
import { personal } from './personal.ts';
import { deckButton } from './view.ts';

type Offers = { practice?: PracticeDoor; cardGrading?: CardGrading };

/** `others` may keep grades, and lead on to questions. */
export function flashcardsFor(others: readonly Offers[]): Feature & { deck: DeckDoor } {
  const practice = others.find((other) => other.practice)?.practice ?? null;
  const grading = others.find((other) => other.cardGrading)?.cardGrading ?? null;
  return {
    commands: [flashcardsCommand({ practice, canGrade: grading !== null, isOld: false })],
    components: cardComponents({ practice, grading }),
    personal,
    deck: deckButton,
  };
}
