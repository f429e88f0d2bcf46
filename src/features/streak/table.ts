// One row per member and active day decides; `streaks` caches what follows from them.

import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

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
    remindAt: timestamp('remind_at', { withTimezone: true }),
    leaseUntil: timestamp('lease_until', { withTimezone: true }),
  },
  (table) => [index('streaks_to_remind').on(table.remindAt).where(sql`remind_at is not null`)],
);

/** Times when the bot itself did not work; days with more than six hours of them in all are neutral for everybody. */
export const outages = pgTable(
  'outages',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    fromAt: timestamp('from_at', { withTimezone: true }).notNull(),
    toAt: timestamp('to_at', { withTimezone: true }).notNull(),
    reason: text().notNull(),
  },
  (table) => [index('outages_newest').on(table.toAt)],
);

/** When the bot was last seen working; one row per deployment. */
export const heartbeats = pgTable('heartbeats', {
  name: text().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
});
