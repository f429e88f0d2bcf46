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
export async function readAnswering(db: Db, { postId, memberId }: { postId: number; memberId: string }) {
  const prior = sql`from ${answers} a where a.member_id = ${memberId} and a.question_id = ${posts.questionId}`;
  const [row] = await db
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
    .where(eq(posts.id, postId));
  return row ?? null;
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
  // Arrays keep the statement's text constant, so that the server prepares it once.
  const domains = boards.map((board) => board.domain);
  const windows = boards.map((board) => board.window);
  const starts = boards.map((board) => board.startsOn);
  const right = answer.isCorrect ? 1 : 0;
  const rows = await db.execute(sql`
    with answer as (
      insert into ${answers} (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty,
        picks, is_correct, is_rated, rated_round, points, answered_at, local_date)
      values (${answer.postId}, ${answer.memberId}, ${answer.serverId}, ${answer.exam}, ${answer.domain},
        ${answer.questionId}, ${answer.questionVersion}, ${answer.difficulty}, ${sql.param(answer.picks)}::text[],
        ${answer.isCorrect}, ${answer.isRated}, ${answer.ratedRound}, ${answer.points},
        ${answer.answeredAt.toISOString()}::timestamptz, ${answer.localDate}::date)
      on conflict do nothing
      returning member_id
    ), day as (
      insert into ${streakDays} (member_id, local_date)
      select member_id, ${answer.localDate}::date from answer where ${day.isNew}::boolean
      on conflict do nothing
    ), streak as (
      insert into ${streaks} as s (member_id, current, longest, last_date, freezes, progress, remind_at)
      select member_id, ${streak.current}::int, ${streak.longest}::int, ${streak.lastDate}::date,
        ${streak.freezes}::int, ${streak.progress}::int, ${day.remindAt?.toISOString() ?? null}::timestamptz
      from answer where ${day.isNew}::boolean
      on conflict (member_id) do update set current = excluded.current, longest = excluded.longest,
        last_date = excluded.last_date, freezes = excluded.freezes, progress = excluded.progress,
        remind_at = excluded.remind_at, lease_until = null
      where s.last_date < excluded.last_date
    ), score as (
      insert into ${scores} as b (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
      select ${answer.serverId}, ${answer.exam}, board.domain, board.kind, board.starts_on, member_id,
        ${answer.points}::int, ${right}::int, 1
      from answer, unnest(${sql.param(domains)}::text[], ${sql.param(windows)}::text[], ${sql.param(starts)}::date[])
        as board (domain, kind, starts_on)
      order by board.domain, board.kind
      on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
        set points = b.points + excluded.points, "right" = b."right" + excluded."right", rated = b.rated + 1
    )
    select member_id from answer`);
  return rows.length > 0;
}
