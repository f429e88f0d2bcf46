// The two statements of answers: one select for what the rules need, one statement for everything written. Both take
// any number of answers at once, with the same text, so that the server prepares them once.

import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { WindowKind } from '../leaderboard/rules.ts';
import { scores } from '../leaderboard/table.ts';
import { members, pauses } from '../member/table.ts';
import { servers } from '../server/table.ts';
import type { Streak } from '../streak/rules.ts';
import { outages, streakDays, streaks } from '../streak/table.ts';
import { answers, posts } from './table.ts';

type JsonDates = { from: string; to: string }[];

export type AnswerKey = { postId: number; memberId: string };

/** Everything that decides about each member's answer to a post, in no order; posts that do not exist are left out. */
export async function readAnswerings(db: Db, keys: readonly AnswerKey[]) {
  const postIds = keys.map((key) => key.postId);
  return once(reads, db, prepareRead).execute({ postIds, memberIds: keys.map((key) => key.memberId) });
}

function prepareRead(db: Db) {
  const memberId = sql`k.member_id`;
  const prior = sql`from ${answers} a where a.member_id = ${memberId} and a.question_id = ${posts.questionId}`;
  return db
    .select({
      memberId: sql<string>`${memberId}`,
      post: {
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
      },
      serverZone: servers.zone,
      memberZone: members.zone,
      dayStart: members.dayStart,
      reminders: members.reminders,
      streak: {
        current: streaks.current,
        longest: streaks.longest,
        lastDate: streaks.lastDate,
        freezes: streaks.freezes,
        progress: streaks.progress,
      },
      mine: {
        picks: answers.picks,
        isCorrect: answers.isCorrect,
        isRated: answers.isRated,
        points: answers.points,
        pressId: answers.pressId,
      },
      priorLastAt: sql<string | null>`(select max(a.answered_at) ${prior})`,
      priorRated: sql<number>`(select count(*) filter (where a.is_rated) ${prior})`.mapWith(Number),
      // Only what lies after the last active day can matter: most often nothing.
      pauses: sql<JsonDates>`(select coalesce(json_agg(json_build_object('from', p.from_date, 'to', p.to_date)), '[]')
        from ${pauses} p where p.member_id = ${memberId} and p.to_date >= ${streaks.lastDate})`,
      outages: sql<JsonDates>`(select coalesce(json_agg(json_build_object('from', o.from_at, 'to', o.to_at)), '[]')
        from ${outages} o where o.to_at >= ${streaks.lastDate}::timestamptz - interval '1 day')`,
    })
    .from(posts)
    .innerJoin(
      sql`unnest(${sql.placeholder('postIds')}::bigint[], ${sql.placeholder('memberIds')}::text[]) as k (post_id, member_id)`,
      sql`k.post_id = ${posts.id}`,
    )
    .leftJoin(servers, eq(servers.id, posts.serverId))
    .leftJoin(members, eq(members.id, memberId))
    .leftJoin(streaks, eq(streaks.memberId, memberId))
    .leftJoin(answers, and(eq(answers.postId, posts.id), eq(answers.memberId, memberId)))
    .prepare('read_answering');
}

export type Answering = Awaited<ReturnType<typeof readAnswerings>>[number];

type NewAnswer = {
  postId: number;
  memberId: string;
  serverId: string;
  exam: string;
  domain: string;
  questionId: string;
  questionVersion: number;
  difficulty: number;
  picks: string[];
  pressId: string;
  isCorrect: boolean;
  isRated: boolean;
  ratedRound: number;
  points: number;
  answeredAt: Date;
  localDate: string;
};

export type AnswerWrites = {
  answer: NewAnswer;
  /** The streak as it is after this answer; written unless this date is recorded already. */
  day: { isNew: boolean; streak: Streak; remindAt: Date | null };
  /** Boards this answer counts on; empty for practice. */
  boards: { domain: string; window: WindowKind; startsOn: string }[];
};

