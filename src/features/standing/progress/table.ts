// What is learned from answers: how hard questions are, what they look like in use, and what members were told of
// themselves. All of it can be had again from the answers alone, as far back as they are kept.
import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { Alarm } from './alarms.rules.ts';
import type { DomainEstimate } from './profile.rules.ts';
import type { QuestionTally } from './statistics.rules.ts';

/** By question and version, bounded by the bank: its difficulty and the sums of its statistics. */
export const questionDifficulties = pgTable(
  'question_difficulties',
  {
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    /** In logits. */
    mean: doublePrecision().notNull(),
    variance: doublePrecision().notNull(),
    answers: integer().notNull(),
    tally: jsonb().$type<QuestionTally>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.exam, table.questionId, table.questionVersion] })],
);

/** One alarm a question and version: the strongest that was found last. */
export const itemAlarms = pgTable(
  'item_alarms',
  {
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    alarm: jsonb().$type<Alarm>().notNull(),
    /** When a question was first suspected. */
    raisedAt: at('raised_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.exam, table.questionId, table.questionVersion] })],
);

/** What members of an exam gain with an answer, as sums. */
export const memberGrowth = pgTable('member_growth', {
  exam: text().primaryKey(),
  slope: doublePrecision().notNull(),
  information: doublePrecision().notNull(),
});

/** How far the nightly job has come: one row. Answers up to this place have been learned from, and none twice. */
export const learning = pgTable('learning', {
  name: text().primaryKey(),
  answeredAt: at('answered_at').notNull(),
  postId: bigint('post_id', { mode: 'number' }).notNull(),
  /** Grows with every page that taught something: whoever keeps difficulties in memory sees by it that they have moved. */
  pages: integer().notNull(),
  leaseUntil: at('lease_until'),
});

/** What was estimated of a member on a day: the latest of that day. Their last of each week are the trend. */
export const estimates = pgTable(
  'estimates',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    edition: text().notNull(),
    /** A UTC date. */
    day: date().notNull(),
    median: smallint().notNull(),
    low: smallint().notNull(),
    high: smallint().notNull(),
    /** Of a pass, in thousandths. */
    chance: smallint().notNull(),
    domains: jsonb().$type<DomainEstimate[]>().notNull(),
    /** Answers that counted: with too few, nothing of it is shown. */
    answers: smallint().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.exam, table.edition, table.day] }),
    index('estimates_by_day').on(table.day),
  ],
);
