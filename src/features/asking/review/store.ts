// What a member has seen of an exam, for what to offer them when nothing is due.
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { memberQuestions } from '#features/record/post/table.ts';
import type { Seen } from './rules.ts';

export async function readSeen(
  db: Db,
  { memberId, exam }: { memberId: string; exam: string },
): Promise<Seen[]> {
  return db
    .select({
      questionId: memberQuestions.questionId,
      seen: memberQuestions.seen,
      right: memberQuestions.right,
    })
    .from(memberQuestions)
    .where(and(eq(memberQuestions.memberId, memberId), eq(memberQuestions.exam, exam)));
}
