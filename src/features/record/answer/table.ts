// What a member has seen, answered and been rated on: one row per question, however often it comes again.
import { boolean, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

/** Bounded by members and the bank, so that "seen before?" is one look-up, and answers need never be scanned. */
export const memberQuestions = pgTable(
  'member_questions',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    /** Answers, rated or not; 0 for a question whose key was only read. */
    seen: smallint().notNull(),
    right: smallint().notNull(),
    lastAt: at('last_at'),
    lastRight: boolean('last_right'),
    /** The last rated answer, and its number: the next one is one more. */
    ratedAt: at('rated_at'),
    ratedRound: smallint('rated_round'),
    /** When the member was last shown the key without answering. */
    keySeenAt: at('key_seen_at'),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.exam, table.questionId] })],
);
