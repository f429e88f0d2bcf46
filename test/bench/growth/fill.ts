// Years of a bot's life, written by SQL into the real schema: what members of many servers and of one large one were asked
// and answered. What follows from it is in summaries.ts.
import type { Sql, TransactionSql } from 'postgres';
import { writeSummaries } from './summaries.ts';

export type Size = { answers: number; servers: number; members: number; large: number };

/**
 * Where the bench itself will be: the large server with its channel, and the members of it who exist on Discord. These have
 * the same past in every size, so that only what others did can make a difference.
 */
export type Place = { serverId: string; channelId: string; memberIds: readonly string[] };

export type BankQuestion = { exam: string; edition: string; id: string; domain: string };
export type Filling = { size: Size; place: Place; questions: readonly BankQuestion[] };

const ANSWERS_A_POST = 6;
/** One post in ten is private, with one answer. */
const PRIVATE_SHARE = 10;
const DAYS = 700;
/** Of all posts, those of the large server: one in twenty. */
const LARGE_SHARE = 20;
/** Of each member who exists on Discord. */
const OWN_ANSWERS = 250;

/** Of the tables that are filled, in one go and without a log: an empty table that rolls back needs none. */
const FILLED = [
  ...['posts', 'answers', 'scores', 'member_questions', 'channel_questions', 'review_cards', 'streaks'],
  ...['streak_days', 'streak_places', 'estimates', 'sittings', 'rounds'],
];

export async function fill(sql: Sql, filling: Filling): Promise<void> {
  await sql.begin(async (tx) => {
    // A statement on more rows than memory for sorting would take hours.
    await tx`set local work_mem = '1GB'`;
    await tx`set local maintenance_work_mem = '2GB'`;
    // Tables that were just made are thought to be empty: one row at a time would be looked up.
    await tx`set local enable_nestloop = off`;
    await tx.unsafe(`truncate ${FILLED.join(', ')} restart identity`);
    const indexes = await dropIndexes(tx);
    await writePeople(tx, filling);
    await writePosts(tx, filling);
    await writeAnswers(tx, filling);
    await writeSummaries(tx, filling);
    for (const building of indexes) await tx.unsafe(building);
  });
  await sql`vacuum analyze`;
}

/** Keys too: they are built afterwards, each in one go. Returns the statements that do so. */
async function dropIndexes(sql: TransactionSql): Promise<string[]> {
  const found = await sql<{ dropping: string; building: string }[]>`
    select case when c.oid is null then format('drop index %I', i.indexname)
        else format('alter table %I drop constraint %I', i.tablename, c.conname) end as dropping,
      case when c.oid is null then i.indexdef
        else format('alter table %I add constraint %I %s', i.tablename, c.conname, pg_get_constraintdef(c.oid)) end as building
    from pg_indexes i left join pg_constraint c on c.conname = i.indexname
    where i.tablename = any(${FILLED})`;
  for (const { dropping } of found) await sql.unsafe(dropping);
  return found.map(({ building }) => building);
}

/** Tables of this connection alone: `bank` and `people` by number, those who exist on Discord first. */
async function writePeople(sql: TransactionSql, { size, place, questions }: Filling): Promise<void> {
  const [{ exam, edition } = { exam: '', edition: '' }] = questions;
  await sql`create temp table bank as select row_number() over () - 1 as n, * from unnest(
    ${questions.map(({ id }) => id)}::text[], ${questions.map(({ domain }) => domain)}::text[]) as q (id, domain)`;
  await sql`create temp table people as select n, coalesce((${[...place.memberIds]}::text[])[n], 'm' || n) as id
    from generate_series(1, ${size.members}) n`;
  await sql`insert into servers (id, exam, edition, zone, created_at)
    select case when s = 0 then ${place.serverId} else 'g' || s end, ${exam}, ${edition}, 'UTC', now() - interval '720 days'
    from generate_series(0, ${size.servers - 1}) s on conflict (id) do update set exam = excluded.exam, edition = excluded.edition`;
  await sql`insert into members (id, dated_zone) select id, 'UTC' from people on conflict do nothing`;
}

