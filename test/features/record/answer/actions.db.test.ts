import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { projections } from '#features/index.ts';
import { members, pauses } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { type AnswerGiven, answerQuestion, recordKeySeen } from '#features/record/answer/actions.ts';
import { outages } from '#features/record/outage/table.ts';
import type { NewPost } from '#features/record/post/store.ts';
import { answers, memberQuestions } from '#features/record/post/table.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { streakDays, streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost as insertPost } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const pack = makePack();
const content = libraryOf(pack);
let test: TestDatabase;
let now = NOW;
let press = 0;
const deps = () => ({ db: test.db, content, projections });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  await test.db.insert(servers).values(
    ['s1', 's2', 'gone'].map((id) => ({
      id,
      exam: pack.exam.id,
      edition: 'c02',
      zone: 'UTC',
      createdAt: NOW,
    })),
  );
});

const makePost = (changes: Partial<NewPost> = {}) => insertPost(test.db, { createdAt: NOW, ...changes });

type Pressed = { serverId?: string | null; at?: Date };

async function answer(
  postId: number,
  memberId: string,
  index: number,
  { serverId = 's1', at = now }: Pressed = {},
): Promise<AnswerGiven> {
  const pressId = `${press++}`;
  const outcome = await answerQuestion(deps(), {
    from: null,
    postId,
    memberId,
    serverId,
    picked: [index],
    pressId,
    at,
  });
  if (outcome.kind === 'no-such-question') throw new Error('no such question');
  return outcome;
}

const boards = () =>
  test.db
    .select({
      window: scores.window,
      domain: scores.domain,
      memberId: scores.memberId,
      points: scores.points,
      right: scores.right,
      rated: scores.rated,
    })
    .from(scores)
    .orderBy(scores.memberId, scores.domain, scores.window);

describe('one answer', () => {
  it('writes the answer, the day, the streak and every board in one go', async () => {
    const post = await makePost();
    const outcome = await answer(post.id, 'grace', 1);
    expect(outcome).toMatchObject({
      kind: 'answered',
      points: 2,
      grade: { isCorrect: true },
      rating: { isRated: true },
    });
    expect(outcome.told.streak).toMatchObject({
      isNewDay: true,
      streak: { current: 1, lastDate: '2026-11-23' },
    });
    expect(await boards()).toHaveLength(8);
    expect(new Set((await boards()).map((row) => `${row.points}/${row.right}/${row.rated}`))).toEqual(
      new Set(['2/1/1']),
    );
    expect(await test.db.$count(streakDays)).toBe(1);
    expect(await test.db.$count(answers)).toBe(1);
  });

  it('counts a wrong answer as rated, without points, and it keeps the streak', async () => {
    const outcome = await answer((await makePost()).id, 'grace', 0);
    expect(outcome).toMatchObject({ points: 0, grade: { isCorrect: false }, picks: ['b'] });
    expect(new Set((await boards()).map((row) => `${row.points}/${row.right}/${row.rated}`))).toEqual(
      new Set(['0/0/1']),
    );
    expect(await test.db.$count(streaks)).toBe(1);
  });

  it('counts once: a second press shows the first answer and changes nothing', async () => {
    const post = await makePost();
    await answer(post.id, 'grace', 0);
    const again = await answer(post.id, 'grace', 1);
    expect(again).toMatchObject({ kind: 'already-answered', picks: ['b'], grade: { isCorrect: false } });
    expect(await test.db.$count(answers)).toBe(1);
    expect((await boards()).every((row) => row.rated === 1)).toBe(true);
  });

  it('counts once even when the same member presses twenty times in the same instant', async () => {
    const post = await makePost();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => answer(post.id, 'grace', index % 4)),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'answered')).toHaveLength(1);
    expect(await test.db.$count(answers)).toBe(1);
    expect((await boards()).every((row) => row.rated === 1)).toBe(true);
    expect(new Set(outcomes.map((outcome) => outcome.picks.join()))).toHaveProperty('size', 1);
  });

  it('shows the same feedback to a press that two processes with one token handle', async () => {
    const post = await makePost();
    const same = {
      ...{ postId: post.id, memberId: 'grace', serverId: 's1', picked: [1], pressId: 'the-press', at: now },
    };
    // Two processes: each with its own connections.
    const other = connect({ url: test.url, log: silentLog, max: 1 });
    const handle = (db: TestDatabase['db']) => answerQuestion({ ...deps(), db }, { from: null, ...same });
    const [one, two] = await Promise.all([handle(test.db), handle(other)]);
    await other.end();
    if (one.kind === 'no-such-question' || two.kind === 'no-such-question') throw new Error('not answered');
    expect([one.kind, two.kind]).toEqual(['answered', 'answered']);
    expect([one.points, two.points]).toEqual([2, 2]);
    expect((await boards()).every((row) => row.rated === 1)).toBe(true);
  });

  it('rates the same question once when it stands open in many channels at the same instant', async () => {
    const open = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        makePost({ channelId: `c${index}`, homeChannelId: `c${index}` }),
      ),
    );
    const outcomes = await Promise.all(open.map((post) => answer(post.id, 'grace', 1)));
    expect(outcomes.every((outcome) => outcome.kind === 'answered')).toBe(true);
    expect(outcomes.filter((outcome) => outcome.rating?.isRated)).toHaveLength(1);
    expect((await boards()).every((row) => row.rated === 1 && row.points === 2)).toBe(true);
  });

  it('is rated once when two processes take it for two posts of the same question', async () => {
    const [here, there] = [await makePost(), await makePost({ channelId: 'c2' })];
    const other = connect({ url: test.url, log: silentLog, max: 1 });
    const press = (db: TestDatabase['db'], postId: number) =>
      answerQuestion(
        { ...deps(), db },
        { from: null, postId, memberId: 'grace', serverId: 's1', picked: [1], pressId: `${postId}`, at: now },
      );
    const outcomes = await Promise.all([press(test.db, here.id), press(other, there.id)]);
    await other.end();
    expect(outcomes.map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    expect((await boards()).every((row) => row.rated === 1 && row.points === 2)).toBe(true);
    expect(await test.db.$count(answers)).toBe(2);
  });

  it('is lost on nobody when 200 members answer at once', async () => {
    const post = await makePost();
    const everybody = Array.from({ length: 200 }, (_, index) => `member-${index}`);
    const outcomes = await Promise.all(
      everybody.map((memberId, index) => answer(post.id, memberId, index % 4)),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'answered')).toHaveLength(200);
    expect(await test.db.$count(answers)).toBe(200);
    expect(await test.db.$count(scores)).toBe(1600);
    const [total] = await test.db
      .select({ points: sql<string>`sum(points)` })
      .from(scores)
      .where(eq(scores.window, 'all'));
    expect(Number(total?.points)).toBe(50 * 2 * 2);
  });
});

