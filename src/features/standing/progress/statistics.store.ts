// Queries on what first answers say of one question.
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { QuestionTally } from './statistics.rules.ts';
import { questionDifficulties } from './table.ts';

/** At one version; null while nobody's answer to it has been learned from. */
export async function readQuestionTally(
  db: Db,
  { exam, questionId, questionVersion }: { exam: string; questionId: string; questionVersion: number },
): Promise<QuestionTally | null> {
  const [row] = await db
    .select({ tally: questionDifficulties.tally })
    .from(questionDifficulties)
    .where(
      and(
        eq(questionDifficulties.exam, exam),
        eq(questionDifficulties.questionId, questionId),
        eq(questionDifficulties.questionVersion, questionVersion),
      ),
    );
  return row?.tally ?? null;
}
