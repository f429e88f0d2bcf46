// Diagnoses of a member: theirs alone. How often questions were shown names nobody.
import { ownRows } from '#db/personal.ts';
import { diagnoses } from './table.ts';

export const personal = ownRows(diagnoses, diagnoses.memberId);
