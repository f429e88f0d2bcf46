import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '#db/connect.ts';
import { setSchedule, skipNext } from '#features/asking/daily/actions.ts';
import { postNow } from '#features/asking/daily/extra.actions.ts';
import { postDue } from '#features/asking/daily/posting.actions.ts';
import { readSchedules } from '#features/asking/daily/store.ts';
import { dailyDates, dailySchedules } from '#features/asking/daily/table.ts';
import { projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { outages } from '#features/record/outage/table.ts';
import { channelQuestions, posts } from '#features/record/post/table.ts';
import { stale } from '#features/record/stale/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

let test: TestDatabase;
let now = new Date();
const pack = makePack({ perDomain: 5 });
const content = libraryOf(pack);
const channels = { missingPermissions: async () => [] };
const deps = (db: Database = test.db) => ({
  db,
  content,
  projections,
  log: silentLog,
  clock: { now: () => now },
  random: Math.random,
  channels,
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T08:00:00Z');
  await emptyTables(test.db);
});

const typed = { time: '09:00', zone: 'UTC', weekdays: null, domains: null, closeAfter: null };
const set = (channelId: string, changes: Partial<typeof typed> = {}) =>
  setSchedule(deps(), {
    serverId: 's1',
    memberId: 'admin',
    channelId,
    typed: { ...typed, ...changes },
    roleId: 'role',
    wantsThread: true,
  });
const which = (channelId: string) => ({ serverId: 's1', memberId: 'admin', channelId, hereId: channelId });
const dates = () =>
  test.db
    .select({ date: dailyDates.localDate, outcome: dailyDates.outcome, postId: dailyDates.postId })
    .from(dailyDates)
    .orderBy(asc(dailyDates.localDate));

describe('a due schedule', () => {
  it('queues one question with everything its post needs, and moves on', async () => {
    await set('c1');
    now = new Date('2026-11-23T09:00:03Z');
    expect(await postDue(deps())).toEqual({ schedules: 1, posts: 1 });
    const [post] = await test.db.select().from(posts);
    expect(post).toMatchObject({
      kind: 'daily',
      status: 'pending',
      channelId: 'c1',
      homeChannelId: 'c1',
      localDate: '2026-11-23',
      isLate: false,
      pingRole: 'role',
      wantsThread: true,
      closesAt: new Date('2026-11-24T09:00:00Z'),
      sendBefore: new Date('2026-11-23T15:00:00Z'),
    });
    expect(post?.optionOrder.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(await dates()).toEqual([{ date: '2026-11-23', outcome: 'posted', postId: post?.id }]);
    const [schedule] = await readSchedules(test.db, 's1');
    expect(schedule).toMatchObject({
      nextDate: '2026-11-24',
      lastDate: '2026-11-23',
      lastPost: { status: 'pending' },
    });
    expect(await postDue(deps())).toEqual({ schedules: 0, posts: 0 });
  });

  it('posts each local date exactly once from any number of processes at once', async () => {
    await test.db
      .insert(servers)
      .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: now });
    await test.db.insert(dailySchedules).values(
      Array.from({ length: 250 }, (_, index) => ({
        serverId: 's1',
        channelId: `many-${index}`,
        time: '09:00',
        zone: 'UTC',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        domains: [],
        status: 'active' as const,
        nextDate: '2026-11-23',
        nextAt: new Date('2026-11-23T09:00:00Z'),
        createdBy: 'admin',
        createdAt: now,
      })),
    );
    now = new Date('2026-11-23T09:00:05Z');
    const processes = Array.from({ length: 4 }, () => connect({ url: test.url, log: silentLog, max: 2 }));
    const settled = await Promise.all(processes.map((db) => postDue(deps(db))));
    // Whoever found only locked rows leaves them to their holder; a second run finds nothing left over.
    settled.push(await postDue(deps()));
    await Promise.all(processes.map((db) => db.end()));
    expect(settled.reduce((sum, { posts: count }) => sum + count, 0)).toBe(250);
    const made = await test.db.select({ channelId: posts.channelId }).from(posts);
    expect(new Set(made.map(({ channelId }) => channelId)).size).toBe(250);
    expect(made).toHaveLength(250);
    expect(await dates()).toHaveLength(250);
  });

  it('does not post a date again when an admin moves the time to later that day', async () => {
    await set('c1');
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    expect(await set('c1', { time: '10:00' })).toMatchObject({ kind: 'set', isChange: true });
    now = new Date('2026-11-23T10:00:03Z');
    expect((await postDue(deps())).posts).toBe(0);
    // Even if the row pointed at the date again, the recorded date decides.
    await test.db.update(dailySchedules).set({ nextDate: '2026-11-23', nextAt: now });
    expect(await postDue(deps())).toEqual({ schedules: 1, posts: 0 });
    expect(await dates()).toHaveLength(1);
  });

  it('after three days away posts only today, late, and records the outage once', async () => {
    await set('c1');
    await set('c2', { time: '11:00' });
    now = new Date('2026-11-26T12:00:00Z');
    expect(await postDue(deps())).toEqual({ schedules: 2, posts: 2 });
    expect(await test.db.select({ isLate: posts.isLate, date: posts.localDate }).from(posts)).toEqual([
      { isLate: true, date: '2026-11-26' },
      { isLate: true, date: '2026-11-26' },
    ]);
    const first = { fromAt: new Date('2026-11-23T09:00:00Z'), toAt: now, reason: 'daily-skipped' };
    const recorded = () =>
      test.db.select({ fromAt: outages.fromAt, toAt: outages.toAt, reason: outages.reason }).from(outages);
    expect(await recorded()).toEqual([first]);
    // Days that were lost are neutral for everybody: streaks are counted anew.
    expect(await test.db.select({ what: stale.what, scope: stale.scope }).from(stale)).toEqual([
      { what: 'streak', scope: 'everyone:2026-11-24' },
    ]);
  });

  it('adds to an outage that is recorded already only what is new', async () => {
    await set('c1');
    now = new Date('2026-11-23T20:00:00Z');
    const known = {
      fromAt: new Date('2026-11-23T08:30:00Z'),
      toAt: new Date('2026-11-23T19:59:00Z'),
      reason: 'heartbeat',
    };
    await test.db.insert(outages).values(known);
    await postDue(deps());
    const [, added] = await test.db
      .select({ fromAt: outages.fromAt, toAt: outages.toAt })
      .from(outages)
      .orderBy(asc(outages.id));
    expect(added).toEqual({ fromAt: known.toAt, toAt: now });
    expect((await dates())[0]).toMatchObject({ outcome: 'skipped-late', postId: null });
  });

  it('that is degraded misses a date without calling it an outage', async () => {
    await set('c1');
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    await test.db.update(posts).set({ status: 'dropped', failure: 'no-permission:Send Messages' });
    now = new Date('2026-11-24T20:00:00Z');
    await postDue(deps());
    expect((await dates()).map(({ outcome }) => outcome)).toEqual(['posted', 'skipped-late']);
    expect(await test.db.select({ id: outages.id }).from(outages)).toEqual([]);
  });

  it('skips the date an admin wanted skipped, and only that', async () => {
    await set('c1');
    expect(await skipNext(deps(), which('c1'))).toMatchObject({
      kind: 'skipped',
      skipped: { date: '2026-11-23' },
    });
    expect(await skipNext(deps(), which('c1'))).toMatchObject({ kind: 'skips-already' });
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    now = new Date('2026-11-24T09:00:03Z');
    await postDue(deps());
    expect((await dates()).map(({ outcome }) => outcome)).toEqual(['skipped-by-admin', 'posted']);
  });

  it('of a server that removed the bot passes silently, and posts again after its return', async () => {
    await set('c1');
    await test.db.update(servers).set({ leftAt: now });
    now = new Date('2026-11-25T09:00:03Z');
    expect(await postDue(deps())).toEqual({ schedules: 1, posts: 0 });
    await test.db.update(servers).set({ leftAt: null });
    now = new Date('2026-11-26T09:00:03Z');
    expect((await postDue(deps())).posts).toBe(1);
    expect((await dates()).map(({ date }) => date)).toEqual(['2026-11-26']);
    expect(await test.db.select({ id: outages.id }).from(outages)).toEqual([]);
  });

  it('of a server that is back before anybody noted it waits, and is posted late instead of lost', async () => {
    await set('c1');
    await test.db.update(servers).set({ leftAt: now });
    now = new Date('2026-11-23T09:00:03Z');
    expect((await postDue(deps())).posts).toBe(0);
    await test.db.update(servers).set({ leftAt: null });
    now = new Date('2026-11-23T09:10:04Z');
    expect((await postDue(deps())).posts).toBe(1);
    expect(await dates()).toMatchObject([{ date: '2026-11-23', outcome: 'posted' }]);
    expect(await test.db.select({ id: outages.id }).from(outages)).toEqual([]);
  });

  it('whose zone nobody knows stops no other, waits an hour, and posts once it is mended', async () => {
    for (const channelId of ['c1', 'c2', 'c3']) await set(channelId);
    await test.db
      .update(dailySchedules)
      .set({ zone: 'Mars/Olympus' })
      .where(eq(dailySchedules.channelId, 'c2'));
    now = new Date('2026-11-23T09:00:03Z');
    expect(await postDue(deps())).toEqual({ schedules: 3, posts: 2 });
    const asked = await test.db.select({ channelId: posts.channelId }).from(posts);
    expect(asked.map(({ channelId }) => channelId).toSorted()).toEqual(['c1', 'c3']);
    // It does not come back with every run, where it would take a place in each batch.
    expect(await postDue(deps())).toEqual({ schedules: 0, posts: 0 });
    await test.db.update(dailySchedules).set({ zone: 'UTC' });
    now = new Date('2026-11-23T10:00:03Z');
    expect(await postDue(deps())).toEqual({ schedules: 1, posts: 1 });
    const [late] = await test.db.select().from(posts).where(eq(posts.channelId, 'c2'));
    const sendBefore = new Date('2026-11-23T15:00:00Z');
    expect(late).toMatchObject({ localDate: '2026-11-23', isLate: true, sendBefore });
  });

  it('that was mended more than six hours later leaves the date out', async () => {
    await set('c1');
    await test.db.update(dailySchedules).set({ zone: 'Mars/Olympus' });
    for (let hour = 9; hour <= 15; hour += 1) {
      now = new Date(Date.UTC(2026, 10, 23, hour, 0, 3 + hour));
      expect(await postDue(deps())).toEqual({ schedules: 1, posts: 0 });
    }
    await test.db.update(dailySchedules).set({ zone: 'UTC' });
    now = new Date('2026-11-23T16:01:00Z');
    expect(await postDue(deps())).toEqual({ schedules: 1, posts: 0 });
    expect(await dates()).toMatchObject([{ date: '2026-11-23', outcome: 'skipped-late' }]);
    // One server's trouble, and no outage that makes a day neutral for everybody.
    expect(await test.db.$count(outages)).toBe(0);
  });

  it('notes in the same transaction what its channel was asked', async () => {
    await set('c1');
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    const [post] = await test.db.select().from(posts);
    expect(await test.db.select().from(channelQuestions)).toEqual([
      {
        ...{ channelId: 'c1', exam: pack.exam.id, questionId: post?.questionId, serverId: 's1', times: 1 },
        lastAt: now,
      },
    ]);
  });

  it('never asks a question again in its channel before all were asked', async () => {
    await set('c1');
    for (let day = 0; day < 20; day += 1) {
      now = new Date(Date.parse('2026-11-23T09:00:03Z') + day * 24 * 3_600_000);
      await postDue(deps());
    }
    const asked = await test.db.select({ id: posts.questionId }).from(posts);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(20);
  });
});

