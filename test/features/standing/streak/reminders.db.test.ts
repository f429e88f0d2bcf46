import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { members, pauses } from '#features/people/member/table.ts';
import {
  reminderRefused,
  reminderSettled,
  takeReminders,
} from '#features/standing/streak/reminders.actions.ts';
import { streaks } from '#features/standing/streak/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { answerAt, emptyServer, streakOf } from '../../../support/streaks.ts';

let test: TestDatabase;
const answer = (memberId: string, iso: string) => answerAt(test.db, memberId, iso);
const rowOf = (memberId: string) => streakOf(test.db, memberId);
const at = (iso: string) => ({ db: test.db, clock: { now: () => new Date(iso) } });
const take = async (iso: string) => (await takeReminders(at(iso))).planned;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyServer(test.db));

describe('reminders', () => {
  const EVENING = '2026-11-21T20:00:10Z';
  beforeEach(async () => {
    await test.db.insert(members).values([
      { id: 'ada', reminders: true },
      { id: 'grace', reminders: false },
    ]);
    await answer('ada', '2026-11-20T10:00:00Z');
    await answer('grace', '2026-11-20T10:00:00Z');
  });

  it('are due on the evening before the streak would break, for those who asked', async () => {
    expect(await take('2026-11-21T19:59:00Z')).toEqual([]);
    const [planned, ...more] = await take(EVENING);
    expect(more).toEqual([]);
    expect(planned).toMatchObject({
      due: { memberId: 'ada' },
      remind: { state: { current: 1 }, today: '2026-11-21' },
      dayEndsAt: new Date('2026-11-21T23:00:00Z'),
    });
  });

  it('are taken by one process, and again only when that one’s lease has ended', async () => {
    const taken = await Promise.all(Array.from({ length: 6 }, () => take(EVENING)));
    expect(taken.flat()).toHaveLength(1);
    expect(await take('2026-11-21T20:01:00Z')).toEqual([]);
    expect(await take('2026-11-21T20:03:00Z')).toHaveLength(1);
  });

  it('are over once sent, until the next answer plans the next', async () => {
    const [planned] = await take(EVENING);
    if (planned) await reminderSettled({ db: test.db }, planned);
    expect((await rowOf('ada'))?.remindAt).toBeNull();
    await answer('ada', '2026-11-21T22:00:00Z');
    expect((await rowOf('ada'))?.remindAt).toEqual(new Date('2026-11-22T20:00:00Z'));
  });

  it('do not undo what an answer in that same moment has planned', async () => {
    const [planned] = await take(EVENING);
    await answer('ada', '2026-11-21T20:00:11Z');
    if (planned) await reminderSettled({ db: test.db }, planned);
    expect((await rowOf('ada'))?.remindAt).toEqual(new Date('2026-11-22T20:00:00Z'));
  });

  it('are not sent for a paused day, but looked at again the next evening', async () => {
    await test.db.insert(pauses).values({ memberId: 'ada', fromDate: '2026-11-21', toDate: '2026-11-21' });
    const [planned] = await take(EVENING);
    expect(planned).toMatchObject({ remind: null, nextAt: new Date('2026-11-22T20:00:00Z') });
  });

  it('are switched off for a member who takes no direct messages', async () => {
    const [planned] = await take(EVENING);
    if (planned) await reminderRefused({ db: test.db }, planned);
    expect((await rowOf('ada'))?.remindAt).toBeNull();
    const [ada] = await test.db.select().from(members).where(eq(members.id, 'ada'));
    expect(ada?.reminders).toBe(false);
  });

  it('of one member who cannot be dated is put aside, and the others are reminded', async () => {
    await test.db.insert(members).values({ id: 'linus', reminders: true });
    await answer('linus', '2026-11-20T10:00:00Z');
    await test.db.update(members).set({ zone: 'Mars/Olympus' }).where(eq(members.id, 'ada'));
    const { planned, undecided } = await takeReminders(at(EVENING));
    expect(planned.map(({ due }) => due.memberId)).toEqual(['linus']);
    expect(undecided.map(({ due }) => due.memberId)).toEqual(['ada']);
    expect(undecided[0]?.error).toBeInstanceOf(RangeError);
  });

  it('use the index of planned ones, also among many streaks', async () => {
    await test.db.execute(sql`insert into ${streaks} (member_id, current, longest, last_date, freezes, progress)
      select 'x' || n, 1, 1, '2026-01-01', 0, 1 from generate_series(1, 5000) n`);
    await test.db.execute(sql`analyze streaks`);
    const plan = await test.db.execute(
      sql`explain select member_id from ${streaks} where remind_at is not null and remind_at <= now() order by remind_at limit 25`,
    );
    expect(JSON.stringify(plan)).toContain('streaks_to_remind');
  });
});
