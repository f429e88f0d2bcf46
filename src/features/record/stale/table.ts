// What is to be counted anew from the answers: one durable queue for all projections.
import { pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const stale = pgTable(
  'stale',
  {
    /** The projection's name. */
    what: text().notNull(),
    /** "server:<id>", "member:<id>" or "everyone:<date>". */
    scope: text().notNull(),
    /** When it became stale; a later change moves this on, so that a rebuild underway does not settle it. */
    since: at('since').notNull(),
    /** Rebuilding is claimed with a lease, and put off to be done once more. */
    leaseUntil: at('lease_until'),
    attempts: smallint().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.what, table.scope] })],
);
