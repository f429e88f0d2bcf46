// Reports stay for whoever keeps the questions, without the reporter's id.
import { sql } from 'drizzle-orm';
import { sharedRows } from '#db/personal.ts';
import { reports } from './table.ts';

/** A name that is nobody's, and the same for no two reports: the index wants one per member and version. */
export const personal = sharedRows(reports, reports.memberId, {
  memberId: sql`'erased-' || gen_random_uuid()`,
});
