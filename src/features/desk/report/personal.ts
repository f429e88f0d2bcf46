// Reports stay for whoever keeps the questions, without the reporter's id.
import { sql } from 'drizzle-orm';
import { allOf, ownRows, sharedRows } from '#db/personal.ts';
import { regraded, reports, tickets } from './table.ts';

/** A name that is nobody's, and the same for no two reports: the index wants one per member and version. */
export const personal = allOf(
  sharedRows(reports, reports.memberId, { memberId: sql`'erased-' || gen_random_uuid()` }),
  sharedRows(tickets, tickets.decidedBy, { decidedBy: null }),
  // Only for putting their answers back, which go with them.
  ownRows(regraded, regraded.memberId),
);
