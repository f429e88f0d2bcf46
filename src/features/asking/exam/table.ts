// Mock exams. A sitting is one row, so that a press is one statement; its questions stand in arrays, by position.
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { ExamKind } from './rules.ts';

export const sittings = pgTable(
  'sittings',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    memberId: text('member_id').notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
    /** The interaction that began it: seen twice, or by two processes, it begins one. */
    pressId: text('press_id').notNull(),
    exam: text().notNull(),
    edition: text().notNull(),
    kind: text().$type<ExamKind>().notNull(),
    domain: text(),
    extraMinutes: smallint('extra_minutes').notNull(),
    /** By position: what is asked, as it was drawn. */
    questionIds: text('question_ids').array().notNull(),
    questionVersions: integer('question_versions').array().notNull(),
    /** Option ids in display order, joined by commas. */
    optionOrders: text('option_orders').array().notNull(),
    domains: text().array().notNull(),
    scored: boolean().array().notNull(),
    /** By position: option ids joined by commas, empty while it is open. */
    picks: text().array().notNull(),
    flags: boolean().array().notNull(),
    seconds: integer().array().notNull(),
    /** Seconds from the start to the last change of the answer; -1 while it is open. */
    answeredAfter: integer('answered_after').array().notNull(),
    /** The question that was shown last, from 1, and since when it is looked at; null while the overview is. */
    position: smallint().notNull(),
    shownAt: at('shown_at'),
    startedAt: at('started_at').notNull(),
    deadlineAt: at('deadline_at').notNull(),
    /** By how much absences of the bot have moved the deadline. */
    outageSeconds: integer('outage_seconds').notNull().default(0),
    /** Null while it is running. */
    submittedAt: at('submitted_at'),
    isTimeUp: boolean('is_time_up').notNull().default(false),
    /** When its answers were handed to the record. */
    recordedAt: at('recorded_at'),
    /** What it came to, once it was submitted. */
    right: smallint(),
    scoredRight: smallint('scored_right'),
  },
  (table) => [
    uniqueIndex('sittings_one_running').on(table.memberId).where(sql`submitted_at is null`),
    uniqueIndex('sittings_one_per_press').on(table.pressId),
    index('sittings_to_end').on(table.deadlineAt).where(sql`submitted_at is null`),
    index('sittings_to_record')
      .on(table.submittedAt)
      .where(sql`submitted_at is not null and recorded_at is null`),
    index('sittings_of_member').on(table.memberId, table.submittedAt),
    index('sittings_by_server').on(table.serverId),
  ],
);

/** Results of real exams, as members told them: one per member, exam and edition and day. */
export const realResults = pgTable(
  'real_results',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    edition: text().notNull(),
    /** A local date of the member's. */
    satOn: text('sat_on').notNull(),
    isPassed: boolean('is_passed').notNull(),
    score: smallint(),
    toldAt: at('told_at').notNull(),
    /** What the bot had estimated before: median, 5 and 95 percent, chance to pass in thousandths. */
    estimate: integer().array(),
  },
  (table) => [uniqueIndex('real_results_once').on(table.memberId, table.exam, table.edition, table.satOn)],
);
