// One row per member and board window, written with the answer itself and rebuildable from the answers.
import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { WindowKind } from './rules.ts';

export const scores = pgTable(
  'scores',
  {
    serverId: text('server_id').notNull(),
    exam: text().notNull(),
    /** A domain's id within the exam, or "all". */
    domain: text().notNull(),
    window: text().$type<WindowKind>().notNull(),
    /** First local date of the window in the server's zone; 1970-01-01 for "all". */
    startsOn: date('starts_on').notNull(),
    memberId: text('member_id').notNull(),
    points: integer().notNull(),
    right: integer().notNull(),
    rated: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.serverId, table.exam, table.domain, table.window, table.startsOn, table.memberId],
    }),
    index('scores_board').on(
      table.serverId,
      table.exam,
      table.domain,
      table.window,
      table.startsOn,
      table.points.desc(),
    ),
  ],
);
