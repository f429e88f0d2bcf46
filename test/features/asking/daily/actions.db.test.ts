import { setTimeout } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import {
  deleteSchedule,
  listSchedules,
  pauseSchedule,
  resumeSchedule,
  setSchedule,
  skipNext,
} from '#features/asking/daily/actions.ts';
import { postNow, previewSchedule } from '#features/asking/daily/extra.actions.ts';
import { postDue } from '#features/asking/daily/posting.actions.ts';
import {
  claimClosed,
  claimDegraded,
  prepareRecap,
  recordRecap,
  recordTold,
} from '#features/asking/daily/recaps.actions.ts';
import { troubleOf } from '#features/asking/daily/rules.ts';
import { readSchedules } from '#features/asking/daily/store.ts';
import { dailyDates, dailySchedules } from '#features/asking/daily/table.ts';
import { projections } from '#features/index.ts';
import { members } from '#features/people/member/table.ts';
import { recentChanges } from '#features/people/server/store.ts';
import { claimSends, recordSent } from '#features/record/post/actions.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { recap as streakRecap } from '#features/standing/streak/recap.ts';
import { streakDays, streaks } from '#features/standing/streak/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

let test: TestDatabase;
let now = new Date();
let missing: string[] | 'no-channel' = [];
const pack = makePack({ perDomain: 5 });
const content = libraryOf(pack);
const deps = () => ({
  db: test.db,
  content,
  projections,
  log: silentLog,
  clock: { now: () => now },
  random: Math.random,
  channels: { missingPermissions: async () => missing },
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T08:00:00Z');
  missing = [];
  await emptyTables(test.db);
});

const typed = { time: '09:00', zone: 'UTC', weekdays: null, domains: null, closeAfter: null };
const set = (changes: Partial<Record<keyof typeof typed, string>> = {}, channelId = 'c1') =>
  setSchedule(deps(), {
    serverId: 's1',
    memberId: 'admin',
    channelId,
    typed: { ...typed, ...changes },
    wantsThread: null,
  });
const which = { serverId: 's1', memberId: 'admin', channelId: null, hereId: 'elsewhere' };

