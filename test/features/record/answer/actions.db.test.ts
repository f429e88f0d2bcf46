import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { type Answered, answerQuestion } from '#features/asking/quiz/answering.actions.ts';
import { askAnother, askInChannel, startPrivateRound } from '#features/asking/quiz/asking.actions.ts';
import { closeEarly, readReveal } from '#features/asking/quiz/posting.actions.ts';
import { insertPost, type Post } from '#features/asking/quiz/posts.store.ts';
import { nextPrivateQuestion } from '#features/asking/quiz/private.actions.ts';
import { cooldowns, rounds } from '#features/asking/quiz/table.ts';
import { members, pauses } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { outages, streakDays, streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { makePack, packsOf, seededRandom } from '../../../support/pack.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const pack = makePack();
let test: TestDatabase;
let now = NOW;
let press = 0;
const deps = () => ({
  db: test.db,
  content: packsOf(pack),
  clock: { now: () => now },
  random: seededRandom(3),
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  const tables = [
    answers,
    posts,
    rounds,
    cooldowns,
    scores,
    streaks,
    streakDays,
    members,
    pauses,
    outages,
    servers,
  ];
  for (const table of tables) await test.db.delete(table);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: NOW });
});

async function makePost(changes: Partial<Parameters<typeof insertPost>[1]> = {}): Promise<Post> {
  const post = await insertPost(test.db, {
    kind: 'quiz',
    status: 'open',
    serverId: 's1',
    channelId: 'c1',
    homeChannelId: 'c1',
    askedBy: 'ada',
    exam: pack.exam.id,
    edition: 'c02',
    questionId: 'q-1.1-001',
    questionVersion: 1,
    // The key is option a, shown as B.
    optionOrder: ['b', 'a', 'c', 'd'],
    createdAt: NOW,
    closesAt: new Date(NOW.getTime() + 3_600_000),
    ...changes,
  });
  if (!post) throw new Error('no post was made');
  return post;
}

async function answer(postId: number, memberId: string, index: number, at = now): Promise<Answered> {
  const outcome = await answerQuestion(deps(), {
    postId,
    memberId,
    picked: [index],
    pressId: `${press++}`,
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
    expect(outcome.day).toMatchObject({ isNewDay: true, streak: { current: 1, lastDate: '2026-11-23' } });
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
    const same = { postId: post.id, memberId: 'grace', picked: [1], pressId: 'the-press', at: now };
    // Two processes: each with its own connections.
    const other = connect({ url: test.url, log: silentLog, max: 1 });
    const handle = (db: TestDatabase['db']) => answerQuestion({ ...deps(), db }, same);
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
    await answer((await makePost({ serverId: 'gone', closesAt: null })).id, 'grace', 1);
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
    await test.db.update(answers).set({ exam: 'another-exam' });
    expect((await answer((await makePost()).id, 'grace', 1)).rating).toEqual({
      isRated: true,
      ratedRound: 0,
    });
  });

  it('is every private question', async () => {
    const post = await makePost({ kind: 'private', closesAt: null });
    expect((await answer(post.id, 'grace', 1)).rating).toEqual({ isRated: false, because: 'private' });
  });
});

describe('the day of an answer', () => {
  it('is the member’s own, from the interaction’s timestamp and their day start', async () => {
    await test.db.insert(members).values({ id: 'grace', zone: 'Asia/Kolkata', dayStart: 4 });
    // 22:00 UTC is 03:30 on the 24th in India, where her day begins at four.
    const outcome = await answer(
      (await makePost({ closesAt: null })).id,
      'grace',
      1,
      new Date('2026-11-23T22:00:00Z'),
    );
    expect(outcome.day?.streak.lastDate).toBe('2026-11-23');
  });

  it('is the server’s where the member set none', async () => {
    await test.db.update(servers).set({ zone: 'Pacific/Auckland' });
    const outcome = await answer(
      (await makePost({ closesAt: null })).id,
      'grace',
      1,
      new Date('2026-11-23T12:00:00Z'),
    );
    expect(outcome.day?.streak.lastDate).toBe('2026-11-24');
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
    expect(outcome.day).toMatchObject({ broken: null, frozen: [], streak: { current: 2 } });
  });

  it('breaks a streak when a day was missed without a freeze', async () => {
    await answer((await makePost()).id, 'grace', 1);
    now = new Date('2026-11-25T10:00:00Z');
    const outcome = await answer(
      (await makePost({ questionId: 'q-1.1-002', closesAt: null })).id,
      'grace',
      1,
    );
    expect(outcome.day).toMatchObject({ broken: 1, streak: { current: 1 } });
  });
});