/**
 * `asked` says which post is what: its server (0: the large one), and whether it is for those who exist on Discord (`own`).
 * `turn` is what question, right answers and rounds follow from: that of own posts is the same in every size.
 */
async function writePosts(sql: TransactionSql, { size, place, questions }: Filling): Promise<void> {
  const [{ exam, edition } = { exam: '', edition: '' }] = questions;
  const own = Math.ceil((place.memberIds.length * OWN_ANSWERS) / ANSWERS_A_POST);
  const answersAPost = ANSWERS_A_POST - (ANSWERS_A_POST - 1) / PRIVATE_SHARE;
  const posts =
    own + Math.max(0, Math.ceil((size.answers - place.memberIds.length * OWN_ANSWERS) / answersAPost));
  // Those of the members on Discord are spread over all the others.
  const every = Math.floor(posts / own);
  await sql`create temp table asked as
    select p as id, is_own, case when is_own then p / ${every} else p end as turn,
      not is_own and p % ${PRIVATE_SHARE} = 3 as is_private,
      case when is_own or p % ${LARGE_SHARE} = 0 then 0 else 1 + p % ${size.servers - 1} end as server,
      now() - interval '1 day' * (${DAYS} * (${posts} - p + 1)::float8 / ${posts}) as at
    from generate_series(1, ${posts}) p
    cross join lateral (select p % ${every} = 0 and p / ${every} <= ${own} as is_own) o`;
  await sql`analyze asked`;
  await sql`insert into posts (kind, status, server_id, channel_id, home_channel_id, message_id, asked_by, exam, edition, domain,
      question_id, question_version, option_order, created_at, closes_at)
    select case when is_private then 'private' else 'quiz' end, case when is_private then 'open' else 'closed' end,
      g.server, g.channel, g.channel, case when not is_private then 'msg' || a.id end,
      case when is_private then 'm' || (1 + a.id % ${size.members}) end, ${exam}, ${edition}, b.domain,
      b.id, 1, '{a,b,c,d}', a.at, case when not is_private then a.at + interval '30 minutes' end
    from asked a
    join bank b on b.n = (a.turn::bigint * 31) % ${questions.length}
    cross join lateral (select case when a.server = 0 then ${place.serverId} else 'g' || a.server end as server,
      case when a.server = 0 then ${place.channelId} else 'c' || a.server end as channel) g
    order by a.id`;
}

async function writeAnswers(sql: TransactionSql, { size, place, questions }: Filling): Promise<void> {
  const real = place.memberIds.length;
  const others = size.servers - 1;
  const perServer = Math.max(1, Math.floor((size.members - size.large) / others));
  await sql`analyze posts, people`;
  await sql`insert into answers (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty,
      picks, press_id, is_correct, is_rated, rated_round, points, answered_at, seconds, local_date)
    select p.id, m.id, p.server_id, p.exam, p.domain, p.question_id, 1, 2, '{a}', p.id || '-' || k,
      r.is_right, not a.is_private, (a.turn / ${questions.length})::smallint,
      case when r.is_right and not a.is_private then 2 else 0 end,
      p.created_at + k * interval '1 minute', 40, (p.created_at at time zone 'UTC')::date
    from posts p
    join asked a on a.id = p.id
    join generate_series(0, ${ANSWERS_A_POST - 1}) k on k = 0 or not a.is_private
    cross join lateral (select (a.turn * 7 + k * 13) % 100 < 62 as is_right) r
    join people m on m.n = case
      when a.is_own then 1 + (a.turn * ${ANSWERS_A_POST} + k) % ${real}
      when a.server = 0 then ${real} + 1 + (p.id / ${LARGE_SHARE} * 7 + k * 613) % ${size.large - real}
      else ${size.large} + 1 + (a.server - 1 + ${others} * ((p.id / ${others} + k) % ${perServer})) % ${size.members - size.large} end
    order by p.id`;
  await sql`analyze answers`;
}
