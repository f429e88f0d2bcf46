import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertPost, insertPosts, lastAskedIn, openAnsweredPosts } from '#features/record/post/store.ts';
import { answers, channelQuestions } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { emptyTables, makePost, newPost } from '../../../support/rows.ts';

const NOW = new Date('2026-11-26T10:00:00Z');
const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

describe('what a channel was asked', () => {
  const asked = async () => {
    const rows = await test.db.select().from(channelQuestions).orderBy(channelQuestions.questionId);
    return rows.map(({ channelId, questionId, times, lastAt }) => ({ channelId, questionId, times, lastAt }));
  };

  it('is noted by the statement that makes the post, and counted when it comes again', async () => {
    await makePost(test.db, { createdAt: at(0) });
    await makePost(test.db, { createdAt: at(5) });
    await makePost(test.db, { createdAt: at(3) });
    expect(await asked()).toEqual([{ channelId: 'c1', questionId: 'q-1.1-001', times: 3, lastAt: at(5) }]);
    const known = await lastAskedIn(test.db, { channelIds: ['c1', 'c2'], exam: 'aws-developer-associate' });
    expect(known.get('c1')).toEqual(new Map([['q-1.1-001', at(5)]]));
    expect(known.get('c2')).toEqual(new Map());
  });

  it('counts a thread’s questions under the channel where the round began', async () => {
    await makePost(test.db, { createdAt: at(0), channelId: 'thread', homeChannelId: 'c1' });
    expect(await asked()).toMatchObject([{ channelId: 'c1' }]);
  });

  it('counts many posts of one statement, also several of the same question', async () => {
    await insertPosts(test.db, [
      newPost({ createdAt: at(0) }),
      newPost({ createdAt: at(1) }),
      newPost({ createdAt: at(2), questionId: 'q-1.1-002' }),
    ]);
    expect(await asked()).toMatchObject([
      { questionId: 'q-1.1-001', times: 2, lastAt: at(1) },
      { questionId: 'q-1.1-002', times: 1, lastAt: at(2) },
    ]);
  });

  it.each(['private', 'test'] as const)('does not know of a %s question', async (kind) => {
    await makePost(test.db, { createdAt: at(0), kind });
    expect(await asked()).toEqual([]);
  });

  it('does not count what was not made: another process had that press or that place in the round', async () => {
    const press = newPost({ createdAt: at(0), pressId: 'p1' });
    expect(await insertPost(test.db, press)).not.toBeNull();
    expect(await insertPost(test.db, press)).toBeNull();
    const second = newPost({ createdAt: at(0), roundId: 7, position: 2, questionId: 'q-1.1-002' });
    expect(await insertPost(test.db, second)).not.toBeNull();
    expect(await insertPost(test.db, second)).toBeNull();
    expect((await asked()).map(({ times }) => times)).toEqual([1, 1]);
  });
});

it('of open questions whose tally may be behind after a kill, those answered last come first', async () => {
  const posts = await Promise.all(
    ['m1', 'm2', 'm3', null].map((messageId) => makePost(test.db, { createdAt: at(0), messageId })),
  );
  const answer = (index: number, memberId: string, minute: number) => ({
    ...{ postId: posts[index]?.id ?? 0, memberId, serverId: 's1', exam: 'x', domain: '1', questionId: 'q' },
    ...{
      questionVersion: 1,
      difficulty: 1,
      picks: ['a'],
      pressId: `${minute}`,
      isCorrect: true,
      isRated: false,
    },
    ...{ ratedRound: 0, points: 0, answeredAt: at(minute), localDate: '2026-11-26' },
  });
  // The third has no answer, the fourth no message.
  const given = [answer(0, 'ada', 1), answer(1, 'ada', 2), answer(0, 'grace', 3), answer(3, 'ada', 4)];
  await test.db.insert(answers).values(given);
  expect(await openAnsweredPosts(test.db, { now: at(5), limit: 9 })).toEqual([posts[0]?.id, posts[1]?.id]);
  expect(await openAnsweredPosts(test.db, { now: at(5), limit: 1 })).toEqual([posts[0]?.id]);
});