describe('an extra question', () => {
  const extra = (pressId: string) => postNow(deps(), { ...which('c1'), pressId });

  it('leaves the schedule and its dates as they are', async () => {
    await set('c1');
    expect(await extra('i1')).toMatchObject({ kind: 'queued', closesAt: new Date('2026-11-23T09:00:00Z') });
    expect(await dates()).toEqual([]);
    now = new Date('2026-11-23T09:00:03Z');
    expect((await postDue(deps())).posts).toBe(1);
  });

  it('is queued once when two admins press at once', async () => {
    await set('c1');
    const outcomes = await Promise.all([extra('i1'), extra('i2')]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['on-its-way', 'queued']);
    expect(await test.db.$count(posts, eq(posts.kind, 'daily'))).toBe(1);
  });

  it('is queued once, and says the same, when one press comes twice', async () => {
    await set('c1');
    const outcomes = await Promise.all([extra('i1'), extra('i1')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['queued', 'queued']);
    expect(await test.db.$count(posts, eq(posts.kind, 'daily'))).toBe(1);
  });

  it('can be asked for once a minute', async () => {
    await set('c1');
    await extra('i1');
    await test.db.update(posts).set({ status: 'open' });
    now = new Date(now.getTime() + 59_000);
    expect(await extra('i2')).toMatchObject({ kind: 'too-soon', at: new Date(now.getTime() + 1_000) });
    now = new Date(now.getTime() + 1_000);
    expect(await extra('i3')).toMatchObject({ kind: 'queued' });
  });

  it('pings the role once a day in its channel, whatever the schedule itself does', async () => {
    await set('c1');
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    const isSilent = async (pressId: string) => {
      await test.db.update(posts).set({ status: 'open' }).where(eq(posts.status, 'pending'));
      now = new Date(now.getTime() + 61_000);
      const outcome = await extra(pressId);
      return outcome.kind === 'queued' ? outcome.isSilent : outcome.kind;
    };
    expect([await isSilent('i1'), await isSilent('i2'), await isSilent('i3')]).toEqual([false, true, true]);
    // One press that comes twice reads the same again.
    expect(await extra('i3')).toMatchObject({ kind: 'queued', isSilent: true });
    const roles = await test.db.select({ role: posts.pingRole }).from(posts).orderBy(posts.id);
    expect(roles.map(({ role }) => role)).toEqual(['role', 'role', null, null]);
    now = new Date('2026-11-24T00:00:01Z');
    expect(await isSilent('i4')).toBe(false);
  });

  it('sends at once what waits for its next try, once nothing stands in its way', async () => {
    await set('c1');
    await extra('i1');
    const retryAt = new Date(now.getTime() + 1_800_000);
    await test.db.update(posts).set({ retryAt, failure: 'no-permission:Send Messages' });
    expect(await extra('i2')).toMatchObject({ kind: 'sent-on' });
    expect(await test.db.select({ retryAt: posts.retryAt }).from(posts)).toEqual([{ retryAt: null }]);
    // It is being sent, and has not failed anew: a second look says the same.
    expect(await extra('i3')).toMatchObject({ kind: 'sent-on' });
  });
});
