// Closed questions of a channel, page by page.
import { and, asc, desc, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db } from '#db/connect.ts';
import { type Post, postColumns } from './store.ts';
import { posts } from './table.ts';

/**
 * Where a page begins, not including it. Several questions may close at the same instant; it is written as PostgreSQL
 * has it, since a Date would cut its microseconds off.
 */
export type Edge = { closesAt: string; postId: number };

export type HistoryPart = {
  channelId: string;
  way: 'older' | 'newer';
  /** Null: from the newest. */
  edge: Edge | null;
  /** Null: all questions. */
  only: { exam: string; questionIds: readonly string[] } | null;
  limit: number;
};

/**
 * Closed questions of a channel or of a round's thread, in the order of the way: two scans, each ended by its limit,
 * wherever in the history they begin. A question that never reached Discord has no message, and nobody saw it; a
 * private one was seen by one member.
 */
export async function closedPosts(db: Db, part: HistoryPart): Promise<Post[]> {
  // Written out, since the indexes hold closed posts only: a parameter would not tell PostgreSQL that they fit.
  const closed = and(
    sql`${posts.status} = 'closed'`,
    isNotNull(posts.messageId),
    ne(posts.kind, 'private'),
    isBeyond(part),
    part.only
      ? and(eq(posts.exam, part.only.exam), inArray(posts.questionId, [...part.only.questionIds]))
      : undefined,
  );
  const order = part.way === 'older' ? desc : asc;
  const scan = (where: SQL | undefined) =>
    db
      .select(postColumns)
      .from(posts)
      .where(and(where, closed))
      .orderBy(order(posts.closesAt), order(posts.id))
      .limit(part.limit);
  const started = scan(eq(posts.homeChannelId, part.channelId));
  const inThread = scan(and(eq(posts.channelId, part.channelId), ne(posts.channelId, posts.homeChannelId)));
  const found = await unionAll(started, inThread);
  const sign = part.way === 'older' ? -1 : 1;
  return found.toSorted((a, b) => sign * (closedAt(a) - closedAt(b) || a.id - b.id)).slice(0, part.limit);
}

/** Where a post stands in the history; null when there is none of it. */
export async function edgeAt(db: Db, postId: number): Promise<Edge | null> {
  // As JSON, an instant is written the same whatever style of dates the database has.
  const closesAt = sql<string | null>`to_jsonb(${posts.closesAt}) #>> '{}'`;
  const [row] = await db.select({ closesAt }).from(posts).where(eq(posts.id, postId));
  return row?.closesAt ? { closesAt: row.closesAt, postId } : null;
}

function isBeyond({ edge, way }: HistoryPart): SQL | undefined {
  if (!edge) return undefined;
  const here = sql`(${edge.closesAt}::timestamptz, ${edge.postId}::bigint)`;
  return way === 'older'
    ? sql`(${posts.closesAt}, ${posts.id}) < ${here}`
    : sql`(${posts.closesAt}, ${posts.id}) > ${here}`;
}

function closedAt({ closesAt }: Post): number {
  return closesAt?.getTime() ?? 0;
}
