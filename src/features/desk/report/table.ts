// What members reported about questions, one row per member and version of a question; a ticket for each question and
// version; and what was graded anew, so that it can be undone.
import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { ReportKind } from './rules.ts';
import type { RegradeKind, RegradeState, TicketStatus } from './ticket.rules.ts';

export const reports = pgTable(
  'reports',
  {
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    memberId: text('member_id').notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
    kind: text().$type<ReportKind>().notNull(),
    text: text().notNull(),
    reportedAt: at('reported_at').notNull(),
    /** Whoever reported it was told what became of it. */
    toldAt: at('told_at'),
    /** They take no direct messages: they are told after whatever they do next. */
    closedAt: at('closed_at'),
    /** Being told until then, by one process. */
    leaseUntil: at('lease_until'),
  },
  (table) => [
    primaryKey({ columns: [table.exam, table.questionId, table.questionVersion, table.memberId] }),
    index('reports_by_server').on(table.serverId),
    index('reports_of_member').on(table.memberId, table.reportedAt),
    index('reports_untold').on(table.reportedAt).where(sql`told_at is null`),
    index('reports_to_say').on(table.memberId).where(sql`closed_at is not null and told_at is null`),
  ],
);

export const tickets = pgTable(
  'tickets',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    /** Whose own pack it is of; null for official ones. */
    serverId: text('server_id'),
    status: text().$type<TicketStatus>().notNull(),
    openedAt: at('opened_at').notNull(),
    /** When those who review were first shown it in their channel. */
    postedAt: at('posted_at'),
    /** Its card there, and as what it shows the ticket; null while there is none. */
    cardChannel: text('card_channel'),
    cardMessage: text('card_message'),
    cardStatus: text('card_status').$type<TicketStatus>(),
    /** Being shown until then, by one process; and how often that was begun: more than once, and it may stand there. */
    cardLeaseUntil: at('card_lease_until'),
    cardTries: smallint('card_tries').notNull().default(0),
    decidedAt: at('decided_at'),
    decidedBy: text('decided_by'),
    reason: text(),
  },
  (table) => [
    uniqueIndex('tickets_one').on(table.exam, table.questionId, table.questionVersion),
    index('tickets_open').on(table.openedAt).where(sql`status = 'open'`),
    index('tickets_outdated').on(table.id).where(sql`card_message is not null and card_status <> status`),
    index('tickets_by_server').on(table.serverId).where(sql`server_id is not null`),
    index('tickets_decided_by').on(table.decidedBy).where(sql`decided_by is not null`),
  ],
);

/** A key that was changed, or a second one that counts as well: goes on after a kill, and can be undone for a day. */
export const regrades = pgTable(
  'regrades',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    serverId: text('server_id'),
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    kind: text().$type<RegradeKind>().notNull(),
    /** Ids of the options that are right now. */
    key: text().array().notNull(),
    state: text().$type<RegradeState>().notNull(),
    startedAt: at('started_at').notNull(),
    /** Which version is asked since; null where it is asked no more. */
    askedVersion: integer('asked_version'),
    /** Up to which post its reveals tell of it. */
    notedPost: bigint('noted_post', { mode: 'number' }).notNull().default(0),
    leaseUntil: at('lease_until'),
  },
  (table) => [
    index('regrades_of_ticket').on(table.ticketId),
    index('regrades_by_server').on(table.serverId).where(sql`server_id is not null`),
    index('regrades_at_work').on(table.id).where(sql`state not in ('done', 'undone')`),
  ],
);

/** Answers that became right by it. */
export const regraded = pgTable(
  'regraded',
  {
    regradeId: bigint('regrade_id', { mode: 'number' }).notNull(),
    postId: bigint('post_id', { mode: 'number' }).notNull(),
    memberId: text('member_id').notNull(),
    serverId: text('server_id'),
    points: smallint().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.regradeId, table.postId, table.memberId] }),
    index('regraded_of_member').on(table.memberId),
    index('regraded_by_server').on(table.serverId).where(sql`server_id is not null`),
  ],
);

/** How often which options were chosen in answers that were deleted for their age: nobody's, but of a server each. */
export const keptPicks = pgTable(
  'kept_picks',
  {
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    picks: text().array().notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
    times: integer().notNull(),
  },
  (table) => [
    unique('kept_picks_once')
      .on(table.exam, table.questionId, table.questionVersion, table.picks, table.serverId)
      .nullsNotDistinct(),
    index('kept_picks_by_server').on(table.serverId).where(sql`server_id is not null`),
  ],
);
