// Public rounds on the database: when they go on, how many questions a channel takes, what is said once.
import { eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  claimWords,
  prepareWord,
  readMistakes,
  recordSaid,
} from '#features/asking/quiz/afterword.actions.ts';
import { answerQuestion } from '#features/asking/quiz/answering.actions.ts';
import { askAgain, askInChannel } from '#features/asking/quiz/asking.actions.ts';
import { endBeforeTime } from '#features/asking/quiz/closing.actions.ts';
import {
  describeRound,
  endRound,
  goOnWhenAllAnswered,
  isRoundOver,
  noteClose,
  readEnding,
} from '#features/asking/quiz/rounds.actions.ts';
import { cooldowns, rounds } from '#features/asking/quiz/table.ts';
import { projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { personal } from '#features/record/answer/personal.ts';
import { type NewPost, type Post, readPost } from '#features/record/post/store.ts';
import { memberQuestions, posts } from '#features/record/post/table.ts';
import { snowflakeAt } from '#lib/snowflake.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
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
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

const room = (limit: number) => ({ limit, busyChannels: [] });

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

const ask = (changes: object = {}) =>
  askInChannel(deps(), {
    serverId: 's1',
    channelId: 'c1',
    memberId: `m${press}`,
    pressId: `ask${press++}`,
    topic: null,
    count: 5,
    openMinutes: 3,
    pace: 'brisk',
    ...changes,
  });

/** A round of ada's with its first question; further ones as they would be posted. */
async function startRound(): Promise<{ roundId: number; first: Post }> {
  const asked = await ask({ memberId: 'ada' });
  if (asked.kind !== 'asked' || asked.post.roundId === null) throw new Error(asked.kind);
  const first = await readPost(test.db, asked.post.id);
  if (!first) throw new Error('no post');
  await test.db.update(posts).set({ messageId: 'msg1' });
  return { roundId: asked.post.roundId, first };
}
const question = (roundId: number, position: number, changes: Partial<NewPost> = {}) =>
  insertPost(test.db, {
    createdAt: now,
    kind: 'round',
    roundId,
    position,
    size: 5,
    messageId: `msg${position}`,
    questionId: `q-1.1-00${position}`,
    closesAt: new Date(now.getTime() + 180_000),
    ...changes,
  });

/** Option a is the key. */
async function answer(post: Pick<Post, 'id' | 'optionOrder'>, memberId: string, option = 'a'): Promise<void> {
  const outcome = await answerQuestion(deps(), {
    from: null,
    postId: post.id,
    memberId,
    serverId: 's1',
    picked: [post.optionOrder.indexOf(option)],
    pressId: `${press++}`,
    at: now,
  });
  if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  await goOnWhenAllAnswered(deps(), outcome.post);
}
const isOver = async (post: { id: number }) => ((await readPost(test.db, post.id))?.closesAt ?? now) <= now;

describe('a round goes on', () => {
  it('as soon as everybody who answered the question before has answered this one', async () => {
    const { roundId, first } = await startRound();
    await answer(first, 'ada');
    await answer(first, 'grace');
    expect(await isOver(first)).toBe(false);
    const second = await question(roundId, 2);
    later(5);
    await answer(second, 'linus');
    await answer(second, 'ada');
    expect(await isOver(second)).toBe(false);
    await answer(second, 'grace');
    expect(await isOver(second)).toBe(true);
    const third = await question(roundId, 3);
    later(5);
    await Promise.all(['ada', 'grace', 'linus'].map((member) => answer(third, member)));
    expect(await isOver(third)).toBe(true);
  });

  it('without waiting for whoever pressed the one before too late, or has deleted their data', async () => {
    const { roundId, first } = await startRound();
    await answer(first, 'ada');
    await answer(first, 'linus');
    later(200);
    await answer(first, 'grace');
    await test.db.update(posts).set({ status: 'closed' });
    await test.db.transaction((tx) => personal.erase(tx, 'linus'));
    const second = await question(roundId, 2);
    await answer(second, 'ada');
    expect(await isOver(second)).toBe(true);
  });

  it('not on, although somebody pressed a question that had closed in silence', async () => {
    const { roundId, first } = await startRound();
    const second = await question(roundId, 2);
    later(200);
    await answer(first, 'grace');
    expect(await readEnding(deps(), second)).toBe('silence');
  });

  it('at the time, when nobody answered the one before', async () => {
    const { roundId } = await startRound();
    const second = await question(roundId, 2);
    await answer(second, 'ada');
    expect(await isOver(second)).toBe(false);
  });

  it('until two questions in a row have no answer, or somebody ends it', async () => {
    const { roundId, first } = await startRound();
    await answer(first, 'ada');
    expect(await readEnding(deps(), first)).toBeNull();
    const second = await question(roundId, 2);
    expect(await readEnding(deps(), second)).toBeNull();
    const third = await question(roundId, 3);
    expect(await readEnding(deps(), third)).toBe('silence');
    await answer(third, 'grace');
    expect(await readEnding(deps(), third)).toBeNull();
    const close = { postId: third.id, serverId: 's1', isSure: false };
    const end = (id: string) =>
      endBeforeTime(deps(), { from: null, ...close, ends: 'round', member: { id, isModerator: false } });
    expect(await end('grace')).toEqual({ kind: 'not-allowed' });
    expect(await end('ada')).toMatchObject({ kind: 'closed' });
    expect(await readEnding(deps(), third)).toBe('ended');
    expect(await end('ada')).toMatchObject({ kind: 'closed' });
  });
});

describe('whoever ends a question', () => {
  const close = (post: { id: number }, isSure = false) =>
    endBeforeTime(deps(), {
      from: null,
      postId: post.id,
      serverId: 's1',
      ends: 'question',
      member: { id: 'ada', isModerator: false },
      isSure,
    });

  it('is asked once while members who answered the one before have not answered this one', async () => {
    const { roundId, first } = await startRound();
    for (const member of ['ada', 'grace', 'linus']) await answer(first, member);
    const second = await question(roundId, 2);
    later(1);
    await answer(second, 'grace');
    expect(await close(second)).toEqual({ kind: 'ask', why: 'waited-for', members: 1 });
    expect(await close(second, true)).toMatchObject({ kind: 'closed' });
  });

  it('is asked when somebody else answered just now, and not after a minute of silence', async () => {
    const { first } = await startRound();
    await answer(first, 'ada');
    await answer(first, 'grace');
    expect(await close(first)).toEqual({ kind: 'ask', why: 'answered', members: 1 });
    later(61);
    expect(await close(first)).toMatchObject({ kind: 'closed' });
  });
});

describe('a channel', () => {
  it('takes 25 open questions, even of commands that come at once, and keeps nobody waiting for a refusal', async () => {
    for (let made = 0; made < 23; made += 1) await insertPost(test.db, { createdAt: NOW });
    await insertPost(test.db, { createdAt: NOW, channelId: 'elsewhere' });
    await insertPost(test.db, { createdAt: NOW, kind: 'private' });
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => ask({ count: 1 })));
    expect(outcomes.filter(({ kind }) => kind === 'asked')).toHaveLength(2);
    expect(outcomes.filter(({ kind }) => kind === 'channel-full')).toHaveLength(4);
    expect(await test.db.$count(cooldowns)).toBe(2);
    expect(await ask({ channelId: 'c2', count: 1 })).toMatchObject({ kind: 'asked' });
  });
});

