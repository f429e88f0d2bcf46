// A member's rows on the boards of every server where they answered.
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Personal } from '#db/personal.ts';
import { answers } from '#features/record/post/table.ts';
import { absentees, scores } from './table.ts';

/** By the servers of their answers, since no index leads from a member to boards: one would cost every answer. */
function serversOf(db: Db, memberId: string) {
  return db.selectDistinct({ id: answers.serverId }).from(answers).where(eq(answers.memberId, memberId));
}

const absences = (db: Db, memberId: string) =>
  and(inArray(absentees.serverId, serversOf(db, memberId)), eq(absentees.memberId, memberId));

/**
 * From each board of these servers to the next by the key, and to the member's row on it: boards are some hundred, rows of
 * others on them any number.
 */
function rowsOf(db: Db, memberId: string): SQL {
  const next = sql`order by s.server_id, s.exam, s.domain, s."window", s.starts_on limit 1`;
  const board = sql`select s.server_id, s.exam, s.domain, s."window", s.starts_on from ${scores} s`;
  return sql`(server_id, exam, domain, "window", starts_on, member_id) in (
    with recursive boards as (
      select first.* from ${serversOf(db, memberId)} own
      cross join lateral (${board} where s.server_id = own.server_id ${next}) first
      union all
      select next.* from boards b cross join lateral (${board} where s.server_id = b.server_id
        and (s.server_id, s.exam, s.domain, s."window", s.starts_on) > (b.server_id, b.exam, b.domain, b."window", b.starts_on)
        ${next}) next
    )
    select *, ${memberId} from boards)`;
}

export const personal: Personal = {
  columns: ['scores.member_id', 'absentees.member_id'],
  async read(db, memberId) {
    return {
      scores: await db.select().from(scores).where(rowsOf(db, memberId)),
      absentees: await db.select().from(absentees).where(absences(db, memberId)),
    };
  },
  async erase(tx, memberId) {
    await tx.delete(scores).where(rowsOf(tx, memberId));
    await tx.delete(absentees).where(absences(tx, memberId));
  },
};
