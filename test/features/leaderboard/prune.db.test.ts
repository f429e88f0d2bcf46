import { afterAll, beforeAll, expect, it } from 'vitest';
import { pruneBoards } from '#features/leaderboard/prune.actions.ts';
import { type WindowKind, windowStarts } from '#features/leaderboard/rules.ts';
import { scores } from '#features/leaderboard/table.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('boards that no server can look at any more are deleted, the running ones of every zone stay', async () => {
  const now = new Date('2026-11-23T03:40:00Z');
  const add = (window: WindowKind, startsOn: string) =>
    test.db
      .insert(scores)
      .values({
        serverId: 's',
        exam: 'x',
        domain: 'all',
        window,
        startsOn,
        memberId: 'm',
        points: 1,
        right: 1,
        rated: 1,
      })
      .onConflictDoNothing();
  const running = ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'].flatMap((zone) =>
    Object.entries(windowStarts(now, zone)),
  );
  // safe: entries of a record by window kind
  for (const [window, startsOn] of running) await add(window as WindowKind, startsOn);
  const kept = await test.db.$count(scores);
  await add('today', '2026-11-20');
  await add('week', '2026-11-09');
  await add('month', '2026-09-01');
  await pruneBoards({ db: test.db, clock: { now: () => now } });
  expect(await test.db.$count(scores)).toBe(kept);
  const left = await test.db.select({ window: scores.window, startsOn: scores.startsOn }).from(scores);
  for (const [window, startsOn] of running) expect(left).toContainEqual({ window, startsOn });
});
