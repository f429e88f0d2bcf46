// The versions of the question that a ticket is about.
import { ownPackNumber } from '#content/own-pack.ts';
import type { Db } from '#db/connect.ts';
import { amendmentsOf, authorOf, versionsOf } from '#features/record/question/history.store.ts';
import { officialHistory, ownHistory, type VersionStep } from './history.rules.ts';
import { decisionsOn } from './tickets.store.ts';

/** The newest first. */
export async function historyOf(
  db: Db,
  question: { exam: string; questionId: string },
): Promise<VersionStep[]> {
  const packId = ownPackNumber(question.exam);
  const kept = await versionsOf(db, question);
  if (packId === null) return officialHistory(kept, await amendmentsOf(db, question));
  const [author, decided] = await Promise.all([
    authorOf(db, { packId, questionId: question.questionId }),
    decisionsOn(db, question),
  ]);
  return ownHistory(kept, { author, decided });
}
