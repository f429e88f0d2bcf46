// Queries on the versions of one question, and on who made them.
import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { amendments, ownQuestions, questionVersions } from './table.ts';

type Of = { exam: string; questionId: string };

export async function versionsOf(db: Db, { exam, questionId }: Of) {
  return db
    .select({ version: questionVersions.version, at: questionVersions.keptAt })
    .from(questionVersions)
    .where(and(eq(questionVersions.exam, exam), eq(questionVersions.id, questionId)))
    .orderBy(asc(questionVersions.version));
}

export async function amendmentsOf(db: Db, { exam, questionId }: Of) {
  return db
    .select({
      version: amendments.version,
      kind: amendments.kind,
      at: amendments.madeAt,
      by: amendments.madeBy,
      undoneAt: amendments.undoneAt,
    })
    .from(amendments)
    .where(and(eq(amendments.exam, exam), eq(amendments.questionId, questionId)));
}

/** Who wrote a question of a server's own; null where nobody knows. */
export async function authorOf(
  db: Db,
  { packId, questionId }: { packId: number; questionId: string },
): Promise<string | null> {
  const [row] = await db
    .select({ by: ownQuestions.authorId })
    .from(ownQuestions)
    .where(and(eq(ownQuestions.packId, packId), eq(ownQuestions.id, questionId)));
  return row?.by ?? null;
}
