// What hangs on a member's days is told of every change of them, whichever feature it belongs to: with watchers of
// the test's own.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeDayStart, changeReminders, changeZone } from '#features/desk/settings/actions.ts';
import { pauseStreak } from '#features/desk/settings/pausing.actions.ts';
import type { DayWatcher, Watched } from '#features/people/member/day-watcher.ts';
import { readMember } from '#features/people/member/store.ts';
import { members, pauses } from '#features/people/member/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';

type Replanned = Parameters<DayWatcher['replan']>[1];
let test: TestDatabase;
let told: Replanned[] = [];
const now = new Date('2026-11-23T11:00:00Z');
const ada = { memberId: 'ada', serverId: 's1' };
const honolulu = { zone: 'Pacific/Honolulu', dayStart: 0 };

/** Worth `length` in Honolulu and `elsewhere` in every other zone. */
function watcher(
  worth: { length: number; elsewhere?: number; lastDate?: string } | null,
  nextAt: Date | null = null,
): DayWatcher {
  const watched: Watched | null = worth && {
    lastDate: worth.lastDate ?? '2026-11-22',
    on: ({ rules }) => ({
      length: rules.zone === honolulu.zone ? worth.length : (worth.elsewhere ?? worth.length),
      paid: 0,
    }),
  };
  return {
    watch: async () => watched,
    async replan(_tx, change) {
      told.push(change);
      return nextAt;
    },
  };
}
const deps = (...watchers: DayWatcher[]) => ({ db: test.db, clock: { now: () => now }, watchers });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  told = [];
  for (const table of [members, pauses]) await test.db.delete(table);
  await test.db.insert(members).values({ id: 'ada', zone: honolulu.zone });
});

it('a change that costs any of them something is not made, and says what the longest is worth', async () => {
  const all = deps(watcher({ length: 12 }), watcher(null), watcher({ length: 5, elsewhere: 0 }));
  expect(await changeZone(all, { ...ada, zone: 'Pacific/Kiritimati' })).toEqual({
    kind: 'would-skip-a-day',
    today: '2026-11-24',
    current: 12,
  });
  expect((await readMember(test.db, 'ada')).zone).toBe(honolulu.zone);
  expect(told).toEqual([]);
});

it('each plans anew by the day after the change; the first that plans something says when', async () => {
  const nextAt = new Date('2026-11-23T20:00:00Z');
  const all = deps(watcher(null), watcher({ length: 5 }, nextAt), watcher({ length: 6 }));
  await changeZone(all, { ...ada, zone: 'Asia/Tokyo' });
  const tokyo = { memberId: 'ada', now, rules: { zone: 'Asia/Tokyo', dayStart: 0 }, reminders: false };
  expect(told).toEqual([tokyo, tokyo, tokyo]);
  await changeDayStart(all, { ...ada, hour: 4 });
  expect(told.at(-1)?.rules).toEqual({ zone: 'Asia/Tokyo', dayStart: 4 });
  expect(await changeReminders(all, { ...ada, on: true })).toEqual({
    kind: 'reminders-saved',
    on: true,
    nextAt,
  });
  expect(told.at(-1)?.reminders).toBe(true);
});

it('a change is undone when one of them cannot plan', async () => {
  const failing: DayWatcher = {
    ...watcher(null),
    replan: () => Promise.reject(new Error('cannot plan')),
  };
  const change = changeZone(deps(watcher({ length: 5 }), failing), { ...ada, zone: 'Asia/Tokyo' });
  await expect(change).rejects.toThrow('cannot plan');
  expect((await readMember(test.db, 'ada')).zone).toBe(honolulu.zone);
});

it('a pause begins at the newest day that counts for any of them', async () => {
  const all = deps(watcher({ length: 5 }), watcher({ length: 5, lastDate: '2026-11-24' }));
  expect(await pauseStreak(all, { ...ada, from: 'today', days: 2 })).toEqual({
    kind: 'in-the-past',
    earliest: '2026-11-24',
  });
  expect(await pauseStreak(all, { ...ada, from: '2026-11-24', days: 2 })).toMatchObject({ kind: 'paused' });
});

it('without any of them every change goes through', async () => {
  expect(await changeZone(deps(), { ...ada, zone: 'Pacific/Kiritimati' })).toMatchObject({
    kind: 'zone-saved',
  });
  expect(await changeReminders(deps(), { ...ada, on: true })).toMatchObject({ nextAt: null });
});