describe('an answer that cannot be', () => {
  it('fails alone: the other 29 that came with it are written', async () => {
    const post = await makePost();
    // A zone that a newer runtime knew, say.
    await test.db.insert(members).values({ id: 'member-7', zone: 'Mars/Olympus' });
    const everybody = Array.from({ length: 30 }, (_, index) => `member-${index}`);
    const settled = await Promise.allSettled(everybody.map((memberId) => answer(post.id, memberId, 1)));
    const failed = settled.flatMap(({ status }, index) => (status === 'rejected' ? [everybody[index]] : []));
    expect(failed).toEqual(['member-7']);
    expect(await test.db.$count(answers)).toBe(29);
    expect(await test.db.$count(answers, eq(answers.memberId, 'member-7'))).toBe(0);
    expect(await test.db.$count(streaks)).toBe(29);
  });

  const press = { memberId: 'grace', serverId: 's1', picked: [1], pressId: 'p', at: NOW };
  const nothingStored = async () => {
    for (const table of [answers, memberQuestions, scores, streaks, streakDays]) {
      expect(await test.db.$count(table)).toBe(0);
    }
  };

  it.each([
    ['another message', { messageId: 'm2', channelId: 'c1' }],
    ['a message of another channel', { messageId: 'm1', channelId: 'c2' }],
  ])('from %s, whose id came back with a restored database, stores nothing', async (_, from) => {
    const { id: postId } = await makePost({ messageId: 'm1' });
    expect(await answerQuestion(deps(), { ...press, from, postId })).toEqual({ kind: 'no-such-question' });
    await nothingStored();
    const own = { messageId: 'm1', channelId: 'c1' };
    expect(await answerQuestion(deps(), { ...press, from: own, postId })).toMatchObject({ kind: 'answered' });
  });

  it('from another server stores nothing, and says nothing of the question', async () => {
    const { id: postId } = await makePost();
    expect(await answerQuestion(deps(), { from: null, ...press, postId, serverId: 's2' })).toEqual({
      kind: 'no-such-question',
    });
    await nothingStored();
  });

  it.each([{ picked: [4] }, { picked: [1, 5] }, { picked: [1, 1] }, { picked: [] }])(
    'with forged options stores nothing: $picked of four',
    async ({ picked }) => {
      const { id: postId } = await makePost();
      expect(await answerQuestion(deps(), { from: null, ...press, postId, picked })).toEqual({
        kind: 'no-such-question',
      });
      await nothingStored();
    },
  );

  it('to a post that never was stores nothing', async () => {
    expect(await answerQuestion(deps(), { from: null, ...press, postId: 4711 })).toEqual({
      kind: 'no-such-question',
    });
    await nothingStored();
  });
});

