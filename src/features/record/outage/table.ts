// When the bot was seen working, and the times when it was not: facts that days, exams and boards rest on.
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

/** Times when the bot itself did not work; days with more than six hours of them in all are neutral for everybody. */
export const outages = pgTable(
  'outages',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    fromAt: at('from_at').notNull(),
    toAt: at('to_at').notNull(),
    reason: text().notNull(),
  },
  (table) => [index('outages_newest').on(table.toAt)],
);

/** When the bot was last seen working; one row per deployment. */
export const heartbeats = pgTable('heartbeats', {
  name: text().primaryKey(),
  at: at('at').notNull(),
});
