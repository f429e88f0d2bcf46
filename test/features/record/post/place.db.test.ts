// Where a member is sent for the next answer: the channel in which they answered last.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lastPlaceOf } from '#features/record/post/place.store.ts';
import { answers } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makePost } from '../../../support/rows.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function answerIn(channelId: string, at: string, serverId: string | null = 's1'): Promise<void> {
  const createdAt = new Date(at);
  const post = await makePost(test.db, {
    ...{ createdAt, channelId, serverId },
    kind: serverId === null ? 'private' : 'quiz',
  });
  await test.db.insert(answers).values({
    ...{ postId: post.id, memberId: 'ada', serverId, exam: post.exam, domain: '1' },
    ...{ questionId: post.questionId, questionVersion: 1, difficulty: 2, picks: ['a'], pressId: '1' },
    ...{ isCorrect: true, isRated: false, ratedRound: 0, points: 0, answeredAt: createdAt },
    localDate: at.slice(0, 10),
  });
}

it('is the newest channel; a mock exam has none; and nowhere, before the first answer', async () => {
  expect(await lastPlaceOf(test.db, 'ada')).toBeNull();
  await answerIn('exam', '2026-11-20T12:00:00Z');
  expect(await lastPlaceOf(test.db, 'ada')).toBeNull();
  await answerIn('11', '2026-11-21T12:00:00Z');
  await answerIn('22', '2026-11-22T12:00:00Z');
  await answerIn('exam', '2026-11-23T12:00:00Z');
  expect(await lastPlaceOf(test.db, 'ada')).toEqual({ serverId: 's1', channelId: '22' });
  // In a direct message they are where the next one is answered: no link leads anywhere better.
  await answerIn('33', '2026-11-24T12:00:00Z', null);
  expect(await lastPlaceOf(test.db, 'ada')).toBeNull();
});
