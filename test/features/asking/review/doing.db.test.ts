// What a review tells a plan: how often cards were met in it, and how many are due today.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doing, nextStep } from '#features/asking/review/doing.ts';
import { servers } from '#features/people/server/table.ts';
import { reviewCards } from '#features/standing/review/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

const pack = makePack();
const now = new Date('2026-12-07T12:00:00Z');
const TODAY = Math.floor(now.getTime() / 86_400_000);
const ada = { memberId: 'ada', exam: pack.exam.id, edition: 'c03' };
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  const server = { exam: pack.exam.id, edition: 'c03', zone: 'UTC', createdAt: now };
  await test.db.insert(servers).values({ id: 's1', ...server });
});
afterAll(() => test.drop());

const find = () =>
  nextStep.find(
    { db: test.db, content: libraryOf(pack), clock: { now: () => now } },
    { ...ada, serverId: 's1' },
  );

async function haveCard(cardId: string, days: number[], introducedOn: string | null): Promise<void> {
  await test.db.insert(reviewCards).values({
    ...{ memberId: 'ada', exam: pack.exam.id, kind: 'question' as const, cardId, mark: null },
    ...{ dueAt: now, days, grades: days.map(() => 3), turn: 1, introducedOn, gradedOn: introducedOn },
  });
}

it('counts cards met in a review since a day, not how they came in; and says what is due', async () => {
  expect(await find()).toBeNull();
  await haveCard('q-1.1-001', [TODAY - 9, TODAY - 7, TODAY - 1], '2026-11-30');
  await haveCard('q-1.1-002', [TODAY - 1], null);
  const done = (since: string) => doing.done(test.db, { ...ada, since: new Date(since) });
  expect(await done('2026-11-01T00:00:00Z')).toEqual({ reviews: 2 });
  expect(await done('2026-12-01T00:00:00Z')).toEqual({ reviews: 1 });
  expect(await done('2026-12-07T00:00:00Z')).toEqual({ reviews: 0 });
  const step = await find();
  expect(step).toMatchObject({ urgency: 'fading', minutes: 1, customId: 'reviewnext:1' });
  expect(step?.words(wordsOf('en')).what).toBe('Review 2 cards');
});
