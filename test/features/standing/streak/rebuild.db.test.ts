import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projections } from '#features/index.ts';
import { saveSettings } from '#features/people/member/store.ts';
import { members, pauses } from '#features/people/member/table.ts';
import { recordHeartbeat } from '#features/record/outage/actions.ts';
import { heartbeats, outages } from '#features/record/outage/table.ts';
import { rebuildStale, takeStale } from '#features/record/stale/actions.ts';
import { rebuildStreaks } from '#features/standing/streak/rebuild.actions.ts';
import { streakDays, streaks } from '#features/standing/streak/table.ts';
import { addDays } from '#lib/local-date.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { answerAt, emptyServer, streakOf } from '../../../support/streaks.ts';

let test: TestDatabase;
const answer = (memberId: string, iso: string) => answerAt(test.db, memberId, iso);
const rowOf = (memberId: string) => streakOf(test.db, memberId);
const at = (iso: string) => ({
  ...{ db: test.db, projections, log: silentLog, clock: { now: () => new Date(iso) } },
});
const beat = (iso: string) => recordHeartbeat(at(iso));

/** What the queue of rebuilds holds, as its job does it. */
async function rebuildAt(iso: string): Promise<void> {
  for (const claimed of await takeStale(at(iso))) await rebuildStale(at(iso), claimed);
}

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyServer(test.db));

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
          expect(await rebuildStreaks({ db: test.db }, { memberIds: [memberId] })).toBe(0);
          await test.db.delete(streaks).where(eq(streaks.memberId, memberId));
          if (cached) expect(await rebuildStreaks({ db: test.db }, { memberIds: [memberId] })).toBe(1);
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
    expect(await rebuildStreaks({ db: test.db })).toBe(2);
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

  it('of everybody else is put right where one member’s days cannot be computed, and that one is told', async () => {
    for (const id of ['ada', 'grace', 'linus']) {
      await answer(id, '2026-11-18T10:00:00Z');
      await answer(id, '2026-11-20T10:00:00Z');
    }
    await test.db.update(streaks).set({ current: 99 });
    await saveSettings(test.db, { id: 'grace', zone: 'Mars/Olympus' });
    const failed = await rebuildStreaks({ db: test.db }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(AggregateError);
    expect(failed).toHaveProperty('message', '1 streaks not rebuilt');
    const lengths = await Promise.all(['ada', 'grace', 'linus'].map(rowOf));
    expect(lengths.map((row) => row?.current)).toEqual([1, 99, 1]);
  });

  it('is counted anew for those alone who were active since a date', async () => {
    await answer('early', '2026-11-10T10:00:00Z');
    await answer('late', '2026-11-20T10:00:00Z');
    await test.db.update(streaks).set({ current: 99 });
    expect(await rebuildStreaks({ db: test.db }, { activeSince: '2026-11-18' })).toBe(1);
    expect([await rowOf('early'), await rowOf('late')]).toMatchObject([{ current: 99 }, { current: 1 }]);
  });

  it('of hundreds is gone through page by page', async () => {
    await test.db.execute(sql`insert into streak_days (member_id, local_date)
      select 'm' || lpad(n::text, 4, '0'), '2026-11-20' from generate_series(1, 450) n`);
    expect(await rebuildStreaks({ db: test.db })).toBe(450);
    expect(await rebuildStreaks({ db: test.db })).toBe(0);
  });
});

describe('absences of the bot', () => {
  it('give their streak back to whoever answered before the outage was noticed', async () => {
    await beat('2026-11-18T22:00:00Z');
    await answer('ada', '2026-11-17T10:00:00Z');
    await answer('ada', '2026-11-18T10:00:00Z');
    await answer('ada', '2026-11-20T10:00:00Z');
    expect(await rowOf('ada')).toMatchObject({ current: 1 });
    await beat('2026-11-20T10:00:30Z');
    await rebuildAt('2026-11-20T10:00:30Z');
    expect(await rowOf('ada')).toMatchObject({ current: 3 });
  });

  it('two absences of four hours on one day make it neutral together, one alone does not', async () => {
    const beatAt = async (day: string, times: readonly string[]) => {
      await test.db.delete(heartbeats);
      for (const time of times) await beat(`${day}T${time}:00Z`);
    };
    await beatAt('2026-11-18', ['04:00', '08:00', '08:10', '12:10']);
    await beatAt('2026-11-20', ['04:00', '08:00', '08:10', '08:20']);
    for (const day of ['17', '19']) await answer('ada', `2026-11-${day}T22:00:00Z`);
    for (const day of ['19', '21']) await answer('grace', `2026-11-${day}T22:00:00Z`);
    expect([await rowOf('ada'), await rowOf('grace')]).toMatchObject([{ current: 2 }, { current: 1 }]);
  });
});