describe('setting a schedule', () => {
  it('previews the next three posts', async () => {
    const outcome = await set({ weekdays: 'mon,thu' });
    expect(outcome).toMatchObject({ kind: 'set', isChange: false });
    expect(outcome.kind === 'set' && outcome.next.map(({ date }) => date)).toEqual([
      '2026-11-23',
      '2026-11-26',
      '2026-11-30',
    ]);
  });

  it.each([[['Send Messages']], ['no-channel' as const]])(
    'stores nothing while the bot lacks %s',
    async (lacking) => {
      missing = lacking;
      expect(await set()).toMatchObject({
        kind: 'lacks-permission',
        missing: lacking === 'no-channel' ? ['View Channel'] : lacking,
      });
      expect((await listSchedules(deps(), which)).schedules).toEqual([]);
      expect(await recentChanges(test.db, { serverId: 's1', limit: 5 })).toEqual([]);
    },
  );

  it('changes the channel’s schedule, keeps what was not given, and logs both', async () => {
    await set({ domains: '2', closeAfter: '12h' });
    expect(await set({ time: '10:00' })).toMatchObject({
      isChange: true,
      settings: { time: '10:00', domains: ['2'], closeAfterMinutes: 720 },
    });
    const log = await recentChanges(test.db, { serverId: 's1', limit: 5 });
    expect(log.map(({ setting, memberId }) => [setting, memberId])).toEqual([
      ['daily:c1', 'admin'],
      ['daily:c1', 'admin'],
    ]);
    expect(log[0]?.before).toContain('09:00');
    expect(log[0]?.after).toContain('10:00');
  });

  it('keeps the date that an admin skips through other changes, while it lies ahead', async () => {
    await set();
    await skipNext(deps(), which);
    const changed = await set({ time: '10:00' });
    expect(changed.kind === 'set' && changed.next.map(({ date }) => date)).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ]);
    expect((await listSchedules(deps(), which)).schedules).toMatchObject([{ skipDate: '2026-11-23' }]);
    now = new Date('2026-11-23T10:00:03Z');
    expect((await postDue(deps())).posts).toBe(0);
    expect((await listSchedules(deps(), which)).schedules).toMatchObject([{ skipDate: null }]);
  });

  it('says that today’s was posted when a change would have it come later today, and only then', async () => {
    expect(await set()).toMatchObject({ held: null });
    now = new Date('2026-11-23T09:00:03Z');
    expect(await set({ time: '09:00' })).toMatchObject({ held: null });
    await test.db
      .update(dailySchedules)
      .set({ nextDate: '2026-11-23', nextAt: new Date('2026-11-23T09:00Z') });
    await postDue(deps());
    const next = [{ date: '2026-11-24' }, { date: '2026-11-25' }, { date: '2026-11-26' }];
    expect(await set({ time: '20:00' })).toMatchObject({ held: 'posted', next });
    expect(await set({ time: '08:00' })).toMatchObject({ held: null, next });
    expect(await set({ time: '20:00', weekdays: 'tue' })).toMatchObject({ held: null });
  });

  it('forgets a skip whose date is over with the new time', async () => {
    await set();
    await skipNext(deps(), which);
    await set({ time: '07:00' });
    expect((await listSchedules(deps(), which)).schedules).toMatchObject([
      { skipDate: null, nextDate: '2026-11-24' },
    ]);
  });

  it('makes twenty in a server and no more, however many admins set them at once', async () => {
    const channelIds = Array.from({ length: 26 }, (_, index) => `c${index + 1}`);
    for (const channelId of channelIds.slice(0, 17)) await set({}, channelId);
    const outcomes = await Promise.all(channelIds.slice(17).map((channelId) => set({}, channelId)));
    expect(outcomes.filter(({ kind }) => kind === 'set')).toHaveLength(3);
    expect(outcomes.filter(({ kind }) => kind === 'too-many')).toHaveLength(6);
    expect((await listSchedules(deps(), which)).schedules).toHaveLength(20);
    expect(await set({ time: '11:00' }, 'c1')).toMatchObject({ kind: 'set', isChange: true });
  });

  it('makes one schedule when two admins set the same channel at once', async () => {
    const outcomes = await Promise.all([set(), set()]);
    expect(outcomes.map(({ kind }) => kind)).toContain('set');
    expect((await listSchedules(deps(), which)).schedules).toHaveLength(1);
  });
});

