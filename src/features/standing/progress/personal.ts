// What was estimated of a member: theirs alone.
import { ownRows } from '#db/personal.ts';
import { estimates } from './table.ts';

export const personal = ownRows(estimates, estimates.memberId);
