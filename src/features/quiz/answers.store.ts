// The two statements of an answer: one select for what the rules need, one statement for everything written.

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

/** Everything that decides about one member's answer to one post; null when there is no such post. */
export async function readAnswering(db: Db, key: { postId: number; memberId: string }) {
  const [row] = await once(reads, db, prepareRead).execute(key);
  return row ?? null;
}

function prepareRead(db: Db) {
  const memberId = sql.placeholder('memberId');
  const prior = sql`from ${answers} a where a.member_id = ${memberId} and a.question_id = ${posts.questionId}`;
  return db
    .select({
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
        answeredAt: answers.answeredAt,
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
    .leftJoin(servers, eq(servers.id, posts.serverId))
    .leftJoin(members, eq(members.id, memberId))
    .leftJoin(streaks, eq(streaks.memberId, memberId))
    .leftJoin(answers, and(eq(answers.postId, posts.id), eq(answers.memberId, memberId)))
    .where(eq(posts.id, sql.placeholder('postId')))
    .prepare('read_answering');
}

export type Answering = NonNullable<Awaited<ReturnType<typeof readAnswering>>>;

export type NewAnswer = {
  postId: number;
  memberId: string;
  serverId: string;
  exam: string;
  domain: string;
  questionId: string;
  questionVersion: number;
  difficulty: number;
  picks: string[];
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
 * Writes an answer with its day, streak and scores in one statement. False when nothing was written, because this
 * member answered the post before or the same question is being rated elsewhere: the unique indexes decide.
 */
export async function writeAnswer(db: Db, { answer, day, boards }: AnswerWrites): Promise<boolean> {
  const { streak } = day;
  const rows = await once(writes, db, prepareWrite).execute({
    ...answer,
    answeredAt: answer.answeredAt.toISOString(),
    right: answer.isCorrect ? 1 : 0,
    isNewDay: day.isNew,
    current: streak.current,
    longest: streak.longest,
    lastDate: streak.lastDate,
    freezes: streak.freezes,
    progress: streak.progress,
    remindAt: day.remindAt?.toISOString() ?? null,
    // Arrays, so that the statement's text stays the same however many boards there are.
    boardDomains: boards.map((board) => board.domain),
    boardWindows: boards.map((board) => board.window),
    boardStarts: boards.map((board) => board.startsOn),
  });
  return rows.length > 0;
}

function prepareWrite(db: Db) {
  const value = (name: string) => sql.placeholder(name);
  const answer = db.$with('answer', { memberId: sql<string>`member_id`.as('member_id') }).as(sql`
    insert into ${answers} (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty,
      picks, is_correct, is_rated, rated_round, points, answered_at, local_date)
    values (${value('postId')}, ${value('memberId')}, ${value('serverId')}, ${value('exam')}, ${value('domain')},
      ${value('questionId')}, ${value('questionVersion')}, ${value('difficulty')}, ${value('picks')}::text[],
      ${value('isCorrect')}, ${value('isRated')}, ${value('ratedRound')}, ${value('points')},
      ${value('answeredAt')}::timestamptz, ${value('localDate')}::date)
    on conflict do nothing
    returning member_id`);
  const day = db.$with('day', {}).as(sql`
    insert into ${streakDays} (member_id, local_date)
    select member_id, ${value('localDate')}::date from answer where ${value('isNewDay')}::boolean
    on conflict do nothing`);
  const streak = db.$with('streak', {}).as(sql`
    insert into ${streaks} as s (member_id, current, longest, last_date, freezes, progress, remind_at)
    select member_id, ${value('current')}::int, ${value('longest')}::int, ${value('lastDate')}::date,
      ${value('freezes')}::int, ${value('progress')}::int, ${value('remindAt')}::timestamptz
    from answer where ${value('isNewDay')}::boolean
    on conflict (member_id) do update set current = excluded.current, longest = excluded.longest,
      last_date = excluded.last_date, freezes = excluded.freezes, progress = excluded.progress,
      remind_at = excluded.remind_at, lease_until = null
    where s.last_date < excluded.last_date`);
  const score = db.$with('score', {}).as(sql`
    insert into ${scores} as b (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
    select ${value('serverId')}, ${value('exam')}, board.domain, board.kind, board.starts_on, member_id,
      ${value('points')}::int, ${value('right')}::int, 1
    from answer, unnest(${value('boardDomains')}::text[], ${value('boardWindows')}::text[],
      ${value('boardStarts')}::date[]) as board (domain, kind, starts_on)
    order by board.domain, board.kind
    on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
      set points = b.points + excluded.points, "right" = b."right" + excluded."right", rated = b.rated + 1`);
  return db
    .with(answer, day, streak, score)
    .select({ memberId: answer.memberId })
    .from(answer)
    .prepare('write_answer');
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
