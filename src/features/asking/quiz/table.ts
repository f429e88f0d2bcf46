// Runs of several questions, and how soon a member may start the next.
import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { AfterwordKind } from './afterword.rules.ts';
import type { Ending, Pace } from './pace.rules.ts';
import type { RoundKind } from './rules.ts';

/** A run of 1–10 questions that one member started: public in a thread, or private for them alone. */
export const rounds = pgTable(
  'rounds',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<RoundKind>().notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
    memberId: text('member_id').notNull(),
    /** The interaction that started it. */
    pressId: text('press_id'),
    exam: text().notNull(),
    edition: text().notNull(),
    topic: text(),
    /** All questions of the run, drawn when it was started. */
    questionIds: text('question_ids').array().notNull(),
    openMinutes: integer('open_minutes').notNull(),
    /** How long each question is open; null where `openMinutes` says so. */
    pace: text().$type<Pace>(),
    /** How many questions were asked for, where there were fewer. */
    wanted: smallint(),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (table) => [
    // By the member first: theirs is looked for at each private question, wherever it was begun.
    uniqueIndex('rounds_one_private')
      .on(table.memberId, table.serverId)
      .where(sql`kind = 'private' and finished_at is null`),
    // No two nulls are the same to an index.
    uniqueIndex('rounds_one_private_alone')
      .on(table.memberId)
      .where(sql`kind = 'private' and finished_at is null and server_id is null`),
    uniqueIndex('rounds_one_per_press').on(table.pressId).where(sql`press_id is not null`),
    index('rounds_by_server').on(table.serverId),
    index('rounds_of_member').on(table.memberId),
  ],
);

/** What is said once a question has closed: how it went, or how its whole round went. */
export const afterwords = pgTable(
  'afterwords',
  {
    postId: bigint('post_id', { mode: 'number' }).primaryKey(),
    kind: text().$type<AfterwordKind>().notNull(),
    serverId: text('server_id').notNull(),
    channelId: text('channel_id').notNull(),
    roundId: bigint('round_id', { mode: 'number' }),
    ending: text().$type<Ending>(),
    createdAt: at('created_at').notNull(),
    /** Sending is claimed with a lease, and put off after a failure. */
    dueAt: at('due_at').notNull(),
    attempts: smallint().notNull().default(0),
    settledAt: at('settled_at'),
    messageId: text('message_id'),
  },
  (table) => [
    uniqueIndex('afterwords_one_per_round').on(table.roundId).where(sql`round_id is not null`),
    index('afterwords_to_send').on(table.dueAt).where(sql`settled_at is null`),
    index('afterwords_by_server').on(table.serverId),
  ],
);

/** Until when a member must wait before starting another question. */
export const cooldowns = pgTable('cooldowns', {
  memberId: text('member_id').primaryKey(),
  untilAt: at('until_at').notNull(),
  /** The interaction that started it: the very same one, seen twice, is not a second try. */
  pressId: text('press_id'),
});
