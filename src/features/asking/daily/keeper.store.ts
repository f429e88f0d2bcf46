// Which old questions of the day are still needed.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { idsOf } from '#db/ids.ts';
import { posts } from '#features/record/post/table.ts';
import { dailyDates, dailySchedules } from './table.ts';

/** The newest of a schedule, whose fate is the schedule's; the last that was closed, likewise; whose recap is to come. */
export async function neededDailies(tx: Db, { postIds }: { postIds: readonly number[] }): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select p.id from ${posts} p where p.id = any(${idsOf(postIds)}) and p.kind = 'daily' and (
      exists (select from ${dailySchedules} s where s.last_post_id = p.id)
      or exists (select from ${dailyDates} d where d.post_id = p.id and d.recap_at is null)
      or exists (select from ${dailySchedules} s
        where s.channel_id = p.home_channel_id and s.server_id = p.server_id and p.status = 'closed'
          and not exists (select from ${posts} n
            where n.home_channel_id = p.home_channel_id and n.kind = 'daily' and n.status = 'closed'
              and (n.closes_at, n.id) > (p.closes_at, p.id))))`);
  return rows.map(({ id }) => Number(id));
}
