// Queries on posted questions: making, finding, tallying. Sending and closing are in outbox.store.ts.

import { and, asc, desc, eq, gt, isNotNull, isNull, max, or } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members } from '../member/table.ts';
import type { PostKind, PostStatus } from './rules.ts';
import { answers, posts } from './table.ts';

export type NewPost = {
  kind: PostKind;
  status: PostStatus;
  serverId: string;
  channelId: string;
  homeChannelId: string;
  askedBy: string | null;
  exam: string;
  edition: string;
  questionId: string;
  questionVersion: number;
  optionOrder: string[];
  createdAt: Date;
  closesAt: Date | null;
  roundId?: number;
  position?: number;
  localDate?: string;
  isLate?: boolean;
  pingRole?: string | null;
  wantsThread?: boolean;
  sendBefore?: Date;
};

export const postColumns = {
  id: posts.id,
  kind: posts.kind,
  status: posts.status,
  serverId: posts.serverId,
  channelId: posts.channelId,
  homeChannelId: posts.homeChannelId,
  messageId: posts.messageId,
  askedBy: posts.askedBy,
  exam: posts.exam,
  edition: posts.edition,
  questionId: posts.questionId,
  optionOrder: posts.optionOrder,
  createdAt: posts.createdAt,
  closesAt: posts.closesAt,
  roundId: posts.roundId,
  position: posts.position,
  localDate: posts.localDate,
  isLate: posts.isLate,
  pingRole: posts.pingRole,
  wantsThread: posts.wantsThread,
  attempts: posts.attempts,
  sendBefore: posts.sendBefore,
} as const;

export type Post = NonNullable<Awaited<ReturnType<typeof insertPost>>>;

/** Null when the round already has a post at that position: somebody else was first. */
export async function insertPost(db: Db, post: NewPost) {
  const [row] = await db.insert(posts).values(post).onConflictDoNothing().returning(postColumns);
  return row ?? null;
}

export async function readPost(db: Db, id: number): Promise<Post | null> {
  const [row] = await db.select(postColumns).from(posts).where(eq(posts.id, id));
  return row ?? null;
}

/** Says which message a post became. Only the first time counts: a second message would be a duplicate. */
export async function setMessage(db: Db, post: { id: number; messageId: string }): Promise<void> {
  await db
    .update(posts)
    .set({ messageId: post.messageId })
    .where(and(eq(posts.id, post.id), isNull(posts.messageId)));
}

/** Members' picks of one post, in order of answering, and whether each may be named. */
export async function readPicks(db: Db, postId: number) {
  return db
    .select({
      memberId: answers.memberId,
      picks: answers.picks,
      isCorrect: answers.isCorrect,
      visibility: members.visibility,
    })
    .from(answers)
    .leftJoin(members, eq(members.id, answers.memberId))
    .where(eq(answers.postId, postId))
    .orderBy(asc(answers.answeredAt));
}

export async function countAnswers(db: Db, postId: number): Promise<number> {
  return db.$count(answers, eq(answers.postId, postId));
}

/** When each question was last asked in a channel. */
export async function lastAskedInChannel(
  db: Db,
  { channelId, exam }: { channelId: string; exam: string },
): Promise<Map<string, Date>> {
  const rows = await db
    .select({ questionId: posts.questionId, at: max(posts.createdAt) })
    .from(posts)
    .where(and(eq(posts.homeChannelId, channelId), eq(posts.exam, exam)))
    .groupBy(posts.questionId);
  return toMap(rows);
}

/** When a member last answered each question, anywhere. */
export async function lastAnsweredByMember(
  db: Db,
  { memberId, exam }: { memberId: string; exam: string },
): Promise<Map<string, Date>> {
  const rows = await db
    .select({ questionId: answers.questionId, at: max(answers.answeredAt) })
    .from(answers)
    .where(and(eq(answers.memberId, memberId), eq(answers.exam, exam)))
    .groupBy(answers.questionId);
  return toMap(rows);
}

/** Open posts with a message and at least one answer: their tally may be behind after a restart. */
export async function openAnsweredPosts(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: posts.id })
    .from(posts)
    .innerJoin(answers, eq(answers.postId, posts.id))
    .where(and(eq(posts.status, 'open'), isNotNull(posts.messageId), gt(posts.closesAt, now)))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Closed questions of a channel or of a round's thread, newest first. */
export async function closedPosts(
  db: Db,
  { channelId, limit }: { channelId: string; limit: number },
): Promise<Post[]> {
  return db
    .select(postColumns)
    .from(posts)
    .where(
      and(or(eq(posts.homeChannelId, channelId), eq(posts.channelId, channelId)), eq(posts.status, 'closed')),
    )
    .orderBy(desc(posts.closesAt))
    .limit(limit);
}

function toMap(rows: readonly { questionId: string; at: Date | null }[]): Map<string, Date> {
  return new Map(rows.flatMap((row) => (row.at ? [[row.questionId, row.at] as const] : [])));
}
