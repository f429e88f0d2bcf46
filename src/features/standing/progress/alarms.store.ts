// Queries on the alarms of questions.
import { and, desc, eq } from 'drizzle-orm';
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

/** Of one question at one version; null for none. */
export async function readAlarm(
  db: Db,
  { exam, questionId, questionVersion }: { exam: string; questionId: string; questionVersion: number },
) {
  const [row] = await db
    .select({ alarm: itemAlarms.alarm })
    .from(itemAlarms)
    .where(
      and(
        eq(itemAlarms.exam, exam),
        eq(itemAlarms.questionId, questionId),
        eq(itemAlarms.questionVersion, questionVersion),
      ),
    );
  return row?.alarm ?? null;
}
