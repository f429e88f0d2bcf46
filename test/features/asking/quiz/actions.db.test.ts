import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { answerQuestion, closeEarly, openReveal } from '#features/asking/quiz/answering.actions.ts';
import {
  askAnother,
  askInChannel,
  startPrivateRound,
  takeBack,
} from '#features/asking/quiz/asking.actions.ts';
import type { AskInput } from '#features/asking/quiz/drawing.actions.ts';
import { nextPrivateQuestion } from '#features/asking/quiz/private.actions.ts';
import { rounds } from '#features/asking/quiz/table.ts';
import { projections } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import type { AnswerGiven } from '#features/record/answer/actions.ts';
import { personal } from '#features/record/answer/personal.ts';
import { prepareReveal, readReveal } from '#features/record/post/actions.ts';
import type { NewPost } from '#features/record/post/store.ts';
import { channelQuestions, memberQuestions, posts } from '#features/record/post/table.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack, seededRandom } from '../../../support/pack.ts';
import { emptyTables, makePost as insertPost } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const pack = makePack();
const content = libraryOf(pack);
let test: TestDatabase;
let now = NOW;
let press = 0;
const deps = () => ({
  db: test.db,
  content,
  projections,
  clock: { now: () => now },
  random: seededRandom(3),
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  await emptyTables(test.db);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: NOW });
});

const makePost = (changes: Partial<NewPost> = {}) => insertPost(test.db, { createdAt: NOW, ...changes });

async function answer(postId: number, memberId: string, index: number): Promise<AnswerGiven> {
  const pressId = `${press++}`;
  const at = now;
  const outcome = await answerQuestion(deps(), {
    postId,
    memberId,
    serverId: 's1',
    picked: [index],
    from: null,
    pressId,
    at,
  });
  if (outcome.kind === 'no-such-question') throw new Error('no such question');
  return outcome;
}

describe('starting questions', () => {
  const ask = { serverId: 's1', channelId: 'c1', memberId: 'ada', topic: null, count: 1, openMinutes: 30 };
  /** Each a command of its own. */
  const askOnce = (changes: Partial<AskInput> = {}) =>
    askInChannel(deps(), { ...ask, pressId: `ask-${press++}`, ...changes });

  it('asks one, and holds the same member back for a moment', async () => {
    const asked = await askOnce();
    expect(asked).toMatchObject({ kind: 'asked', post: { size: 1 }, isExhausted: false });
    expect(await askOnce()).toEqual({
      kind: 'cooling-down',
      untilAt: new Date(NOW.getTime() + 10_000),
    });
    now = new Date(NOW.getTime() + 10_000);
    expect(await askOnce()).toMatchObject({ kind: 'asked' });
  });

  it('lets one of twenty commands at once through', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => askOnce()));
    expect(outcomes.filter((outcome) => outcome.kind === 'asked')).toHaveLength(1);
    expect(await test.db.$count(posts)).toBe(1);
  });

  it('does not make a member wait after a topic that does not exist', async () => {
    expect(await askOnce({ topic: 'quantum' })).toMatchObject({
      kind: 'unknown-topic',
      near: [/Domain 1/, /Domain 2/, /Domain 3/].map((name) => expect.stringMatching(name)),
    });
    expect(await askOnce({ topic: 'domain:9' })).toMatchObject({
      kind: 'unknown-topic',
    });
    expect(await askOnce({ topic: 'domain:2' })).toMatchObject({ kind: 'asked' });
  });

  it('never repeats a question in a channel before all were asked', async () => {
    const seen = new Set<string>();
    for (let turn = 0; turn < 20; turn += 1) {
      now = new Date(now.getTime() + 60_000);
      const asked = await askOnce({ memberId: `m${turn}` });
      if (asked.kind === 'asked') seen.add(asked.question.id);
    }
    expect(seen.size).toBe(20);
    now = new Date(now.getTime() + 60_000);
    expect(await askOnce()).toMatchObject({ kind: 'asked', isExhausted: true });
  });

  it('gives a server seen for the first time the edition that can still be sat', async () => {
    now = new Date('2026-11-30T12:00:00Z');
    expect(await askOnce({ serverId: 's2', memberId: 'x' })).toMatchObject({
      post: { edition: 'c02' },
    });
    now = new Date('2026-12-01T12:00:00Z');
    expect(await askOnce({ serverId: 's3', memberId: 'y' })).toMatchObject({
      post: { edition: 'c03' },
    });
  });

  it('offers another like the one just answered, but never the same', async () => {
    const asked = await askAnother(deps(), {
      serverId: 's1',
      channelId: 'c1',
      memberId: 'ada',
      pressId: 'another',
      exam: null,
      questionId: 'q-2.1-001',
    });
    expect(asked).toMatchObject({ kind: 'asked', post: { kind: 'private' } });
    if (asked.kind !== 'asked') return;
    expect(asked.question.module).toBe('2');
    expect(asked.question.id).not.toBe('q-2.1-001');
  });
});

