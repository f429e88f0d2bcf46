// Queries on questions that are doubted.
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { announceQuestions } from './announcing.store.ts';
import { questionDoubts } from './table.ts';

type Ref = { exam: string; questionId: string };

export async function noteDoubts(
  db: Db,
  { doubts, now }: { doubts: readonly Ref[]; now: Date },
): Promise<void> {
  if (doubts.length === 0) return;
  const rows = doubts.map(({ exam, questionId }) => ({ exam, questionId, since: now }));
  await db.insert(questionDoubts).values(rows).onConflictDoNothing();
  await announceQuestions(db);
}

/** Somebody has looked at it. */
export async function clearDoubt(db: Db, { exam, questionId }: Ref): Promise<void> {
  await db
    .delete(questionDoubts)
    .where(and(eq(questionDoubts.exam, exam), eq(questionDoubts.questionId, questionId)));
  await announceQuestions(db);
}

export async function readDoubts(db: Db): Promise<Ref[]> {
  return db.select({ exam: questionDoubts.exam, questionId: questionDoubts.questionId }).from(questionDoubts);
}