describe('pausing, resuming, removing', () => {
  it('paused posts nothing, and what passed is not made up for', async () => {
    await set();
    expect(await pauseSchedule(deps(), which)).toMatchObject({ kind: 'paused' });
    expect(await pauseSchedule(deps(), which)).toMatchObject({ kind: 'paused-already' });
    now = new Date('2026-11-25T10:00:00Z');
    expect(await postDue(deps())).toEqual({ schedules: 0, posts: 0 });
    expect(await resumeSchedule(deps(), which)).toMatchObject({
      kind: 'resumed',
      next: [{ date: '2026-11-26' }, {}, {}],
    });
    expect((await postDue(deps())).posts).toBe(0);
  });

  it('gives up a question that still waits to be sent', async () => {
    await set();
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    await pauseSchedule(deps(), which);
    expect(await test.db.select({ status: posts.status, failure: posts.failure }).from(posts)).toEqual([
      { status: 'dropped', failure: 'schedule-changed' },
    ]);
  });

  it('a removed schedule leaves no question behind that still waits to be sent', async () => {
    await set();
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    await deleteSchedule(deps(), which);
    expect(await test.db.select({ status: posts.status, failure: posts.failure }).from(posts)).toEqual([
      { status: 'dropped', failure: 'schedule-changed' },
    ]);
  });

  it('leaves the question alone that is being sent at this moment: it appears and closes as any other', async () => {
    for (const change of [pauseSchedule, deleteSchedule]) {
      await set();
      now = new Date(now.getTime() + 86_400_000 + 3_603_000);
      await postDue(deps());
      const [sending] = await claimSends(deps(), { limit: 5, busyChannels: [] });
      if (!sending) throw new Error('nothing to send');
      await change(deps(), which);
      const { id, closesAt } = sending;
      await recordSent(deps(), { id, messageId: 'm1', closesAt, threadDue: false });
      const [post] = await test.db.select().from(posts).where(eq(posts.id, sending.id));
      expect(post).toMatchObject({ status: 'open', messageId: 'm1', failure: null });
      await emptyTables(test.db);
    }
  });

  it('of a schedule that somebody is just removing says that it is gone, and logs nothing', async () => {
    const changes: Record<string, () => Promise<unknown>> = {
      pause: () => pauseSchedule(deps(), which),
      skip: () => skipNext(deps(), which),
      set: () => set({ time: '10:00' }),
      'post-now': () => postNow(deps(), { ...which, pressId: 'i1' }),
    };
    for (const [name, change] of Object.entries(changes)) {
      await set();
      const outcome = await duringRemoval(change);
      expect(outcome, name).toEqual({ kind: 'gone-just-now' });
      expect(await test.db.$count(posts), name).toBe(0);
      expect(await recentChanges(test.db, { serverId: 's1', limit: 9 }), name).toHaveLength(1);
      await emptyTables(test.db);
    }
    await set();
    await pauseSchedule(deps(), which);
    expect(await duringRemoval(() => resumeSchedule(deps(), which))).toEqual({ kind: 'gone-just-now' });
  });

  it('removed twice at once, as by one press in two processes, is removed for both and logged once', async () => {
    await set();
    expect(await duringRemoval(() => deleteSchedule(deps(), which))).toMatchObject({ kind: 'removed' });
    expect(await recentChanges(test.db, { serverId: 's1', limit: 9 })).toHaveLength(1);
    expect(await test.db.$count(dailySchedules)).toBe(0);
  });

  /** What comes of a change that found the schedule while another admin's removal was underway. */
  async function duringRemoval<T>(change: () => Promise<T>): Promise<T> {
    const removal = Promise.withResolvers<void>();
    const removed = test.db.transaction(async (tx) => {
      await tx.delete(dailySchedules);
      removal.resolve();
      await setTimeout(150);
    });
    await removal.promise;
    const outcome = await change();
    await removed;
    return outcome;
  }

  it('asks for the channel when the server has several and none here', async () => {
    await set();
    await set({}, 'c2');
    expect(await deleteSchedule(deps(), which)).toEqual({
      kind: 'none-here',
      wanted: null,
      channelIds: ['c1', 'c2'],
    });
    expect(await deleteSchedule(deps(), { ...which, channelId: 'c2' })).toMatchObject({ kind: 'removed' });
    expect((await listSchedules(deps(), which)).schedules.map(({ channelId }) => channelId)).toEqual(['c1']);
  });

  it('does not touch the schedule of another server', async () => {
    await set();
    const other = { ...which, serverId: 's2', channelId: 'c1' };
    expect(await deleteSchedule(deps(), other)).toEqual({
      kind: 'none-here',
      wanted: other.channelId,
      channelIds: [],
    });
  });

  it('a preview tells times and domain, never the question', async () => {
    await set({ domains: '3' });
    const preview = await previewSchedule(deps(), which);
    expect(preview).toMatchObject({ kind: 'preview', domain: { id: '3' }, isExhausted: false });
    expect(JSON.stringify(preview)).not.toContain('q-3.1');
  });
});

