// Queries on the boards: the top of one, a member's own row, and everybody on one.
import { and, eq, gt, gte, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Visibility } from '#features/people/member/rules.ts';
import { members } from '#features/people/member/table.ts';
import { MIN_RATED_FOR_ACCURACY, type Score, type ScoreMetric, type WindowKind } from './rules.ts';
import { scores } from './table.ts';

export type BoardKey = {
  serverId: string;
  exam: string;
  domain: string;
  window: WindowKind;
  startsOn: string;
};
export type VisibleScore = Score & { visibility: Visibility };

const visibility = sql<Visibility>`coalesce(${members.visibility}, 'visible')`;
const score = {
  memberId: scores.memberId,
  points: scores.points,
  right: scores.right,
  rated: scores.rated,
} as const;

/** Correctly rounded, so that 2 of 3 and 4 of 6 are the same number, which numeric division does not promise. */
const accuracy = sql`${scores.right}::float8 / ${scores.rated}`;

type Part = { metric: ScoreMetric; offset: number; limit: number; without: readonly string[] };

/**
 * Part of a board that others may see, in the order of the ranking rules; ties by id, so that pages are stable. Put in order
 * before members are looked up: that need be done of the part alone.
 */
export async function topScores(
  db: Db,
  board: BoardKey,
  { metric, offset, limit, without }: Part,
): Promise<VisibleScore[]> {
  const inOrder = db
    .select({ ...score, accuracy: accuracy.as('accuracy') })
    .from(scores)
    .where(and(isOn(board), isRanked(metric), isNoneOf(without)))
    .orderBy(...orderOf(metric, { ...scores, accuracy }))
    .as('in_order');
  return db
    .select({
      memberId: inOrder.memberId,
      points: inOrder.points,
      right: inOrder.right,
      rated: inOrder.rated,
      visibility,
    })
    .from(inOrder)
    .leftJoin(members, eq(members.id, inOrder.memberId))
    .where(isShown())
    .orderBy(...orderOf(metric, inOrder))
    .offset(offset)
    .limit(limit);
}

type Ordered = Record<'points' | 'accuracy' | 'rated' | 'memberId', SQLWrapper>;

function orderOf(metric: ScoreMetric, { points, accuracy: share, rated, memberId }: Ordered): SQL[] {
  // As the index is sorted: with nulls first, as it is without saying, PostgreSQL would read and sort the whole board.
  const first = [sql`${points} desc nulls last`, sql`${share} desc nulls last`];
  return [...(metric === 'points' ? first : first.toReversed()), sql`${rated}`, sql`${memberId}`];
}

export async function ownScore(db: Db, board: BoardKey, memberId: string): Promise<VisibleScore | null> {
  const [row] = await db
    .select({ ...score, visibility })
    .from(scores)
    .leftJoin(members, eq(members.id, scores.memberId))
    .where(and(isOn(board), eq(scores.memberId, memberId)));
  return row ?? null;
}

/** How many members that others may see are better than this one. */
export async function countBetter(
  db: Db,
  board: BoardKey,
  { metric, own, without }: { metric: ScoreMetric; own: Score; without: readonly string[] },
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
    .where(
      and(
        isOn(board),
        isRanked(metric),
        isShown(),
        isNoneOf(without),
        ne(scores.memberId, own.memberId),
        better,
      ),
    );
  return row?.count ?? 0;
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
  // No parameter: the index is of these rows alone.
  return metric === 'points'
    ? gt(scores.rated, 0)
    : sql`${scores.rated} >= ${sql.raw(String(MIN_RATED_FOR_ACCURACY))}`;
}

function isShown(): SQL {
  return sql`coalesce(${members.visibility}, 'visible') <> 'hidden'`;
}

function isNoneOf(memberIds: readonly string[]): SQL | undefined {
  if (memberIds.length === 0) return undefined;
  return sql`${scores.memberId} <> all(${sql.param([...memberIds])}::text[])`;
}

/** Points of all time and domains. */
export async function readPoints(db: Db, { serverId, exam }: { serverId: string; exam: string }) {
  return db
    .select({ memberId: scores.memberId, points: scores.points })
    .from(scores)
    .where(
      and(
        eq(scores.serverId, serverId),
        eq(scores.exam, exam),
        eq(scores.domain, 'all'),
        eq(scores.window, 'all'),
      ),
    );
}
