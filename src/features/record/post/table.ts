// Posted questions with the answers to them, which questions a channel was asked, and what a member has seen of each.
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
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { PostKind, PostStatus } from './rules.ts';

/** One question as posted, with its shuffled options: letters never change afterwards. */
export const posts = pgTable(
  'posts',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<PostKind>().notNull(),
    status: text().$type<PostStatus>().notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
    /** Where the message is: a channel, or the thread of a round. */
    channelId: text('channel_id').notNull(),
    /** The channel it was started in: "not yet asked here" looks at this one. */
    homeChannelId: text('home_channel_id').notNull(),
    messageId: text('message_id'),
    askedBy: text('asked_by'),
    /** The interaction that asked for it; null for what the bot posts by itself. */
    pressId: text('press_id'),
    exam: text().notNull(),
    edition: text().notNull(),
    /** The question's domain when it was posted; null in rows of the first release. */
    domain: text(),
    questionId: text('question_id').notNull(),
    questionVersion: integer('question_version').notNull(),
    /** Option ids in display order. */
    optionOrder: text('option_order').array().notNull(),
    createdAt: at('created_at').notNull(),
    closesAt: at('closes_at'),
    roundId: bigint('round_id', { mode: 'number' }),
    position: smallint(),
    /** Questions of the run it belongs to. */
    size: smallint().notNull().default(1),
    /** How many questions were asked for, where there are fewer; said with the first. */
    wanted: smallint(),
    /** Question of the day: the local date, whether it came late, the role to ping, whether to open a thread. */
    localDate: date('local_date'),
    isLate: boolean('is_late').notNull().default(false),
    pingRole: text('ping_role'),
    wantsThread: boolean('wants_thread').notNull().default(false),
    /** Its message stands, but its thread could not be opened yet. */
    threadDue: boolean('thread_due').notNull().default(false),
    /** Sending and closing are claimed with a lease, and put off after a failure. */
    leaseUntil: at('lease_until'),
    retryAt: at('retry_at'),
    attempts: smallint().notNull().default(0),
    failure: text(),
    /** After this instant a post that could not be sent is given up. */
    sendBefore: at('send_before'),
    /** Nothing is left to be said of it in its channel: of a dated question of the day that is over this is still due before. */
    recapSettled: boolean('recap_settled').notNull().default(false),
  },
  (table) => [
    uniqueIndex('posts_round_position').on(table.roundId, table.position),
    // Discord may hand one interaction to two processes: only one of them makes the post.
    uniqueIndex('posts_one_per_press').on(table.pressId).where(sql`press_id is not null`),
    index('posts_to_send').on(table.createdAt).where(sql`status = 'pending'`),
    index('posts_to_close').on(table.closesAt).where(sql`status = 'open'`),
    // How many are open in a channel, and whose: few, while private questions stay open for ever. All that is asked for, since
    // PostgreSQL takes status, kind and channel to be independent, and would rather read all posts than look so many up.
    index('posts_open_in_channel')
      .on(table.channelId, table.askedBy)
      .where(sql`status = 'open' and kind <> 'private'`),
    // What is due besides questions of the day: few, however many of those there are.
    index('posts_to_send_first').on(table.createdAt).where(sql`status = 'pending' and kind <> 'daily'`),
    index('posts_to_close_first').on(table.closesAt).where(sql`status = 'open' and kind <> 'daily'`),
    index('posts_thread_due').on(table.id).where(sql`thread_due`),
    // Empty but for what has just ended, however many questions of the day are open.
    index('posts_to_recap')
      .on(table.id)
      .where(sql`local_date is not null and status in ('closed', 'dropped') and not recap_settled`),
    // Few: only what Discord did not take. Which channels have trouble is asked of it.
    index('posts_failed_daily').on(table.homeChannelId).where(sql`kind = 'daily' and failure is not null`),
    index('posts_history').on(table.homeChannelId, table.closesAt).where(sql`status = 'closed'`),
    // A round's thread has a history of its own; everything else stands under its home channel already.
    index('posts_history_thread')
      .on(table.channelId, table.closesAt)
      .where(sql`status = 'closed' and channel_id <> home_channel_id`),
    // Few among all others of a channel.
    index('posts_history_daily')
      .on(table.homeChannelId, table.closesAt)
      .where(sql`kind = 'daily' and status = 'closed'`),
    // For grading the answers to one question anew.
    index('posts_by_question').on(table.questionId, table.exam),
    index('posts_by_server').on(table.serverId),
    index('posts_by_asker').on(table.askedBy).where(sql`asked_by is not null`),
  ],
);

