// What was learned of questions and of members as a whole, as the estimate reads it.
import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { type Difficulties, versionKey } from './bank.rules.ts';
import type { Difficulty } from './difficulty.rules.ts';
import { type GrowthTally, NO_GROWTH } from './growth.rules.ts';
import type { QuestionTally } from './statistics.rules.ts';
import { learning, memberGrowth, questionDifficulties } from './table.ts';

/** The one row that says how far has been learned. */
export const LEARNING = 'answers';

/** Changes whenever difficulties do; 0 before anything was learned. */
export async function countPages(db: Db): Promise<number> {
  const [row] = await db.select({ pages: learning.pages }).from(learning).where(eq(learning.name, LEARNING));
  return row?.pages ?? 0;
}

export async function readDifficulties(db: Db, exam: string): Promise<Difficulties> {
  const rows = await db
    .select({
      id: questionDifficulties.questionId,
      version: questionDifficulties.questionVersion,
      mean: questionDifficulties.mean,
      variance: questionDifficulties.variance,
      answers: questionDifficulties.answers,
    })
    .from(questionDifficulties)
    .where(eq(questionDifficulties.exam, exam));
  return new Map(rows.map(({ id, version, ...difficulty }) => [versionKey(id, version), difficulty]));
}

export async function readGrowth(db: Db, exam: string): Promise<GrowthTally> {
  const [row] = await db
    .select({ slope: memberGrowth.slope, information: memberGrowth.information })
    .from(memberGrowth)
    .where(eq(memberGrowth.exam, exam));
  return row ?? NO_GROWTH;
}

export type Version = { exam: string; questionId: string; questionVersion: number };
export type Learned = Version & Difficulty & { tally: QuestionTally };

/** What is known so far of some questions; those that nobody has answered are missing. */
export async function readLearned(db: Db, versions: readonly Version[]): Promise<Learned[]> {
  const asked = JSON.stringify(versions);
  return db
    .select({
      exam: questionDifficulties.exam,
      questionId: questionDifficulties.questionId,
      questionVersion: questionDifficulties.questionVersion,
      mean: questionDifficulties.mean,
      variance: questionDifficulties.variance,
      answers: questionDifficulties.answers,
      tally: questionDifficulties.tally,
    })
    .from(questionDifficulties)
    .where(
      sql`(exam, question_id, question_version) in (select exam, "questionId", "questionVersion"
        from jsonb_to_recordset(${asked}::jsonb) as v (exam text, "questionId" text, "questionVersion" int))`,
    );
}
