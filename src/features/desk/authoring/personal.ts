// What a member was writing or importing.
import { allOf, ownRows } from '#db/personal.ts';
import { questionDrafts, questionImports } from './table.ts';

export const personal = allOf(
  ownRows(questionDrafts, questionDrafts.memberId),
  ownRows(questionImports, questionImports.memberId),
);
