import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pruneBoards } from '#features/standing/leaderboard/prune.actions.ts';
import { type WindowKind, windowStarts } from '#features/standing/leaderboard/rules.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { administer, createTestDatabase, type TestDatabase } from '../../../support/database.ts';

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
    [1, 7].flatMap((weekStart) => Object.entries(windowStarts(now, { zone, weekStart }))),
  );
  // safe: entries of a record by window kind
  for (const [window, startsOn] of running) await add(window as WindowKind, startsOn);
  // Of this one the winners are told.
  await add('week', '2026-11-09');
  const kept = await test.db.$count(scores);
  await add('today', '2026-11-20');
  await add('week', '2026-11-02');
  await add('month', '2026-09-01');
  await pruneBoards({ db: test.db, clock: { now: () => now } });
  expect(await test.db.$count(scores)).toBe(kept);
  const left = await test.db.select({ window: scores.window, startsOn: scores.startsOn }).from(scores);
  for (const [window, startsOn] of running) expect(left).toContainEqual({ window, startsOn });
});

it('no statement deletes more than some thousand rows, however many there are', async () => {
  await test.db.delete(scores);
  const fill = (startsOn: string, prefix: string) =>
    test.db.execute(sql`insert into scores (server_id, exam, domain, "window", starts_on, member_id, points, "right", rated)
      select 's', 'x', 'all', 'today', ${startsOn}::date, ${prefix} || i, 1, 1, 1 from generate_series(1, 20000) i`);
  await fill('2026-11-20', 'old');
  await fill('2026-11-23', 'new');
  await administer(test.ownerUrl, async (own) => {
    await own`create function refuse_many() returns trigger language plpgsql as $$
      begin
        if (select count(*) from gone) > 6000 then raise exception 'too many rows in one statement'; end if;
        return null;
      end $$`;
    await own`create trigger refuse_many after delete on scores referencing old table as gone
      for each statement execute function refuse_many()`;
  });
  await pruneBoards({ db: test.db, clock: { now: () => new Date('2026-11-23T03:40:00Z') } });
  const left = await test.db.selectDistinct({ startsOn: scores.startsOn }).from(scores);
  expect(left).toEqual([{ startsOn: '2026-11-23' }]);
  expect(await test.db.$count(scores)).toBe(20_000);
});
