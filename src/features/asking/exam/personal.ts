// Exams and results of a member: theirs alone.
import { allOf, ownRows } from '#db/personal.ts';
import { realResults, sittings } from './table.ts';

export const personal = allOf(
  ownRows(sittings, sittings.memberId),
  ownRows(realResults, realResults.memberId),
);
