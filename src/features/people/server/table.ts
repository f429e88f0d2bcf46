// What a Discord server chose, and who changed it when.
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { WeekStart } from './rules.ts';

export const servers = pgTable(
  'servers',
  {
    id: text().primaryKey(),
    exam: text().notNull(),
    edition: text().notNull(),
    zone: text().notNull(),
    /** Nobody has chosen the zone: it was guessed, or is what everybody begins with. */
    isZoneGuessed: boolean('is_zone_guessed').notNull().default(false),
    /** The weekday on which its weeks begin: 1 (Monday) or 7 (Sunday). */
    weekStart: smallint('week_start').$type<WeekStart>().notNull().default(1),
    /** The language of what all members read; null: the one that Discord has for the server. */
    language: text(),
    createdAt: at('created_at').notNull(),
    /** When it is to be greeted; null once it was, or for a server that never is. */
    greetAt: at('greet_at'),
    /** The retired edition that the server was told about; null when it never was. */
    toldRetired: text('told_retired'),
    /** The edition of which the server was told that another follows soon; null when it never was. */
    toldAhead: text('told_ahead'),
    /** Whoever has it looks after the server's own questions, besides those who manage the server. */
    reviewRole: text('review_role'),
    /** When the bot was removed; the data goes 30 days later. */
    leftAt: at('left_at'),
  },
  (table) => [index('servers_to_greet').on(table.greetAt).where(sql`greet_at is not null`)],
);

/** Where a server is shown what waits for its reviewers; and how showing the last of it went. */
export const reviewChannels = pgTable(
  'review_channels',
  {
    serverId: text('server_id').primaryKey(),
    channelId: text('channel_id').notNull(),
    /** The admin who is told when showing fails. */
    setBy: text('set_by').notNull(),
    /** Why the last could not be shown; null when it was. Not tried again before `retryAt`. */
    failure: text(),
    retryAt: at('retry_at'),
    /** When the admin was told of it. */
    toldAt: at('told_at'),
  },
  (table) => [
    index('review_channels_untold').on(table.serverId).where(sql`failure is not null and told_at is null`),
  ],
);

export const serverChanges = pgTable(
  'server_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: text('server_id').notNull(),
    memberId: text('member_id').notNull(),
    changedAt: at('changed_at').notNull(),
    setting: text().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [index('server_changes_newest').on(table.serverId, table.changedAt)],
);
