// Who set a server's summary: the server keeps it, without the id.
import { sharedRows } from '#db/personal.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { serverDigests } from './table.ts';

export const personal = sharedRows(serverDigests, serverDigests.setBy, { setBy: ERASED });
