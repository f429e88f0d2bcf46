import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertPost, insertPosts, lastAskedIn } from '#features/record/post/store.ts';
import { channelQuestions } from '#features/record/post/table.ts';
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
