// Old answers are deleted and nothing that anybody is shown changes by it, at once or when it is counted anew.
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import { dailyDates, dailySchedules } from '#features/asking/daily/table.ts';
import { sittings } from '#features/asking/exam/table.ts';
import { afterwords, rounds } from '#features/asking/quiz/table.ts';
import { eraseMember, readOwnData } from '#features/desk/privacy/actions.ts';
import { lastSeen } from '#features/desk/privacy/store.ts';
import { regraded, regrades } from '#features/desk/report/table.ts';
import { picksOf } from '#features/desk/report/tickets.store.ts';
import { features, projections } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { purgeServer } from '#features/people/server/purge.store.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import type { Keeper } from '#features/record/keeper.ts';
import { readHistory } from '#features/record/post/history.actions.ts';
import { lastPlaceOf, lastServerOf } from '#features/record/post/place.store.ts';
import { pruneOld } from '#features/record/post/pruning.actions.ts';
import { pruningJob } from '#features/record/post/pruning.jobs.ts';
import { keptSince } from '#features/record/post/pruning.rules.ts';
import type { NewPost } from '#features/record/post/store.ts';
import { answers, keptPlaces, memberQuestions, posts, prunings } from '#features/record/post/table.ts';
import type { Scope } from '#features/record/projection.ts';
import { readBoard } from '#features/standing/leaderboard/actions.ts';
import { rememberPresence } from '#features/standing/leaderboard/presence.ts';
import { keptScores, scores } from '#features/standing/leaderboard/table.ts';
import { estimateBefore, readProgress } from '#features/standing/progress/actions.ts';
import { learnFromAnswers } from '#features/standing/progress/learning.actions.ts';
import { learning } from '#features/standing/progress/table.ts';
import { readCards } from '#features/standing/review/store.ts';
import { readStreak } from '#features/standing/streak/actions.ts';
import { ranking } from '#features/standing/streak/ranking.ts';
import { streakPlaces } from '#features/standing/streak/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';
import { libraryOf, makePack, seededRandom } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const pack = makePack({ perDomain: 12 });
const EXAM = pack.exam.id;
const content = libraryOf(pack);
const questions = [...pack.questions.values()];
const MONTHS = 14;
const NOW = new Date('2027-09-10T04:10:00Z');
const OLD = keptSince(NOW, MONTHS);
const DAY_MS = 86_400_000;
const people = ['ada', 'bob', 'cyd', 'dee'];
const keepers = features.flatMap(({ keeper }) => keeper ?? []);
const personals = features.flatMap(({ personal }) => personal ?? []);
let now = NOW;
let test: TestDatabase;

const deps = () => ({
  db: test.db,
  clock: { now: () => now },
  content,
  projections,
  log: silentLog,
  keepers,
});
const daysBefore = (days: number, from = NOW) => new Date(from.getTime() - days * DAY_MS);
const prune = (changes: { keepers?: readonly Keeper[]; mayGoOn?: () => boolean } = {}) =>
  pruneOld(
    { ...deps(), keepers: changes.keepers ?? keepers },
    { months: MONTHS, ...(changes.mayGoOn && { mayGoOn: changes.mayGoOn }) },
  );

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  const base = { exam: EXAM, edition: 'c02', createdAt: daysBefore(900) };
  await test.db.insert(servers).values([
    { ...base, id: 's1', zone: 'Europe/Berlin' },
    { ...base, id: 's2', zone: 'Asia/Kolkata' },
  ]);
  await test.db.insert(members).values(people.map((id) => ({ id })));
});

/** As if the nights had passed. */
const haveLearned = () =>
  test.db
    .insert(learning)
    .values({ name: 'answers', answeredAt: daysBefore(0.3), postId: 0, pages: 0 })
    .onConflictDoNothing();

let press = 0;

/** A question, answered by some, and over since. */
async function asked(at: Date, by: readonly string[], changes: Partial<NewPost> = {}): Promise<number> {
  const post = await makePost(test.db, {
    createdAt: at,
    channelId: '101',
    messageId: `${press}`,
    ...changes,
  });
  for (const [index, memberId] of by.entries()) {
    press += 1;
    const { serverId } = post;
    const given = { postId: post.id, memberId, serverId, picked: [(press + index) % 4], pressId: `${press}` };
    const outcome = await answerQuestion(deps(), {
      ...given,
      from: null,
      at: new Date(at.getTime() + (index + 1) * 1000),
    });
    expect(outcome.kind).toBe('answered');
  }
  if (post.kind !== 'private')
    await test.db.update(posts).set({ status: 'closed' }).where(eq(posts.id, post.id));
  return post.id;
}