async function postAndClose(): Promise<number> {
  await set();
  now = new Date('2026-11-23T09:00:03Z');
  await postDue(deps());
  const [post] = await test.db
    .update(posts)
    .set({ status: 'closed', messageId: 'm1' })
    .returning({ id: posts.id });
  now = new Date('2026-11-24T09:00:05Z');
  return post!.id;
}

async function answer(
  memberId: string,
  postId: number,
  facts: { isCorrect: boolean; streak: number; days?: string[] },
) {
  const localDate = '2026-11-23';
  await test.db.insert(answers).values({
    postId,
    memberId,
    serverId: 's1',
    exam: pack.exam.id,
    domain: '1',
    questionId: 'q-1.1-001',
    questionVersion: 1,
    difficulty: 1,
    picks: ['a'],
    pressId: `press-${postId}-${memberId}`,
    isCorrect: facts.isCorrect,
    isRated: true,
    ratedRound: 0,
    points: 1,
    answeredAt: new Date(now.getTime() - 3_600_000),
    localDate,
  });
  const days = facts.days ?? [localDate];
  await test.db.insert(streaks).values({
    memberId,
    current: facts.streak,
    longest: facts.streak,
    lastDate: days.at(-1)!,
    freezes: 0,
    progress: 0,
  });
  await test.db.insert(streakDays).values(days.map((day) => ({ memberId, localDate: day })));
}

async function claimDueRecaps(on: ReturnType<typeof deps>) {
  const closed = await claimClosed(on, { limit: 50 });
  const recaps = await Promise.all(closed.map((one) => prepareRecap(on, one)));
  return recaps.filter((recap) => recap !== null);
}

describe('the recap', () => {
  it('tells answers, share right, milestones of visible members and the next time, once', async () => {
    const postId = await postAndClose();
    await answer('seven', postId, { isCorrect: true, streak: 7 });
    await answer('eight-by-now', postId, { isCorrect: true, streak: 8, days: ['2026-11-23', '2026-11-24'] });
    await answer('five', postId, { isCorrect: false, streak: 5 });
    await answer('hidden', postId, { isCorrect: true, streak: 30 });
    await test.db.insert(members).values({ id: 'hidden', visibility: 'hidden' });
    const recaps = await claimDueRecaps(deps());
    expect(recaps).toMatchObject([{ postId, answers: 4, right: 3, next: { date: '2026-11-25' } }]);
    // safe: the recap of streaks uses nothing else
    const app = deps() as unknown as BotApp;
    expect(await streakRecap(app, { postId, serverId: 's1' }, wordsOf('en'))).toEqual([
      '🔥 **Streak milestones:** <@eight-by-now> (7 days) and <@seven> (7 days). Well done!',
    ]);
    expect(await claimDueRecaps(deps())).toEqual([]);
    await recordRecap(deps(), { postId, messageId: 'r1' });
    now = new Date(now.getTime() + 3_600_000);
    expect(await claimDueRecaps(deps())).toEqual([]);
  });

  it('says that the next question is there already, where one closes when the next comes', async () => {
    const postId = await postAndClose();
    await answer('one', postId, { isCorrect: true, streak: 1 });
    await postDue(deps());
    expect(await claimDueRecaps(deps())).toMatchObject([{ postId, next: 'posted' }]);
  });

  it('is tried again while Discord knows the nonce, and never after', async () => {
    const postId = await postAndClose();
    await answer('one', postId, { isCorrect: true, streak: 1 });
    expect(await claimDueRecaps(deps())).toHaveLength(1);
    now = new Date(now.getTime() + 40_000);
    expect(await claimDueRecaps(deps())).toHaveLength(1);
    now = new Date(now.getTime() + 180_000);
    expect(await claimDueRecaps(deps())).toEqual([]);
    const [date] = await test.db
      .select({ at: dailyDates.recapAt, message: dailyDates.recapMessageId })
      .from(dailyDates);
    expect(date).toEqual({ at: now, message: null });
  });

  it('is not written again where a process of an earlier release did, which knew of the date alone', async () => {
    const postId = await postAndClose();
    await answer('one', postId, { isCorrect: true, streak: 1 });
    await test.db.update(dailyDates).set({ recapAt: now, recapMessageId: 'r1' });
    expect(await claimDueRecaps(deps())).toEqual([]);
    now = new Date(now.getTime() + 40_000);
    expect(await claimClosed(deps(), { limit: 50 })).toEqual([]);
    expect(await test.db.select({ message: dailyDates.recapMessageId }).from(dailyDates)).toEqual([
      { message: 'r1' },
    ]);
  });

  it('is left out when nobody answered, and recorded', async () => {
    await postAndClose();
    expect(await claimDueRecaps(deps())).toEqual([]);
    expect(await test.db.select({ at: dailyDates.recapAt }).from(dailyDates)).toEqual([{ at: now }]);
  });

  it('is claimed by one of several processes', async () => {
    const postId = await postAndClose();
    await answer('one', postId, { isCorrect: true, streak: 1 });
    const claims = await Promise.all([
      claimDueRecaps(deps()),
      claimDueRecaps(deps()),
      claimDueRecaps(deps()),
    ]);
    expect(claims.flat()).toHaveLength(1);
  });
});

