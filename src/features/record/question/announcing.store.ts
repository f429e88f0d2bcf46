// Telling all processes that questions were changed. They hear of it once the transaction is done, and not if it fails.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';

/** On what channel of the database. */
export const QUESTIONS_CHANGED = 'cohort_questions';

export async function announceQuestions(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_notify(${QUESTIONS_CHANGED}, '')`);
}
