// A server's zone is changed as admins change it; then the job runs as the schedule runs it.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import { chooseWeekStart, chooseZone } from '#features/desk/setup/actions.ts';
import { projections } from '#features/index.ts';
import { recentChanges } from '#features/people/server/store.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { answers } from '#features/record/post/table.ts';
import { takeStale } from '#features/record/stale/actions.ts';
import { jobs } from '#features/record/stale/jobs.ts';
import { stale } from '#features/record/stale/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const pack = makePack();
const content = libraryOf(pack);
const questions = [...pack.questions.keys()];
let test: TestDatabase;
// A Sunday evening in UTC and New York, and Monday already in Tokyo.
let now = new Date(0);

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-22T20:00:00Z');
  await emptyTables(test.db);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: now });
});

const deps = () => ({ db: test.db, clock: { now: () => now }, content, projections, log: silentLog });

const moveTo = (zone: string) =>
  chooseZone({ ...deps(), sections: [] }, { serverId: 's1', memberId: 'admin', typed: zone });

async function rebuild(): Promise<void> {
  // safe: the job uses nothing else
  await runJob(jobs, 'rebuild-stale', { app: deps() as unknown as BotApp, now });
}

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

async function answer(question: string | undefined, memberId = 'ada'): Promise<void> {
  const asked = {
    questionId: question ?? '',
    optionOrder: ['a', 'b', 'c', 'd'],
    createdAt: now,
    closesAt: null,
  };
  const post = await makePost(test.db, asked);
  const press = { postId: post.id, serverId: 's1', memberId, picked: [0], pressId: `p-${question}`, at: now };
  await answerQuestion(deps(), { from: null, ...press });
}

/** "window date rated" of the boards of all domains. */
async function boards(): Promise<string[]> {
  const rows = await test.db.execute<{ board: string }>(sql`
    select "window" || ' ' || starts_on || ' ' || rated as board from scores
    where domain = 'all' and member_id = 'ada' and "window" in ('today', 'week') order by 1`);
  return rows.map(({ board }) => board);
}

/** What an answer writes that had read the zone before it was changed. */
const countAsSunday = () =>
  test.db.execute(sql`insert into scores (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
    values ('s1', ${pack.exam.id}, 'all', 'today', '2026-11-22', 'ada', 1, 1, 1)`);

describe('boards of a server whose zone is changed', () => {
  it('are counted anew in the new zone', async () => {
    await answer(questions[0]);
    expect(await boards()).toEqual(['today 2026-11-22 1', 'week 2026-11-16 1']);
    await moveTo('Asia/Tokyo');
    await answer(questions[1]);
    await rebuild();
    expect(await boards()).toEqual(['today 2026-11-23 2', 'week 2026-11-23 2']);
  });

  it('are counted once more a minute later, for answers underway when the zone was changed', async () => {
    await answer(questions[0]);
    await moveTo('Asia/Tokyo');
    await rebuild();
    await countAsSunday();
    pass(50);
    await rebuild();
    expect(await boards()).toContain('today 2026-11-22 1');
    pass(10);
    await rebuild();
    expect(await boards()).toEqual(['today 2026-11-23 1', 'week 2026-11-23 1']);
    expect(await test.db.$count(stale)).toBe(0);
  });

  it('stay as they are when the zone stays', async () => {
    await moveTo('UTC');
    expect(await test.db.$count(stale)).toBe(0);
  });

  it('are right after the zone was changed twice, also while they were being counted', async () => {
    await answer(questions[0]);
    await moveTo('Asia/Tokyo');
    const [claimed] = await takeStale(deps());
    expect(claimed).toMatchObject({ what: 'leaderboard', scope: 'server:s1' });
    await rebuild();
    expect(await boards()).toContain('today 2026-11-22 1');
    pass(5);
    await moveTo('America/New_York');
    await moveTo('Asia/Kolkata');
    await rebuild();
    expect(await boards()).toEqual(['today 2026-11-23 1', 'week 2026-11-23 1']);
  });

  it('are exact while members go on answering and several processes rebuild', async () => {
    for (const question of questions.slice(0, 5)) await answer(question);
    const later = questions.slice(5).map((question) => answer(question));
    await Promise.all([...later, moveTo('Asia/Tokyo'), rebuild(), rebuild(), rebuild()]);
    await rebuild();
    pass(60);
    await rebuild();
    expect(await boards()).toEqual([
      `today 2026-11-23 ${questions.length}`,
      `week 2026-11-23 ${questions.length}`,
    ]);
    expect(await test.db.$count(stale)).toBe(0);
  });

  it('are tried again after the lease when counting failed, other servers meanwhile', async () => {
    await test.db
      .insert(servers)
      .values({ id: 's0', exam: pack.exam.id, edition: 'c02', zone: 'Nowhere/Land', createdAt: now });
    await test.db.insert(stale).values({ what: 'leaderboard', scope: 'server:s0', since: now });
    await answer(questions[0]);
    await test.db.execute(sql`insert into ${answers} select post_id + 1000, member_id, 's0', exam, domain, question_id,
      question_version, difficulty, picks, press_id, is_correct, is_rated, rated_round + 1, points, answered_at,
      local_date from answers`);
    await moveTo('Asia/Tokyo');
    await expect(rebuild()).rejects.toThrow('1 of 2 failed');
    expect(await boards()).toContain('today 2026-11-23 1');
    await test.db.execute(sql`update servers set zone = 'UTC' where id = 's0'`);
    pass(600);
    await rebuild();
    expect(await test.db.$count(stale)).toBe(0);
  });
});

describe('boards of a server whose weeks are moved', () => {
  const weeksFrom = (day: 1 | 7) => chooseWeekStart(deps(), { serverId: 's1', memberId: 'admin', day });

  it('are counted anew by the new weeks, and answers after it count in them', async () => {
    // A Sunday: the last day of one week, or the first of the next.
    await answer(questions[0]);
    expect(await boards()).toEqual(['today 2026-11-22 1', 'week 2026-11-16 1']);
    expect(await weeksFrom(7)).toEqual({ kind: 'week-changed', day: 7 });
    await answer(questions[1]);
    await rebuild();
    expect(await boards()).toEqual(['today 2026-11-22 2', 'week 2026-11-22 2']);
    expect(await weeksFrom(7)).toEqual({ kind: 'week-kept', day: 7 });
    await weeksFrom(1);
    await rebuild();
    expect(await boards()).toEqual(['today 2026-11-22 2', 'week 2026-11-16 2']);
  });

  it('are logged, for others to see who moved them', async () => {
    await weeksFrom(7);
    const logged = await recentChanges(test.db, { serverId: 's1', limit: 5 });
    expect(logged).toMatchObject([{ memberId: 'admin', setting: 'weekStart', before: '1', after: '7' }]);
  });
});
