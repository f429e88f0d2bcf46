// Runs of several questions, and how soon a member may start the next.
import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { RoundKind } from './rules.ts';

/** A run of 1–10 questions that one member started: public in a thread, or private for them alone. */
export const rounds = pgTable(
  'rounds',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<RoundKind>().notNull(),
    serverId: text('server_id').notNull(),
    memberId: text('member_id').notNull(),
    /** The interaction that started it. */
    pressId: text('press_id'),
    exam: text().notNull(),
    edition: text().notNull(),
    topic: text(),
    /** All questions of the run, drawn when it was started. */
    questionIds: text('question_ids').array().notNull(),
    openMinutes: integer('open_minutes').notNull(),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (table) => [
    uniqueIndex('rounds_one_private')
      .on(table.serverId, table.memberId)
      .where(sql`kind = 'private' and finished_at is null`),
    uniqueIndex('rounds_one_per_press').on(table.pressId).where(sql`press_id is not null`),
    index('rounds_by_server').on(table.serverId),
    index('rounds_of_member').on(table.memberId),
  ],
);

/** Until when a member must wait before starting another question. */
export const cooldowns = pgTable('cooldowns', {
  memberId: text('member_id').primaryKey(),
  untilAt: at('until_at').notNull(),
  /** The interaction that started it: the very same one, seen twice, is not a second try. */
  pressId: text('press_id'),
});
