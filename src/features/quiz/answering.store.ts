// What the rules need to know of answers about to be given: one select for any number of them, built once.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members, pauses } from '../member/table.ts';
import { servers } from '../server/table.ts';
import { outages, streaks } from '../streak/table.ts';
import { type AnswerKey, once } from './prepared.store.ts';
import { answers, posts } from './table.ts';

type JsonDates = { from: string; to: string }[];

/** Everything that decides about each member's answer to a post, in no order; posts that do not exist are left out. */
export async function readAnswerings(db: Db, keys: readonly AnswerKey[]) {
  const [first, ...others] = keys;
  // A lone key as a row and not as an array: PostgreSQL then plans the statement once instead of each time.
  if (first && others.length === 0) return once(loneReads, db, prepareLoneRead).execute(first);
  const postIds = keys.map((key) => key.postId);
  return once(reads, db, prepareRead).execute({ postIds, memberIds: keys.map((key) => key.memberId) });
}

function prepareLoneRead(db: Db) {
  return readOf(
    db,
    sql`(values (${sql.placeholder('postId')}::bigint, ${sql.placeholder('memberId')}::text))`,
  );
}

function prepareRead(db: Db) {
  return readOf(
    db,
    sql`unnest(${sql.placeholder('postIds')}::bigint[], ${sql.placeholder('memberIds')}::text[])`,
  );
}

// Every part is looked up by key for each answer (limit 1, lateral): a plain join would let the planner read through
// all answers of a post for every one of them.
const memberId = sql`k.member_id`;

function mineOf(db: Db) {
  return db
    .select({
      picks: answers.picks,
      isCorrect: answers.isCorrect,
      isRated: answers.isRated,
      points: answers.points,
      pressId: answers.pressId,
    })
    .from(answers)
    .where(and(eq(answers.postId, sql`k.post_id`), eq(answers.memberId, memberId)))
    .limit(1)
    .as('mine');
}

function memberOf(db: Db) {
  return db
    .select({ zone: members.zone, dayStart: members.dayStart, reminders: members.reminders })
    .from(members)
    .where(eq(members.id, memberId))
    .limit(1)
    .as('member');
}

function streakOf(db: Db) {
  return db
    .select({
      current: streaks.current,
      longest: streaks.longest,
      lastDate: streaks.lastDate,
      freezes: streaks.freezes,
      progress: streaks.progress,
    })
    .from(streaks)
    .where(eq(streaks.memberId, memberId))
    .limit(1)
    .as('streak');
}

/** The member's earlier answers to the same question, anywhere. */
function priorOf(db: Db) {
  return db
    .select({
      lastAt: sql<string | null>`max(${answers.answeredAt})`.as('last_at'),
      nextRound: sql`coalesce(max(${answers.ratedRound}) filter (where ${answers.isRated}) + 1, 0)`
        .mapWith(Number)
        .as('next_round'),
    })
    .from(answers)
    .where(
      and(
        eq(answers.memberId, memberId),
        eq(answers.exam, posts.exam),
        eq(answers.questionId, posts.questionId),
      ),
    )
    .as('prior');
}

const askedPost = {
  id: posts.id,
  kind: posts.kind,
  status: posts.status,
  serverId: posts.serverId,
  channelId: posts.channelId,
  messageId: posts.messageId,
  exam: posts.exam,
  edition: posts.edition,
  questionId: posts.questionId,
  optionOrder: posts.optionOrder,
  closesAt: posts.closesAt,
  roundId: posts.roundId,
  position: posts.position,
} as const;

/** `keys` is a source of rows (post id, member id). */
function readOf(db: Db, keys: SQL) {
  const [mine, member, streak, prior] = [mineOf(db), memberOf(db), streakOf(db), priorOf(db)];
  return db
    .select({
      memberId: sql<string>`${memberId}`,
      post: askedPost,
      serverZone: servers.zone,
      memberZone: member.zone,
      dayStart: member.dayStart,
      reminders: member.reminders,
      streak: {
        current: streak.current,
        longest: streak.longest,
        lastDate: streak.lastDate,
        freezes: streak.freezes,
        progress: streak.progress,
      },
      mine: {
        picks: mine.picks,
        isCorrect: mine.isCorrect,
        isRated: mine.isRated,
        points: mine.points,
        pressId: mine.pressId,
      },
      priorLastAt: prior.lastAt,
      nextRatedRound: prior.nextRound,
      // Only what lies after the last active day can matter: most often nothing.
      pauses: sql<JsonDates>`(select coalesce(json_agg(json_build_object('from', p.from_date, 'to', p.to_date)), '[]')
        from ${pauses} p where p.member_id = ${memberId} and p.to_date >= ${streak.lastDate})`,
      outages: sql<JsonDates>`(select coalesce(json_agg(json_build_object('from', o.from_at, 'to', o.to_at)), '[]')
        from ${outages} o where o.to_at >= ${streak.lastDate}::timestamptz - interval '1 day')`,
    })
    .from(posts)
    .innerJoin(sql`${keys} as k (post_id, member_id)`, sql`k.post_id = ${posts.id}`)
    .leftJoin(servers, eq(servers.id, posts.serverId))
    .leftJoinLateral(member, sql`true`)
    .leftJoinLateral(streak, sql`true`)
    .leftJoinLateral(mine, sql`true`)
    .leftJoinLateral(prior, sql`true`)
    .prepare('read_answerings');
}

export type Answering = Awaited<ReturnType<typeof readAnswerings>>[number];

const loneReads = new WeakMap<Db, ReturnType<typeof prepareLoneRead>>();
const reads = new WeakMap<Db, ReturnType<typeof prepareRead>>();