describe('a member', () => {
  it('has 10 open questions in a channel at most, so that nobody fills it up for the others', async () => {
    for (let made = 0; made < 9; made += 1) await insertPost(test.db, { createdAt: NOW, askedBy: 'grace' });
    const outcomes = await Promise.all(
      ['p1', 'p2', 'p3'].map((pressId) => ask({ count: 1, memberId: 'grace', pressId })),
    );
    expect(outcomes.filter(({ kind }) => kind === 'asked')).toHaveLength(1);
    await test.db.delete(cooldowns);
    expect(await ask({ count: 1, memberId: 'grace', pressId: 'p4' })).toEqual({
      kind: 'own-full',
      limit: 10,
    });
    expect(await ask({ count: 1, memberId: 'linus', pressId: 'p5' })).toMatchObject({ kind: 'asked' });
  });
});

describe('a pool that is smaller than what was asked for', () => {
  it('is known with the first question', async () => {
    const asked = await ask({ topic: 'domain:1', count: 10 });
    expect(asked).toMatchObject({ kind: 'asked', post: { size: 5, wanted: 10 } });
    expect(await ask({ topic: 'domain:1', count: 5 })).toMatchObject({ post: { wanted: null } });
  });
});

it.each([
  ['domain:1', pack.exam.editions[0]?.domains[0]?.name],
  ['module:1', pack.modules[0]?.title],
  ['lesson:1.1', '1.1 Lesson 1.1'],
])('a round about %s is described by that topic’s own name, without its kind', async (topic, name) => {
  const asked = await ask({ topic });
  const post = asked.kind === 'asked' ? await readPost(test.db, asked.post.id) : null;
  expect(post && (await describeRound(deps(), post))).toMatchObject({
    topic: { name },
    date: '2026-11-23',
    size: 5,
  });
});

