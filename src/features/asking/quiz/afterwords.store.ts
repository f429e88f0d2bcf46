// Queries on what is said after a close, and on what a round came to.
import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { members } from '#features/people/member/table.ts';
import { isTimely, postColumns } from '#features/record/post/store.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { instantOf } from '#lib/snowflake.ts';
import type { RoundAnswer } from './afterword.rules.ts';
import { afterwords } from './table.ts';

export type NewAfterword = Omit<typeof afterwords.$inferInsert, 'attempts' | 'settledAt' | 'messageId'>;

/** Once per post, and per round: the index decides, however often a closing is tried. */
export async function insertAfterword(db: Db, word: NewAfterword): Promise<void> {
  await db.insert(afterwords).values(word).onConflictDoNothing();
}

const wordColumns = {
  postId: afterwords.postId,
  kind: afterwords.kind,
  serverId: afterwords.serverId,
  channelId: afterwords.channelId,
  roundId: afterwords.roundId,
  ending: afterwords.ending,
  createdAt: afterwords.createdAt,
  attempts: afterwords.attempts,
} as const;

export type Afterword = Awaited<ReturnType<typeof claimAfterwords>>[number];

/** Of each channel, however much is due there: as many as its lane gets done within a lease. */
const PER_CHANNEL = 25;

type Claim = { now: Date; leaseMs: number; limit: number; busyChannels: readonly string[] };

function dueAt(now: Date) {
  return and(sql`settled_at is null`, lte(afterwords.dueAt, now));
}

/** Whether there is anything to claim. */
export const anyDue: Due = (now) => sql`exists (select from ${afterwords} where ${dueAt(now)})`;

/**
 * What is due to be said, for this process alone until the lease ends. Every server's first comes before any server's
 * second: one that has much to say holds up nobody. Taking them skips what another process has taken meanwhile.
 */
export async function claimAfterwords(db: Db, { now, leaseMs, limit, busyChannels }: Claim) {
  const isDue = dueAt(now);
  const rank = (column: typeof afterwords.channelId | typeof afterwords.serverId) =>
    sql<number>`row_number() over (partition by ${column} order by ${afterwords.dueAt}, ${afterwords.postId})`;
  const due = db
    .select({
      postId: afterwords.postId,
      dueAt: afterwords.dueAt,
      inChannel: rank(afterwords.channelId).as('in_channel'),
      inServer: rank(afterwords.serverId).as('in_server'),
    })
    .from(afterwords)
    .where(and(isDue, sql`not (${afterwords.channelId} = any(${sql.param([...busyChannels])}::text[]))`))
    .as('due');
  const next = db
    .select({ postId: due.postId })
    .from(due)
    .where(lte(due.inChannel, PER_CHANNEL))
    .orderBy(asc(due.inServer), asc(due.dueAt))
    .limit(limit);
  const taken = db
    .select({ postId: afterwords.postId })
    .from(afterwords)
    .where(and(inArray(afterwords.postId, next), isDue))
    .for('update', { skipLocked: true });
  return db
    .update(afterwords)
    .set({ dueAt: new Date(now.getTime() + leaseMs) })
    .where(inArray(afterwords.postId, taken))
    .returning(wordColumns);
}

/** Counts a try that begins, before anything is sent: a claim whose turn never came is none. Null when it is settled. */
export async function beginAfterword(db: Db, postId: number): Promise<Afterword | null> {
  const [begun] = await db
    .update(afterwords)
    .set({ attempts: sql`${afterwords.attempts} + 1` })
    .where(and(eq(afterwords.postId, postId), isNull(afterwords.settledAt)))
    .returning(wordColumns);
  return begun ?? null;
}

/** Said, or not to be said any more. */
export async function settleAfterword(
  db: Db,
  { postId, now, messageId }: { postId: number; now: Date; messageId: string | null },
): Promise<void> {
  await db
    .update(afterwords)
    .set({ settledAt: now, messageId })
    .where(and(eq(afterwords.postId, postId), isNull(afterwords.settledAt)));
}

export async function putOffAfterword(
  db: Db,
  { postId, dueAt }: { postId: number; dueAt: Date },
): Promise<void> {
  await db
    .update(afterwords)
    .set({ dueAt })
    .where(and(eq(afterwords.postId, postId), isNull(afterwords.settledAt)));
}

/** To be said in another channel. */
export async function moveAfterword(
  db: Db,
  { postId, channelId, dueAt }: { postId: number; channelId: string; dueAt: Date },
): Promise<void> {
  await db
    .update(afterwords)
    .set({ channelId, dueAt })
    .where(and(eq(afterwords.postId, postId), isNull(afterwords.settledAt)));
}

/** A round's questions as they were posted, in order. */
export async function readRoundPosts(db: Db, roundId: number) {
  return db
    .select(postColumns)
    .from(posts)
    .where(and(eq(posts.roundId, roundId), isNotNull(posts.messageId)))
    .orderBy(asc(posts.position));
}

/** Answers that came while their question was open. */
export async function readTimelyAnswers(db: Db, roundId: number): Promise<RoundAnswer[]> {
  const rows = await db
    .select({
      memberId: answers.memberId,
      position: sql<number>`${posts.position}`.mapWith(Number),
      isCorrect: answers.isCorrect,
      points: answers.points,
      answeredAt: answers.answeredAt,
      messageId: posts.messageId,
      createdAt: posts.createdAt,
      visibility: members.visibility,
      isErased: sql<boolean>`${answers.pressId} = ''`,
    })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.postId))
    .leftJoin(members, eq(members.id, answers.memberId))
    .where(and(eq(posts.roundId, roundId), isTimely));
  return rows.map(({ answeredAt, messageId, createdAt, visibility, isErased, ...row }) => ({
    ...row,
    tookMs: Math.max(0, answeredAt.getTime() - (instantOf(messageId) ?? createdAt).getTime()),
    visibility: isErased ? null : (visibility ?? 'visible'),
  }));
}

/** Closed questions of a round that a member answered wrong, in order. */
export async function readWrongPosts(db: Db, { roundId, memberId }: { roundId: number; memberId: string }) {
  return db
    .select(postColumns)
    .from(posts)
    .innerJoin(answers, and(eq(answers.postId, posts.id), eq(answers.memberId, memberId)))
    .where(and(eq(posts.roundId, roundId), eq(posts.status, 'closed'), eq(answers.isCorrect, false)))
    .orderBy(asc(posts.position));
}

/** How many of a round's questions a member answered. */
export async function countOwnAnswers(
  db: Db,
  { roundId, memberId }: { roundId: number; memberId: string },
): Promise<number> {
  const own = sql`${answers.postId} in (select id from ${posts} p where p.round_id = ${roundId})`;
  return db.$count(answers, and(eq(answers.memberId, memberId), own));
}

/** Of the answers that came in time. */
export async function countRight(db: Db, postId: number): Promise<{ answers: number; right: number }> {
  const [row] = await db
    .select({
      answers: sql<number>`count(*)`.mapWith(Number),
      right: sql<number>`count(*) filter (where ${answers.isCorrect})`.mapWith(Number),
    })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.postId))
    .where(and(eq(answers.postId, postId), isTimely));
  return row ?? { answers: 0, right: 0 };
}