describe('a failing schedule', () => {
  it('is told once, and again only after it had recovered', async () => {
    await set();
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    expect(await claimDegraded(deps())).toEqual([]);
    await test.db.update(posts).set({ failure: 'no-permission:Send Messages' });
    const [told] = await claimDegraded(deps());
    expect(told).toMatchObject({ channelId: 'c1', adminId: 'admin' });
    expect(told && troubleOf(told)).toEqual({ of: 'post', failure: 'no-permission:Send Messages' });
    expect(await claimDegraded(deps())).toEqual([]);
    await recordTold(deps(), told!);
    now = new Date('2026-11-23T10:00:00Z');
    expect(await claimDegraded(deps())).toEqual([]);
    await test.db.update(posts).set({ status: 'open', failure: null });
    await claimDegraded(deps());
    await test.db.update(posts).set({ status: 'dropped', failure: 'no-channel' });
    expect(await claimDegraded(deps())).toHaveLength(1);
  });

  it('is told of any other lasting refusal too, and not of what passes', async () => {
    await set();
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    for (const failure of ['discord-unavailable', 'discord-20028', 'http-503', 'too-late', 'no-question']) {
      await test.db.update(posts).set({ failure });
      expect(await claimDegraded(deps())).toEqual([]);
    }
    await test.db.update(posts).set({ failure: 'refused:50035' });
    const [told] = await claimDegraded(deps());
    expect(told && troubleOf(told)).toEqual({ of: 'post', failure: 'refused:50035' });
  });

  it('is one whose last key Discord did not take, told once, until the next key is shown', async () => {
    await postAndClose();
    await test.db.update(posts).set({ failure: 'refused:50035' });
    await postDue(deps());
    await test.db.update(posts).set({ status: 'open' }).where(eq(posts.status, 'pending'));
    const [told] = await claimDegraded(deps());
    expect(told && troubleOf(told)).toEqual({ of: 'reveal', failure: 'refused:50035' });
    await recordTold(deps(), told!);
    now = new Date(now.getTime() + 3_600_000);
    expect(await claimDegraded(deps())).toEqual([]);
    const listed = await readSchedules(test.db, 's1');
    expect(listed).toMatchObject([{ lastReveal: 'refused:50035', lastPost: { failure: null } }]);
    await test.db.update(posts).set({ status: 'closed', failure: null }).where(eq(posts.status, 'open'));
    await claimDegraded(deps());
    expect(await test.db.select({ at: dailySchedules.toldDegradedAt }).from(dailySchedules)).toEqual([
      { at: null },
    ]);
  });
});
