// A database of the first release, with rows that its own bot made, comes to this release with nothing lost.
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibrary } from '#content/library.ts';
import { loadPacks } from '#content/load.ts';
import { migrate } from '#db/migrate.ts';
import { projections } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { findQuestion } from '#features/record/post/question.ts';
import { readPost } from '#features/record/post/store.ts';
import { answers, channelQuestions, memberQuestions, posts } from '#features/record/post/table.ts';
import { openContent } from '#features/record/question/index.ts';
import { stale } from '#features/record/stale/table.ts';
import { rebuildScores } from '#features/standing/leaderboard/rebuild.actions.ts';
import { rebuildStreaks } from '#features/standing/streak/rebuild.actions.ts';
import { streakPlaces, streaks } from '#features/standing/streak/table.ts';
import { silentLog, type TestDatabase } from '../support/database.ts';
import { countRows, createFirstRelease } from '../support/first-release.ts';

const root = join(import.meta.dirname, '../..');
let test: TestDatabase;
let before: Record<string, number> = {};

beforeAll(async () => {
  test = await createFirstRelease();
  before = await countRows(test.db);
  await migrate({ url: test.url, log: silentLog });
});
afterAll(() => test.drop());

describe('a database of the first release', () => {
  it('had rows of everything it could have', () => {
    expect(before.answers).toBeGreaterThan(40);
    expect(Object.keys(before).length).toBeGreaterThan(12);
    expect(before.stale_boards).toBe(1);
  });

  it('keeps every row', async () => {
    const { stale_boards: waiting, ...kept } = before;
    const after = await countRows(test.db);
    expect(after).toMatchObject({ ...kept, stale: waiting });
  });

  it('has every streak on the boards of the servers where the member has a rated answer', async () => {
    const places = await test.db.execute<{ expected: number; right: number }>(sql`
      select count(distinct (a.member_id, a.server_id, a.exam))::int as expected,
        count(distinct (p.member_id, p.server_id, p.exam))::int as "right"
      from ${answers} a join ${streaks} s on s.member_id = a.member_id
      left join ${streakPlaces} p on p.member_id = a.member_id and p.server_id = a.server_id and p.exam = a.exam
        and p.current = s.current and p.last_date = s.last_date
      where a.is_rated`);
    expect(places[0]?.right).toBe(places[0]?.expected);
    expect(places[0]?.expected).toBeGreaterThan(0);
  });

  it('remembers what members have seen, as a recount of their answers says', async () => {
    const recount = await test.db.execute<{
      key: string;
      seen: number;
      right: number;
      round: number | null;
    }>(sql`
      select member_id || ' ' || question_id as key, count(*)::int as seen,
        (count(*) filter (where is_correct))::int as "right",
        (max(rated_round) filter (where is_rated))::int as round
      from ${answers} group by member_id, exam, question_id order by 1`);
    const remembered = await test.db
      .select({
        key: sql<string>`${memberQuestions.memberId} || ' ' || ${memberQuestions.questionId}`,
        seen: memberQuestions.seen,
        right: memberQuestions.right,
        round: memberQuestions.ratedRound,
      })
      .from(memberQuestions)
      .orderBy(sql`1`);
    expect(remembered).toEqual([...recount]);
  });

  it('remembers what channels were asked, private questions and tests left out', async () => {
    const asked = await test.db.select().from(channelQuestions);
    const open = await test.db
      .selectDistinct({ channelId: posts.homeChannelId, questionId: posts.questionId })
      .from(posts)
      .where(sql`${posts.kind} not in ('private', 'test')`);
    expect(asked.map(({ channelId, questionId }) => `${channelId} ${questionId}`).toSorted()).toEqual(
      open.map(({ channelId, questionId }) => `${channelId} ${questionId}`).toSorted(),
    );
  });

  it('dates members by their own zone, or by the server of their last answer', async () => {
    const zones = await test.db.select({ own: members.zone, dated: members.datedZone }).from(members);
    expect(zones.length).toBeGreaterThan(2);
    expect(zones.map(({ own, dated }) => dated === (own ?? 'America/New_York'))).not.toContain(false);
  });

  it('names no member in what only looks like a channel', async () => {
    const homes = await test.db.select({ home: posts.homeChannelId }).from(posts);
    expect(homes.filter(({ home }) => home.startsWith('private'))).toEqual([]);
  });

  it('goes on counting boards that waited for it', async () => {
    const waiting = await test.db.select({ what: stale.what, scope: stale.scope }).from(stale);
    expect(waiting).toEqual([{ what: 'leaderboard', scope: expect.stringMatching(/^server:\d+$/) }]);
    const serverId = waiting[0]?.scope.slice('server:'.length) ?? '';
    await rebuildScores({ db: test.db, clock: { now: () => new Date() } }, { serverId });
    expect(await rebuildScores({ db: test.db, clock: { now: () => new Date() } }, { serverId })).toEqual({
      changed: 0,
    });
  });

  it('has the streaks that its days make', async () => {
    expect(await rebuildStreaks({ db: test.db })).toBe(0);
  });

  it('still knows every question that is open, in the version that was asked', async () => {
    const packs = await loadPacks(join(root, 'content'));
    const content = await openContent({ db: test.db, clock: { now: () => new Date() } }, packs);
    const open = await test.db
      .select({ id: posts.id, version: posts.questionVersion })
      .from(posts)
      .where(sql`${posts.status} in ('open', 'closed')`);
    expect(open.length).toBeGreaterThan(20);
    for (const { id, version } of open) {
      const post = await readPost(test.db, id);
      const found = post && (await findQuestion(content, post));
      expect(found?.question.version, `question of post ${id}`).toBe(version);
    }
  });

  it('tells a member who answered before the update what their first answer was', async () => {
    const content = createLibrary(await loadPacks(join(root, 'content')), async () => null);
    const [answered] = await test.db.select().from(answers).limit(1);
    if (!answered) throw new Error('no answer');
    const { postId, memberId, serverId } = answered;
    const again = await answerQuestion(
      { db: test.db, content: await known(content), projections },
      { postId, memberId, serverId, picked: [0], from: null, pressId: 'another', at: new Date() },
    );
    expect(again).toMatchObject({ kind: 'already-answered', picks: answered.picks });
  });
});

/** A library with the versions that the database keeps. */
async function known(fallback: ReturnType<typeof createLibrary>) {
  const packs = new Map(fallback.packs().map((pack) => [pack.exam.id, pack]));
  return openContent({ db: test.db, clock: { now: () => new Date() } }, packs);
}
