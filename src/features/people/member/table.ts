// What a member set for themself, in every server alike, and the pauses of their streak.
import { boolean, date, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { Visibility } from './rules.ts';

export const members = pgTable('members', {
  id: text().primaryKey(),
  /** IANA zone; null means the zone of the server where they answer. */
  zone: text(),
  zoneChangedAt: at('zone_changed_at'),
  /** The hour at which their day begins, 0–6. */
  dayStart: smallint('day_start').notNull().default(0),
  visibility: text().$type<Visibility>().notNull().default('visible'),
  reminders: boolean().notNull().default(false),
  /** The language of their private answers; null: that of their Discord. */
  language: text(),
  /** The zone by which they were dated last, wherever it came from, and since when. */
  datedZone: text('dated_zone'),
  datedSince: at('dated_since'),
  /** What they learn outside of servers; null: what the server has where they answered last. */
  exam: text(),
  edition: text(),
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