describe('what a member remembers of a question', () => {
  const remembered = async () => {
    const [row] = await test.db.select().from(memberQuestions);
    return row;
  };

  it('is written with the answer: how often, how well, when rated and as which', async () => {
    await answer((await makePost()).id, 'grace', 1);
    expect(await remembered()).toMatchObject({
      ...{ memberId: 'grace', questionId: 'q-1.1-001', seen: 1, right: 1, lastAt: NOW, lastRight: true },
      ...{ ratedAt: NOW, ratedRound: 0, keySeenAt: null },
    });
    now = new Date(NOW.getTime() + 86_400_000);
    await answer((await makePost({ kind: 'private', askedBy: 'grace', closesAt: null })).id, 'grace', 0);
    expect(await remembered()).toMatchObject({
      ...{ seen: 2, right: 1, lastAt: now, lastRight: false, ratedAt: NOW, ratedRound: 0 },
    });
  });

  it('makes the next answer practice for 7 days after they saw its key', async () => {
    await recordKeySeen(test, { memberId: 'grace', exam: pack.exam.id, questionId: 'q-1.1-001', at: NOW });
    now = new Date(NOW.getTime() + 6 * 86_400_000);
    expect(await answer((await makePost({ closesAt: null })).id, 'grace', 1)).toMatchObject({
      points: 0,
      rating: { isRated: false, because: 'key-seen' },
    });
    expect((await answer((await makePost({ closesAt: null })).id, 'linus', 1)).rating?.isRated).toBe(true);
  });

  it('does not make a question look answered, of which only the key was seen', async () => {
    await recordKeySeen(test, { memberId: 'grace', exam: pack.exam.id, questionId: 'q-1.1-001', at: NOW });
    expect(await remembered()).toMatchObject({ seen: 0, lastAt: null, ratedAt: null, keySeenAt: NOW });
    const earlier = new Date(NOW.getTime() - 1000);
    await recordKeySeen(test, {
      memberId: 'grace',
      exam: pack.exam.id,
      questionId: 'q-1.1-001',
      at: earlier,
    });
    expect(await remembered()).toMatchObject({ keySeenAt: NOW });
  });

  it('rates no answer twice within 90 days and moves no points by practice, whatever they do', async () => {
    const kinds = ['public', 'private', 'late', 'key-seen'] as const;
    const histories = fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        hours: fc.oneof(fc.integer({ min: 0, max: 2400 }), fc.constantFrom(167, 168, 2159, 2160)),
        index: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 3, maxLength: 15 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const memberId = `m${run++}`;
        now = NOW;
        for (const step of steps) await live(memberId, step);
        const rated = await ratedOf(memberId);
        expect(rated.map(({ ratedRound }) => ratedRound)).toEqual(rated.map((_, index) => index));
        expect(gapsOf(rated).every((gap) => gap >= 90 * 86_400_000)).toBe(true);
        const right = rated.filter(({ isCorrect }) => isCorrect).length;
        const whole = (await boards()).find(
          (row) => row.memberId === memberId && row.window === 'all' && row.domain === 'all',
        );
        const counted = { points: right * 2, right, rated: rated.length };
        expect(whole ?? { points: 0, right: 0, rated: 0 }).toMatchObject(counted);
      }),
      { numRuns: 40 },
    );
  });

  type Step = { kind: 'public' | 'private' | 'late' | 'key-seen'; hours: number; index: number };

  async function live(memberId: string, { kind, hours, index }: Step): Promise<void> {
    now = new Date(now.getTime() + hours * 3_600_000);
    if (kind === 'key-seen') {
      return recordKeySeen(test, { memberId, exam: pack.exam.id, questionId: 'q-1.1-001', at: now });
    }
    const closesAt = kind === 'late' ? now : null;
    const privately = { kind: 'private', askedBy: memberId } as const;
    const post = await makePost({ ...(kind === 'private' ? privately : { kind: 'quiz' }), closesAt });
    await answer(post.id, memberId, index);
  }

  const ratedOf = (memberId: string) =>
    test.db
      .select({ at: answers.answeredAt, ratedRound: answers.ratedRound, isCorrect: answers.isCorrect })
      .from(answers)
      .where(and(eq(answers.memberId, memberId), eq(answers.isRated, true)))
      .orderBy(answers.answeredAt);

  const gapsOf = (rated: readonly { at: Date }[]) =>
    rated.slice(1).map(({ at }, index) => at.getTime() - (rated[index]?.at.getTime() ?? 0));
});

