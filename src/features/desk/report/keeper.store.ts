// What tickets and changed keys still need of old questions, and what outlives them.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { idsOf } from '#db/ids.ts';
import type { Keeper, Leaving } from '#features/record/keeper.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { keptPicks, regraded, regrades } from './table.ts';
import { UNDO_MS } from './ticket.rules.ts';

export const keeper: Keeper = { needed: beingRegraded, leave: keepPicks };

/** An undo that was pressed in time may wait for its turn. */
const TO_UNDO_MS = 2 * UNDO_MS;

/** What is graded anew, or may be put back: a key's change reaches all answers or none. */
async function beingRegraded(
  tx: Db,
  { postIds, now }: { postIds: readonly number[]; now: Date },
): Promise<number[]> {
  const since = new Date(now.getTime() - TO_UNDO_MS).toISOString();
  const rows = await tx.execute<{ id: string }>(sql`
    select p.id from ${posts} p where p.id = any(${idsOf(postIds)}) and exists (select from ${regrades} g
      where g.exam = p.exam and g.question_id = p.question_id
        and (g.state not in ('done', 'undone') or g.started_at > ${since}::timestamptz))`);
  return rows.map(({ id }) => Number(id));
}

async function keepPicks(tx: Db, { postIds }: Leaving): Promise<void> {
  await tx.execute(sql`
    insert into ${keptPicks} as k (exam, question_id, question_version, picks, server_id, times)
    select p.exam, p.question_id, a.question_version, a.picks, a.server_id, count(*)
    from ${posts} p join ${answers} a on a.post_id = p.id
    where p.id = any(${idsOf(postIds)})
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (exam, question_id, question_version, picks, server_id) do update set times = k.times + excluded.times`);
  // What they became right by can be put back no more.
  await tx.execute(sql`
    delete from ${regraded} r using ${posts} p join ${regrades} g on g.exam = p.exam and g.question_id = p.question_id
    where p.id = any(${idsOf(postIds)}) and r.regrade_id = g.id and r.post_id = p.id`);
}
