// Queries on the boards: the top of one, a member's own row, and everybody's streaks in a server.
import { and, desc, eq, gt, gte, ne, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Visibility } from '../member/rules.ts';
import { members, pauses } from '../member/table.ts';
import { outages, streaks } from '../streak/table.ts';
import { ALL_DOMAINS, ALL_TIME_START, MIN_RATED_FOR_ACCURACY, type Score, type WindowKind } from './rules.ts';
import { scores } from './table.ts';

export type BoardKey = {
  serverId: string;
  exam: string;
  domain: string;
  window: WindowKind;
  startsOn: string;
};
export type ScoreMetric = 'points' | 'accuracy';
export type VisibleScore = Score & { visibility: Visibility };

const columns = {
  memberId: scores.memberId,
  points: scores.points,
  right: scores.right,
  rated: scores.rated,
  visibility: sql<Visibility>`coalesce(${members.visibility}, 'visible')`,
} as const;

/** Correctly rounded, so that 2 of 3 and 4 of 6 are the same number, which numeric division does not promise. */
const accuracy = sql`${scores.right}::float8 / ${scores.rated}`;

/** The best of a board that others may see, in the order of the ranking rules. */
export async function topScores(
  db: Db,
  board: BoardKey,
  { metric, limit }: { metric: ScoreMetric; limit: number },
): Promise<VisibleScore[]> {
  return db
    .select(columns)
    .from(scores)
    .leftJoin(members, eq(members.id, scores.memberId))
    .where(and(isOn(board), isRanked(metric), isShown()))
    .orderBy(
      ...(metric === 'points'
        ? [desc(scores.points), desc(accuracy)]
        : [desc(accuracy), desc(scores.points)]),
      scores.rated,
    )
    .limit(limit);
}

export async function ownScore(db: Db, board: BoardKey, memberId: string): Promise<VisibleScore | null> {
  const [row] = await db
    .select(columns)
    .from(scores)
    .leftJoin(members, eq(members.id, scores.memberId))
    .where(and(isOn(board), eq(scores.memberId, memberId)));
  return row ?? null;
}

/** How many members that others may see are better than this one. */
export async function countBetter(
  db: Db,
  board: BoardKey,
  { metric, own }: { metric: ScoreMetric; own: Score },
): Promise<number> {
  const ownAccuracy = sql`${own.right}::float8 / ${own.rated}`;
  const better =
    metric === 'points'
      ? // The first condition is what the index can be searched by.
        and(
          gte(scores.points, own.points),
          sql`(${scores.points}, ${accuracy}, -${scores.rated}) > (${own.points}::int, ${ownAccuracy}, -${own.rated}::int)`,
        )
      : sql`(${accuracy}, ${scores.points}, -${scores.rated}) > (${ownAccuracy}, ${own.points}::int, -${own.rated}::int)`;
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(scores)
    .leftJoin(members, eq(members.id, scores.memberId))
    .where(and(isOn(board), isRanked(metric), isShown(), ne(scores.memberId, own.memberId), better));
  return row?.count ?? 0;
}

/**
 * Members with rated answers in a server whose streak may be alive: freezes, pauses and outages after the last active
 * day can carry it that far. Whether it is alive, the streak's own rules decide.
 */
export async function streaksInServer(
  db: Db,
  { serverId, exam, utcToday }: { serverId: string; exam: string; utcToday: string },
) {
  const pausedDays = sql`(select coalesce(sum(p.to_date - greatest(p.from_date, ${streaks.lastDate}) + 1), 0)
    from ${pauses} p where p.member_id = ${scores.memberId} and p.to_date >= ${streaks.lastDate})`;
  const outageDays = sql`(select coalesce(sum(ceil(extract(epoch from o.to_at - o.from_at) / 86400) + 1), 0)
    from ${outages} o where o.to_at >= ${streaks.lastDate}::timestamptz - interval '1 day')`;
  // Three more days: yesterday, and a date line between the member and UTC on either end.
  const reach = sql`(${utcToday}::date - ${streaks.lastDate}) <= 3 + ${streaks.freezes} + ${pausedDays} + ${outageDays}`;
  return db
    .select({
      memberId: scores.memberId,
      visibility: columns.visibility,
      zone: members.zone,
      dayStart: sql<number>`coalesce(${members.dayStart}, 0)`.mapWith(Number),
      streak: {
        current: streaks.current,
        longest: streaks.longest,
        lastDate: streaks.lastDate,
        freezes: streaks.freezes,
        progress: streaks.progress,
      },
    })
    .from(scores)
    .innerJoin(streaks, eq(streaks.memberId, scores.memberId))
    .leftJoin(members, eq(members.id, scores.memberId))
    .where(
      and(isOn({ serverId, exam, domain: ALL_DOMAINS, window: 'all', startsOn: ALL_TIME_START }), reach),
    );
}

function isOn(board: BoardKey): SQL | undefined {
  return and(
    eq(scores.serverId, board.serverId),
    eq(scores.exam, board.exam),
    eq(scores.domain, board.domain),
    eq(scores.window, board.window),
    eq(scores.startsOn, board.startsOn),
  );
}

function isRanked(metric: ScoreMetric): SQL {
  return metric === 'points' ? gt(scores.rated, 0) : gte(scores.rated, MIN_RATED_FOR_ACCURACY);
}

function isShown(): SQL {
  return sql`coalesce(${members.visibility}, 'visible') <> 'hidden'`;
}