/**
 * Writes answers with their days, streaks and scores in one statement; no member may occur twice. Returns those that
 * were written: not among them are members who answered the post before, or whose same question is being rated
 * elsewhere. The unique indexes decide.
 */
export async function writeAnswers(db: Db, batch: readonly AnswerWrites[]): Promise<AnswerKey[]> {
  const rows = batch.map(({ answer, day, boards }) => ({
    ...answer,
    ...day.streak,
    isNewDay: day.isNew,
    remindAt: day.remindAt,
    right: answer.isCorrect ? 1 : 0,
    boards,
  }));
  return once(writes, db, prepareWrite).execute({ rows: JSON.stringify(rows) });
}

/** Rows are locked table by table and in key order, so that two batches at once can never wait for each other. */
function prepareWrite(db: Db) {
  const input = db.$with('input', {}).as(sql`
    select * from jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as input ("postId" bigint, "memberId" text,
      "serverId" text, exam text, domain text, "questionId" text, "questionVersion" int, difficulty int, picks text[], "pressId" text,
      "isCorrect" boolean, "isRated" boolean, "ratedRound" int, points int, "answeredAt" timestamptz, "localDate" date,
      current int, longest int, "lastDate" date, freezes int, progress int, "isNewDay" boolean, "remindAt" timestamptz,
      "right" int, boards jsonb)`);
  const answer = db
    .$with('answer', {
      postId: sql`post_id`.mapWith(Number).as('post_id'),
      memberId: sql<string>`member_id`.as('member_id'),
    })
    .as(sql`
    insert into ${answers} (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty,
      picks, press_id, is_correct, is_rated, rated_round, points, answered_at, local_date)
    select "postId", "memberId", "serverId", exam, domain, "questionId", "questionVersion", difficulty,
      picks, "pressId", "isCorrect", "isRated", "ratedRound", points, "answeredAt", "localDate"
    from input order by "postId", "memberId"
    on conflict do nothing
    returning post_id, member_id`);
  const fresh = db.$with('fresh', {}).as(sql`
    select input.* from input join answer on answer.post_id = "postId" and answer.member_id = "memberId"`);
  const day = db.$with('day', {}).as(sql`
    insert into ${streakDays} (member_id, local_date)
    select "memberId", "localDate" from fresh where "isNewDay" order by "memberId"
    on conflict do nothing`);
  const streak = db.$with('streak', {}).as(sql`
    insert into ${streaks} as s (member_id, current, longest, last_date, freezes, progress, remind_at)
    select "memberId", current, longest, "lastDate", freezes, progress, "remindAt"
    from fresh where "isNewDay" order by "memberId"
    on conflict (member_id) do update set current = excluded.current, longest = excluded.longest,
      last_date = excluded.last_date, freezes = excluded.freezes, progress = excluded.progress,
      remind_at = excluded.remind_at, lease_until = null
    where s.last_date < excluded.last_date`);
  const score = db.$with('score', {}).as(sql`
    insert into ${scores} as b (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
    select "serverId", exam, board.domain, board."window", board."startsOn", "memberId", points, "right", 1
    from fresh, jsonb_to_recordset(boards) as board (domain text, "window" text, "startsOn" date)
    order by "serverId", exam, board.domain, board."window", board."startsOn", "memberId"
    on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
      set points = b.points + excluded.points, "right" = b."right" + excluded."right", rated = b.rated + 1`);
  return db
    .with(input, answer, fresh, day, streak, score)
    .select({ postId: answer.postId, memberId: answer.memberId })
    .from(answer)
    .prepare('write_answers');
}

/** Building these statements takes longer than running them, so each is built once for a database. */
function once<T>(made: WeakMap<Db, T>, db: Db, prepare: (db: Db) => T): T {
  const known = made.get(db);
  if (known) return known;
  const statement = prepare(db);
  made.set(db, statement);
  return statement;
}

const reads = new WeakMap<Db, ReturnType<typeof prepareRead>>();
const writes = new WeakMap<Db, ReturnType<typeof prepareWrite>>();
