// Members who have been away for two years: noted, told, and deleted unless they come back, up to the last moment.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  eraseAbsent,
  lookForAbsences,
  recordAbsenceTold,
  takeAbsences,
} from '#features/desk/privacy/absence.actions.ts';
import { absences } from '#features/desk/privacy/table.ts';
import { features } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { answers } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const personals = features.flatMap(({ personal }) => personal ?? []);
const start = new Date('2024-01-10T12:00:00Z');
const later = (days: number) => new Date(start.getTime() + days * 24 * 3_600_000);

let test: TestDatabase;
let now = start;
const deps = () => ({ db: test.db, clock: { now: () => now } });
const isThere = async () => (await test.db.$count(members)) === 1;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await emptyTables(test.db);
  await test.db.insert(members).values({ id: 'ada' });
  now = start;
  await answer(start);
});

async function answer(answeredAt: Date): Promise<void> {
  const post = await makePost(test.db, { createdAt: answeredAt });
  await test.db.insert(answers).values({
    postId: post.id,
    memberId: 'ada',
    serverId: 's1',
    exam: 'aws-developer-associate',
    domain: '1',
    questionId: post.questionId,
    questionVersion: 1,
    picks: ['a'],
    pressId: `p${post.id}`,
    difficulty: 1,
    isCorrect: true,
    isRated: true,
    ratedRound: post.id,
    points: 1,
    answeredAt,
    localDate: '2024-01-10',
  });
}

async function settle(at: Date): Promise<string[]> {
  now = at;
  const taken = await takeAbsences(deps());
  for (const absence of taken) {
    if (absence.due === 'tell') await recordAbsenceTold(deps(), absence);
    if (absence.due === 'delete') await eraseAbsent({ db: test.db, personals }, absence);
  }
  return taken.map(({ due }) => due);
}

async function look(at: Date): Promise<void> {
  now = at;
  await lookForAbsences(deps());
}

describe('a member who has been away for two years', () => {
  it('is nothing to anybody before', async () => {
    await look(later(729));
    expect(await settle(later(729))).toEqual([]);
    expect(await test.db.$count(absences)).toBe(0);
  });

  it('is told, and deleted a month later', async () => {
    await look(later(731));
    expect(await settle(later(731))).toEqual(['tell']);
    expect(await settle(later(732))).toEqual([]);
    expect(await settle(later(761.1))).toEqual(['delete']);
    expect(await isThere()).toBe(false);
    expect(await test.db.$count(absences)).toBe(0);
  });

  it('who never answered is away since somebody first looked, however often somebody looks', async () => {
    await test.db.delete(answers);
    for (const day of [0, 7, 700]) await look(later(day));
    expect(await settle(later(729))).toEqual([]);
    expect(await settle(later(731))).toEqual(['tell']);
    expect(await settle(later(762))).toEqual(['delete']);
    expect(await isThere()).toBe(false);
  });

  it('keeps everything by one answer, also one that came after the last weekly look', async () => {
    await look(later(731));
    await settle(later(731));
    await answer(later(760));
    expect(await settle(later(761.1))).toEqual(['delete']);
    expect(await isThere()).toBe(true);
    expect(await test.db.$count(answers)).toBe(2);
    expect(await test.db.$count(absences)).toBe(0);
  });
});
