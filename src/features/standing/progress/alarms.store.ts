// Queries on the alarms of questions.
import { desc, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { itemAlarms } from './table.ts';

/** Newest first, of one exam or of all. */
export async function readAlarms(db: Db, { exam, limit }: { exam: string | null; limit: number }) {
  return db
    .select({
      exam: itemAlarms.exam,
      questionId: itemAlarms.questionId,
      questionVersion: itemAlarms.questionVersion,
      alarm: itemAlarms.alarm,
      raisedAt: itemAlarms.raisedAt,
    })
    .from(itemAlarms)
    .where(exam === null ? undefined : eq(itemAlarms.exam, exam))
    .orderBy(desc(itemAlarms.raisedAt))
    .limit(limit);
}
