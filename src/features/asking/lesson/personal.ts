// The lessons a member has done: theirs alone.
import { ownRows } from '#db/personal.ts';
import { lessonProgress } from './table.ts';

export const personal = ownRows(lessonProgress, lessonProgress.memberId);
