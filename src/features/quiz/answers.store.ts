// Writing answers: one statement for everything that any number of them changes, built once.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { WindowKind } from '../leaderboard/rules.ts';
import { scores } from '../leaderboard/table.ts';
import type { Streak } from '../streak/rules.ts';
import { streakDays, streaks } from '../streak/table.ts';
import { type AnswerKey, once } from './prepared.store.ts';
import { answers } from './table.ts';

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

const writes = new WeakMap<Db, ReturnType<typeof prepareWrite>>();