describe('one press of a command', () => {
  const ask = {
    ...{ serverId: 's1', channelId: 'c1', memberId: 'ada', pressId: 'p1', topic: null, openMinutes: 30 },
  };

  it.each([1, 5])('asks once, also seen twice or by two processes at once: %i questions', async (count) => {
    const other = connect({ url: test.url, log: silentLog, max: 2 });
    const outcomes = await Promise.all([
      askInChannel({ ...deps(), random: seededRandom(1) }, { ...ask, count }),
      askInChannel({ ...deps(), db: other, random: seededRandom(9) }, { ...ask, count }),
    ]);
    outcomes.push(await askInChannel(deps(), { ...ask, count }));
    await other.end();
    expect(await test.db.$count(posts)).toBe(1);
    expect(await test.db.$count(rounds)).toBe(count === 1 ? 0 : 1);
    expect(await test.db.select({ times: channelQuestions.times }).from(channelQuestions)).toEqual([
      { times: 1 },
    ]);
    const shown = outcomes.map((outcome) => (outcome.kind === 'asked' ? outcome.post.id : outcome.kind));
    expect(new Set(shown).size).toBe(1);
  });

  it('starts one private round', async () => {
    const input = { ...ask, count: 5, replaces: null };
    const first = await startPrivateRound(deps(), input);
    const again = await startPrivateRound(deps(), input);
    expect(again).toEqual(first);
    expect(await test.db.$count(rounds)).toBe(1);
  });

  it('that Discord took no message for is taken back, and its asker need not wait', async () => {
    const asked = await askInChannel(deps(), { ...ask, count: 1 });
    if (asked.kind !== 'asked') throw new Error('not asked');
    await takeBack(deps(), { postId: asked.post.id, memberId: 'ada', pressId: 'p1' });
    const [post] = await test.db.select().from(posts);
    expect(post).toMatchObject({ status: 'dropped', failure: 'answer-refused' });
    expect(await askInChannel(deps(), { ...ask, count: 1, pressId: 'p2' })).toMatchObject({ kind: 'asked' });
  });

  it('that somebody could answer is not taken back: only Discord’s word of it was lost', async () => {
    const asked = await askInChannel(deps(), { ...ask, count: 1 });
    if (asked.kind !== 'asked') throw new Error('not asked');
    await answer(asked.post.id, 'grace', 0);
    await takeBack(deps(), { postId: asked.post.id, memberId: 'ada', pressId: 'p1' });
    expect(await test.db.select({ status: posts.status }).from(posts)).toEqual([{ status: 'open' }]);
  });
});

