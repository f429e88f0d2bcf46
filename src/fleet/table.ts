// What the processes of a fleet share: who runs which shard, what whoever takes it over needs, and whose turn it is. By
// the database's clock always: theirs may differ.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const shardLeases = pgTable(
  'shard_leases',
  {
    shardCount: integer('shard_count').notNull(),
    shard: integer().notNull(),
    /** The process that runs it; null for one that was handed back. */
    holder: text(),
    /** When the lease ends unless it is renewed; of one that was handed back, when that was. */
    heldUntil: at('held_until'),
    /** A process that was given this shard by hand, and asks its holder for it. */
    successor: text('successor'),
    /** To go on with: @discordjs/ws's session, whom the bot is logged in as, and the servers of the shard. */
    session: jsonb(),
    about: jsonb(),
    roster: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.shardCount, table.shard] })],
);

export const fleetProcesses = pgTable('fleet_processes', {
  id: text().primaryKey(),
  shardCount: integer('shard_count').notNull(),
  /** How many shards it takes at most. */
  most: integer().notNull(),
  aliveUntil: at('alive_until').notNull(),
});

/** One row per bucket of logins: when the next one may be sent. */
export const loginTurns = pgTable('login_turns', {
  bucket: integer().primaryKey(),
  freeAt: at('free_at').notNull(),
});

/** One row: when the next request to Discord may be sent. */
export const requestTurns = pgTable('request_turns', {
  key: text().primaryKey(),
  freeAt: at('free_at').notNull(),
});
