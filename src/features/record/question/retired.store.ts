// Queries on questions that are asked no more by a decision.
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { amendments, ownQuestions } from './table.ts';

export async function retiredOfficial(db: Db, exam: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: amendments.questionId })
    .from(amendments)
    .where(and(eq(amendments.exam, exam), eq(amendments.kind, 'retired'), isNull(amendments.undoneAt)));
  return rows.map(({ id }) => id);
}

export async function retiredOwn(db: Db, packId: number): Promise<string[]> {
  const rows = await db
    .select({ id: ownQuestions.id })
    .from(ownQuestions)
    .where(and(eq(ownQuestions.packId, packId), eq(ownQuestions.status, 'retired')));
  return rows.map(({ id }) => id);
}
