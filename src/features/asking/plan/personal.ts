// Plans and tasks of a member: theirs alone.
import { allOf, ownRows } from '#db/personal.ts';
import { studyPlans, studyTasks } from './table.ts';

export const personal = allOf(
  ownRows(studyPlans, studyPlans.memberId),
  ownRows(studyTasks, studyTasks.memberId),
);
