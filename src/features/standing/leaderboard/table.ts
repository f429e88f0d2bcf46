// One row per member and board window, written with the answer itself and rebuildable from the answers; who of them has
// left; and where a server wants the winners of its weeks told.

import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
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
    // Of those alone who are ranked by it: most rows of an answer's are not, and need not be moved about in it.
    index('scores_accurate')
      .on(
        table.serverId,
        table.exam,
        table.domain,
        table.window,
        table.startsOn,
        sql`("right"::float8 / rated) desc nulls last`,
        table.points.desc(),
        table.rated,
        table.memberId,
      )
      .where(sql`rated >= 10`),
  ],
);

/** What deleted answers came to, of all time: the rest of a board's `all` is counted from those that are left. */
export const keptScores = pgTable(
  'kept_scores',
  {
    memberId: text('member_id').notNull(),
    serverId: text('server_id').notNull(),
    exam: text().notNull(),
    domain: text().notNull(),
    points: integer().notNull(),
    right: integer().notNull(),
    rated: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.serverId, table.exam, table.domain] }),
    index('kept_scores_by_server').on(table.serverId),
  ],
);

/** Servers that want it. Each week is told once. */
export const weeklyWinners = pgTable('weekly_winners', {
  serverId: text('server_id').primaryKey(),
  channelId: text('channel_id').notNull(),
  /** The first local date of the week in which something was told last, or in which it was turned on. */
  toldIn: date('told_in').notNull(),
});

/**
 * Members of whom Discord said that they are not in a server any more, though they are on its boards: remembered, so
 * that a board need not ask about all of them again. Whoever answers there, or looks at a board, is back.
 */
export const absentees = pgTable(
  'absentees',
  {
    serverId: text('server_id').notNull(),
    memberId: text('member_id').notNull(),
    /** When Discord was asked last. */
    askedAt: at('asked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serverId, table.memberId] })],
);
