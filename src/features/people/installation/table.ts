// Whose database this is: it belongs to one Discord application for good.
import { pgTable, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

/** One row. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  applicationId: text('application_id').notNull(),
  /** A few random characters: row ids start anew with a new database, nonces must not. */
  secret: text().notNull(),
  firstStartedAt: at('first_started_at').notNull(),
});
