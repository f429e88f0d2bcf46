// Questions as they were asked, what was amended in official packs, and servers' own packs.
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import type { AmendmentKind, OwnDomain, OwnExam, OwnStatus } from './rules.ts';

/** A version never changes, and stays for as long as a row names it. */
export const questionVersions = pgTable(
  'question_versions',
  {
    exam: text().notNull(),
    id: text().notNull(),
    version: integer().notNull(),
    /** The whole question as the pack had it. */
    question: jsonb().notNull(),
    keptAt: at('kept_at').notNull(),
    /** Whose own pack it is of, so that it goes with the server; null for official ones. */
    serverId: text('server_id'),
  },
  (table) => [
    primaryKey({ columns: [table.exam, table.id, table.version] }),
    index('question_versions_by_server').on(table.serverId).where(sql`server_id is not null`),
  ],
);

/** What reviewers decided of official questions, on top of what was released. */
export const amendments = pgTable(
  'amendments',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    /** The released version it was made for: another one has the last word. */
    baseVersion: integer('base_version').notNull(),
    /** Under which its text is kept in `question_versions`. */
    version: integer().notNull(),
    kind: text().$type<AmendmentKind>().notNull(),
    madeAt: at('made_at').notNull(),
    /** Null where they were erased. */
    madeBy: text('made_by'),
    undoneAt: at('undone_at'),
  },
  (table) => [
    uniqueIndex('amendments_version').on(table.exam, table.questionId, table.version),
    index('amendments_made_by').on(table.madeBy).where(sql`made_by is not null`),
  ],
);

/** A server's own packs. Their exam is `own-` and this id. */
export const ownPacks = pgTable(
  'own_packs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    serverId: text('server_id').notNull(),
    name: text().notNull(),
    domains: jsonb().$type<OwnDomain[]>().notNull(),
    sitting: jsonb().$type<OwnExam>().notNull(),
    /** One more with whatever changes in it: processes that hold an older one read it anew. */
    version: integer().notNull().default(1),
    createdAt: at('created_at').notNull(),
    createdBy: text('created_by'),
  },
  (table) => [
    uniqueIndex('own_packs_name').on(table.serverId, sql`lower(${table.name})`),
    index('own_packs_created_by').on(table.createdBy).where(sql`created_by is not null`),
  ],
);

/** The questions of own packs as they are today; their texts are kept by version. */
export const ownQuestions = pgTable(
  'own_questions',
  {
    packId: bigint('pack_id', { mode: 'number' }).notNull(),
    /** `q-12`: the number within its pack. */
    id: text().notNull(),
    serverId: text('server_id').notNull(),
    version: integer().notNull(),
    status: text().$type<OwnStatus>().notNull(),
    domain: text().notNull(),
    difficulty: smallint().notNull(),
    /** The beginning of the stem, for lists. */
    title: text().notNull(),
    /** What it was known by where it came from, so that importing it again changes it. */
    source: text(),
    authorId: text('author_id'),
    changedAt: at('changed_at').notNull(),
    /** Who suggested it was told what became of it. */
    isTold: boolean('is_told').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.packId, table.id] }),
    uniqueIndex('own_questions_source').on(table.packId, table.source),
    index('own_questions_by_server').on(table.serverId),
    index('own_questions_author').on(table.authorId).where(sql`author_id is not null`),
    index('own_questions_suggested').on(table.serverId, table.changedAt).where(sql`status = 'suggested'`),
  ],
);

/** Questions that are asked only where nothing else is left, until somebody has looked at them. */
export const questionDoubts = pgTable(
  'question_doubts',
  {
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    since: at('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.exam, table.questionId] })],
);
