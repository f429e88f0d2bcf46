// What a member has seen of the bank. Answers themselves are read and written by reading.store.ts and writing.store.ts.
import { and, count, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { answers, memberQuestions } from '../post/table.ts';

/** When a member last answered each question of an exam, anywhere. */
export async function lastAnsweredBy(
  db: Db,
  { memberId, exam }: { memberId: string; exam: string },
): Promise<Map<string, Date>> {
  const rows = await db
    .select({ questionId: memberQuestions.questionId, at: memberQuestions.lastAt })
    .from(memberQuestions)
    .where(
      and(
        eq(memberQuestions.memberId, memberId),
        eq(memberQuestions.exam, exam),
        isNotNull(memberQuestions.lastAt),
      ),
    );
  return new Map(rows.flatMap(({ questionId, at }) => (at ? [[questionId, at] as const] : [])));
}

export type KeySeen = { memberId: string; exam: string; questionId: string; at: Date };

/** The member was shown a question's key. */
export async function noteKeySeen(db: Db, { memberId, exam, questionId, at }: KeySeen): Promise<void> {
  await db
    .insert(memberQuestions)
    .values({ memberId, exam, questionId, seen: 0, right: 0, keySeenAt: at })
    .onConflictDoUpdate({
      target: [memberQuestions.memberId, memberQuestions.exam, memberQuestions.questionId],
      set: { keySeenAt: sql`greatest(${memberQuestions.keySeenAt}, excluded.key_seen_at)` },
    });
}

/** Questions of an exam that a member has answered, with how often and how often right. */
export async function answeredSince(
  db: Db,
  { memberId, exam, since }: { memberId: string; exam: string; since: Date },
): Promise<{ questionId: string; seen: number; right: number; at: Date }[]> {
  const rows = await db
    .select({
      questionId: memberQuestions.questionId,
      seen: memberQuestions.seen,
      right: memberQuestions.right,
      at: memberQuestions.lastAt,
    })
    .from(memberQuestions)
    .where(
      and(
        eq(memberQuestions.memberId, memberId),
        eq(memberQuestions.exam, exam),
        gte(memberQuestions.lastAt, since),
      ),
    );
  return rows.flatMap(({ at, ...row }) => (at ? [{ ...row, at }] : []));
}

/**
 * How many answers a member gave by presses of their own. Those of a mock exam are handed in with ids that no press has:
 * whoever wants them counts the exam.
 */
export async function countAnswered(
  db: Db,
  { memberId, exam, since }: { memberId: string; exam: string; since: Date },
): Promise<number> {
  const isOwn = and(eq(answers.memberId, memberId), gte(answers.answeredAt, since), eq(answers.exam, exam));
  const [row] = await db
    .select({ answered: count() })
    .from(answers)
    .where(and(isOwn, sql`${answers.pressId} ~ '^[0-9]+$'`));
  return row?.answered ?? 0;
}

/** What a member chose; null where they have not answered. */
export async function readPicksOf(
  db: Db,
  { postId, memberId }: { postId: number; memberId: string },
): Promise<string[] | null> {
  const [row] = await db
    .select({ picks: answers.picks })
    .from(answers)
    .where(and(eq(answers.postId, postId), eq(answers.memberId, memberId)));
  return row?.picks ?? null;
}