describe('practice', () => {
  it('is what a press after the closing time is', async () => {
    const post = await makePost({ closesAt: NOW });
    expect(await answer(post.id, 'grace', 1)).toMatchObject({
      points: 0,
      rating: { isRated: false, because: 'late' },
    });
    expect(await boards()).toEqual([]);
    expect(await test.db.$count(streakDays)).toBe(1);
  });

  it('is a question answered in the last 90 days, and no longer after them', async () => {
    await answer((await makePost()).id, 'grace', 1);
    now = new Date(NOW.getTime() + 89 * 86_400_000);
    const later = await makePost({ closesAt: null });
    expect((await answer(later.id, 'grace', 1)).rating).toEqual({
      isRated: false,
      because: 'answered-before',
    });
    now = new Date(NOW.getTime() + (89 + 90) * 86_400_000);
    const muchLater = await makePost({ closesAt: null });
    expect((await answer(muchLater.id, 'grace', 1)).rating).toEqual({ isRated: true, ratedRound: 1 });
  });

  it('goes on being rated every 90 days, also after the answers in another server were deleted with it', async () => {
    await answer((await makePost({ serverId: 'gone', closesAt: null })).id, 'grace', 1, { serverId: 'gone' });
    now = new Date(NOW.getTime() + 91 * 86_400_000);
    expect((await answer((await makePost({ closesAt: null })).id, 'grace', 1)).rating).toEqual({
      isRated: true,
      ratedRound: 1,
    });
    await test.db.delete(answers).where(eq(answers.serverId, 'gone'));
    now = new Date(NOW.getTime() + 182 * 86_400_000);
    expect((await answer((await makePost({ closesAt: null })).id, 'grace', 1)).rating).toEqual({
      isRated: true,
      ratedRound: 2,
    });
  });

  it('does not come from a question of another exam that has the same id', async () => {
    await answer((await makePost()).id, 'grace', 1);
    for (const table of [answers, memberQuestions]) await test.db.update(table).set({ exam: 'another-exam' });
    expect((await answer((await makePost()).id, 'grace', 1)).rating).toEqual({
      isRated: true,
      ratedRound: 0,
    });
  });

  it('is nobody else’s to answer, wherever it is pressed', async () => {
    const { id } = await makePost({ kind: 'private', askedBy: 'grace', closesAt: null });
    await expect(answer(id, 'linus', 1)).rejects.toThrow('no such question');
    expect(await answer(id, 'grace', 1, { serverId: null })).toMatchObject({ kind: 'answered' });
  });

  it('outside of servers moves the streak and what is remembered, and no board', async () => {
    const { id } = await makePost({ kind: 'private', askedBy: 'grace', serverId: null, closesAt: null });
    const outcome = await answer(id, 'grace', 1, { serverId: null });
    expect(outcome.told.streak).toMatchObject({ isNewDay: true, streak: { current: 1 } });
    expect(await boards()).toEqual([]);
    expect(await test.db.select({ serverId: answers.serverId }).from(answers)).toEqual([{ serverId: null }]);
    expect(await test.db.$count(memberQuestions)).toBe(1);
  });

  it('outside of servers is dated by the zone that dated its giver last', async () => {
    await test.db.insert(members).values({ id: 'grace', datedZone: 'Pacific/Auckland', datedSince: NOW });
    now = new Date('2026-11-23T20:00:00Z');
    const { id } = await makePost({ kind: 'private', askedBy: 'grace', serverId: null, closesAt: null });
    const outcome = await answer(id, 'grace', 1, { serverId: null });
    expect(outcome.told.streak).toMatchObject({ streak: { lastDate: '2026-11-24' } });
  });

  it('is every private question', async () => {
    const post = await makePost({ kind: 'private', askedBy: 'grace', closesAt: null });
    expect((await answer(post.id, 'grace', 1)).rating).toEqual({ isRated: false, because: 'private' });
  });
});

