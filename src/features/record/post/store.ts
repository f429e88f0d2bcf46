// Queries on posted questions: making, finding, tallying. Sending and closing are in outbox.store.ts.
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members } from '#features/people/member/table.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { answers, askedColumns, channelQuestions, memberQuestions, posts } from './table.ts';

export type NewPost = Omit<typeof posts.$inferInsert, 'id'>;

export const postColumns = {
  ...askedColumns,
  homeChannelId: posts.homeChannelId,
  wanted: posts.wanted,
  localDate: posts.localDate,
  isLate: posts.isLate,
  pingRole: posts.pingRole,
  wantsThread: posts.wantsThread,
  threadDue: posts.threadDue,
  attempts: posts.attempts,
  sendBefore: posts.sendBefore,
} as const;

export type Post = NonNullable<Awaited<ReturnType<typeof readPost>>>;

/** Null when the round already has a post at that position: somebody else was first. */
export async function insertPost(db: Db, post: NewPost): Promise<Post | null> {
  const [row] = await insertPosts(db, [post]);
  return row ?? null;
}

/**
 * Makes posts and notes, in the same statement, that their channels were asked these questions. What only one member
 * sees, and a test, does not count as asked.
 */
export async function insertPosts(db: Db, batch: readonly NewPost[]): Promise<Post[]> {
  if (batch.length === 0) return [];
  const made = db.$with('made').as(
    db
      .insert(posts)
      .values([...batch])
      .onConflictDoNothing()
      .returning(postColumns),
  );
  const asked = db.$with('asked', {}).as(sql`
    insert into ${channelQuestions} as c (channel_id, exam, question_id, server_id, times, last_at)
    select home_channel_id, exam, question_id, server_id, count(*), max(created_at)
    from made where kind not in ('private', 'test')
    group by 1, 2, 3, 4 order by 1, 2, 3
    on conflict (channel_id, exam, question_id) do update
      set times = c.times + excluded.times, last_at = greatest(c.last_at, excluded.last_at)`);
  return db.with(made, asked).select().from(made);
}

export async function readPost(db: Db, id: number) {
  const [row] = await db.select(postColumns).from(posts).where(eq(posts.id, id));
  return row ?? null;
}

/** The post that an interaction asked for; null when it asked for none. */
export async function postOfPress(db: Db, pressId: string): Promise<Post | null> {
  const [row] = await db.select(postColumns).from(posts).where(eq(posts.pressId, pressId));
  return row ?? null;
}

/** The ids of the posts that these presses made, by press. */
export async function postsOfPresses(db: Db, pressIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: posts.id, pressId: posts.pressId })
    .from(posts)
    .where(sql`${posts.pressId} = any(${sql.param([...pressIds])}::text[]) and ${posts.pressId} is not null`);
  return new Map(rows.flatMap(({ id, pressId }) => (pressId ? [[pressId, id] as const] : [])));
}

/** A post that never became a message: nobody can answer it. Nothing when somebody has, or a message is known. */
export async function dropUnseen(db: Db, id: number): Promise<void> {
  const isAnswered = sql`exists (select from ${answers} a where a.post_id = ${posts.id})`;
  await db
    .update(posts)
    .set({ status: 'dropped', failure: 'answer-refused' })
    .where(and(eq(posts.id, id), eq(posts.status, 'open'), isNull(posts.messageId), sql`not ${isAnswered}`));
}

/** Says which message a post became. Only the first time counts: a second message would be a duplicate. */
export async function setMessage(db: Db, post: { id: number; messageId: string }): Promise<void> {
  await db
    .update(posts)
    .set({ messageId: post.messageId })
    .where(and(eq(posts.id, post.id), isNull(posts.messageId)));
}

/**
 * An answer carries Discord's time, the end that it brings about carries ours: with a clock that is a little behind, the
 * last answer seems to come after the end. Later ones are practice, and count in no tally.
 */
export const CLOCKS_APART = sql`interval '3 seconds'`;

