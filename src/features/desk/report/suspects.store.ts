// Queries on questions that answers make suspect, and that nobody has a ticket for.
import { and, eq, notExists, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { questionDoubts } from '#features/record/question/table.ts';
import { itemAlarms } from '#features/standing/progress/table.ts';
import { tickets } from './table.ts';

/** Doubted by an alarm: a version whose ticket was decided is not looked at again. */
export async function suspectsWithoutTicket(db: Db, limit: number) {
  const ticket = db
    .select({ one: sql`1` })
    .from(tickets)
    .where(
      and(
        eq(tickets.exam, itemAlarms.exam),
        eq(tickets.questionId, itemAlarms.questionId),
        eq(tickets.questionVersion, itemAlarms.questionVersion),
      ),
    );
  return db
    .select({
      exam: itemAlarms.exam,
      questionId: itemAlarms.questionId,
      questionVersion: itemAlarms.questionVersion,
    })
    .from(questionDoubts)
    .innerJoin(
      itemAlarms,
      and(eq(itemAlarms.exam, questionDoubts.exam), eq(itemAlarms.questionId, questionDoubts.questionId)),
    )
    .where(notExists(ticket))
    .limit(limit);
}
