import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { members, pauses } from '#features/people/member/table.ts';
import { answerQuestion } from '#features/asking/quiz/answering.actions.ts';
import { insertPost } from '#features/asking/quiz/posts.store.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { servers } from '#features/people/server/table.ts';
import { readStreak } from '#features/standing/streak/actions.ts';
import { heartbeats, outages, streakDays, streaks } from '#features/standing/streak/table.ts';
import {
  rebuildStreaks,
  recordHeartbeat,
  reminderRefused,
  reminderSettled,
  takeReminders,
} from '#features/standing/streak/upkeep.actions.ts';
import { addDays } from '#lib/local-date.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makePack, packsOf } from '../../../support/pack.ts';

const pack = makePack();
let test: TestDatabase;
const at = (iso: string) => ({ db: test.db, clock: { now: () => new Date(iso) } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  const tables = [answers, posts, streaks, streakDays, members, pauses, outages, heartbeats, servers];
  for (const table of tables) await test.db.delete(table);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'Europe/Berlin', createdAt: new Date(0) });
});

/** Answers a question of its own, as the quiz does it, at an instant. */
async function answer(memberId: string, iso: string): Promise<void> {
  const instant = new Date(iso);
  const post = await insertPost(test.db, {
    kind: 'quiz',
    status: 'open',
    serverId: 's1',
    channelId: 'c1',
    homeChannelId: 'c1',
    askedBy: null,
    exam: pack.exam.id,
    edition: 'c02',
    questionId: 'q-1.1-001',
    questionVersion: 1,
    optionOrder: ['a', 'b', 'c', 'd'],
    createdAt: instant,
    closesAt: null,
  });
  const deps = { db: test.db, content: packsOf(pack) };
  await answerQuestion(deps, { postId: post?.id ?? 0, memberId, picked: [0], pressId: iso, at: instant });
}

const rowOf = async (memberId: string) => {
  const [row] = await test.db.select().from(streaks).where(eq(streaks.memberId, memberId));
  return row;
};

type Step = { kind: 'answer' | 'outage'; hours: number } | { kind: 'pause'; days: number };

/** One step of a random history; returns the time after it. */
async function live(memberId: string, now: number, step: Step): Promise<number> {
  const today = new Date(now).toISOString().slice(0, 10);
  if (step.kind === 'pause') {
    const pause = { memberId, fromDate: addDays(today, 2), toDate: addDays(today, 1 + step.days) };
    await test.db.insert(pauses).values(pause).onConflictDoNothing();
    return now;
  }
  const then = new Date(now + step.hours * 3_600_000);
  if (step.kind === 'outage') {
    await test.db.insert(outages).values({ fromAt: new Date(now), toAt: then, reason: 'offline' });
  } else {
    await answer(memberId, then.toISOString());
  }
  return then.getTime();
}

describe('the cached streak', () => {
  it('equals what the recorded days make, after any history of answers, pauses and outages', async () => {
    const steps = fc.array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc.record({
            kind: fc.constant('answer' as const),
            hours: fc.integer({ min: 1, max: 60 }),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant('pause' as const), days: fc.integer({ min: 1, max: 9 }) }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('outage' as const),
            hours: fc.integer({ min: 5, max: 50 }),
          }),
        },
      ),
      { minLength: 5, maxLength: 40 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', null),
        async (history, zone) => {
          run += 1;
          const memberId = `m${run}`;
          await test.db.delete(outages);
          await test.db.insert(members).values({ id: memberId, zone, dayStart: run % 7 });
          let now = new Date('2026-03-20T11:00:00Z').getTime();
          for (const step of history) now = await live(memberId, now, step);
          const cached = await rowOf(memberId);
          expect(await rebuildStreaks({ db: test.db }, { memberIds: [memberId] })).toEqual([]);
          await test.db.delete(streaks).where(eq(streaks.memberId, memberId));
          if (cached)
            expect(await rebuildStreaks({ db: test.db }, { memberIds: [memberId] })).toEqual([memberId]);
          expect({ ...(await rowOf(memberId)), remindAt: null }).toEqual({ ...cached, remindAt: null });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is put right by a rebuild of everybody, wherever it was wrong, missing or without days', async () => {
    for (const id of ['ada', 'grace', 'linus']) await answer(id, '2026-11-20T10:00:00Z');
    await test.db.update(streaks).set({ current: 99 }).where(eq(streaks.memberId, 'ada'));
    await test.db.delete(streaks).where(eq(streaks.memberId, 'grace'));
    expect((await rebuildStreaks({ db: test.db })).toSorted()).toEqual(['ada', 'grace']);
    expect([(await rowOf('ada'))?.current, (await rowOf('grace'))?.current]).toEqual([1, 1]);
    await test.db.delete(streakDays).where(eq(streakDays.memberId, 'linus'));
    await rebuildStreaks({ db: test.db }, { memberIds: ['linus'] });
    expect(await rowOf('linus')).toBeUndefined();
  });

  it('keeps a planned reminder through a rebuild', async () => {
    await test.db.insert(members).values({ id: 'ada', reminders: true });
    await answer('ada', '2026-11-20T10:00:00Z');
    await test.db.update(streaks).set({ longest: 9 });
    await rebuildStreaks({ db: test.db });
    expect(await rowOf('ada')).toMatchObject({ longest: 1, remindAt: new Date('2026-11-21T20:00:00Z') });
  });
});

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
    await test.db.insert(members).values({ id: 'ada', zone: 'America/New_York', dayStart: 4 });
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
      await test.db
        .insert(members)
        .values({ id: 'ada', visibility })
        .onConflictDoUpdate({ target: members.id, set: { visibility } });
      expect(await seen()).toEqual({ kind: 'not-visible' });
    }
  });
});

