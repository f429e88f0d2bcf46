// What a member has seen of the bank. Answers themselves are read and written by reading.store.ts and writing.store.ts.
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { memberQuestions } from '../post/table.ts';

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
