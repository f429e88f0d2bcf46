// A member's rows on the boards of every server where they answered.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Personal } from '#db/personal.ts';
import { answers } from '#features/record/post/table.ts';
import { absentees, keptScores, scores } from './table.ts';

/** By the servers of their answers, since no index leads from a member to boards: one would cost every answer. */
function serversOf(memberId: string): SQL {
  return sql`(
    select a.server_id from ${answers} a where a.member_id = ${memberId}
    union select k.server_id from ${keptScores} k where k.member_id = ${memberId})`;
}

const absences = (memberId: string) =>
  and(sql`${absentees.serverId} in ${serversOf(memberId)}`, eq(absentees.memberId, memberId));

/**
 * From each board of these servers to the next by the key, and to the member's row on it: boards are some hundred, rows of
 * others on them any number.
 */
function rowsOf(memberId: string): SQL {
  const next = sql`order by s.server_id, s.exam, s.domain, s."window", s.starts_on limit 1`;
  const board = sql`select s.server_id, s.exam, s.domain, s."window", s.starts_on from ${scores} s`;
  return sql`(server_id, exam, domain, "window", starts_on, member_id) in (
    with recursive boards as (
      select first.* from ${serversOf(memberId)} own
      cross join lateral (${board} where s.server_id = own.server_id ${next}) first
      union all
      select next.* from boards b cross join lateral (${board} where s.server_id = b.server_id
        and (s.server_id, s.exam, s.domain, s."window", s.starts_on) > (b.server_id, b.exam, b.domain, b."window", b.starts_on)
        ${next}) next
    )
    select *, ${memberId} from boards)`;
}

export const personal: Personal = {
  columns: ['scores.member_id', 'absentees.member_id', 'kept_scores.member_id'],
  async read(db, memberId) {
    return {
      scores: await db.select().from(scores).where(rowsOf(memberId)),
      absentees: await db.select().from(absentees).where(absences(memberId)),
      kept_scores: await db.select().from(keptScores).where(eq(keptScores.memberId, memberId)),
    };
  },
  async erase(tx, memberId) {
    await tx.delete(scores).where(rowsOf(memberId));
    await tx.delete(absentees).where(absences(memberId));
    // Last: the two before find their servers by it.
    await tx.delete(keptScores).where(eq(keptScores.memberId, memberId));
  },
};
