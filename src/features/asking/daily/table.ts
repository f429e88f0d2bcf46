// Schedules of the question of the day, and what became of each of their local dates.
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { DateOutcome, ScheduleStatus } from './rules.ts';

export const dailySchedules = pgTable(
  'daily_schedules',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: text('server_id').notNull(),
    /** One schedule per channel. */
    channelId: text('channel_id').notNull().unique(),
    /** Wall-clock time "HH:MM" in the zone. */
    time: text().notNull(),
    zone: text().notNull(),
    /** 1 (Monday) to 7 (Sunday). */
    weekdays: smallint().array().notNull(),
    /** Domain ids; empty means all. */
    domains: text().array().notNull(),
    roleId: text('role_id'),
    wantsThread: boolean('wants_thread').notNull().default(false),
    /** Null: until the next post. */
    closeAfterMinutes: integer('close_after_minutes'),
    status: text().$type<ScheduleStatus>().notNull(),
    nextDate: date('next_date').notNull(),
    nextAt: at('next_at').notNull(),
    /** A local date that an admin does not want. */
    skipDate: date('skip_date'),
    /** The newest post that the schedule made: its failure is the schedule's. */
    lastPostId: bigint('last_post_id', { mode: 'number' }),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    /** When its admin was told that posting fails; null again once a post went through. */
    toldDegradedAt: at('told_degraded_at'),
    /** Telling is claimed with a lease. */
    leaseUntil: at('lease_until'),
  },
  (table) => [
    index('daily_schedules_due').on(table.nextAt).where(sql`status = 'active'`),
    index('daily_schedules_by_server').on(table.serverId),
  ],
);

/** The row that makes a date happen once: nobody posts for a schedule and date without having inserted it. */
export const dailyDates = pgTable(
  'daily_dates',
  {
    scheduleId: bigint('schedule_id', { mode: 'number' }).notNull(),
    localDate: date('local_date').notNull(),
    serverId: text('server_id').notNull(),
    outcome: text().$type<DateOutcome>().notNull(),
    lateMinutes: integer('late_minutes').notNull(),
    settledAt: at('settled_at').notNull(),
    postId: bigint('post_id', { mode: 'number' }),
    /** The recap: begun, claimed until, done (with or without a message). */
    recapBegunAt: at('recap_begun_at'),
    recapLeaseUntil: at('recap_lease_until'),
    recapAt: at('recap_at'),
    recapMessageId: text('recap_message_id'),
  },
  (table) => [
    primaryKey({ columns: [table.scheduleId, table.localDate] }),
    index('daily_dates_by_server').on(table.serverId),
    index('daily_dates_to_recap').on(table.postId).where(sql`recap_at is null and post_id is not null`),
  ],
);
