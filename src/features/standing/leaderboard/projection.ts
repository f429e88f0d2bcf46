// What an answer does to the boards of its server: its domain's and that of all domains, in each window.
import { type SQL, sql } from 'drizzle-orm';
import type { Projection } from '#features/record/projection.ts';
import { personal } from './personal.ts';
import { rebuildScores } from './rebuild.actions.ts';
import { ALL_DOMAINS, type WindowKind, windowKinds, windowStarts } from './rules.ts';
import { absentees, scores } from './table.ts';

type Row = { domain: string; window: WindowKind; startsOn: string; points: number; right: number };

export const leaderboardProjection: Projection<null, Row, null> = {
  name: 'leaderboard',
  read: null,
  decide({ isRated, isCorrect, points, domain, at, serverZone, weekStart }) {
    if (!isRated) return { rows: [], told: null };
    const starts = windowStarts(at, { zone: serverZone, weekStart });
    const boards = domain === '' ? [ALL_DOMAINS] : [domain, ALL_DOMAINS];
    const rows = boards.flatMap((board) =>
      windowKinds.map((window) => ({
        domain: board,
        window,
        startsOn: starts[window],
        points,
        right: isCorrect ? 1 : 0,
      })),
    );
    return { rows, told: null };
  },
  write: (fresh) => [upsertScores(fresh), forgetAbsence(fresh)],
  brokenBy: ['zone-moved', 'week-moved', 'key-changed'],
  async rebuild(deps, scope) {
    // Boards are a server's: what happens to members or to the bot leaves them right.
    return scope.kind === 'server' ? (await rebuildScores(deps, { serverId: scope.id })).changed : 0;
  },
  personal,
};

function upsertScores(fresh: SQL): SQL {
  return sql`
    insert into ${scores} as b (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
    select "serverId", exam, board.domain, board."window", board."startsOn", "memberId", board.points, board."right", 1
    from ${fresh}, jsonb_to_recordset(rows) as board (domain text, "window" text, "startsOn" date, points int,
      "right" int)
    order by "serverId", exam, board.domain, board."window", board."startsOn", "memberId"
    on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
      set points = b.points + excluded.points, "right" = b."right" + excluded."right", rated = b.rated + 1`;
}

/** Who answers in a server is there. */
function forgetAbsence(fresh: SQL): SQL {
  return sql`
    delete from ${absentees} using (
      select a.server_id, a.member_id from ${absentees} a join ${fresh}
        on a.server_id = "serverId" and a.member_id = "memberId"
      order by a.server_id, a.member_id for update of a
    ) as back
    where ${absentees.serverId} = back.server_id and ${absentees.memberId} = back.member_id`;
}
