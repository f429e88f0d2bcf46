// Queries on results of real exams.
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { realResults } from './table.ts';

export type NewRealResult = Omit<typeof realResults.$inferInsert, 'id'>;

/** Told again for the same day, the last word counts. */
export async function insertRealResult(db: Db, result: NewRealResult): Promise<void> {
  // The estimate stays the one of the evening before: what was learned since would flatter it.
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

/** The newest of all members: more than a diagram needs. */
const MOST_OUTCOMES = 2_000;

export async function toldOutcomes(db: Db, { exam }: { exam: string | null }) {
  return db
    .select({ estimate: realResults.estimate, isPassed: realResults.isPassed, score: realResults.score })
    .from(realResults)
    .where(and(isNotNull(realResults.estimate), exam === null ? undefined : eq(realResults.exam, exam)))
    .orderBy(desc(realResults.toldAt))
    .limit(MOST_OUTCOMES);
}
