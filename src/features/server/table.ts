// What a Discord server chose, and who changed it when.
import { bigint, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const servers = pgTable('servers', {
  id: text().primaryKey(),
  exam: text().notNull(),
  edition: text().notNull(),
  zone: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  /** The retired edition that the server was told about; null when it never was. */
  toldRetired: text('told_retired'),
  /** When the bot was removed; the data goes 30 days later. */
  leftAt: timestamp('left_at', { withTimezone: true }),
});

export const serverChanges = pgTable(
  'server_changes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: text('server_id').notNull(),
    memberId: text('member_id').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    setting: text().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [index('server_changes_newest').on(table.serverId, table.changedAt)],
);
