// Where each member is in their deck of flashcards.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

/** One deck at a time for each exam. Its order follows from member and day; the position is that of the next card. */
export const cardDecks = pgTable(
  'card_decks',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    /** "all", "high" or a topic such as "lesson:4.1". */
    deck: text().notNull(),
    /** The local date that shuffled it. */
    day: text().notNull(),
    position: integer().notNull(),
    movedAt: at('moved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.exam] })],
);
