// A member's plan to one exam: when they sit it and how many hours a week they have. What is in it, and what of it is done,
// is worked out each time it is looked at.
import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const studyPlans = pgTable(
  'study_plans',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    /** The one that was wanted; which one can be sat on the day, the rules say. */
    edition: text().notNull(),
    examDate: date('exam_date').notNull(),
    /** Of each week; null for as many as the work takes. */
    hours: smallint(),
    startedOn: date('started_on').notNull(),
    startedAt: at('started_at').notNull(),
    /** Dates the plan of a member who has no zone of their own. */
    zone: text().notNull(),
    isBooked: boolean('is_booked').notNull().default(false),
    /** When the next weekly message is due; null when none is wanted, or none is left. */
    digestAt: at('digest_at'),
    digestLease: at('digest_lease'),
    /** Discord did not let the last one through: said when the plan is looked at next. */
    digestRefused: boolean('digest_refused').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.exam] }),
    index('study_plans_to_remind').on(table.digestAt).where(sql`digest_at is not null`),
  ],
);

/** Hands-on tasks that a member says they have done: nobody else can know. */
export const studyTasks = pgTable(
  'study_tasks',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    task: text().notNull(),
    doneAt: at('done_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.exam, table.task] })],
);
