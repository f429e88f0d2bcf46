// What follows from filled answers: the rows that an answer would have written besides itself, and what else members leave
// behind in the course of time.
import type { TransactionSql } from 'postgres';
import type { Filling } from './fill.ts';

const WINDOWS = [
  ['all', `date '1970-01-01'`, null],
  ['month', `date_trunc('month', a.local_date)::date`, '62 days'],
  ['week', `date_trunc('week', a.local_date)::date`, '21 days'],
  ['today', 'a.local_date', '2 days'],
] as const;

/** As many as boards show on their first pages. */
const LEADERS = 40;

export async function writeSummaries(sql: TransactionSql, { place }: Filling): Promise<void> {
  await writeSeen(sql);
  await writeStreaks(sql);
  await writeScores(sql);
  await writeMeasures(sql);
  await leadBoards(sql, place.serverId, place.memberIds.slice(0, LEADERS));
  await writePlaces(sql);
}

async function writeSeen(sql: TransactionSql): Promise<void> {
  await sql`insert into member_questions (member_id, exam, question_id, seen, "right", last_at, last_right, rated_at, rated_round)
    select member_id, exam, question_id, count(*), count(*) filter (where is_correct), max(answered_at), bool_or(is_correct),
      max(answered_at), max(rated_round) from answers group by member_id, exam, question_id`;
  await sql`insert into review_cards (member_id, exam, kind, card_id, due_at, days, grades, turn)
    select member_id, exam, 'question', question_id, now() - interval '1 day' * (seen % 9), '{20700}', '{1}', 1
    from member_questions where not last_right`;
  await sql`insert into channel_questions (channel_id, exam, question_id, server_id, times, last_at)
    select home_channel_id, exam, question_id, server_id, count(*), max(created_at) from posts
    where kind <> 'private' group by home_channel_id, exam, question_id, server_id`;
}

async function writeStreaks(sql: TransactionSql): Promise<void> {
  await sql`insert into streak_days select distinct member_id, local_date from answers`;
  await sql`insert into streaks (member_id, current, longest, last_date, freezes, progress)
    select member_id, 1 + count(*) % 30, 1 + count(*) % 60, max(local_date), 1, 0 from streak_days group by member_id`;
}

async function writePlaces(sql: TransactionSql): Promise<void> {
  await sql`insert into streak_places (member_id, server_id, exam, current, last_date)
    select s.member_id, s.server_id, s.exam, t.current, t.last_date from scores s join streaks t on t.member_id = s.member_id
    where s.domain = 'all' and s."window" = 'all'`;
}

/** Of windows that have passed only the last are kept. */
async function writeScores(sql: TransactionSql): Promise<void> {
  for (const [window, start, kept] of WINDOWS) {
    const since = kept ? `and a.local_date > now() - interval '${kept}'` : '';
    await sql.unsafe(`insert into scores (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
      select server_id, exam, d.domain, '${window}', ${start}, member_id, sum(points), count(*) filter (where is_correct), count(*)
      from answers a cross join lateral (values ('all'), (a.domain)) d (domain) where is_rated ${since}
      group by server_id, exam, d.domain, ${start}, member_id`);
  }
}

/** A private round a week, an estimate and a mock exam a month of everybody. */
async function writeMeasures(sql: TransactionSql): Promise<void> {
  await sql`create temp table weeks as
    select member_id, exam, edition, week, row_number() over () as n
    from (select distinct member_id, date_trunc('week', local_date) as week from streak_days) w
    cross join (select exam, edition from posts limit 1) e`;
  await sql`insert into rounds (kind, member_id, exam, edition, question_ids, open_minutes, created_at, finished_at)
    select 'private', member_id, exam, edition, '{}', 0, week, week from weeks`;
  await sql`insert into estimates (member_id, exam, edition, day, median, low, high, chance, domains, answers)
    select member_id, exam, edition, week, 700, 600, 800, 400, '[]', 100 from weeks where n % 4 = 0`;
  await sql`insert into sittings (member_id, press_id, exam, edition, kind, extra_minutes, question_ids, question_versions,
      option_orders, domains, scored, picks, flags, seconds, answered_after, position, started_at, deadline_at, submitted_at,
      recorded_at, "right", scored_right)
    select member_id, 'sitting-' || n, exam, edition, 'mini', 0, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 1, week,
      week, week, week, 10, 10 from weeks where n % 4 = 0`;
}

/** Whom Discord knows lead: of the others it would say that they have left, and a board would ask on. */
async function leadBoards(
  sql: TransactionSql,
  serverId: string,
  memberIds: readonly string[],
): Promise<void> {
  await sql`update scores set points = points + 100000, "right" = rated
    where server_id = ${serverId} and member_id = any(${[...memberIds]}::text[])`;
  // With their days: the bot counts streaks anew after it was away, as between two runs of the bench.
  // No key is there yet that would keep out days of their own.
  await sql`insert into streak_days select id, current_date - ago from unnest(${[...memberIds]}::text[]) id, generate_series(0, 499) ago
    except select member_id, local_date from streak_days where member_id = any(${[...memberIds]}::text[])`;
  await sql`update streaks set current = 500, last_date = current_date where member_id = any(${[...memberIds]}::text[])`;
}
