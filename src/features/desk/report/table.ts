// What members reported about questions; one row per member and version of a question.
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { ReportKind } from './rules.ts';

export const reports = pgTable(
  'reports',
  {
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    memberId: text('member_id').notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
    kind: text().$type<ReportKind>().notNull(),
    text: text().notNull(),
    reportedAt: at('reported_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.exam, table.questionId, table.questionVersion, table.memberId] }),
    index('reports_by_server').on(table.serverId),
  ],
);
