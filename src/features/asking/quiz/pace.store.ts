// Queries on who has answered what in a public round: when it may go on, and whether anybody is still there.
import { and, desc, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { CLOCKS_APART } from '#features/record/post/store.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { rounds } from './table.ts';

type Of = { id: number; roundId: number; position: number };

/** Whoever pressed a question that had closed already was not there in time; an erased answer is nobody's any more. */
const inTime = sql`a.answered_at < p.closes_at + ${CLOCKS_APART} and a.press_id <> ''`;

/** Members who answered the question before and not this one. */
function waitedFor({ id, roundId, position }: Of) {
  return sql`
    from ${answers} a join ${posts} p on p.id = a.post_id
    where p.round_id = ${roundId} and p.position = ${position - 1} and ${inTime}
      and not exists (select from ${answers} b where b.post_id = ${id} and b.member_id = a.member_id)`;
}

/**
 * Ends a question's time once everybody who answered the one before has answered it; false while somebody is waited
 * for, or nobody answered the one before. One statement, run after each answer: the last of several sees all.
 */
export async function endWhenAllAnswered(db: Db, { now, ...post }: Of & { now: Date }): Promise<boolean> {
  const before = sql`
    select from ${answers} a join ${posts} p on p.id = a.post_id
    where p.round_id = ${post.roundId} and p.position = ${post.position - 1} and ${inTime}`;
  const ended = await db
    .update(posts)
    .set({ closesAt: now })
    .where(
      and(
        eq(posts.id, post.id),
        eq(posts.status, 'open'),
        gt(posts.closesAt, now),
        sql`exists (${before})`,
        sql`not exists (select ${waitedFor(post)})`,
      ),
    )
    .returning({ id: posts.id });
  return ended.length > 0;
}

/** How many others answered the question before and not this one. */
export async function countWaitedFor(
  db: Db,
  { memberId, ...post }: Of & { memberId: string },
): Promise<number> {
  const [row] = await db.execute<{ count: string }>(
    sql`select count(*) as count ${waitedFor(post)} and a.member_id <> ${memberId}`,
  );
  return Number(row?.count ?? 0);
}

/** How many others answered this question since an instant. */
export async function countAnsweredSince(
  db: Db,
  { postId, memberId, since }: { postId: number; memberId: string; since: Date },
): Promise<number> {
  return db.$count(
    answers,
    and(eq(answers.postId, postId), ne(answers.memberId, memberId), gt(answers.answeredAt, since)),
  );
}

/** Answers in time to a round's questions up to a position, the newest question first. */
export async function countLastAnswers(
  db: Db,
  { roundId, position }: { roundId: number; position: number },
): Promise<number[]> {
  const rows = await db
    .select({
      answers: sql<number>`(
        select count(*) from ${answers} a
        where a.post_id = ${posts.id} and a.answered_at < ${posts.closesAt} + ${CLOCKS_APART}
      )`.mapWith(Number),
    })
    .from(posts)
    .where(and(eq(posts.roundId, roundId), lte(posts.position, position)))
    .orderBy(desc(posts.position))
    .limit(3);
  return rows.map((row) => row.answers);
}

/** No further question follows in this round, whoever ended it; false when it was over already. */
export async function stopRound(db: Db, { id, now }: { id: number; now: Date }): Promise<boolean> {
  const stopped = await db
    .update(rounds)
    .set({ finishedAt: now })
    .where(and(eq(rounds.id, id), isNull(rounds.finishedAt)))
    .returning({ id: rounds.id });
  return stopped.length > 0;
}
