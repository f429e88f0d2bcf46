// What a member set for themself, in every server alike, and the pauses of their streak.
import { boolean, date, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { Visibility } from './rules.ts';

export const members = pgTable('members', {
  id: text().primaryKey(),
  /** IANA zone; null means the zone of the server where they answer. */
  zone: text(),
  zoneChangedAt: timestamp('zone_changed_at', { withTimezone: true }),
  /** The hour at which their day begins, 0–6. */
  dayStart: smallint('day_start').notNull().default(0),
  visibility: text().$type<Visibility>().notNull().default('visible'),
  reminders: boolean().notNull().default(false),
});

export const pauses = pgTable(
  'pauses',
  {
    memberId: text('member_id').notNull(),
    fromDate: date('from_date').notNull(),
    toDate: date('to_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.fromDate] })],
);