describe('a private round', () => {
  it('goes on where it was left, question by question, and ends with the result', async () => {
    const start = await startPrivateRound(deps(), {
      pressId: 'start',
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
      expect(step).toMatchObject({ kind: 'question', post: { position, size: 5 } });
      if (step.kind !== 'question' || again.kind !== 'question') return;
      // Asked twice (a restart, a second command), it is the same post with the same letters.
      expect(again.post).toEqual(step.post);
      const index = step.post.optionOrder.indexOf(position === 3 ? 'b' : 'a');
      await answer(step.post.id, 'ada', index);
    }
    expect(await next()).toMatchObject({ kind: 'finished', right: 4, size: 5 });
    expect(await test.db.$count(scores)).toBe(0);
  });

  it('that was ended does not go on, whichever old message asks for its next question', async () => {
    const who = { serverId: 's1', channelId: 'c1', memberId: 'ada' };
    const wish = { ...who, topic: null, count: 5, openMinutes: 0 };
    const first = await startPrivateRound(deps(), { ...wish, pressId: 'first', replaces: null });
    if (first?.kind !== 'started') throw new Error('not started');
    now = new Date(NOW.getTime() + 10_000);
    await startPrivateRound(deps(), { ...wish, pressId: 'second', replaces: first.round.id });
    const ended = { kind: 'finished', right: 0, size: 5 };
    expect(await nextPrivateQuestion(deps(), { ...who, roundId: first.round.id })).toEqual(ended);
  });

  it('is one per member and server, and nobody else’s', async () => {
    const input = {
      pressId: 'first',
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
    expect(await startPrivateRound(deps(), { ...input, pressId: 'second' })).toBeNull();
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
      await closeEarly(deps(), {
        postId: post.id,
        serverId: 's1',
        member: { id: 'linus', isModerator: false },
      }),
    ).toEqual({ kind: 'not-allowed' });
    const closed = await closeEarly(deps(), {
      postId: post.id,
      serverId: 's1',
      member: { id: 'ada', isModerator: false },
    });
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
    const closed = await closeEarly(deps(), {
      postId: post.id,
      serverId: 's1',
      member: { id: 'ada', isModerator: false },
    });
    expect(closed).toMatchObject({ tally: { answers: 3, correct: 3, rightMembers: ['margaret'] } });
  });

  it('is not for moderators of another server', async () => {
    const post = await makePost();
    const there = { postId: post.id, serverId: 's2', member: { id: 'ada', isModerator: true } };
    expect(await closeEarly(deps(), there)).toEqual({ kind: 'gone' });
    const [stored] = await test.db.select().from(posts);
    expect(stored?.closesAt).toEqual(post.closesAt);
  });

  it('shows the closer the key: their next answer to that question is practice', async () => {
    const post = await makePost();
    await closeEarly(deps(), { postId: post.id, serverId: 's1', member: { id: 'ada', isModerator: false } });
    const again = await makePost({ channelId: 'c2' });
    expect((await answer(again.id, 'ada', 1)).rating).toEqual({ isRated: false, because: 'key-seen' });
    expect((await answer(again.id, 'grace', 1)).rating?.isRated).toBe(true);
  });

  it('is read again by whoever presses an old question again: their next answer is practice', async () => {
    const old = await makePost();
    await answer(old.id, 'ada', 1);
    now = new Date(NOW.getTime() + 91 * 86_400_000);
    expect((await answer(old.id, 'ada', 1)).kind).toBe('already-answered');
    const again = await makePost({ channelId: 'c2', createdAt: now });
    expect((await answer(again.id, 'ada', 1)).rating).toEqual({ isRated: false, because: 'key-seen' });
  });

  it('shows an asker who let it run out unanswered the key too, whoever closes it', async () => {
    const ran = await makePost();
    now = new Date(NOW.getTime() + 31 * 60_000);
    await prepareReveal(deps(), ran);
    const again = await makePost({ channelId: 'c2', closesAt: new Date(now.getTime() + 60_000) });
    expect((await answer(again.id, 'ada', 1)).rating).toEqual({ isRated: false, because: 'key-seen' });
    const other = await makePost({ askedBy: 'linus', closesAt: new Date(now.getTime() + 60_000) });
    const moderator = { id: 'grace', isModerator: true };
    await closeEarly(deps(), { postId: other.id, serverId: 's1', member: moderator });
    expect((await answer(again.id, 'linus', 1)).rating).toEqual({ isRated: false, because: 'key-seen' });
    now = new Date(now.getTime() + 8 * 86_400_000);
    const later = await makePost({ channelId: 'c3', createdAt: now });
    expect((await answer(later.id, 'ada', 1)).rating?.isRated).toBe(true);
  });

  it('counts whoever deletes everything and answers again once, and nobody who came too late', async () => {
    const post = await makePost();
    for (const option of [0, 1]) {
      await answer(post.id, 'grace', option);
      await test.db.transaction((tx) => personal.erase(tx, 'grace'));
    }
    await answer(post.id, 'grace', 1);
    await answer(post.id, 'linus', 1);
    now = new Date(NOW.getTime() + 3_700_000);
    const late = await answer(post.id, 'margaret', 1);
    expect(late.rating).toEqual({ isRated: false, because: 'late' });
    const reveal = await prepareReveal(deps(), post);
    expect(reveal?.tally).toMatchObject({ answers: 2, rightMembers: ['grace', 'linus'] });
    await test.db.update(posts).set({ status: 'closed' });
    await test.db.transaction((tx) => personal.erase(tx, 'linus'));
    const kept = await readReveal(deps(), { postId: post.id, serverId: 's1' });
    expect(kept?.tally).toMatchObject({ answers: 2, correct: 2 });
  });

  it('leaves an asker’s own answer as it was rated', async () => {
    const post = await makePost();
    expect((await answer(post.id, 'ada', 1)).rating?.isRated).toBe(true);
    await prepareReveal(deps(), post);
    const [row] = await test.db.select().from(memberQuestions);
    expect(row).toMatchObject({ seen: 1, keySeenAt: null });
  });

  it('costs whoever opens a reveal the same, and nobody who was refused one', async () => {
    const closed = await makePost({ status: 'closed' });
    const open = await makePost({ channelId: 'c2' });
    const reader = { serverId: 's1', memberId: 'grace' };
    expect(await openReveal(deps(), { ...reader, postId: open.id })).toBeNull();
    expect((await answer(open.id, 'grace', 0)).rating?.isRated).toBe(true);
    expect(await openReveal(deps(), { ...reader, memberId: 'linus', postId: closed.id })).not.toBeNull();
    expect((await answer(open.id, 'linus', 1)).rating).toEqual({ isRated: false, because: 'key-seen' });
  });
});
