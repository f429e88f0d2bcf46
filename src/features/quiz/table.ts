// Posted questions, their answers, and runs of several questions.
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
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { PostKind, PostStatus, RoundKind } from './rules.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A run of 1–10 questions that one member started: public in a thread, or private for them alone. */
export const rounds = pgTable(
  'rounds',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<RoundKind>().notNull(),
    serverId: text('server_id').notNull(),
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    edition: text().notNull(),
    topic: text(),
    /** All questions of the run, drawn when it was started. */
    questionIds: text('question_ids').array().notNull(),
    openMinutes: integer('open_minutes').notNull(),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (table) => [
    uniqueIndex('rounds_one_private')
      .on(table.serverId, table.memberId)
      .where(sql`kind = 'private' and finished_at is null`),
    index('rounds_by_server').on(table.serverId),
  ],
);

/** One question as posted, with its shuffled options: letters never change afterwards. */
export const posts = pgTable(
  'posts',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<PostKind>().notNull(),
    status: text().$type<PostStatus>().notNull(),
    serverId: text('server_id').notNull(),
    /** Where the message is: a channel, or the thread of a round. */
    channelId: text('channel_id').notNull(),
    /** The channel it was started in: "not yet asked here" looks at this one. */
    homeChannelId: text('home_channel_id').notNull(),
    messageId: text('message_id'),
    askedBy: text('asked_by'),
    exam: text().notNull(),
    edition: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    /** Option ids in display order. */
    optionOrder: text('option_order').array().notNull(),
    createdAt: at('created_at').notNull(),
    closesAt: at('closes_at'),
    roundId: bigint('round_id', { mode: 'number' }),
    position: smallint(),
    /** Question of the day: the local date, whether it came late, the role to ping, whether to open a thread. */
    localDate: date('local_date'),
    isLate: boolean('is_late').notNull().default(false),
    pingRole: text('ping_role'),
    wantsThread: boolean('wants_thread').notNull().default(false),
    /** Sending and closing are claimed with a lease, and put off after a failure. */
    leaseUntil: at('lease_until'),
    retryAt: at('retry_at'),
    attempts: smallint().notNull().default(0),
    failure: text(),
    /** After this instant a post that could not be sent is given up. */
    sendBefore: at('send_before'),
  },
  (table) => [
    uniqueIndex('posts_round_position').on(table.roundId, table.position),
    index('posts_channel_questions').on(table.homeChannelId, table.questionId, table.createdAt),
    index('posts_to_send').on(table.createdAt).where(sql`status = 'pending'`),
    index('posts_to_close').on(table.closesAt).where(sql`status = 'open'`),
    index('posts_history').on(table.homeChannelId, table.closesAt).where(sql`status = 'closed'`),
    index('posts_by_server').on(table.serverId),
  ],
);

export const answers = pgTable(
  'answers',
  {
    postId: bigint('post_id', { mode: 'number' }).notNull(),
    memberId: text('member_id').notNull(),
    serverId: text('server_id').notNull(),
    exam: text().notNull(),
    domain: text().notNull(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    difficulty: smallint().notNull(),
    picks: text().array().notNull(),
    /** The interaction it came with: two processes with one token may handle the very same press. */
    pressId: text('press_id').notNull(),
    isCorrect: boolean('is_correct').notNull(),
    isRated: boolean('is_rated').notNull(),
    /** One more than at the member's last rated answer to this question: two posts at once cannot both count. */
    ratedRound: smallint('rated_round').notNull(),
    points: smallint().notNull(),
    answeredAt: at('answered_at').notNull(),
    localDate: date('local_date').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.memberId] }),
    uniqueIndex('answers_rated_once')
      .on(table.memberId, table.exam, table.questionId, table.ratedRound)
      .where(sql`is_rated`),
    index('answers_by_member').on(table.memberId, table.exam, table.questionId, table.answeredAt),
    index('answers_by_server').on(table.serverId, table.answeredAt),
  ],
);

/** Until when a member must wait before starting another question. */
export const cooldowns = pgTable('cooldowns', {
  memberId: text('member_id').primaryKey(),
  untilAt: at('until_at').notNull(),
});
