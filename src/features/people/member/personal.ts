// What a member set for themself.
import { allOf, ownRows } from '#db/personal.ts';
import { members, pauses } from './table.ts';

export const personal = allOf(ownRows(members, members.id), ownRows(pauses, pauses.memberId));