describe('the end of a round', () => {
  it('is said once, however often its last question is closed and whoever claims it', async () => {
    const { roundId, first } = await startRound();
    await answer(first, 'ada');
    await answer(first, 'grace', 'b');
    later(200);
    await endRound(deps(), { post: first, ending: 'ended' });
    await endRound(deps(), { post: first, ending: 'all-asked' });
    const claimed = await Promise.all([claimWords(deps(), room(9)), claimWords(deps(), room(9))]);
    const [word, ...others] = claimed.flat();
    expect(others).toEqual([]);
    const said = word && (await prepareWord(deps(), word))?.said;
    expect(said).toMatchObject({
      kind: 'round',
      result: {
        roundId,
        ending: 'ended',
        standings: [
          { memberId: 'ada', rank: 1, right: 1 },
          { memberId: 'grace', rank: 2, right: 0 },
        ],
        hardest: { position: 1, right: 1, answers: 2, messageId: 'msg1' },
        fastest: { memberId: 'ada' },
      },
    });
    // Killed before it was sent, it is said by the next process.
    later(61);
    expect(await claimWords(deps(), room(9))).toHaveLength(1);
    await recordSaid(deps(), { postId: first.id, messageId: 'said' });
    later(600);
    expect(await claimWords(deps(), room(9))).toEqual([]);
  });

  it('is not said of one whose first question Discord never took: nobody has seen it', async () => {
    const asked = await ask({ memberId: 'ada' });
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    await endRound(deps(), { post: asked.post, ending: 'stuck' });
    const [word] = await claimWords(deps(), room(9));
    expect(word && (await prepareWord(deps(), word))).toBeNull();
  });

  it('does not count an answer that came after its question had closed', async () => {
    const { first } = await startRound();
    later(184);
    await answer(first, 'grace');
    await endRound(deps(), { post: first, ending: 'ended' });
    const [word] = await claimWords(deps(), room(9));
    expect(word && (await prepareWord(deps(), word))?.said).toMatchObject({ result: { standings: [] } });
  });

  it('counts one that seems to have come after it, by a clock of Discord that is a second ahead', async () => {
    const { first } = await startRound();
    later(181);
    await answer(first, 'grace');
    await endRound(deps(), { post: first, ending: 'ended' });
    const [word] = await claimWords(deps(), room(9));
    expect(word && (await prepareWord(deps(), word))?.said).toMatchObject({
      result: { standings: [{ memberId: 'grace' }] },
    });
  });

  it('offers the same again to anybody, as a question of their own', async () => {
    const { roundId } = await startRound();
    const again = (pressId: string, serverId = 's1') =>
      askAgain(deps(), { roundId, serverId, channelId: 'thread', memberId: 'grace', pressId });
    expect(await again('x', 'elsewhere')).toBeNull();
    const outcomes = await Promise.all([again('p1'), again('p1')]);
    expect(outcomes).toMatchObject([{ kind: 'asked' }, { kind: 'asked' }]);
    expect(await again('p2')).toMatchObject({ kind: 'cooling-down' });
    const made = await test.db.select().from(rounds);
    expect(made.map(({ memberId, pace }) => [memberId, pace])).toEqual([
      ['ada', 'brisk'],
      ['grace', 'brisk'],
    ]);
    // What the channel was asked in the round before does not come again.
    expect(new Set(made.flatMap(({ questionIds }) => questionIds.slice(0, 1))).size).toBe(2);
    const home = await test.db.select({ home: posts.homeChannelId }).from(posts);
    expect(home.every(({ home: channel }) => channel === 'c1')).toBe(true);
  });

  it('shows everybody their own mistakes alone', async () => {
    const { roundId, first } = await startRound();
    await answer(first, 'ada', 'b');
    await answer(first, 'grace');
    await test.db.update(posts).set({ status: 'closed' });
    const of = (memberId: string, serverId = 's1') => readMistakes(deps(), { roundId, serverId, memberId });
    expect(await of('ada')).toMatchObject({ kind: 'mistakes', wrong: [{ post: { position: 1 } }] });
    expect(await of('grace')).toEqual({ kind: 'none-wrong' });
    expect(await of('linus')).toEqual({ kind: 'took-no-part' });
    expect(await of('ada', 'elsewhere')).toEqual({ kind: 'no-such-round' });
    // Whoever has read the key there knows it, and whoever made none has read none.
    const seen = await test.db.select().from(memberQuestions).where(isNotNull(memberQuestions.keySeenAt));
    expect(seen.map(({ memberId, keySeenAt }) => [memberId, keySeenAt])).toEqual([['ada', now]]);
  });
});

