// Plans on the database: what is done comes from who keeps it, a moved date keeps it, weekly messages are claimed once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertRealResult } from '#features/asking/exam/results.store.ts';
import { beginPlan, makePlan, readPlan, tickTask } from '#features/asking/plan/actions.ts';
import {
  digestFailed,
  digestRefused,
  digestSettled,
  takeDigests,
  wishDigest,
} from '#features/asking/plan/digest.actions.ts';
import { personal } from '#features/asking/plan/personal.ts';
import { studyPlans, studyTasks } from '#features/asking/plan/table.ts';
import { features } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, memberQuestions } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { makePlans } from '../../../support/plans.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const pack = { ...makePack({ perDomain: 12 }), plan: makePlans() };
let test: TestDatabase;
let now = new Date(0);
const doings = features.flatMap(({ doing }) => doing ?? []);
const deps = () => ({ db: test.db, content: libraryOf(pack), clock: { now: () => now }, doings });
const ada = { memberId: 'ada', serverId: 's1' };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  // A Monday.
  now = new Date('2026-12-07T12:00:00Z');
  await emptyTables(test.db);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c03', zone: 'UTC', createdAt: now });
});

const make = (examDate: string | null, hours: number | null = null) =>
  makePlan(deps(), { ...ada, examDate, hours });

async function seen() {
  const outcome = await readPlan(deps(), ada);
  if (outcome.kind !== 'plan') throw new Error(`no plan, but ${outcome.kind}`);
  return outcome.seen;
}

/** An answer as the record keeps it; `pressId` tells whose it is. */
async function answer(questionId: string, pressId: string): Promise<void> {
  const post = await makePost(test.db, { createdAt: now, questionId });
  const question = { exam: pack.exam.id, questionId };
  await test.db.insert(answers).values({
    ...{ postId: post.id, memberId: 'ada', serverId: 's1', domain: '1', questionVersion: 1, difficulty: 2 },
    ...question,
    ...{ picks: ['a'], pressId, isCorrect: true, isRated: false, ratedRound: 0, points: 0 },
    ...{ answeredAt: now, localDate: now.toISOString().slice(0, 10) },
  });
  await test.db
    .insert(memberQuestions)
    .values({ memberId: 'ada', ...question, seen: 1, right: 1, lastAt: now });
}

describe('a plan', () => {
  it('is none at first, then the pack’s from today, and beginning it twice is beginning it once', async () => {
    expect(await readPlan(deps(), ada)).toMatchObject({ kind: 'none' });
    expect(await make(null, 5)).toMatchObject({ kind: 'none' });
    await Promise.all([
      beginPlan(deps(), { ...ada, planId: 'short' }),
      beginPlan(deps(), { ...ada, planId: 'short' }),
    ]);
    expect(await seen()).toMatchObject({ index: 0, plan: { examDate: '2027-01-04', hours: null } });
    expect(await test.db.$count(studyPlans)).toBe(1);
  });

  it('counts answers of its own time by presses; those that a mock exam handed in count as the exam', async () => {
    await answer('q-1.1-001', '1');
    now = new Date('2026-12-07T13:00:00Z');
    await make('2027-01-04');
    await answer('q-1.1-002', '2');
    await answer('q-1.1-003', 'exam-1-1');
    expect(await seen()).toMatchObject({ questions: 1, reviews: 0 });
  });

  it('keeps what was done when its date or its hours move; another date is another appointment', async () => {
    await make('2027-01-04');
    await tickTask(deps(), { ...ada, task: 'first-function', isDone: true });
    await test.db.update(studyPlans).set({ isBooked: true });
    now = new Date('2026-12-08T12:00:00Z');
    await make(null, 3);
    expect(await seen()).toMatchObject({ hours: 3, plan: { startedOn: '2026-12-07', isBooked: true } });
    await make('2027-02-01');
    expect((await seen()).plan).toMatchObject({ startedOn: '2026-12-07', isBooked: false, hours: null });
    expect((await seen()).tasksDone.has('first-function')).toBe(true);
    await tickTask(deps(), { ...ada, task: 'first-function', isDone: false });
    expect((await seen()).tasksDone.size).toBe(0);
  });

  it('keeps no task that is in none of the pack’s plans', async () => {
    await make('2027-01-04');
    await tickTask(deps(), { ...ada, task: 'anything', isDone: true });
    expect(await test.db.$count(studyTasks)).toBe(0);
  });

  it('begins anew after its exam, and is then another one', async () => {
    await make('2026-12-14');
    now = new Date('2026-12-14T12:00:00Z');
    expect(await readPlan(deps(), ada)).toMatchObject({ kind: 'over', isToday: true });
    now = new Date('2026-12-15T12:00:00Z');
    expect(await readPlan(deps(), ada)).toMatchObject({ kind: 'over', isToday: false });
    await make('2027-01-12');
    expect((await seen()).plan).toMatchObject({ startedOn: '2026-12-15' });
  });

  it('lives by the member’s own clock', async () => {
    await test.db.insert(members).values({ id: 'ada', zone: 'Asia/Tokyo' });
    now = new Date('2026-12-07T20:00:00Z');
    expect(await make('2026-12-08')).toMatchObject({ kind: 'past' });
    expect(await make('2026-12-09')).toMatchObject({ kind: 'plan', seen: { today: '2026-12-08' } });
  });

  it('goes with its member', async () => {
    await make('2027-01-04');
    await tickTask(deps(), { ...ada, task: 'first-function', isDone: true });
    await test.db.transaction((tx) => personal.erase(tx, 'ada'));
    expect(await personal.read(test.db, 'ada')).toEqual({ study_plans: [], study_tasks: [] });
  });
});

