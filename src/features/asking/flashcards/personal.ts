// Where a member is in their flashcards: theirs alone.
import { ownRows } from '#db/personal.ts';
import { cardDecks } from './table.ts';

export const personal = ownRows(cardDecks, cardDecks.memberId);