describe('starting questions', () => {
  const ask = { serverId: 's1', channelId: 'c1', memberId: 'ada', topic: null, count: 1, openMinutes: 30 };

  it('asks one, and holds the same member back for a moment', async () => {
    const asked = await askInChannel(deps(), ask);
    expect(asked).toMatchObject({ kind: 'asked', size: 1, isExhausted: false });
    expect(await askInChannel(deps(), ask)).toEqual({
      kind: 'cooling-down',
      untilAt: new Date(NOW.getTime() + 10_000),
    });
    now = new Date(NOW.getTime() + 10_000);
    expect(await askInChannel(deps(), ask)).toMatchObject({ kind: 'asked' });
  });

  it('lets one of twenty commands at once through', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => askInChannel(deps(), ask)));
    expect(outcomes.filter((outcome) => outcome.kind === 'asked')).toHaveLength(1);
    expect(await test.db.$count(posts)).toBe(1);
  });

  it('does not make a member wait after a topic that does not exist', async () => {
    expect(await askInChannel(deps(), { ...ask, topic: 'quantum' })).toEqual({
      kind: 'unknown-topic',
      typed: 'quantum',
    });
    expect(await askInChannel(deps(), { ...ask, topic: 'domain:9' })).toMatchObject({
      kind: 'unknown-topic',
    });
    expect(await askInChannel(deps(), { ...ask, topic: 'domain:2' })).toMatchObject({ kind: 'asked' });
  });

  it('never repeats a question in a channel before all were asked', async () => {
    const seen = new Set<string>();
    for (let turn = 0; turn < 20; turn += 1) {
      now = new Date(now.getTime() + 60_000);
      const asked = await askInChannel(deps(), ask);
      if (asked.kind === 'asked') seen.add(asked.question.id);
    }
    expect(seen.size).toBe(20);
    now = new Date(now.getTime() + 60_000);
    expect(await askInChannel(deps(), ask)).toMatchObject({ kind: 'asked', isExhausted: true });
  });

  it('gives a server seen for the first time the edition that can still be sat', async () => {
    now = new Date('2026-11-30T12:00:00Z');
    expect(await askInChannel(deps(), { ...ask, serverId: 's2', memberId: 'x' })).toMatchObject({
      post: { edition: 'c02' },
    });
    now = new Date('2026-12-01T12:00:00Z');
    expect(await askInChannel(deps(), { ...ask, serverId: 's3', memberId: 'y' })).toMatchObject({
      post: { edition: 'c03' },
    });
  });

  it('offers another like the one just answered, but never the same', async () => {
    const asked = await askAnother(deps(), {
      serverId: 's1',
      channelId: 'c1',
      memberId: 'ada',
      questionId: 'q-2.1-001',
    });
    expect(asked).toMatchObject({ kind: 'asked', post: { kind: 'private' } });
    if (asked.kind !== 'asked') return;
    expect(asked.question.module).toBe('2');
    expect(asked.question.id).not.toBe('q-2.1-001');
  });
});

describe('a private round', () => {
  it('goes on where it was left, question by question, and ends with the result', async () => {
    const start = await startPrivateRound(deps(), {
      serverId: 's1',
      channelId: 'c1',
      memberId: 'ada',
      topic: null,
      count: 5,
      openMinutes: 0,
      replaces: null,
    });
    if (start?.kind !== 'started') throw new Error('not started');
    const next = () =>
      nextPrivateQuestion(deps(), { roundId: start.round.id, memberId: 'ada', channelId: 'c1' });
    for (let position = 1; position <= 5; position += 1) {
      const step = await next();
      const again = await next();
      expect(step).toMatchObject({ kind: 'question', position, size: 5 });
      if (step.kind !== 'question' || again.kind !== 'question') return;
      // Asked twice (a restart, a second command), it is the same post with the same letters.
      expect(again.post).toEqual(step.post);
      const index = step.post.optionOrder.indexOf(position === 3 ? 'b' : 'a');
      await answer(step.post.id, 'ada', index);
    }
    expect(await next()).toMatchObject({ kind: 'finished', right: 4, size: 5 });
    expect(await boards()).toEqual([]);
  });

  it('is one per member and server, and nobody else’s', async () => {
    const input = {
      serverId: 's1',
      channelId: 'c1',
      memberId: 'ada',
      topic: null,
      count: 5,
      openMinutes: 0,
      replaces: null,
    };
    const start = await startPrivateRound(deps(), input);
    if (start?.kind !== 'started') throw new Error('not started');
    now = new Date(NOW.getTime() + 60_000);
    expect(await startPrivateRound(deps(), input)).toBeNull();
    expect(
      await nextPrivateQuestion(deps(), { roundId: start.round.id, memberId: 'grace', channelId: 'c1' }),
    ).toEqual({ kind: 'no-such-round' });
  });
});

describe('closing early', () => {
  it('is for the asker and moderators, and turns later presses into practice', async () => {
    const post = await makePost();
    await answer(post.id, 'grace', 1);
    expect(
      await closeEarly(deps(), { postId: post.id, member: { id: 'linus', isModerator: false } }),
    ).toEqual({ kind: 'not-allowed' });
    const closed = await closeEarly(deps(), { postId: post.id, member: { id: 'ada', isModerator: false } });
    expect(closed).toMatchObject({
      kind: 'closed',
      tally: { answers: 1, correct: 1, rightMembers: ['grace'] },
    });
    now = new Date(NOW.getTime() + 1000);
    expect((await answer(post.id, 'linus', 1)).rating).toEqual({ isRated: false, because: 'late' });
  });

  it('keeps the key of an open question from everybody, also from other servers', async () => {
    const post = await makePost();
    expect(await readReveal(deps(), { postId: post.id, serverId: 's1' })).toBeNull();
    await test.db.update(posts).set({ status: 'closed' });
    expect(await readReveal(deps(), { postId: post.id, serverId: 's2' })).toBeNull();
    expect(await readReveal(deps(), { postId: post.id, serverId: 's1' })).toMatchObject({
      question: { id: 'q-1.1-001' },
    });
  });

  it('names only members who want to be seen', async () => {
    const post = await makePost();
    await test.db.insert(members).values([
      { id: 'grace', visibility: 'anonymous' },
      { id: 'linus', visibility: 'hidden' },
    ]);
    for (const member of ['grace', 'linus', 'margaret']) await answer(post.id, member, 1);
    const closed = await closeEarly(deps(), { postId: post.id, member: { id: 'ada', isModerator: false } });
    expect(closed).toMatchObject({ tally: { answers: 3, correct: 3, rightMembers: ['margaret'] } });
  });
});
