// Answers through the product's SQL path, next to the same rows by the bare driver in the same run: for each answer one
// statement that reads what decides about it, and one that writes the same rows with the same guards, both prepared and
// on as many connections. The driver decides nothing; what it lacks is the product's batches, which are the product's own.
import { join } from 'node:path';
import postgres from 'postgres';
import type { Library } from '#content/library.ts';
import { loadPacks } from '#content/load.ts';
import { domainOf, type Question } from '#content/pack.ts';
import { connect, type Database } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { openContent, projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { posts } from '#features/record/post/table.ts';
import { silentLog } from '../support/database.ts';
import { countRows, HEADER, type Measured, measureFor, median, row } from './measure.ts';

type BenchSetting = { databaseUrl: string; seconds: number };

const CONNECTIONS = 10;
const ROUNDS = 3;

export async function benchSqlPath({ databaseUrl: url, seconds }: BenchSetting): Promise<string[]> {
  await migrate({ url, log: silentLog });
  const db = connect({ url, log: silentLog, max: CONNECTIONS });
  const packs = await loadPacks(join(import.meta.dirname, '../../content'));
  const content = await openContent({ db, clock: { now: () => new Date() } }, packs);
  const raw = postgres(url, { max: CONNECTIONS, onnotice: () => undefined });
  const lines = [
    'SQL path: one answer = 1 answer, 1 question seen, 1 dated zone, 1 day, 1 streak with its place, 8 board rows; 3 of 4 are wrong: 1 card',
    HEADER,
  ];
  // Every read finds a post, as every answer does.
  await product(db, content, { round: -1, concurrency: 16, seconds: 1 });
  await sameRows(raw, { round: -1, concurrency: 16, seconds: 1 });
  await countRows(url);
  for (const concurrency of [1, 16]) {
    const runs = {
      insert: [] as Measured[],
      same: [] as Measured[],
      both: [] as Measured[],
      product: [] as Measured[],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const setting = { round, concurrency, seconds };
      runs.insert.push(await bareInsert(raw, setting));
      runs.same.push(await sameRows(raw, setting));
      runs.both.push(await sameRows(raw, { ...setting, round: round + ROUNDS, reads: true }));
      runs.product.push(await product(db, content, setting));
    }
    const baseline = median(runs.both);
    lines.push(row(`same rows read and written, bare postgres.js, ${concurrency} at once`, baseline));
    lines.push(
      row(`answerQuestion (select + statement), ${concurrency} at once`, median(runs.product), baseline),
    );
    lines.push(
      row(`for reference: written without reading, ${concurrency} at once`, median(runs.same), baseline),
    );
    lines.push(
      row(`for reference: one row, bare insert, ${concurrency} at once`, median(runs.insert), baseline),
    );
  }
  await Promise.all([db.end(), raw.end()]);
  return lines;
}

type Setting = { round: number; concurrency: number; seconds: number; reads?: boolean };

async function bareInsert(sql: postgres.Sql, { round, concurrency, seconds }: Setting): Promise<Measured> {
  await sql`create table if not exists bench_rows (member_id text, post_id bigint, at timestamptz, primary key (post_id, member_id))`;
  return measureFor(
    seconds,
    concurrency,
    (index) => sql`insert into bench_rows values (${`b${concurrency}-${round}-${index}`}, 1, now())`,
  );
}

/** What decides about one answer, looked up by its keys: of a new member everything but the post is missing. */
function readOne(sql: postgres.Sql, memberId: string) {
  return sql`select p.*, s.zone, s.week_start, m.zone, m.day_start, m.reminders, m.language, m.dated_zone, m.dated_since,
      a.picks, a.is_correct, a.is_rated, a.points, a.press_id, q.seen, q.last_at, q.rated_at, q.rated_round, q.key_seen_at,
      k.current, k.longest, k.last_date, k.freezes, k.progress,
      (select json_agg(z) from pauses z where z.member_id = ${memberId} and z.to_date >= k.last_date) as pauses,
      (select json_agg(o) from outages o where o.to_at >= k.last_date::timestamptz - interval '1 day') as outages
    from (select * from posts order by id limit 1) p
    left join servers s on s.id = p.server_id
    left join members m on m.id = ${memberId}
    left join answers a on a.post_id = p.id and a.member_id = ${memberId}
    left join member_questions q on q.member_id = ${memberId} and q.exam = p.exam and q.question_id = p.question_id
    left join streaks k on k.member_id = ${memberId}`;
}

/** What one answer writes, with the same guards, as the driver alone would: nothing decided. */
async function sameRows(
  sql: postgres.Sql,
  { round, concurrency, seconds, reads = false }: Setting,
): Promise<Measured> {
  const at = new Date();
  const date = at.toISOString().slice(0, 10);
  const domains = ['1', '1', '1', '1', 'all', 'all', 'all', 'all'];
  const kinds = ['all', 'month', 'today', 'week', 'all', 'month', 'today', 'week'];
  const starts = kinds.map(() => date);
  return measureFor(seconds, concurrency, async (index) => {
    const member = `r${concurrency}-${round}-${index}`;
    if (reads) await readOne(sql, member);
    return sql`with answer as (
        insert into answers (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty, picks,
          press_id, is_correct, is_rated, rated_round, points, answered_at, local_date)
        values (${-1}, ${member}, 's', 'x', '1', 'q', 1, 2, ${['a']}, 'p', true, true, 0, 2, ${at}, ${date})
        on conflict do nothing returning member_id
      ), seen as (
        insert into member_questions as m (member_id, exam, question_id, seen, "right", last_at, last_right, rated_at,
          rated_round)
        select member_id, 'x', 'q', 1, 1, ${at}::timestamptz, true, ${at}::timestamptz, 0 from answer
        on conflict (member_id, exam, question_id) do update set seen = m.seen + 1,
          "right" = m."right" + excluded."right", last_at = excluded.last_at, last_right = excluded.last_right,
          rated_at = excluded.rated_at, rated_round = excluded.rated_round
      ), zone as (
        insert into members as m (id, dated_zone, dated_since) select member_id, 'UTC', ${at}::timestamptz from answer
        on conflict (id) do update set dated_zone = excluded.dated_zone, dated_since = excluded.dated_since
      ), day as (
        insert into streak_days (member_id, local_date) select member_id, ${date} from answer on conflict do nothing
      ), streak as (
        insert into streaks as s (member_id, current, longest, last_date, freezes, progress)
        select member_id, 1, 1, ${date}, 0, 1 from answer
        on conflict (member_id) do update set current = excluded.current where s.last_date < excluded.last_date
      ), place as (
        insert into streak_places as s (member_id, server_id, exam, current, last_date)
        select member_id, 's', 'x', 1, ${date} from answer
        on conflict (member_id, server_id, exam) do update set current = excluded.current, last_date = excluded.last_date
        where s.last_date < excluded.last_date
      ), card as (
        insert into review_cards (member_id, exam, kind, card_id, mark, due_at, days, grades, turn)
        select member_id, 'x', 'question', 'q', 'a', ${at}::timestamptz, array[20000], array[1::smallint], 0
        from answer where ${index % 4 > 0} on conflict do nothing
      )
      insert into scores as b (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
      select 's', 'x', n.domain, n.kind, n.starts_on, member_id, 2, 1, 1
      from answer, unnest(${domains}::text[], ${kinds}::text[], ${starts}::date[]) as n (domain, kind, starts_on)
      on conflict (server_id, exam, domain, "window", starts_on, member_id) do update
        set points = b.points + excluded.points, "right" = b."right" + excluded."right", rated = b.rated + 1`;
  });
}

async function product(
  db: Database,
  content: Library,
  { round, concurrency, seconds }: Setting,
): Promise<Measured> {
  const [pack] = content.packs();
  const [question] = [...(pack?.questions.values() ?? [])].filter((each) => each.options.length === 4);
  if (!pack || !question) throw new Error('no question to answer');
  const serverId = `bench-${concurrency}-${round}`;
  const edition = question.editions[0] ?? '';
  const domain = domainOf(pack, edition, question).id;
  const postId = await openPost(db, { serverId, exam: pack.exam.id, edition, domain, question });
  const at = new Date();
  return measureFor(seconds, concurrency, async (index) => {
    const memberId = `p${concurrency}-${round}-${index}`;
    const outcome = await answerQuestion(
      { db, content, projections },
      { postId, memberId, serverId, picked: [index % 4], from: null, pressId: `${memberId}`, at },
    );
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  });
}

type Asked = { serverId: string; exam: string; edition: string; domain: string; question: Question };

async function openPost(db: Database, { serverId, exam, edition, domain, question }: Asked): Promise<number> {
  const now = new Date();
  await db.insert(servers).values({ id: serverId, exam, edition, zone: 'UTC', createdAt: now });
  const [post] = await db
    .insert(posts)
    .values({
      kind: 'quiz',
      status: 'open',
      serverId,
      channelId: 'c',
      homeChannelId: 'c',
      exam,
      edition,
      domain,
      questionId: question.id,
      questionVersion: question.version,
      optionOrder: question.options.map((option) => option.id),
      createdAt: now,
      closesAt: new Date(now.getTime() + 3_600_000),
    })
    .returning({ id: posts.id });
  if (!post) throw new Error('no post');
  return post.id;
}
