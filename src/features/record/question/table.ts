// Questions as they were asked: a version never changes, and stays for as long as a row names it.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const questionVersions = pgTable(
  'question_versions',
  {
    exam: text().notNull(),
    id: text().notNull(),
    version: integer().notNull(),
    /** The whole question as the pack had it. */
    question: jsonb().notNull(),
    keptAt: at('kept_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.exam, table.id, table.version] })],
);