describe('heartbeats', () => {
  it('leave no outage while they come, and none for a deployment', async () => {
    expect(await recordHeartbeat(at('2026-11-23T00:00:00Z'))).toBeNull();
    expect(await recordHeartbeat(at('2026-11-23T00:01:00Z'))).toBeNull();
    expect(await recordHeartbeat(at('2026-11-23T00:16:00Z'))).toBeNull();
    expect(await test.db.$count(outages)).toBe(0);
  });

  it('record an absence of more than 15 minutes once, however many processes come back at once', async () => {
    await recordHeartbeat(at('2026-11-23T00:00:00Z'));
    const found = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        recordHeartbeat(at(`2026-11-23T00:16:${String(index).padStart(2, '0')}Z`)),
      ),
    );
    expect(found.filter((outage) => outage !== null)).toHaveLength(1);
    const [row, ...more] = await test.db.select().from(outages);
    expect(more).toEqual([]);
    expect(row?.fromAt).toEqual(new Date('2026-11-23T00:00:00Z'));
    expect(row?.toAt.getTime()).toBeGreaterThanOrEqual(new Date('2026-11-23T00:16:00Z').getTime());
    const [last] = await test.db.select().from(heartbeats);
    expect(last?.at).toEqual(new Date('2026-11-23T00:16:11Z'));
  });

  it('never go back, when one process’ clock is behind', async () => {
    await recordHeartbeat(at('2026-11-23T08:00:00Z'));
    await recordHeartbeat(at('2026-11-23T07:59:00Z'));
    expect((await test.db.select().from(heartbeats))[0]?.at).toEqual(new Date('2026-11-23T08:00:00Z'));
  });

  it('give their streak back to whoever answered before the outage was noticed', async () => {
    await recordHeartbeat(at('2026-11-18T22:00:00Z'));
    await answer('ada', '2026-11-17T10:00:00Z');
    await answer('ada', '2026-11-18T10:00:00Z');
    await answer('ada', '2026-11-20T10:00:00Z');
    expect(await rowOf('ada')).toMatchObject({ current: 1 });
    await recordHeartbeat(at('2026-11-20T10:00:30Z'));
    expect(await rowOf('ada')).toMatchObject({ current: 3 });
  });

  it('two absences of four hours on one day make it neutral together, one alone does not', async () => {
    const beatAt = async (day: string, times: readonly string[]) => {
      await test.db.delete(heartbeats);
      for (const time of times) await recordHeartbeat(at(`${day}T${time}:00Z`));
    };
    await beatAt('2026-11-18', ['04:00', '08:00', '08:10', '12:10']);
    await beatAt('2026-11-20', ['04:00', '08:00', '08:10', '08:20']);
    for (const day of ['17', '19']) await answer('ada', `2026-11-${day}T22:00:00Z`);
    for (const day of ['19', '21']) await answer('grace', `2026-11-${day}T22:00:00Z`);
    expect([await rowOf('ada'), await rowOf('grace')]).toMatchObject([{ current: 2 }, { current: 1 }]);
  });
});

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
    expect(await takeReminders(at('2026-11-21T19:59:00Z'))).toEqual([]);
    const [planned, ...more] = await takeReminders(at(EVENING));
    expect(more).toEqual([]);
    expect(planned).toMatchObject({
      due: { memberId: 'ada' },
      remind: { state: { current: 1 }, today: '2026-11-21' },
      dayEndsAt: new Date('2026-11-21T23:00:00Z'),
    });
  });

  it('are taken by one process, and again only when that one’s lease has ended', async () => {
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeReminders(at(EVENING))));
    expect(taken.flat()).toHaveLength(1);
    expect(await takeReminders(at('2026-11-21T20:01:00Z'))).toEqual([]);
    expect(await takeReminders(at('2026-11-21T20:03:00Z'))).toHaveLength(1);
  });

  it('are over once sent, until the next answer plans the next', async () => {
    const [planned] = await takeReminders(at(EVENING));
    if (planned) await reminderSettled({ db: test.db }, planned);
    expect((await rowOf('ada'))?.remindAt).toBeNull();
    await answer('ada', '2026-11-21T22:00:00Z');
    expect((await rowOf('ada'))?.remindAt).toEqual(new Date('2026-11-22T20:00:00Z'));
  });

  it('do not undo what an answer in that same moment has planned', async () => {
    const [planned] = await takeReminders(at(EVENING));
    await answer('ada', '2026-11-21T20:00:11Z');
    if (planned) await reminderSettled({ db: test.db }, planned);
    expect((await rowOf('ada'))?.remindAt).toEqual(new Date('2026-11-22T20:00:00Z'));
  });

  it('are not sent for a paused day, but looked at again the next evening', async () => {
    await test.db.insert(pauses).values({ memberId: 'ada', fromDate: '2026-11-21', toDate: '2026-11-21' });
    const [planned] = await takeReminders(at(EVENING));
    expect(planned).toMatchObject({ remind: null, nextAt: new Date('2026-11-22T20:00:00Z') });
  });

  it('are switched off for a member who takes no direct messages', async () => {
    const [planned] = await takeReminders(at(EVENING));
    if (planned) await reminderRefused({ db: test.db }, planned);
    expect((await rowOf('ada'))?.remindAt).toBeNull();
    const [ada] = await test.db.select().from(members).where(eq(members.id, 'ada'));
    expect(ada?.reminders).toBe(false);
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