describe('the day of an answer', () => {
  it('is the member’s own, from the interaction’s timestamp and their day start', async () => {
    await test.db.insert(members).values({ id: 'grace', zone: 'Asia/Kolkata', dayStart: 4 });
    // 22:00 UTC is 03:30 on the 24th in India, where her day begins at four.
    const outcome = await answer((await makePost({ closesAt: null })).id, 'grace', 1, {
      at: new Date('2026-11-23T22:00:00Z'),
    });
    expect(outcome.told.streak).toMatchObject({ streak: { lastDate: '2026-11-23' } });
  });

  it('is the server’s where the member set none', async () => {
    await test.db.update(servers).set({ zone: 'Pacific/Auckland' });
    const outcome = await answer((await makePost({ closesAt: null })).id, 'grace', 1, {
      at: new Date('2026-11-23T12:00:00Z'),
    });
    expect(outcome.told.streak).toMatchObject({ streak: { lastDate: '2026-11-24' } });
  });

  it('begins at their own hour and keeps their wishes, also where they set no zone', async () => {
    await test.db.insert(members).values({ id: 'grace', dayStart: 4, reminders: true, language: 'de' });
    const at = new Date('2026-11-24T03:30:00Z');
    const outcome = await answer((await makePost({ closesAt: null })).id, 'grace', 1, { at });
    expect(outcome).toMatchObject({
      language: 'de',
      told: { streak: { streak: { lastDate: '2026-11-23' } } },
    });
    const [row] = await test.db.select({ remindAt: streaks.remindAt }).from(streaks);
    expect(row?.remindAt).toEqual(new Date('2026-11-25T01:00:00Z'));
  });

  it('goes on over a pause and over a day on which the bot was down', async () => {
    await answer((await makePost()).id, 'grace', 1);
    await test.db.insert(pauses).values({ memberId: 'grace', fromDate: '2026-11-24', toDate: '2026-11-25' });
    await test.db.insert(outages).values({
      fromAt: new Date('2026-11-26T08:00:00Z'),
      toAt: new Date('2026-11-26T15:00:00Z'),
      reason: 'down',
    });
    now = new Date('2026-11-27T10:00:00Z');
    const outcome = await answer(
      (await makePost({ questionId: 'q-1.1-002', closesAt: null })).id,
      'grace',
      1,
    );
    expect(outcome.told.streak).toMatchObject({ broken: null, frozen: [], streak: { current: 2 } });
  });

  it('breaks a streak when a day was missed without a freeze', async () => {
    await answer((await makePost()).id, 'grace', 1);
    now = new Date('2026-11-25T10:00:00Z');
    const outcome = await answer(
      (await makePost({ questionId: 'q-1.1-002', closesAt: null })).id,
      'grace',
      1,
    );
    expect(outcome.told.streak).toMatchObject({ broken: 1, streak: { current: 1 } });
  });

  it('stays dated by one server’s zone for 24 hours, whichever server they answer in', async () => {
    await test.db.update(servers).set({ zone: 'Pacific/Auckland' }).where(eq(servers.id, 's1'));
    await test.db.update(servers).set({ zone: 'America/Los_Angeles' }).where(eq(servers.id, 's2'));
    const answerIn = async (serverId: string, questionId: string) =>
      (await answer((await makePost({ serverId, questionId, closesAt: null })).id, 'grace', 1, { serverId }))
        .told.streak;
    // 10:00 UTC is the 23rd in Auckland, and still the 23rd (02:00) in Los Angeles.
    now = new Date('2026-11-23T12:00:00Z');
    expect(await answerIn('s1', 'q-1.1-001')).toMatchObject({ streak: { lastDate: '2026-11-24' } });
    now = new Date('2026-11-24T11:59:59Z');
    expect(await answerIn('s2', 'q-1.1-002')).toMatchObject({
      isNewDay: true,
      streak: { lastDate: '2026-11-25' },
    });
    now = new Date('2026-11-24T12:00:00Z');
    // From here on Los Angeles counts, where it is the 24th: lived already.
    expect(await answerIn('s2', 'q-1.1-003')).toMatchObject({ isNewDay: false, streak: { current: 2 } });
    const [grace] = await test.db.select().from(members).where(eq(members.id, 'grace'));
    expect(grace).toMatchObject({ datedZone: 'America/Los_Angeles', datedSince: now, zone: null });
  });
});