describe('a question that has closed', () => {
  it('gets a word when three or more answered, and none when fewer did', async () => {
    const post = await insertPost(test.db, { createdAt: NOW, messageId: 'm' });
    await answer(post, 'ada');
    await answer(post, 'grace');
    await noteClose(deps(), post);
    expect(await claimWords(deps(), room(9))).toEqual([]);
    await answer(post, 'linus', 'b');
    await noteClose(deps(), post);
    await noteClose(deps(), post);
    const [word, ...more] = await claimWords(deps(), room(9));
    expect(more).toEqual([]);
    expect(word && (await prepareWord(deps(), word))?.said).toEqual({
      kind: 'reply',
      answers: 3,
      right: 2,
      messageId: 'm',
    });
  });
});

describe('closing a question whose sending nobody recorded', () => {
  const close = (postId: number, changes: object = {}) =>
    endBeforeTime(deps(), {
      postId,
      serverId: 's1',
      from: { messageId: 'm1', channelId: 'c1' },
      member: { id: 'ada', isModerator: false },
      ends: 'question',
      isSure: false,
      ...changes,
    });

  it('closes it: what was pressed stands', async () => {
    const post = await insertPost(test.db, { createdAt: now, status: 'pending' });
    later(90);
    expect(await close(post.id, { serverId: 's2' })).toEqual({ kind: 'gone' });
    expect((await close(post.id)).kind).toBe('closed');
    expect(await readPost(test.db, post.id)).toMatchObject({
      status: 'open',
      messageId: 'm1',
      closesAt: now,
    });
  });

  it('promises no key of one that was given up', async () => {
    const post = await insertPost(test.db, { createdAt: now, status: 'dropped' });
    expect(await close(post.id)).toEqual({ kind: 'gone' });
  });
});

it('a round that is ended at the very moment of a close does not go on', async () => {
  const { roundId, first } = await startRound();
  await test.db.update(posts).set({ status: 'closed' });
  const second = await question(roundId, 2, { status: 'pending' });
  const end = (id: string) =>
    endBeforeTime(deps(), {
      ...{ postId: first.id, serverId: 's1', from: null, ends: 'round', isSure: false },
      member: { id, isModerator: false },
    });
  expect(await end('grace')).toEqual({ kind: 'closed-already' });
  expect(await isRoundOver(deps(), second)).toBe(false);
  expect(await end('ada')).toEqual({ kind: 'round-ended' });
  expect(await isRoundOver(deps(), second)).toBe(true);
  expect(await end('ada')).toEqual({ kind: 'closed-already' });
});

it('the fastest is timed from the sending, however long a question had to wait for it', async () => {
  const { roundId, first } = await startRound();
  const second = await question(roundId, 2);
  later(60);
  await test.db
    .update(posts)
    .set({ messageId: snowflakeAt(now.getTime()) })
    .where(eq(posts.id, second.id));
  later(2);
  await answer(second, 'grace');
  await endRound(deps(), { post: second, ending: 'all-asked' });
  const [word] = await claimWords(deps(), room(1));
  const said = word && (await prepareWord(deps(), word))?.said;
  expect(said).toMatchObject({ result: { fastest: { memberId: 'grace', tookMs: 2_000 } } });
  expect(first.id).not.toBe(second.id);
});