describe('weekly messages', () => {
  beforeEach(async () => {
    await make('2027-01-04');
    expect(await wishDigest(deps(), { ...ada, wants: true })).toBe(true);
    now = new Date('2026-12-14T09:00:00Z');
  });
  const taken = async () => (await takeDigests(deps())).planned;

  it('are claimed by one of several processes, and each week comes once', async () => {
    const [first, second] = await Promise.all([taken(), taken()]);
    const claimed = [...first, ...second];
    expect(claimed).toHaveLength(1);
    expect(claimed[0]?.message).toMatchObject({ kind: 'week', seen: { index: 1 } });
    for (const one of claimed) await digestSettled(deps(), one);
    expect(await taken()).toEqual([]);
    now = new Date('2026-12-21T09:00:00Z');
    expect(await taken()).toHaveLength(1);
  });

  it('that were claimed by a killed process are taken again', async () => {
    await taken();
    now = new Date('2026-12-14T09:02:01Z');
    expect(await taken()).toHaveLength(1);
  });

  it('that failed wait a quarter of an hour; a week that is half over is skipped', async () => {
    for (const one of await taken()) await digestFailed(deps(), one);
    now = new Date('2026-12-14T09:14:00Z');
    expect(await taken()).toEqual([]);
    now = new Date('2026-12-15T10:00:00Z');
    expect(await taken()).toMatchObject([{ message: null }]);
  });

  it('that Discord refuses are turned off until they are wished for again', async () => {
    for (const one of await taken()) await digestRefused(deps(), one);
    expect((await seen()).plan).toMatchObject({ digestAt: null, digestRefused: true });
    await wishDigest(deps(), { ...ada, wants: true });
    expect((await seen()).plan).toMatchObject({
      digestAt: new Date('2026-12-21T09:00:00Z'),
      digestRefused: false,
    });
  });

  it('come when the weeks begin that a new date makes', async () => {
    await make('2027-01-06');
    expect((await seen()).plan.digestAt).toEqual(new Date('2026-12-16T09:00:00Z'));
    expect(await taken()).toEqual([]);
    now = new Date('2026-12-16T09:00:00Z');
    expect(await taken()).toMatchObject([{ message: { seen: { index: 1 } } }]);
  });

  it('stay unwished for when the date moves', async () => {
    await wishDigest(deps(), { ...ada, wants: false });
    await make('2027-01-06');
    expect((await seen()).plan.digestAt).toBeNull();
  });

  it('end with the morning after the exam, which asks once how it went', async () => {
    now = new Date('2026-12-28T10:00:00Z');
    expect(await wishDigest(deps(), { ...ada, wants: true })).toBe(true);
    now = new Date('2027-01-05T09:00:00Z');
    const asked = await taken();
    expect(asked).toMatchObject([{ message: { kind: 'result', examDate: '2027-01-04' }, nextAt: null }]);
    for (const one of asked) await digestSettled(deps(), one);
    now = new Date('2027-01-12T09:00:00Z');
    expect(await taken()).toEqual([]);
  });

  it('ask nobody who has told already', async () => {
    const told = { exam: pack.exam.id, edition: 'c03', satOn: '2027-01-04', isPassed: true, score: 760 };
    await insertRealResult(test.db, { ...told, memberId: 'ada', toldAt: now, estimate: null });
    now = new Date('2026-12-28T10:00:00Z');
    await wishDigest(deps(), { ...ada, wants: true });
    now = new Date('2027-01-05T09:00:00Z');
    expect(await taken()).toMatchObject([{ message: null, nextAt: null }]);
  });
});