/** Two years of it, in two servers and outside of them. */
async function live(): Promise<void> {
  const random = seededRandom(7);
  for (let days = 720; days > 0; days -= 12) {
    const question = questions[Math.floor(random() * questions.length)];
    const optionOrder = question?.options.map(({ id }) => id) ?? [];
    const of = { questionId: question?.id ?? '', optionOrder };
    const by = people.filter((id) => id !== 'dee' && random() < 0.8);
    const [server, channel] = random() < 0.6 ? ['s1', '101'] : ['s2', '202'];
    const at = daysBefore(days - random());
    await asked(at, by, {
      ...of,
      serverId: server,
      channelId: channel,
      kind: days % 24 === 0 ? 'daily' : 'quiz',
    });
    const alone = { kind: 'private', closesAt: null, askedBy: 'ada' } as const;
    if (days % 36 === 0) await asked(at, ['ada'], { ...of, ...alone, serverId: null, channelId: 'dm' });
  }
  // She was there for some weeks, long ago.
  for (const days of [700, 698, 697, 680]) {
    const question = questions[days % questions.length];
    const optionOrder = question?.options.map(({ id }) => id) ?? [];
    await asked(daysBefore(days), ['dee'], { questionId: question?.id ?? '', optionOrder, channelId: '303' });
  }
  await haveLearned();
}

const presence = () =>
  rememberPresence({
    db: test.db,
    clock: { now: () => now },
    ask: async (_, ids) => new Map(ids.map((id) => [id, id])),
  });

async function boards() {
  const shown: unknown[] = [];
  for (const serverId of ['s1', 's2']) {
    for (const window of ['today', 'week', 'month', 'all'] as const) {
      for (const metric of ['points', 'accuracy', 'streak'] as const) {
        for (const domain of [null, '1']) {
          const input = { serverId, window, metric, domain, memberId: 'ada', memberName: 'Ada', page: 0 };
          const board = await readBoard({ ...deps(), rankings: [ranking], presence: presence() }, input);
          shown.push({ serverId, window, metric, domain, board });
        }
      }
    }
  }
  return shown;
}

async function pagesOf(memberId: string) {
  const who = { memberId, viewerId: memberId, serverId: 's1' };
  return {
    streak: await readStreak(deps(), who),
    progress: await readProgress({ ...deps(), outcomes: null }, who),
    cards: await readCards(test.db, { memberId, exam: EXAM }),
    place: await lastPlaceOf(test.db, memberId),
    server: await lastServerOf(test.db, memberId),
    seen: await test.db
      .select()
      .from(memberQuestions)
      .where(eq(memberQuestions.memberId, memberId))
      .orderBy(sql`1, 2, 3`),
  };
}

/** Whatever anybody is shown of what they did. */
async function everything() {
  return {
    boards: await boards(),
    pages: await Promise.all(people.map(pagesOf)),
    away: await lastSeen(test.db, { after: '', limit: 10 }),
    places: await test.db.select().from(streakPlaces).orderBy(sql`1, 2, 3`),
    scores: await test.db
      .select()
      .from(scores)
      .where(eq(scores.window, 'all'))
      .orderBy(sql`1, 2, 3, 4, 5, 6`),
    picks: await Promise.all(
      questions.map(async ({ id, version }) =>
        (await picksOf(test.db, { exam: EXAM, questionId: id, questionVersion: version })).toSorted((a, b) =>
          `${a.picks}`.localeCompare(`${b.picks}`),
        ),
      ),
    ),
  };
}

const scopes: Scope[] = [
  { kind: 'server', id: 's1' },
  { kind: 'server', id: 's2' },
  ...people.map((id) => ({ kind: 'member', id }) as const),
  { kind: 'everyone', since: '2020-01-01' },
];

async function countAnew(): Promise<number> {
  let changed = 0;
  for (const { rebuild } of projections)
    for (const scope of scopes) changed += await rebuild({ db: test.db, clock: { now: () => now } }, scope);
  return changed;
}

const oldAnswers = () => test.db.$count(answers, lt(answers.answeredAt, OLD));
const youngRows = async () => ({
  answers: await test.db.select().from(answers).where(gte(answers.answeredAt, OLD)).orderBy(sql`1, 2`),
  posts: await test.db.select().from(posts).where(gte(posts.createdAt, OLD)).orderBy(sql`1`),
});

