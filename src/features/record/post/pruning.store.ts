// Deleting old questions with their answers: finding them, holding them, what is kept of where members answered.
import { and, asc, eq, gt, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { idsOf } from '#db/ids.ts';
import type { Aged, Answered } from './pruning.rules.ts';
import { answers, keptPlaces, posts, prunings } from './table.ts';

const PRUNING = 'answers';

/** A private question is open for ever, to one member. */
const isOver = sql<boolean>`(${posts.status} in ('closed', 'dropped') or ${posts.kind} = 'private')`;
const columns = { id: posts.id, roundId: posts.roundId, createdAt: posts.createdAt, isOver } as const;

/** The next questions in the order in which they were made. */
export async function postsAfter(
  db: Db,
  { after, limit }: { after: number; limit: number },
): Promise<Aged[]> {
  return db.select(columns).from(posts).where(gt(posts.id, after)).orderBy(asc(posts.id)).limit(limit);
}

export async function postsOfRounds(db: Db, roundIds: readonly number[]): Promise<Aged[]> {
  if (roundIds.length === 0) return [];
  return db
    .select(columns)
    .from(posts)
    .where(inArray(posts.roundId, [...roundIds]));
}

/** Keeps questions as they are until the transaction ends; those that another process is at are left out. */
export async function holdPosts(tx: Db, ids: readonly number[]): Promise<Aged[]> {
  return tx
    .select(columns)
    .from(posts)
    .where(isAmong(ids))
    .orderBy(asc(posts.id))
    .for('update', { skipLocked: true });
}

/** The same of the answers to them: who is just deleting theirs, or grading, is not waited for. */
export async function holdAnswers(tx: Db, ids: readonly number[]): Promise<Map<number, Answered>> {
  return counted(
    await tx.execute<Row>(sql`
      with held as (
        select a.post_id, a.answered_at from ${answers} a where a.post_id = any(${idsOf(ids)})
        order by a.post_id, a.member_id for update skip locked
      )
      select post_id as id, count(*)::int as answers, max(answered_at) as at from held group by 1`),
  );
}

export async function countAnswersTo(db: Db, ids: readonly number[]): Promise<Map<number, Answered>> {
  return counted(
    await db.execute<Row>(sql`
      select a.post_id as id, count(*)::int as answers, max(a.answered_at) as at from ${answers} a
      where a.post_id = any(${idsOf(ids)}) group by 1`),
  );
}

type Row = { id: string; answers: number; at: string };

function counted(rows: Iterable<Row>): Map<number, Answered> {
  return new Map(
    [...rows].map(({ id, answers: all, at }) => [Number(id), { answers: all, lastAt: new Date(at) }]),
  );
}

/** Those that were asked by whoever the query lists. */
export async function postsAskedBy(
  tx: Db,
  { postIds, members }: { postIds: readonly number[]; members: SQLWrapper },
): Promise<number[]> {
  const rows = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(inArray(posts.id, [...postIds]), inArray(posts.askedBy, members)));
  return rows.map(({ id }) => id);
}

/** Where members were last, of answers that are about to go. What was erased is nobody's. */
export async function keepPlaces(tx: Db, ids: readonly number[]): Promise<void> {
  const isChannel = sql`p.home_channel_id ~ '^[0-9]+$'`;
  await tx.execute(sql`
    insert into ${keptPlaces} as k (member_id, server_id, answered_at, channel_id, channel_at)
    select a.member_id, a.server_id, max(a.answered_at),
      (array_agg(p.home_channel_id order by a.answered_at desc) filter (where ${isChannel}))[1],
      max(a.answered_at) filter (where ${isChannel})
    from ${answers} a join ${posts} p on p.id = a.post_id
    where a.post_id = any(${idsOf(ids)}) and a.server_id is not null and a.member_id not like 'erased-%'
    group by 1, 2 order by 1, 2
    on conflict (member_id, server_id) do update set answered_at = greatest(k.answered_at, excluded.answered_at),
      channel_id = case when k.channel_at >= excluded.channel_at or excluded.channel_at is null then k.channel_id
        else excluded.channel_id end,
      channel_at = greatest(k.channel_at, excluded.channel_at)`);
}

/** How many answers went; another number than was held means that one was given at the last moment. */
export async function deletePosts(tx: Db, ids: readonly number[]): Promise<number> {
  const [gone] = await tx.execute<{ answers: number }>(sql`
    with gone as (delete from ${answers} a where a.post_id = any(${idsOf(ids)}) returning 1)
    select count(*)::int as answers from gone`);
  await tx.delete(posts).where(isAmong(ids));
  return gone?.answers ?? 0;
}

/** From here on answers of before may be missing. */
export async function notePruning(db: Db, before: Date): Promise<void> {
  await db
    .insert(prunings)
    .values({ name: PRUNING, before })
    .onConflictDoUpdate({
      target: prunings.name,
      set: { before: sql`greatest(${prunings.before}, excluded.before)` },
    });
}

/** Answers of before this instant may be missing; null where none was ever deleted for its age. */
export async function readPrunedBefore(db: Db): Promise<Date | null> {
  const [row] = await db.select({ before: prunings.before }).from(prunings).where(eq(prunings.name, PRUNING));
  return row?.before ?? null;
}

function isAmong(ids: readonly number[]) {
  return sql`${posts.id} = any(${idsOf(ids)})`;
}