/** What an answer is decided on. */
export const askedColumns = {
  id: posts.id,
  kind: posts.kind,
  status: posts.status,
  serverId: posts.serverId,
  channelId: posts.channelId,
  messageId: posts.messageId,
  askedBy: posts.askedBy,
  exam: posts.exam,
  edition: posts.edition,
  domain: posts.domain,
  questionId: posts.questionId,
  questionVersion: posts.questionVersion,
  optionOrder: posts.optionOrder,
  createdAt: posts.createdAt,
  closesAt: posts.closesAt,
  roundId: posts.roundId,
  position: posts.position,
  size: posts.size,
} as const;

/** What a member answered to a post: a fact, which everything else follows from. */
export const answers = pgTable(
  'answers',
  {
    postId: bigint('post_id', { mode: 'number' }).notNull(),
    memberId: text('member_id').notNull(),
    /** Null for what was done outside of servers. */
    serverId: text('server_id'),
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
    /** How long it was thought about, where that was measured. */
    seconds: integer(),
    localDate: date('local_date').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.memberId] }),
    uniqueIndex('answers_rated_once')
      .on(table.memberId, table.exam, table.questionId, table.ratedRound)
      .where(sql`is_rated`),
    // For a member's own page, export and rebuilds; "seen before?" is asked of member_questions.
    index('answers_of_member').on(table.memberId, table.answeredAt),
    index('answers_by_server').on(table.serverId, table.answeredAt),
    // For the nightly job, which goes through all of them in order of time: some bytes a thousand rows.
    index('answers_in_time').using('brin', table.answeredAt).with({ autosummarize: true }),
  ],
);

/** What is left of deleted answers: where a member answered last in each server. Bounded by members and servers. */
export const keptPlaces = pgTable(
  'kept_places',
  {
    memberId: text('member_id').notNull(),
    serverId: text('server_id').notNull(),
    answeredAt: at('answered_at').notNull(),
    /** The last that was a channel, and when; null where none was. */
    channelId: text('channel_id'),
    channelAt: at('channel_at'),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.serverId] }),
    index('kept_places_by_server').on(table.serverId),
  ],
);

/** Up to when answers may have been deleted for their age: one row, and none where that was never done. */
export const prunings = pgTable('prunings', {
  name: text().primaryKey(),
  before: at('before').notNull(),
});

/** When each question was last asked in a channel: bounded by channels and the bank, whatever was posted. */
export const channelQuestions = pgTable(
  'channel_questions',
  {
    channelId: text('channel_id').notNull(),
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    serverId: text('server_id').notNull(),
    times: integer().notNull(),
    lastAt: at('last_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.exam, table.questionId] }),
    index('channel_questions_by_server').on(table.serverId),
  ],
);

/**
 * What a member has seen, answered and been rated on: one row per question, however often it comes again. Bounded by
 * members and the bank, so that "seen before?" is one look-up, and answers need never be scanned.
 */
export const memberQuestions = pgTable(
  'member_questions',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    questionId: text('question_id').notNull(),
    /** Answers, rated or not; 0 for a question whose key was only read. */
    seen: smallint().notNull(),
    right: smallint().notNull(),
    lastAt: at('last_at'),
    lastRight: boolean('last_right'),
    /** The last rated answer, and its number: the next one is one more. */
    ratedAt: at('rated_at'),
    ratedRound: smallint('rated_round'),
    /** When the member was last shown the key without answering. */
    keySeenAt: at('key_seen_at'),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.exam, table.questionId] })],
);
