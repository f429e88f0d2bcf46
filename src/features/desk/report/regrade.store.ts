// Grading answers anew, page by page: each page is one transaction, and is written down so that it can be put back.
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { answers, memberQuestions, posts } from '#features/record/post/table.ts';
import { regraded, regrades } from './table.ts';
import type { RegradeKind, RegradeState } from './ticket.rules.ts';

export type Regrade = typeof regrades.$inferSelect;

export async function insertRegrade(
  tx: Db,
  regrade: Pick<
    Regrade,
    | 'ticketId'
    | 'serverId'
    | 'exam'
    | 'questionId'
    | 'questionVersion'
    | 'kind'
    | 'key'
    | 'startedAt'
    | 'askedVersion'
  >,
): Promise<number> {
  const [made] = await tx
    .insert(regrades)
    .values({ ...regrade, state: 'running' })
    .returning({ id: regrades.id });
  if (!made) throw new Error('no regrade was made');
  return made.id;
}

function isLeft(now: Date) {
  const isFree = or(isNull(regrades.leaseUntil), lte(regrades.leaseUntil, now));
  return and(sql`${regrades.state} not in ('done', 'undone')`, isFree);
}

/** Whether there is anything to claim. */
export const anyLeft: Due = (now) => sql`exists (select from ${regrades} where ${isLeft(now)})`;

