// The log of a server's changes stays for its admins, without the id of who made them.
import { sharedRows } from '#db/personal.ts';
import { ERASED } from './rules.ts';
import { serverChanges } from './table.ts';

export const personal = sharedRows(serverChanges, serverChanges.memberId, { memberId: ERASED });
