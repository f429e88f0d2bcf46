// One row per member and active day decides; `streaks` caches what follows from them.
import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const streakDays = pgTable(
  'streak_days',
  {
    memberId: text('member_id').notNull(),
    localDate: date('local_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.localDate] })],
);

/**
 * Where a streak stands on boards: a row for each server and exam that the member has a rated answer in, with what puts
 * boards in order. It grows once a day; a board reads its top.
 */
export const streakPlaces = pgTable(
  'streak_places',
  {
    memberId: text('member_id').notNull(),
    serverId: text('server_id').notNull(),
    exam: text().notNull(),
    current: integer().notNull(),
    lastDate: date('last_date').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.serverId, table.exam] }),
    index('streak_places_board').on(
      table.serverId,
      table.exam,
      table.current.desc(),
      table.memberId,
      table.lastDate,
    ),
  ],
);

export const streaks = pgTable(
  'streaks',
  {
    memberId: text('member_id').primaryKey(),
    current: integer().notNull(),
    longest: integer().notNull(),
    lastDate: date('last_date').notNull(),
    freezes: smallint().notNull(),
    /** Active days since the last freeze was earned, 0–6. */
    progress: smallint().notNull(),
    /** When to remind the member before the streak would break; null when not wanted or already done. */
    remindAt: at('remind_at'),
    leaseUntil: at('lease_until'),
  },
  (table) => [index('streaks_to_remind').on(table.remindAt).where(sql`remind_at is not null`)],
);