export const isTimely = sql`coalesce(${answers.answeredAt} < ${posts.closesAt} + ${CLOCKS_APART}, true)`;

/** Members' picks of one post while it was open, in order of answering, and whether each may be named. */
export async function readPicks(db: Db, postId: number) {
  const rows = await db
    .select({
      memberId: answers.memberId,
      picks: answers.picks,
      isCorrect: answers.isCorrect,
      visibility: members.visibility,
    })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.postId))
    .leftJoin(members, eq(members.id, answers.memberId))
    .where(and(eq(answers.postId, postId), isTimely))
    .orderBy(asc(answers.answeredAt));
  return rows.map(({ visibility, ...row }) => ({ ...row, isNamed: (visibility ?? 'visible') === 'visible' }));
}

/**
 * How many questions are open in a channel. Within a transaction: whoever asks next in the same channel waits for its
 * end, so that two at once do not both take the last place.
 */
export async function countOpenIn(
  tx: Db,
  { channelId, askedBy }: { channelId: string; askedBy: string | null },
): Promise<{ all: number; own: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${channelId}, 8))`);
  // Written out, so that the partial index answers.
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      own: sql<number>`count(*) filter (where ${posts.askedBy} = ${askedBy})::int`,
    })
    .from(posts)
    .where(sql`${posts.channelId} = ${channelId} and status = 'open' and kind <> 'private'`);
  return row ?? { all: 0, own: 0 };
}

/** Whoever asked for a post is shown its key when it closes, whether or not they have answered it. */
export async function noteAskerSees(db: Db, { id, at }: { id: number; at: Date }): Promise<void> {
  const isAnswered = sql`exists (
    select from ${answers} a where a.post_id = ${posts.id} and a.member_id = ${posts.askedBy})`;
  await db.execute(sql`
    insert into ${memberQuestions} as m (member_id, exam, question_id, seen, "right", key_seen_at)
    select ${posts.askedBy}, ${posts.exam}, ${posts.questionId}, 0, 0, ${at.toISOString()}::timestamptz
    from ${posts}
    where ${posts.id} = ${id} and ${posts.kind} <> 'private' and ${posts.askedBy} <> ${ERASED} and not ${isAnswered}
    on conflict (member_id, exam, question_id) do update
      set key_seen_at = greatest(m.key_seen_at, excluded.key_seen_at)`);
}

export async function countAnswers(db: Db, postId: number): Promise<number> {
  return db.$count(answers, eq(answers.postId, postId));
}

/**
 * Open posts with a message and at least one answer: their tally may be behind after a restart. Those answered last come
 * first, since what a killed process did not get done is only a few seconds old.
 */
export async function openAnsweredPosts(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<number[]> {
  const last = db
    .select({ at: sql<Date | null>`max(${answers.answeredAt})`.as('at') })
    .from(answers)
    .where(eq(answers.postId, posts.id))
    .as('last');
  const rows = await db
    .select({ id: posts.id })
    .from(posts)
    .innerJoinLateral(last, isNotNull(last.at))
    .where(and(eq(posts.status, 'open'), isNotNull(posts.messageId), gt(posts.closesAt, now)))
    .orderBy(desc(last.at))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** When each question of an exam was last asked in these channels, by channel. */
export async function lastAskedIn(
  db: Db,
  { channelIds, exam }: { channelIds: readonly string[]; exam?: string },
): Promise<Map<string, Map<string, Date>>> {
  const rows = await db
    .select({
      channelId: channelQuestions.channelId,
      questionId: channelQuestions.questionId,
      at: channelQuestions.lastAt,
    })
    .from(channelQuestions)
    .where(
      and(
        sql`${channelQuestions.channelId} = any(${sql.param([...channelIds])}::text[])`,
        exam === undefined ? undefined : eq(channelQuestions.exam, exam),
      ),
    );
  const byChannel = new Map(channelIds.map((id) => [id, new Map<string, Date>()]));
  for (const { channelId, questionId, at } of rows) byChannel.get(channelId)?.set(questionId, at);
  return byChannel;
}
