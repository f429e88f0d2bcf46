// Queries on the lessons that members have done.
import { and, eq, gte } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { lessonProgress } from './table.ts';

type Reader = { memberId: string; exam: string };

/** The ids of the lessons a member has done, at that instant or later where one is given. */
export async function readDone(
  db: Db,
  { memberId, exam, since = new Date(0) }: Reader & { since?: Date },
): Promise<Set<string>> {
  const rows = await db
    .select({ lesson: lessonProgress.lesson })
    .from(lessonProgress)
    .where(
      and(
        eq(lessonProgress.memberId, memberId),
        eq(lessonProgress.exam, exam),
        gte(lessonProgress.doneAt, since),
      ),
    );
  return new Set(rows.map(({ lesson }) => lesson));
}

/** Done before stays as it was: the first time is when it was done. */
export async function insertDone(db: Db, row: Reader & { lesson: string; doneAt: Date }): Promise<void> {
  await db.insert(lessonProgress).values(row).onConflictDoNothing();
}

export async function deleteDone(
  db: Db,
  { memberId, exam, lesson }: Reader & { lesson: string },
): Promise<void> {
  await db
    .delete(lessonProgress)
    .where(
      and(
        eq(lessonProgress.memberId, memberId),
        eq(lessonProgress.exam, exam),
        eq(lessonProgress.lesson, lesson),
      ),
    );
}
