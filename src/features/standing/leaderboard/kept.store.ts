// What deleted answers came to: written as they go, and where counting anew begins.
import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { idsOf } from '#db/ids.ts';
import type { Leaving } from '#features/record/keeper.ts';
import { answers } from '#features/record/post/table.ts';
import type { DomainScore } from './rebuild.rules.ts';
import { keptScores } from './table.ts';

export async function keepScores(tx: Db, { postIds }: Leaving): Promise<void> {
  await tx.execute(sql`
    insert into ${keptScores} as k (member_id, server_id, exam, domain, points, "right", rated)
    select a.member_id, a.server_id, a.exam, a.domain, sum(a.points), count(*) filter (where a.is_correct), count(*)
    from ${answers} a
    where a.post_id = any(${idsOf(postIds)}) and a.is_rated and a.server_id is not null
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (member_id, server_id, exam, domain) do update set points = k.points + excluded.points,
      "right" = k."right" + excluded."right", rated = k.rated + excluded.rated`);
}

export async function readKeptScores(db: Db, serverId: string): Promise<DomainScore[]> {
  const { exam, domain, memberId, points, right, rated } = keptScores;
  return db
    .select({ exam, domain, memberId, points, right, rated })
    .from(keptScores)
    .where(eq(keptScores.serverId, serverId));
}
