// A member's last answer of one day and the first of the next, taken by two processes at once: both read the same streak.
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { connect, type Database } from '#db/connect.ts';
import { projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { answers } from '#features/record/post/table.ts';
import { rebuildStale, takeStale } from '#features/record/stale/actions.ts';
import { streakDays, streaks } from '#features/standing/streak/table.ts';
import { systemClock } from '#lib/clock.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { waitingIn } from '../../../support/rows.ts';
import { answerAt, answerPost, emptyServer, streakOf } from '../../../support/streaks.ts';

let test: TestDatabase;
let another: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  another = connect({ url: test.url, log: silentLog, max: 2 });
});
afterAll(async () => {
  await another.end();
  await test.drop();
});
beforeEach(() => emptyServer(test.db));

/** What the job for it does, if there is anything. */
async function countAnew(): Promise<void> {
  const deps = { db: test.db, clock: systemClock, log: silentLog, projections };
  for (const claimed of await takeStale(deps)) await rebuildStale(deps, claimed);
}

const EVENING = '2026-11-24T22:59:00Z';
const MORNING = '2026-11-24T23:01:00Z';
const evening = () => answerAt(test.db, 'ada', EVENING);
const morning = () => answerPost(another, 'ada', { createdAt: new Date(MORNING), serverId: 's2' });

it.each([
  ['the evening first', [evening, morning]],
  ['the morning first', [morning, evening]],
])('counts both days, whichever is written first: %s', async (_, both) => {
  for (const day of [20, 21, 22, 23]) await answerAt(test.db, 'ada', `2026-11-${day}T10:00:00Z`);
  const working: Promise<void>[] = [];
  await test.db.transaction(async (tx) => {
    await tx.select().from(streaks).where(eq(streaks.memberId, 'ada')).for('update');
    for (const [index, work] of both.entries()) {
      working.push(work());
      await expect.poll(() => waitingIn(test.db), { interval: 5 }).toBe(index + 1);
    }
  });
  await Promise.all(working);
  await countAnew();
  expect(await streakOf(test.db, 'ada')).toMatchObject({ lastDate: '2026-11-25', longest: 6, current: 6 });
  expect(await test.db.$count(streakDays)).toBe(6);
  expect(await test.db.$count(answers)).toBe(6);
});

it('fills no day that was missed for whoever goes on in a server where it is not over yet', async () => {
  const zones = { s1: 'Pacific/Kiritimati', s2: 'Pacific/Honolulu' };
  for (const [id, zone] of Object.entries(zones))
    await test.db.update(servers).set({ zone }).where(eq(servers.id, id));
  for (const day of [18, 19, 20, 22]) await answerAt(test.db, 'ada', `2026-11-${day}T11:00:00Z`);
  await answerPost(test.db, 'ada', { createdAt: new Date('2026-11-22T11:30:00Z'), serverId: 's2' });
  await countAnew();
  const [last] = await test.db.select().from(answers).orderBy(desc(answers.answeredAt)).limit(1);
  expect(last?.localDate).toBe('2026-11-22');
  expect(await streakOf(test.db, 'ada')).toMatchObject({ lastDate: '2026-11-23', current: 1, longest: 3 });
});
