// Which questions of an exam are asked no more by a decision: of reviewers, or of those who keep a server's own pack.
import { and, eq, isNull } from 'drizzle-orm';
import { ownPackNumber } from '#content/own-pack.ts';
import type { Db } from '#db/connect.ts';
import { amendments, ownQuestions } from './table.ts';

/** A release may ask an official one again: whether the pack has it is for the library to say. */
export async function retiredQuestions(db: Db, exam: string): Promise<string[]> {
  const packId = ownPackNumber(exam);
  const rows =
    packId === null
      ? await db
          .selectDistinct({ id: amendments.questionId })
          .from(amendments)
          .where(and(eq(amendments.exam, exam), eq(amendments.kind, 'retired'), isNull(amendments.undoneAt)))
      : await db
          .select({ id: ownQuestions.id })
          .from(ownQuestions)
          .where(and(eq(ownQuestions.packId, packId), eq(ownQuestions.status, 'retired')));
  return rows.map(({ id }) => id);
}
