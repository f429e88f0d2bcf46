// What somebody learns, in each of the places where they can use the bot.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveSettings } from '#features/people/member/store.ts';
import { servers } from '#features/people/server/table.ts';
import { courseOf, courseOffered, studiedBy, zoneAround } from '#features/record/post/course.ts';
import { answers } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const pack = makePack();
const exam = pack.exam.id;
const now = new Date('2026-11-23T10:00:00Z');
let test: TestDatabase;
const deps = () => ({ db: test.db, content: libraryOf(pack), clock: { now: () => now } });
const outside = { serverId: null, memberId: 'ada' };
const inside = { serverId: 's1', memberId: 'ada' };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await emptyTables(test.db);
  const server = { exam, createdAt: now };
  await test.db.insert(servers).values([
    { ...server, id: 's1', edition: 'c02', zone: 'Europe/Berlin' },
    { ...server, id: 's2', edition: 'c03', zone: 'Asia/Tokyo' },
  ]);
});

async function answerIn(serverId: string | null, at: string): Promise<void> {
  const post = await makePost(test.db, { createdAt: new Date(at), serverId, kind: 'private' });
  await test.db.insert(answers).values({
    ...{ postId: post.id, memberId: 'ada', serverId, exam, domain: '1', questionId: post.questionId },
    ...{ questionVersion: 1, difficulty: 2, picks: ['a'], pressId: at, isCorrect: true, isRated: false },
    ...{ ratedRound: 0, points: 0, answeredAt: new Date(at), localDate: at.slice(0, 10) },
  });
}

describe('outside of servers', () => {
  it('nobody knows it of somebody new: they are to be asked, and lists offer what they would get', async () => {
    await expect(studiedBy(deps(), outside)).rejects.toThrow('no-course');
    expect(await courseOffered(deps(), outside)).toMatchObject({ edition: 'c02', zone: 'UTC' });
    expect(await test.db.$count(servers)).toBe(2);
  });

  it('it is what the server has where they answered last, however much they did outside since', async () => {
    await answerIn('s1', '2026-11-20T10:00:00Z');
    await answerIn('s2', '2026-11-21T10:00:00Z');
    await answerIn(null, '2026-11-22T10:00:00Z');
    expect(await studiedBy(deps(), outside)).toEqual({ exam, edition: 'c03', zone: 'Asia/Tokyo' });
    expect(await zoneAround(deps(), outside)).toBe('Asia/Tokyo');
  });

  it('their own choice comes before that', async () => {
    await answerIn('s2', '2026-11-21T10:00:00Z');
    await saveSettings(test.db, { id: 'ada', exam, edition: 'c02' });
    expect(await courseOf(deps(), outside)).toMatchObject({ edition: 'c02' });
  });

  it('they are asked again when the only server they had is deleted', async () => {
    await answerIn('s1', '2026-11-20T10:00:00Z');
    await test.db.delete(servers).where(eq(servers.id, 's1'));
    await expect(studiedBy(deps(), outside)).rejects.toThrow('no-course');
  });
});

it('in a server its own exam holds, whatever its members chose for themselves', async () => {
  await saveSettings(test.db, { id: 'ada', exam, edition: 'c03' });
  expect(await studiedBy(deps(), inside)).toMatchObject({ edition: 'c02', zone: 'Europe/Berlin' });
});
