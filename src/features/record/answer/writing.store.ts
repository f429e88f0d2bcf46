// Writing answers: one statement for everything that any number of them changes, built once from the list of
// projections.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members } from '#features/people/member/table.ts';
import { answers, memberQuestions } from '../post/table.ts';
import type { Projection } from '../projection.ts';
import { type AnswerKey, once } from './prepared.ts';

type NewAnswer = {
  postId: number;
  memberId: string;
  serverId: string | null;
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
  seconds: number | null;
  localDate: string;
};

export type AnswerWrites = {
  answer: NewAnswer;
  /** The zone that dates this member from now on; null while it stays the same. */
  datedZone: string | null;
  /** What each projection decided, by its name. */
  rows: Record<string, readonly unknown[]>;
};

/**
 * Writes answers with everything that follows from them in one statement; no member may occur twice. Returns those
 * that were written: not among them are members who answered the post before, or whose same question is being rated
 * elsewhere (the unique indexes decide), nor those for whom a projection was decided on what has changed since.
 */
export async function writeAnswers(
  { db, projections }: { db: Db; projections: readonly Projection[] },
  batch: readonly AnswerWrites[],
): Promise<AnswerKey[]> {
  const rows = batch.map(({ answer, datedZone, rows: decided }) => ({ ...answer, datedZone, rows: decided }));
  return write(db, projections).execute({ rows: JSON.stringify(rows) });
}

const write = once((db, projections) => {
  const input = db.$with('input', {}).as(inputRows());
  const answer = db
    .$with('answer', {
      postId: sql`post_id`.mapWith(Number).as('post_id'),
      memberId: sql<string>`member_id`.as('member_id'),
    })
    .as(insertAnswers());
  const outdated = db.$with('outdated', {}).as(findOutdated(projections));
  const fresh = db.$with('fresh', {}).as(sql`
    select input.* from input join answer on answer.post_id = "postId" and answer.member_id = "memberId"`);
  const core = [rememberQuestions(), rememberZones()];
  // Rows are locked table by table and in key order, so that two batches at once can never wait for each other.
  const parts = [
    ...core,
    ...projections.flatMap((projection) => projection.write(rowsOf(projection, sql`fresh`))),
  ];
  const ctes = parts.map((part, index) => db.$with(`part_${index}`, {}).as(part));
  return db
    .with(input, outdated, answer, fresh, ...ctes)
    .select({ postId: answer.postId, memberId: answer.memberId })
    .from(answer)
    .prepare('write_answers');
});

/** Answers, each with one projection's rows. */
function rowsOf({ name }: Projection, from: SQL): SQL {
  return sql`(select "memberId", "serverId", exam, rows -> ${sql.raw(`'${name}'`)} as rows from ${from}) as fresh`;
}

function findOutdated(projections: readonly Projection[]): SQL {
  const found = projections.flatMap((projection) => {
    const part = projection.outdated?.(rowsOf(projection, sql`input`));
    return part ? [sql`(${part})`] : [];
  });
  return sql.join([sql`(select null::text as "memberId" where false)`, ...found], sql` union all `);
}

function inputRows(): SQL {
  return sql`
    select * from jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as input ("postId" bigint, "memberId" text,
      "serverId" text, exam text, domain text, "questionId" text, "questionVersion" int, difficulty int, picks text[],
      "pressId" text, "isCorrect" boolean, "isRated" boolean, "ratedRound" int, points int, "answeredAt" timestamptz,
      seconds int, "localDate" date, "datedZone" text, rows jsonb)`;
}

function insertAnswers(): SQL {
  return sql`
    insert into ${answers} (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty,
      picks, press_id, is_correct, is_rated, rated_round, points, answered_at, seconds, local_date)
    select "postId", "memberId", "serverId", exam, domain, "questionId", "questionVersion", difficulty,
      picks, "pressId", "isCorrect", "isRated", "ratedRound", points, "answeredAt", seconds, "localDate"
    from input where "memberId" not in (select "memberId" from outdated)
    order by "postId", "memberId"
    on conflict do nothing
    returning post_id, member_id`;
}

/** A mock exam hands its answers in late: one that was given before the last one known says nothing about now. */
function rememberQuestions(): SQL {
  return sql`
    insert into ${memberQuestions} as m (member_id, exam, question_id, seen, "right", last_at, last_right, rated_at,
      rated_round)
    select "memberId", exam, "questionId", 1, "isCorrect"::int, "answeredAt", "isCorrect",
      case when "isRated" then "answeredAt" end, case when "isRated" then "ratedRound" end
    from fresh order by "memberId", exam, "questionId"
    on conflict (member_id, exam, question_id) do update set seen = m.seen + 1, "right" = m."right" + excluded."right",
      last_at = greatest(m.last_at, excluded.last_at),
      last_right = case when m.last_at > excluded.last_at then m.last_right else excluded.last_right end,
      rated_at = coalesce(excluded.rated_at, m.rated_at), rated_round = coalesce(excluded.rated_round, m.rated_round)`;
}

function rememberZones(): SQL {
  return sql`
    insert into ${members} as m (id, dated_zone, dated_since)
    select "memberId", "datedZone", "answeredAt" from fresh where "datedZone" is not null order by "memberId"
    on conflict (id) do update set dated_zone = excluded.dated_zone, dated_since = excluded.dated_since`;
}
