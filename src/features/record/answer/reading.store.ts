// What decides about answers that are about to be given: one select for any number of them, built once from the list
// of projections.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, askedColumns, memberQuestions, posts } from '../post/table.ts';
import type { Projection } from '../projection.ts';
import { type AnswerKey, once } from './prepared.ts';

type Deps = { db: Db; projections: readonly Projection[] };

/** Everything that decides about each member's answer to a post, in no order; posts that do not exist are left out. */
export async function readAnswerings({ db, projections }: Deps, keys: readonly AnswerKey[]) {
  const [first, ...others] = keys;
  // Neither way of giving keys tells the planner how many they are: it keeps its plan. With arrays it makes one each time,
  // which takes as long as a small batch itself.
  if (first && others.length === 0) return loneRead(db, projections).execute({ ...first });
  const given = keys.map(({ postId, memberId }) => ({ postId, memberId }));
  return read(db, projections).execute({ keys: JSON.stringify(given) });
}

const loneRead = once((db, projections) =>
  readOf(
    { db, projections },
    sql`(values (${sql.placeholder('postId')}::bigint, ${sql.placeholder('memberId')}::text))`,
  ),
);

const read = once((db, projections) =>
  readOf(
    { db, projections },
    sql`(select "postId", "memberId"
      from jsonb_to_recordset(${sql.placeholder('keys')}::jsonb) as given ("postId" bigint, "memberId" text))`,
  ),
);

// Every part is looked up by key for each answer (limit 1, lateral): a plain join would let the planner read through
// all posts, or all answers of a post.
const memberId = sql`k.member_id`;

function postOf(db: Db) {
  return db.select(askedColumns).from(posts).where(eq(posts.id, sql`k.post_id`)).limit(1).as('post');
}

type AskedPost = ReturnType<typeof postOf>;

function serverOf(db: Db, post: AskedPost) {
  return db
    .select({ zone: servers.zone, weekStart: servers.weekStart })
    .from(servers)
    .where(eq(servers.id, post.serverId))
    .limit(1)
    .as('server');
}

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
    .select({
      id: members.id,
      zone: members.zone,
      dayStart: members.dayStart,
      reminders: members.reminders,
      language: members.language,
      datedZone: members.datedZone,
      datedSince: members.datedSince,
    })
    .from(members)
    .where(eq(members.id, memberId))
    .limit(1)
    .as('member');
}

function memoryOf(db: Db, post: AskedPost) {
  return db
    .select({
      seen: memberQuestions.seen,
      lastAt: memberQuestions.lastAt,
      ratedAt: memberQuestions.ratedAt,
      ratedRound: memberQuestions.ratedRound,
      keySeenAt: memberQuestions.keySeenAt,
    })
    .from(memberQuestions)
    .where(
      and(
        eq(memberQuestions.memberId, memberId),
        eq(memberQuestions.exam, post.exam),
        eq(memberQuestions.questionId, post.questionId),
      ),
    )
    .limit(1)
    .as('memory');
}

type Part = { _: { selectedFields: Record<string, unknown> } };

/** All that a part selects, as an object of the whole. */
function columnsOf<P extends Part>(part: P): Pick<P, keyof P & keyof P['_']['selectedFields']> {
  const names = Object.keys(part._.selectedFields) as (keyof P)[];
  // safe: a part has its columns under these names
  return Object.fromEntries(names.map((name) => [name, part[name]])) as never;
}

/** `keys` is a source of rows (post id, member id). */
function readOf({ db, projections }: Deps, keys: SQL) {
  const post = postOf(db);
  const [server, mine, member] = [serverOf(db, post), mineOf(db), memberOf(db)];
  const memory = memoryOf(db, post);
  return db
    .select({
      memberId: sql<string>`${memberId}`,
      post: columnsOf(post),
      serverZone: server.zone,
      weekStart: server.weekStart,
      // drizzle takes a joined object for missing when its first column is null: that one is never null in a row.
      ...{ member: columnsOf(member), mine: columnsOf(mine), memory: columnsOf(memory) },
      facts: sql<unknown[]>`json_build_array(${sql.join(projections.map(factsOf), sql`, `)})`,
    })
    .from(sql`${keys} as k (post_id, member_id)`)
    .innerJoinLateral(post, sql`true`)
    .leftJoinLateral(server, sql`true`)
    .leftJoinLateral(member, sql`true`)
    .leftJoinLateral(mine, sql`true`)
    .leftJoinLateral(memory, sql`true`)
    .prepare('read_answerings');
}

function factsOf(projection: Projection): SQL {
  return projection.read ? sql`(${projection.read(memberId)})` : sql`null`;
}

export type Answering = Awaited<ReturnType<typeof readAnswerings>>[number];
