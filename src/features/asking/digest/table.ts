// Servers that want a summary of their week, where and when; and how posting the last one went.
import { sql } from 'drizzle-orm';
import { date, index, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const serverDigests = pgTable(
  'server_digests',
  {
    serverId: text('server_id').primaryKey(),
    channelId: text('channel_id').notNull(),
    /** 1 (Monday) to 7 (Sunday), and the hour there, 0–23. */
    weekday: smallint().notNull(),
    hour: smallint().notNull(),
    /** When the group began with the first week of the plan. */
    startedOn: date('started_on').notNull(),
    /** The admin who is told when posting fails. */
    setBy: text('set_by').notNull(),
    /** The next one. Each is posted once: whoever posts it moves this on. */
    dueAt: at('due_at').notNull(),
    leaseUntil: at('lease_until'),
    /** How often it was taken to be posted: more than once, and the message may stand there already. */
    attempts: smallint().notNull().default(0),
    /** Why the last one could not be posted; null when it was. */
    failure: text(),
    /** When the admin was told of it. */
    toldAt: at('told_at'),
  },
  (table) => [
    index('server_digests_due').on(table.dueAt),
    index('server_digests_untold').on(table.serverId).where(sql`failure is not null and told_at is null`),
  ],
);
