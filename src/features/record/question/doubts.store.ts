// Queries on questions that are doubted.
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { questionDoubts } from './table.ts';

type Ref = { exam: string; questionId: string };

export async function noteDoubts(
  db: Db,
  { doubts, now }: { doubts: readonly Ref[]; now: Date },
): Promise<void> {
  if (doubts.length === 0) return;
  const rows = doubts.map(({ exam, questionId }) => ({ exam, questionId, since: now }));
  await db.insert(questionDoubts).values(rows).onConflictDoNothing();
}

/** Somebody has looked at it. */
export async function clearDoubt(db: Db, { exam, questionId }: Ref): Promise<void> {
  await db
    .delete(questionDoubts)
    .where(and(eq(questionDoubts.exam, exam), eq(questionDoubts.questionId, questionId)));
}

export async function readDoubts(db: Db): Promise<Ref[]> {
  return db.select({ exam: questionDoubts.exam, questionId: questionDoubts.questionId }).from(questionDoubts);
}
