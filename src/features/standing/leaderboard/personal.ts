// A member's rows on the boards of every server where they answered.
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Personal } from '#db/personal.ts';
import { answers } from '#features/record/post/table.ts';
import { absentees, scores } from './table.ts';

/** By the servers of their answers, since no index leads from a member to boards: one would cost every answer. */
function own(db: Db, memberId: string, table: typeof scores | typeof absentees) {
  const servers = db
    .selectDistinct({ id: answers.serverId })
    .from(answers)
    .where(eq(answers.memberId, memberId));
  return and(inArray(table.serverId, servers), eq(table.memberId, memberId));
}

export const personal: Personal = {
  columns: ['scores.member_id', 'absentees.member_id'],
  async read(db, memberId) {
    return {
      scores: await db
        .select()
        .from(scores)
        .where(own(db, memberId, scores)),
      absentees: await db
        .select()
        .from(absentees)
        .where(own(db, memberId, absentees)),
    };
  },
  async erase(tx, memberId) {
    await tx.delete(scores).where(own(tx, memberId, scores));
    await tx.delete(absentees).where(own(tx, memberId, absentees));
  },
};
