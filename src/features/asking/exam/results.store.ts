// Queries on results of real exams.
import { desc, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { realResults } from './table.ts';

export type NewRealResult = Omit<typeof realResults.$inferInsert, 'id'>;

/** Told again for the same day, the last word counts. */
export async function insertRealResult(db: Db, result: NewRealResult): Promise<void> {
  const { isPassed, score, toldAt } = result;
  await db
    .insert(realResults)
    .values(result)
    .onConflictDoUpdate({
      target: [realResults.memberId, realResults.exam, realResults.edition, realResults.satOn],
      set: { isPassed, score, toldAt },
    });
}

export async function realResultsOf(db: Db, memberId: string) {
  return db
    .select({
      exam: realResults.exam,
      edition: realResults.edition,
      satOn: realResults.satOn,
      isPassed: realResults.isPassed,
      score: realResults.score,
    })
    .from(realResults)
    .where(eq(realResults.memberId, memberId))
    .orderBy(desc(realResults.satOn));
}
