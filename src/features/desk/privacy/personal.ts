// That a member has been away.
import { ownRows } from '#db/personal.ts';
import { absences } from './table.ts';

export const personal = ownRows(absences, absences.memberId);
