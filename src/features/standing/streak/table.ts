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