describe('what is older than is kept', () => {
  it('goes, and every board, streak and page says the same: then, and when all of it is counted anew', async () => {
    await live();
    const [before, young] = [await everything(), await youngRows()];
    const old = await oldAnswers();
    expect(old).toBeGreaterThan(50);
    expect(before.pages[3]?.place).toEqual({ serverId: 's1', channelId: '303' });
    const gone = await prune();
    expect(gone.answers).toBe(old);
    expect(await oldAnswers()).toBe(0);
    expect(await test.db.$count(posts, lt(posts.createdAt, OLD))).toBe(0);
    expect(await everything()).toEqual(before);
    expect(await youngRows()).toEqual(young);
    expect(await countAnew()).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('goes night after night: what went before and what goes now count together', async () => {
    await live();
    now = daysBefore(150);
    expect((await prune()).posts).toBeGreaterThan(0);
    now = NOW;
    const before = await everything();
    expect((await prune()).posts).toBeGreaterThan(0);
    expect(await countAnew()).toBe(0);
    expect(await everything()).toEqual(before);
    expect(await prune()).toEqual({ posts: 0, answers: 0 });
  });

  it('counts together with what is answered afterwards', async () => {
    await live();
    await prune();
    await asked(daysBefore(0), people);
    expect(await countAnew()).toBe(0);
  });

  it('stays for ever where nobody set for how long', async () => {
    await asked(daysBefore(900), ['ada']);
    await haveLearned();
    // safe: the job uses nothing else
    const app = { ...deps(), keepMonths: null } as unknown as BotApp;
    await runJob([pruningJob(keepers)], 'prune-answers', { app, now });
    expect(await test.db.$count(posts)).toBe(1);
    await runJob([pruningJob(keepers)], 'prune-answers', { app: { ...app, keepMonths: MONTHS }, now });
    expect(await test.db.$count(posts)).toBe(0);
  });

  it('is missed by nobody who looks back, presses or asks for an estimate of then', async () => {
    const first = await asked(daysBefore(800), ['ada'], { messageId: '1' });
    const last = await asked(daysBefore(20), ['ada'], { messageId: '2' });
    await haveLearned();
    await prune();
    const page = await readHistory(deps(), {
      channelId: '101',
      only: null,
      from: { kind: 'beside', postId: first, way: 'newer' },
    });
    expect(page.questions.map(({ post }) => post.id)).toEqual([last]);
    const again = {
      postId: first,
      memberId: 'ada',
      serverId: 's1',
      from: null,
      picked: [0],
      pressId: 'x',
      at: now,
    };
    expect(await answerQuestion(deps(), again)).toEqual({ kind: 'no-such-question' });
  });
});

describe('an estimate of before an exam', () => {
  it('is not made where what it would rest on is gone', async () => {
    for (const [index, { id, options }] of questions.entries()) {
      await asked(daysBefore(500 - index), ['ada'], {
        questionId: id,
        optionOrder: options.map((option) => option.id),
      });
    }
    await haveLearned();
    const day = daysBefore(450).toISOString().slice(0, 10);
    const estimate = () => estimateBefore(deps(), { memberId: 'ada', exam: EXAM, edition: 'c02', day });
    expect(await estimate()).toMatchObject({ answers: expect.any(Number) });
    // Some go: what is left would still be enough, and would say something else.
    now = daysBefore(69);
    await prune();
    now = NOW;
    expect(await test.db.$count(answers)).toBeGreaterThan(40);
    expect(await estimate()).toBeNull();
  });
});

describe('what is still needed stays, with all its answers', () => {
  const day = daysBefore(600);

  it('a question that was answered since, or is open', async () => {
    await asked(day, ['ada', 'bob']);
    await asked(day, ['ada', 'bob']);
    const [late] = await test.db.select().from(posts).limit(1);
    const press = { postId: late?.id ?? 0, memberId: 'cyd', serverId: 's1', from: null, picked: [0] };
    await answerQuestion(deps(), { ...press, pressId: 'late', at: daysBefore(3) });
    await makePost(test.db, { createdAt: day });
    await haveLearned();
    expect(await prune()).toEqual({ posts: 1, answers: 2 });
    expect(await test.db.$count(answers, eq(answers.postId, late?.id ?? 0))).toBe(3);
  });

  it('a round of which one question is young; an old one goes whole, with all that was said of it', async () => {
    const round = {
      ...{ kind: 'private' as const, serverId: 's1', memberId: 'ada', exam: EXAM, edition: 'c02' },
      ...{ questionIds: ['q-1.1-001'], openMinutes: 0, createdAt: day },
    };
    const made = await test.db
      .insert(rounds)
      .values([round, { ...round, memberId: 'bob' }])
      .returning({ id: rounds.id });
    const [going = 0, staying = 0] = made.map(({ id }) => id);
    const alone = { kind: 'private', closesAt: null } as const;
    for (const position of [1, 2]) {
      await asked(day, ['ada'], { ...alone, roundId: going, position });
      await asked(position === 1 ? day : daysBefore(9), ['bob'], {
        ...alone,
        askedBy: 'bob',
        roundId: staying,
        position,
      });
    }
    const [first] = await test.db.select({ id: posts.id }).from(posts).where(eq(posts.roundId, going));
    const said = { kind: 'reply' as const, serverId: 's1', channelId: '101', createdAt: day, dueAt: day };
    await test.db.insert(afterwords).values({ ...said, postId: first?.id ?? 0 });
    await haveLearned();
    expect(await prune()).toEqual({ posts: 0, answers: 0 });
    await test.db.update(afterwords).set({ settledAt: day });
    expect(await prune()).toEqual({ posts: 2, answers: 2 });
    expect(await test.db.select({ id: rounds.id }).from(rounds)).toEqual([{ id: staying }]);
    expect(await test.db.$count(afterwords)).toBe(0);
  });

  it('the newest question of a schedule, the last that was closed, and one whose recap is to come', async () => {
    const daily = { kind: 'daily' } as const;
    const old = await asked(day, ['ada'], daily);
    const recap = await asked(day, ['ada'], daily);
    const closed = await asked(daysBefore(500), ['ada'], { ...daily, closesAt: daysBefore(499) });
    const newest = await makePost(test.db, { ...daily, createdAt: daysBefore(490), status: 'dropped' });
    const [schedule] = await test.db
      .insert(dailySchedules)
      .values({
        ...{ serverId: 's1', channelId: '101', time: '09:00', zone: 'UTC', weekdays: [1], domains: [] },
        ...{ status: 'paused', nextDate: '2027-09-11', nextAt: NOW, createdBy: 'eve', createdAt: day },
        lastPostId: newest.id,
      })
      .returning({ id: dailySchedules.id });
    const date = {
      scheduleId: schedule?.id ?? 0,
      serverId: 's1',
      outcome: 'posted' as const,
      lateMinutes: 0,
    };
    await test.db.insert(dailyDates).values([
      { ...date, localDate: '2026-01-01', settledAt: day, postId: recap },
      { ...date, localDate: '2026-01-02', settledAt: day, postId: old, recapAt: day },
    ]);
    await haveLearned();
    await prune();
    const left = await test.db.select({ id: posts.id }).from(posts).orderBy(posts.id);
    expect(left.map(({ id }) => id)).toEqual([recap, closed, newest.id]);
  });

  it('what is graded anew, until it can be put back no more', async () => {
    const id = await asked(day, ['ada']);
    const made = {
      ticketId: 1,
      exam: EXAM,
      questionId: 'q-1.1-001',
      questionVersion: 1,
      kind: 'rekeyed' as const,
    };
    const change = { ...made, key: ['b'], state: 'done' as const, startedAt: daysBefore(1.5) };
    const [regrade] = await test.db.insert(regrades).values(change).returning({ id: regrades.id });
    const one = { regradeId: regrade?.id ?? 0, postId: id, memberId: 'ada', points: 2 };
    await test.db.insert(regraded).values(one);
    await haveLearned();
    expect((await prune()).posts).toBe(0);
    await test.db.update(regrades).set({ startedAt: daysBefore(30), state: 'undoing' });
    expect((await prune()).posts).toBe(0);
    await test.db.update(regrades).set({ state: 'undone' });
    expect((await prune()).posts).toBe(1);
    expect(await test.db.$count(regraded)).toBe(0);
  });

  it('what an exam is just handing in', async () => {
    await asked(day, ['ada'], { kind: 'private', closesAt: null });
    await test.db.insert(sittings).values({
      ...{ memberId: 'ada', pressId: 'x', exam: EXAM, edition: 'c02', kind: 'full', extraMinutes: 0 },
      ...{ questionIds: [], questionVersions: [], optionOrders: [], domains: [], scored: [], picks: [] },
      ...{ flags: [], seconds: [], answeredAfter: [], position: 1, startedAt: day, deadlineAt: day },
      submittedAt: day,
    });
    await haveLearned();
    expect((await prune()).posts).toBe(0);
    await test.db.update(sittings).set({ recordedAt: NOW });
    expect((await prune()).posts).toBe(1);
  });

  it('what has still to be learned from, with the history that this takes', async () => {
    await asked(day, ['ada']);
    expect((await prune()).posts).toBe(0);
    await test.db
      .insert(learning)
      .values({ name: 'answers', answeredAt: daysBefore(250), postId: 0, pages: 0 });
    expect((await prune()).posts).toBe(0);
    await learnFromAnswers(deps());
    expect((await prune()).posts).toBe(1);
  });
});

describe('killed or refused in the middle', () => {
  const breaking: Keeper = {
    leave: async () => {
      throw new Error('the line broke');
    },
  };

  it('loses nothing and counts nothing twice', async () => {
    await live();
    const [before, all] = [await everything(), await test.db.$count(answers)];
    await expect(prune({ keepers: [...keepers, breaking] })).rejects.toThrow('stay');
    expect(await test.db.$count(answers)).toBe(all);
    expect(await test.db.$count(keptScores)).toBe(0);
    let parts = 0;
    await prune({ mayGoOn: () => parts++ < 1 });
    await prune();
    expect(await oldAnswers()).toBe(0);
    expect(await countAnew()).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('goes by processes at once, each part by one of them', async () => {
    await live();
    const [before, old] = [await everything(), await oldAnswers()];
    const gone = await Promise.all([prune(), prune(), prune()]);
    const left = await prune();
    expect([...gone, left].reduce((sum, { answers: part }) => sum + part, 0)).toBe(old);
    expect(await countAnew()).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('leaves alone what is answered at that moment', async () => {
    const id = await asked(daysBefore(600), ['ada']);
    await haveLearned();
    const late: Keeper = {
      leave: async () => {
        const press = {
          postId: id,
          memberId: 'bob',
          serverId: 's1',
          from: null,
          picked: [0],
          pressId: 'late',
        };
        await answerQuestion(deps(), { ...press, at: NOW });
      },
    };
    expect(await prune({ keepers: [...keepers, late] })).toEqual({ posts: 0, answers: 0 });
    expect(await test.db.$count(answers)).toBe(2);
    expect(await test.db.$count(keptScores)).toBe(0);
  });

  it('waits for no answers that somebody else holds, and takes no part of their question', async () => {
    const id = await asked(daysBefore(600), ['ada', 'bob']);
    await haveLearned();
    await test.db.transaction(async (tx) => {
      const own = and(eq(answers.postId, id), eq(answers.memberId, 'bob'));
      await tx.select({ id: answers.postId }).from(answers).where(own).for('update');
      expect(await prune()).toEqual({ posts: 0, answers: 0 });
    });
    expect(await prune()).toEqual({ posts: 1, answers: 2 });
  });
});

describe('a member’s and a server’s', () => {
  it('can be seen and deleted, wherever it is kept', async () => {
    await live();
    await prune();
    const own = await readOwnData({ db: test.db, personals }, { memberId: 'dee' });
    expect([own.kept_scores?.length, own.kept_places?.length]).toEqual([expect.any(Number), 1]);
    expect(own.scores?.length).toBeGreaterThan(0);
    await eraseMember({ db: test.db, personals }, { memberId: 'dee' });
    await eraseMember({ db: test.db, personals }, { memberId: 'ada' });
    for (const table of [keptScores, keptPlaces, scores]) {
      const rows = await test.db.select().from(table);
      expect(rows.filter(({ memberId }) => ['ada', 'dee'].includes(memberId))).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    }
    await countAnew();
    expect(await test.db.$count(scores, eq(scores.memberId, 'ada'))).toBe(0);
  });

  it('is deleted also while a part of it is just going', async () => {
    await asked(daysBefore(600), ['ada'], { askedBy: 'bob' });
    await haveLearned();
    let erased: Promise<void> = Promise.resolve();
    const meanwhile: Keeper = {
      leave: async () => {
        erased = eraseMember({ db: test.db, personals }, { memberId: 'ada' });
        await new Promise((resolve) => setTimeout(resolve, 200));
      },
    };
    expect((await prune({ keepers: [...keepers, meanwhile] })).posts).toBe(1);
    await erased;
    expect([await test.db.$count(keptScores), await test.db.$count(keptPlaces)]).toEqual([0, 0]);
    expect(await test.db.$count(scores)).toBe(0);
  });

  it('goes with its server', async () => {
    await live();
    await prune();
    await test.db.update(servers).set({ leftAt: NOW }).where(eq(servers.id, 's1'));
    await purgeServer(test.db, 's1');
    for (const table of [keptScores, keptPlaces]) {
      const rows = await test.db.select({ serverId: table.serverId }).from(table);
      expect(new Set(rows.map(({ serverId }) => serverId))).toEqual(new Set(['s2']));
    }
    expect(await test.db.$count(prunings)).toBe(1);
  });
});
