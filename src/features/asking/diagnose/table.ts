// Diagnoses. Each is one row, so that a press is one statement; its questions stand in arrays, by position.
import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const diagnoses = pgTable(
  'diagnoses',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    memberId: text('member_id').notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
    /** The interaction that began it: seen twice, or by two processes, it begins one. */
    pressId: text('press_id').notNull(),
    exam: text().notNull(),
    edition: text().notNull(),
    /** By position: what was asked so far; the last one is open until the diagnosis has ended. */
    questionIds: text('question_ids').array().notNull(),
    questionVersions: integer('question_versions').array().notNull(),
    /** Option ids in display order, joined by commas. */
    optionOrders: text('option_orders').array().notNull(),
    domains: text().array().notNull(),
    /** By position, of what is answered: option ids joined by commas. An answer is final. */
    picks: text().array().notNull(),
    /** 1 for a right answer: what the choice of the next one needs, whatever becomes of the pack. */
    rights: smallint().array().notNull(),
    seconds: integer().array().notNull(),
    /** Seconds from the start to each answer. */
    answeredAfter: integer('answered_after').array().notNull(),
    shownAt: at('shown_at').notNull(),
    startedAt: at('started_at').notNull(),
    /** Null while it is running. */
    endedAt: at('ended_at'),
    /** How many of its answers were handed to the record. */
    recorded: smallint().notNull().default(0),
  },
  (table) => [
    uniqueIndex('diagnoses_one_running')
      .on(table.memberId, table.exam, table.edition)
      .where(sql`ended_at is null`),
    uniqueIndex('diagnoses_one_per_press').on(table.pressId),
    index('diagnoses_to_record').on(table.id).where(sql`recorded < cardinality(picks)`),
    index('diagnoses_of_member').on(table.memberId),
    index('diagnoses_by_server').on(table.serverId),
  ],
);

/** How many who ended at a level were shown a question, so that no question goes to everybody. Bounded by the bank. */
export const diagnoseExposures = pgTable(
  'diagnose_exposures',
  {
    exam: text().notNull(),
    edition: text().notNull(),
    band: smallint().notNull(),
    /** A question's id; empty for the takers themselves. */
    questionId: text('question_id').notNull(),
    times: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.exam, table.edition, table.band, table.questionId] })],
);
