// Queries on posted questions: making, sending, finding, tallying. Closing is in closing.store.ts.

import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, max, min, or, sql } from 'drizzle-orm';
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

const postColumns = {
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

export type Post = Awaited<ReturnType<typeof claimPosts>>[number];

/** Null when the round already has a post at that position: somebody else was first. */
export async function insertPost(db: Db, post: NewPost): Promise<Post | null> {
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

export type Claim = { now: Date; leaseMs: number; limit: number };

/** Takes posts that are due for one kind of work, so that no other process does the same until the lease ends. */
export async function claimPosts(db: Db, work: 'send' | 'close', claim: Claim) {
  const isDue =
    work === 'send'
      ? eq(posts.status, 'pending')
      : and(eq(posts.status, 'open'), lte(posts.closesAt, claim.now));
  const free = (column: typeof posts.leaseUntil | typeof posts.retryAt) =>
    or(isNull(column), lte(column, claim.now));
  const due = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(isDue, free(posts.leaseUntil), free(posts.retryAt)))
    .orderBy(asc(work === 'send' ? posts.createdAt : posts.closesAt))
    .limit(claim.limit)
    .for('update', { skipLocked: true });
  return db
    .update(posts)
    .set({ leaseUntil: new Date(claim.now.getTime() + claim.leaseMs) })
    .where(inArray(posts.id, due))
    .returning(postColumns);
}

export async function markSent(db: Db, sent: { id: number; messageId: string }): Promise<void> {
  await db
    .update(posts)
    .set({ status: 'open', messageId: sent.messageId, leaseUntil: null, retryAt: null, failure: null })
    .where(and(eq(posts.id, sent.id), eq(posts.status, 'pending')));
}

/** Puts a post off, or gives it up for good when `retryAt` is null. */
export async function markUnsent(
  db: Db,
  unsent: { id: number; failure: string; retryAt: Date | null },
): Promise<void> {
  await db
    .update(posts)
    .set({
      status: unsent.retryAt ? 'pending' : 'dropped',
      failure: unsent.failure,
      retryAt: unsent.retryAt,
      leaseUntil: null,
      attempts: sql`${posts.attempts} + 1`,
    })
    .where(and(eq(posts.id, unsent.id), eq(posts.status, 'pending')));
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
export async function lastAskedInChannel(db: Db, channelId: string): Promise<Map<string, Date>> {
  const rows = await db
    .select({ questionId: posts.questionId, at: max(posts.createdAt) })
    .from(posts)
    .where(eq(posts.homeChannelId, channelId))
    .groupBy(posts.questionId);
  return toMap(rows);
}

/** When a member last answered each question, anywhere. */
export async function lastAnsweredByMember(db: Db, memberId: string): Promise<Map<string, Date>> {
  const rows = await db
    .select({ questionId: answers.questionId, at: max(answers.answeredAt) })
    .from(answers)
    .where(eq(answers.memberId, memberId))
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

/** Since when the work that waits longest has been due: sending what is pending, closing what is over. */
export async function oldestDue(db: Db, now: Date): Promise<Date | null> {
  const [row] = await db
    .select({
      toSend: min(sql`coalesce(${posts.retryAt}, ${posts.createdAt})`.mapWith(posts.createdAt)).as('to_send'),
    })
    .from(posts)
    .where(and(eq(posts.status, 'pending'), or(isNull(posts.retryAt), lte(posts.retryAt, now))));
  const [closing] = await db
    .select({ toClose: min(posts.closesAt) })
    .from(posts)
    .where(and(eq(posts.status, 'open'), lte(posts.closesAt, now)));
  const due = [row?.toSend, closing?.toClose].filter((at) => at instanceof Date);
  return due.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** Closed questions of a channel, newest first. */
export async function closedPosts(
  db: Db,
  { channelId, limit }: { channelId: string; limit: number },
): Promise<Post[]> {
  return db
    .select(postColumns)
    .from(posts)
    .where(and(eq(posts.homeChannelId, channelId), eq(posts.status, 'closed')))
    .orderBy(desc(posts.closesAt))
    .limit(limit);
}

function toMap(rows: readonly { questionId: string; at: Date | null }[]): Map<string, Date> {
  return new Map(rows.flatMap((row) => (row.at ? [[row.questionId, row.at] as const] : [])));
}
