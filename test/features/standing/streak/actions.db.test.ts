import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveSettings } from '#features/people/member/store.ts';
import { readStreak } from '#features/standing/streak/actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { answerAt, emptyServer, streakOf } from '../../../support/streaks.ts';

let test: TestDatabase;
const answer = (memberId: string, iso: string) => answerAt(test.db, memberId, iso);
const rowOf = (memberId: string) => streakOf(test.db, memberId);
const at = (iso: string) => ({ db: test.db, clock: { now: () => new Date(iso) } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyServer(test.db));

describe('/streak', () => {
  const own = { memberId: 'ada', viewerId: 'ada', serverId: 's1' };

  it('invites to a question when there is nothing', async () => {
    expect(await readStreak(at('2026-11-23T10:00:00Z'), own)).toEqual({ kind: 'nothing-yet', isOwn: true });
  });

  it('dates today in the server’s zone, until the member sets one', async () => {
    await answer('ada', '2026-11-22T22:30:00Z');
    const inBerlin = await readStreak(at('2026-11-22T23:30:00Z'), own);
    expect(inBerlin).toMatchObject({
      state: { current: 1, today: 'not-yet' },
      dayEndsAt: new Date('2026-11-23T23:00:00Z'),
    });
    await saveSettings(test.db, { id: 'ada', zone: 'America/New_York', dayStart: 4 });
    expect(await readStreak(at('2026-11-22T23:30:00Z'), own)).toMatchObject({
      state: { current: 1, today: 'done' },
      dayEndsAt: new Date('2026-11-23T09:00:00Z'),
    });
  });

  it('shows an ended streak as ended, although the cached row still says otherwise', async () => {
    await answer('ada', '2026-11-20T10:00:00Z');
    expect((await rowOf('ada'))?.current).toBe(1);
    expect(await readStreak(at('2026-11-23T10:00:00Z'), own)).toMatchObject({
      state: { current: 0, longest: 1 },
    });
  });

  it('is shown to others only for members who are visible', async () => {
    await answer('ada', '2026-11-20T10:00:00Z');
    const seen = () => readStreak(at('2026-11-20T10:00:00Z'), { ...own, viewerId: 'grace' });
    expect(await seen()).toMatchObject({ kind: 'streak', isOwn: false });
    for (const visibility of ['anonymous', 'hidden'] as const) {
      await saveSettings(test.db, { id: 'ada', visibility });
      expect(await seen()).toEqual({ kind: 'not-visible' });
    }
  });
});
