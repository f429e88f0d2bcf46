// Who decided, who made a pack and who wrote its questions: what they made stays, without their id.
import { allOf, sharedRows } from '#db/personal.ts';
import { amendments, ownPacks, ownQuestions } from './table.ts';

export const personal = allOf(
  sharedRows(amendments, amendments.madeBy, { madeBy: null }),
  sharedRows(ownPacks, ownPacks.createdBy, { createdBy: null }),
  sharedRows(ownQuestions, ownQuestions.authorId, { authorId: null }),
);
