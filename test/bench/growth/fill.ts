// Years of a bot's life, written by SQL into the real schema: answers of members of many servers and one large one, and
// everything that follows from answers.
import type { Sql } from 'postgres';

export type Size = { answers: number; servers: number; members: number; large: number };

/** Where the bench itself will be: the large server with its channel, and some of its members who exist on Discord. */
export type Place = { serverId: string; channelId: string; memberIds: readonly string[] };

const ANSWERS_A_POST = 6;
const DAYS = 700;
/** Of all posts, those of the large server: one in twenty. */
const LARGE_SHARE = 20;

/** `questions` are the ids of the bank with their domains. */
export async function fill(
  sql: Sql,
  { size, place }: { size: Size; place: Place },
  questions: readonly { exam: string; edition: string; id: string; domain: string }[],
): Promise<void> {
  // A statement on more rows than memory for sorting would take hours.
  await sql`set work_mem = '512MB'`;
  await sql`set maintenance_work_mem = '1GB'`;
  await sql`set synchronous_commit = off`;
  const indexes = await dropIndexes(sql);
  await writeFacts(sql, { size, place }, questions);
  await writeSummaries(sql);
  await leadBoards(sql, place);
  for (const { indexdef } of indexes) await sql.unsafe(indexdef);
  await sql`vacuum analyze`;
}

/** Of the large tables, all but those that hold a key: they are built afterwards, at once. */
async function dropIndexes(sql: Sql): Promise<{ indexdef: string }[]> {
  const found = await sql<{ indexname: string; indexdef: string }[]>`
    select i.indexname, i.indexdef from pg_indexes i
    left join pg_constraint c on c.conname = i.indexname
    where c.oid is null and i.tablename in ('posts', 'answers', 'scores', 'member_questions', 'review_cards', 'channel_questions')`;
  for (const { indexname } of found) await sql.unsafe(`drop index "${indexname}"`);
  return found.map(({ indexdef }) => ({ indexdef }));
}

async function writeFacts(
  sql: Sql,
  { size, place }: { size: Size; place: Place },
  questions: readonly { exam: string; edition: string; id: string; domain: string }[],
): Promise<void> {
  const [{ exam, edition } = { exam: '', edition: '' }] = questions;
  const posts = Math.ceil(size.answers / ANSWERS_A_POST);
  const perServer = Math.max(1, Math.floor((size.members - size.large) / (size.servers - 1)));
  await sql`create temp table bank as select row_number() over () - 1 as n, * from unnest(
    ${questions.map(({ id }) => id)}::text[], ${questions.map(({ domain }) => domain)}::text[]) as q (id, domain)`;
  await sql`create unique index on bank (n)`;
  await sql`create temp table people as select n, coalesce((${[...place.memberIds]}::text[])[n], 'm' || n) as id
    from generate_series(1, ${size.members}) n`;
  await sql`create unique index on people (n)`;
  await sql`insert into servers (id, exam, edition, zone, created_at)
    select case when s = 0 then ${place.serverId} else 'g' || s end, ${exam}, ${edition}, 'UTC', now() - interval '720 days'
    from generate_series(0, ${size.servers - 1}) s on conflict (id) do update set exam = excluded.exam, edition = excluded.edition`;
  await sql`insert into members (id, dated_zone) select id, 'UTC' from people on conflict do nothing`;
  await sql`insert into posts (kind, status, server_id, channel_id, home_channel_id, message_id, exam, edition, domain,
      question_id, question_version, option_order, created_at, closes_at)
    select 'quiz', 'closed', g.server, g.channel, g.channel, 'msg' || p, ${exam}, ${edition}, b.domain,
      b.id, 1, '{a,b,c,d}', g.at, g.at + interval '30 minutes'
    from generate_series(1, ${posts}) p
    join bank b on b.n = (p * 31) % ${questions.length}
    cross join lateral (select
      case when p % ${LARGE_SHARE} = 0 then ${place.serverId} else 'g' || (1 + p % ${size.servers - 1}) end as server,
      case when p % ${LARGE_SHARE} = 0 then ${place.channelId} else 'c' || (1 + p % ${size.servers - 1}) end as channel,
      now() - ${DAYS} * interval '1 day' * (${posts} - p + 1) / ${posts} as at) g
    order by p`;
  await sql`insert into answers (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty,
      picks, press_id, is_correct, is_rated, rated_round, points, answered_at, seconds, local_date)
    select p.id, m.id, p.server_id, p.exam, p.domain, p.question_id, 1, 2, '{a}', p.id || '-' || k,
      r.is_right, true, (p.id / ${questions.length})::smallint, case when r.is_right then 2 else 0 end,
      p.created_at + k * interval '1 minute', 40, (p.created_at at time zone 'UTC')::date
    from posts p
    cross join generate_series(0, ${ANSWERS_A_POST - 1}) k
    join people m on m.n = case when p.id % ${LARGE_SHARE} = 0
      then 1 + (p.id / ${LARGE_SHARE} * 7 + k * 613) % ${size.large}
      else ${size.large} + 1 + ((1 + p.id % ${size.servers - 1}) + (${size.servers - 1}) * ((p.id / ${size.servers - 1} + k) % ${perServer}))
        % ${size.members - size.large} end
    cross join lateral (select (p.id * 7 + k * 13) % 100 < 62 as is_right) r
    on conflict do nothing`;
}

/** Whom Discord knows lead: of the others it would say that they have left, and a board would ask on. */
async function leadBoards(sql: Sql, { serverId, memberIds }: Place): Promise<void> {
  await sql`update scores set points = points + 100000, "right" = rated
    where server_id = ${serverId} and member_id = any(${[...memberIds]}::text[])`;
  await sql`update streaks set current = 500, last_date = current_date where member_id = any(${[...memberIds]}::text[])`;
}

async function writeSummaries(sql: Sql): Promise<void> {
  await sql`insert into member_questions (member_id, exam, question_id, seen, "right", last_at, last_right, rated_at, rated_round)
    select member_id, exam, question_id, count(*), count(*) filter (where is_correct), max(answered_at), bool_or(is_correct),
      max(answered_at), max(rated_round) from answers group by member_id, exam, question_id`;
  await sql`insert into channel_questions (channel_id, exam, question_id, server_id, times, last_at)
    select home_channel_id, exam, question_id, server_id, count(*), max(created_at) from posts
    group by home_channel_id, exam, question_id, server_id`;
  await sql`insert into streak_days select distinct member_id, local_date from answers`;
  await sql`insert into streaks (member_id, current, longest, last_date, freezes, progress)
    select member_id, 1 + count(*) % 30, 1 + count(*) % 60, max(local_date), 1, 0 from streak_days group by member_id`;
  for (const [window, start] of [
    ['all', `date '1970-01-01'`],
    ['month', `date_trunc('month', a.local_date)::date`],
    ['week', `date_trunc('week', a.local_date)::date`],
    ['today', 'a.local_date'],
  ] as const) {
    const since = window === 'all' ? '' : `where a.local_date > now() - interval '62 days'`;
    await sql.unsafe(`insert into scores (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
      select server_id, exam, d.domain, '${window}', ${start}, member_id, sum(points), count(*) filter (where is_correct), count(*)
      from answers a cross join lateral (values ('all'), (a.domain)) d (domain) ${since}
      group by server_id, exam, d.domain, ${start}, member_id`);
  }
  await sql`insert into review_cards (member_id, exam, kind, card_id, due_at, days, grades, turn)
    select member_id, exam, 'question', question_id, now() - interval '1 day' * (seen % 9), '{20700}', '{1}', 1
    from member_questions where not last_right`;
}
