// What members are writing or importing at the moment: one draft and one import each, kept until it is saved or dropped. And
// the cards on which reviewers are shown what was suggested.
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { DraftIntent, KeptImport, Writing } from './rules.ts';

export const questionDrafts = pgTable(
  'question_drafts',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: text('server_id').notNull(),
    memberId: text('member_id').notNull(),
    /** Null while the pack is to be made with the question. */
    packId: bigint('pack_id', { mode: 'number' }),
    packName: text('pack_name').notNull(),
    /** The question that is edited, at the version that the writer saw; null for a new one. */
    questionId: text('question_id'),
    fromVersion: integer('from_version'),
    intent: text().$type<DraftIntent>().notNull(),
    writing: jsonb().$type<Writing>().notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (table) => [uniqueIndex('question_drafts_one').on(table.serverId, table.memberId)],
);

export const questionImports = pgTable(
  'question_imports',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** One at a time: the next file of the server takes its place. */
    serverId: text('server_id').notNull(),
    memberId: text('member_id').notNull(),
    packId: bigint('pack_id', { mode: 'number' }),
    packName: text('pack_name').notNull(),
    kept: jsonb().$type<KeptImport>().notNull(),
    madeAt: at('made_at').notNull(),
  },
  (table) => [uniqueIndex('question_imports_one').on(table.serverId)],
);

/** One for each suggestion of a server that has a channel for reviews. */
export const suggestionCards = pgTable(
  'suggestion_cards',
  {
    packId: bigint('pack_id', { mode: 'number' }).notNull(),
    questionId: text('question_id').notNull(),
    serverId: text('server_id').notNull(),
    channelId: text('channel_id').notNull(),
    /** Null while it is not shown yet. */
    messageId: text('message_id'),
    /** As what the card shows the question: its status and version. */
    shown: text(),
    madeAt: at('made_at').notNull(),
    /** Being shown until then, by one process; and how often that was begun: more than once, and it may stand there. */
    leaseUntil: at('lease_until'),
    tries: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.packId, table.questionId] }),
    index('suggestion_cards_by_server').on(table.serverId),
  ],
);