/** One that has work left and that no other process is at. */
export async function claimRegrade(
  db: Db,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<Regrade | null> {
  const until = new Date(now.getTime() + leaseMs);
  const due = db
    .select({ id: regrades.id })
    .from(regrades)
    .where(isLeft(now))
    .orderBy(asc(regrades.id))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(regrades)
    .set({ leaseUntil: until })
    .where(sql`${regrades.id} = (${due})`)
    .returning();
  return row ?? null;
}

/** False when it is in another state by now. */
export async function moveRegrade(
  db: Db,
  { id, from, to }: { id: number; from: RegradeState; to: RegradeState },
): Promise<boolean> {
  const rows = await db
    .update(regrades)
    .set({ state: to, leaseUntil: null, ...(to === 'undoing' ? { notedPost: 0 } : {}) })
    .where(and(eq(regrades.id, id), eq(regrades.state, from)))
    .returning({ id: regrades.id });
  return rows.length > 0;
}

type Wanted = {
  exam: string;
  questionId: string;
  questionVersion: number;
  kind: RegradeKind;
  key: readonly string[];
};

/** Answers that were wrong and are right by the new key: see `becomesRight`. */
function gaining({ exam, questionId, questionVersion, kind, key }: Wanted) {
  const ids = sql`${sql.param([...key])}::text[]`;
  const isRight =
    kind === 'either'
      ? sql`cardinality(a.picks) = 1 and a.picks <@ ${ids}`
      : sql`a.picks <@ ${ids} and a.picks @> ${ids}`;
  return sql`
    from ${posts} p join ${answers} a on a.post_id = p.id
    where p.exam = ${exam} and p.question_id = ${questionId} and a.question_version = ${questionVersion}
      and not a.is_correct and ${isRight}`;
}

export type Effect = {
  answers: number;
  members: number;
  rated: { serverId: string; memberId: string; points: number }[];
};

/** What a regrade would do; nothing is changed. */
export async function readEffect(db: Db, wanted: Wanted): Promise<Effect> {
  const [counted] = await db.execute<{ answers: number; members: number }>(
    sql`select count(*)::int as answers, count(distinct a.member_id)::int as members ${gaining(wanted)}`,
  );
  const rated = await db.execute<{ serverId: string; memberId: string; points: number }>(sql`
    select a.server_id as "serverId", a.member_id as "memberId", sum(a.difficulty)::int as points
    ${gaining(wanted)} and a.is_rated and a.server_id is not null group by 1, 2`);
  return { answers: counted?.answers ?? 0, members: counted?.members ?? 0, rated: [...rated] };
}

/** Grades so many answers at most; returns the servers whose boards follow, and how many there were. */
export async function gradePage(tx: Db, { id, limit, ...wanted }: Wanted & { id: number; limit: number }) {
  const rows = await tx.execute<{ serverId: string | null }>(sql`
    with due as (
      select a.post_id, a.member_id ${gaining(wanted)}
      order by a.post_id, a.member_id limit ${limit} for update of a
    ), changed as (
      update ${answers} a set is_correct = true, points = case when a.is_rated then a.difficulty else 0 end
      from due where a.post_id = due.post_id and a.member_id = due.member_id
      returning a.post_id, a.member_id, a.server_id, a.points
    ), seen as (
      update ${memberQuestions} q set "right" = q."right" + c.times
      from (select member_id, count(*)::int as times from changed group by 1 order by 1) c
      where q.member_id = c.member_id and q.exam = ${wanted.exam} and q.question_id = ${wanted.questionId}
    )
    insert into ${regraded} (regrade_id, post_id, member_id, server_id, points)
    select ${id}, post_id, member_id, server_id, points from changed returning server_id as "serverId"`);
  return { graded: rows.length, servers: serversOf(rows) };
}

/** Puts so many answers back. Those that were erased meanwhile are gone. */
export async function undoPage(
  tx: Db,
  { id, limit, exam, questionId }: { id: number; limit: number; exam: string; questionId: string },
) {
  const rows = await tx.execute<{ serverId: string | null }>(sql`
    with due as (
      select post_id, member_id from ${regraded} where regrade_id = ${id}
      order by post_id, member_id limit ${limit} for update
    ), gone as (
      delete from ${regraded} r using due
      where r.regrade_id = ${id} and r.post_id = due.post_id and r.member_id = due.member_id
      returning r.post_id, r.member_id, r.server_id
    ), changed as (
      update ${answers} a set is_correct = false, points = 0
      from gone where a.post_id = gone.post_id and a.member_id = gone.member_id
    ), seen as (
      update ${memberQuestions} q set "right" = greatest(0, q."right" - c.times)
      from (select member_id, count(*)::int as times from gone group by 1 order by 1) c
      where q.member_id = c.member_id and q.exam = ${exam} and q.question_id = ${questionId}
    )
    select server_id as "serverId" from gone`);
  return { graded: rows.length, servers: serversOf(rows) };
}

function serversOf(rows: Iterable<{ serverId: string | null }>): string[] {
  return [...new Set([...rows].flatMap(({ serverId }) => serverId ?? []))].toSorted();
}

/** Public posts whose reveal can still be edited, after the one that was told last. */
export async function postsToNote(
  db: Db,
  {
    exam,
    questionId,
    questionVersion,
    after,
    since,
    limit,
  }: Omit<Wanted, 'kind' | 'key'> & { after: number; since: Date; limit: number },
) {
  return db
    .select({ id: posts.id, serverId: posts.serverId })
    .from(posts)
    .where(
      and(
        eq(posts.exam, exam),
        eq(posts.questionId, questionId),
        eq(posts.questionVersion, questionVersion),
        eq(posts.status, 'closed'),
        sql`${posts.kind} in ('quiz', 'round', 'daily')`,
        sql`${posts.messageId} is not null`,
        gt(posts.closesAt, since),
        gt(posts.id, after),
      ),
    )
    .orderBy(asc(posts.id))
    .limit(limit);
}

/** Nobody answers by the old key any more: what stands open of it closes now. Private practice counts nowhere. */
export async function closeOpenPosts(tx: Db, { now, ...of }: Asked & { now: Date }): Promise<void> {
  await tx
    .update(posts)
    .set({ closesAt: now })
    .where(and(isOpenPost(of), gt(posts.closesAt, now)));
}

export async function hasOpenPosts(db: Db, of: Asked): Promise<boolean> {
  const [row] = await db.select({ id: posts.id }).from(posts).where(isOpenPost(of)).limit(1);
  return row !== undefined;
}

type Asked = Omit<Wanted, 'kind' | 'key'>;

function isOpenPost({ exam, questionId, questionVersion }: Asked) {
  return and(
    eq(posts.exam, exam),
    eq(posts.questionId, questionId),
    eq(posts.questionVersion, questionVersion),
    eq(posts.status, 'open'),
    sql`${posts.kind} <> 'private'`,
  );
}

export async function noteDone(db: Db, { id, post }: { id: number; post: number }): Promise<void> {
  await db.update(regrades).set({ notedPost: post }).where(eq(regrades.id, id));
}
