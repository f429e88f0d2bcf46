// The question of the day as a part of a server's set-up: its first schedule, and what follows the server's zone.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setSchedule, skipNext } from '#features/asking/daily/actions.ts';
import { queueTest } from '#features/asking/daily/extra.actions.ts';
import { postDue } from '#features/asking/daily/posting.actions.ts';
import { changeFirst, firstChannel, type SectionChanges } from '#features/asking/daily/section.actions.ts';
import { section } from '#features/asking/daily/section.ts';
import { readSchedules } from '#features/asking/daily/store.ts';
import { dailySchedules } from '#features/asking/daily/table.ts';
import { chooseZone } from '#features/desk/setup/actions.ts';
import { readServer } from '#features/people/server/store.ts';
import { serverChanges, servers } from '#features/people/server/table.ts';
import { posts } from '#features/record/post/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';

let test: TestDatabase;
let now = new Date();
let missing: string[] = [];
const deps = () => ({
  db: test.db,
  content: libraryOf(makePack()),
  clock: { now: () => now },
  log: silentLog,
  random: Math.random,
  channels: { missingPermissions: async () => missing },
  projections: [],
  sections: [section],
});
const who = { serverId: 's1', memberId: 'admin' };
const change = (changes: SectionChanges) => changeFirst(deps(), { ...who, changes });
/** Moves the server's zone; returns what is said of what followed. */
const moveZone = async (typed: string) => {
  const { followed } = await chooseZone(deps(), { ...who, typed });
  return followed.map((sentence) => sentence(wordsOf('en')));
};
const schedules = () => readSchedules(test.db, 's1');

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T08:00:00Z');
  missing = [];
  for (const table of [dailySchedules, posts, serverChanges, servers]) await test.db.delete(table);
});

describe('the first question of the day', () => {
  it('starts with its channel, in the server’s zone, every day', async () => {
    expect(await moveZone('berlin')).toEqual([]);
    expect(await change({ channelId: 'c1', time: '7pm', roleId: 'r1' })).toEqual({
      kind: 'daily-saved',
      channelId: 'c1',
      isNew: true,
      held: null,
    });
    expect(await schedules()).toMatchObject([
      {
        channelId: 'c1',
        time: '19:00',
        zone: 'Europe/Berlin',
        roleId: 'r1',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
      },
    ]);
  });

  it('needs a channel before a time, and moves to another channel', async () => {
    expect(await change({ time: '10:00' })).toEqual({ kind: 'channel-first' });
    await change({ channelId: 'c1' });
    expect(await change({ channelId: 'c2', roleId: 'r1' })).toMatchObject({ isNew: false });
    await change({ roleId: null });
    expect(await schedules()).toMatchObject([{ channelId: 'c2', roleId: null, time: '09:00' }]);
  });

  it('is stored in no channel in which the bot cannot post', async () => {
    missing = ['Send Messages'];
    expect(await change({ channelId: 'c1' })).toEqual({
      kind: 'lacks-permission',
      channelId: 'c1',
      missing: ['Send Messages'],
    });
    expect(await schedules()).toEqual([]);
  });

  it('names a time that makes no sense, and stores nothing', async () => {
    expect(await change({ channelId: 'c1', time: 'soonish' })).toMatchObject({
      kind: 'bad-option',
      option: 'time',
    });
    expect(await schedules()).toEqual([]);
  });

  it('takes what still waits to be sent out of the channel that it leaves', async () => {
    await change({ channelId: 'c1' });
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    await change({ time: '10:00' });
    expect(await test.db.select({ status: posts.status }).from(posts)).toEqual([{ status: 'pending' }]);
    await change({ channelId: 'c2' });
    expect(await test.db.select({ status: posts.status, failure: posts.failure }).from(posts)).toEqual([
      { status: 'dropped', failure: 'schedule-changed' },
    ]);
  });

  it('says when a change begins with the next date, since today’s was posted', async () => {
    expect(await change({ channelId: 'c1' })).toMatchObject({ kind: 'daily-saved', held: null });
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    expect(await change({ time: '20:00' })).toMatchObject({ kind: 'daily-saved', held: 'posted' });
    expect(await change({ time: '08:00' })).toMatchObject({ kind: 'daily-saved', held: null });
  });

  it('is not woken by a change when it is paused, and does not take another one’s channel', async () => {
    await change({ channelId: 'c1' });
    await test.db.update(dailySchedules).set({ status: 'paused' });
    await change({ time: '10:00' });
    expect(await schedules()).toMatchObject([{ status: 'paused', time: '10:00' }]);
    await change({ channelId: 'c2' });
    const typed = { time: '09:00', zone: null, weekdays: null, domains: null, closeAfter: null };
    await setSchedule(deps(), { ...who, channelId: 'c1', typed, wantsThread: null });
    expect(await change({ channelId: 'c1' })).toEqual({ kind: 'channel-taken', channelId: 'c1' });
  });

  it('has the channel in which the whole server can be told something', async () => {
    expect(await firstChannel(test.db, 's1')).toBeNull();
    await change({ channelId: 'c1' });
    expect(await firstChannel(test.db, 's1')).toBe('c1');
  });
});

describe('the server’s zone', () => {
  it('is followed by the question of the day, unless it has its own', async () => {
    await change({ channelId: 'c1' });
    const typed = { time: '09:00', zone: 'Asia/Tokyo', weekdays: null, domains: null, closeAfter: null };
    await setSchedule(deps(), { ...who, channelId: 'c2', typed, wantsThread: null });
    expect(await moveZone('America/New_York')).toEqual(['The question of the day follows it.']);
    const moved = await schedules();
    expect(moved.map(({ zone }) => zone)).toEqual(['America/New_York', 'Asia/Tokyo']);
    expect(moved[0]?.nextAt).toEqual(new Date('2026-11-23T14:00:00Z'));
    await test.db.update(dailySchedules).set({ zone: 'Asia/Tokyo' });
    expect(await moveZone('Europe/Berlin')).toEqual([]);
  });

  it('is followed through changes at once, whichever comes last', async () => {
    await change({ channelId: 'c1' });
    await Promise.all(['Asia/Tokyo', 'Europe/Berlin', 'America/Lima', 'Africa/Lagos'].map(moveZone));
    const server = await readServer(test.db, 's1');
    expect((await schedules()).map(({ zone }) => zone)).toEqual([server?.zone]);
  });

  it('leaves a date that an admin skips skipped, in another channel too, for as long as it is still to come', async () => {
    await change({ channelId: 'c1' });
    await skipNext(deps(), { ...who, channelId: null, hereId: 'c1' });
    await change({ channelId: 'c2' });
    await moveZone('America/New_York');
    expect(await schedules()).toMatchObject([{ channelId: 'c2', skipDate: '2026-11-23' }]);
    // In Tokyo it is past nine already: the skipped date is over.
    await moveZone('Asia/Tokyo');
    expect(await schedules()).toMatchObject([{ skipDate: null, nextDate: '2026-11-24' }]);
  });
});

describe('the test post', () => {
  it('is queued in the daily channel for ten minutes', async () => {
    const press = (pressId: string) => queueTest(deps(), { ...who, pressId });
    expect((await press('i1')).kind).toBe('channel-first');
    await change({ channelId: 'c1' });
    expect(await press('i1')).toEqual({ kind: 'test-queued', channelId: 'c1' });
    expect(await press('i1'), 'the same press').toEqual({ kind: 'test-queued', channelId: 'c1' });
    expect(await press('i2'), 'within a minute').toMatchObject({ kind: 'test-too-soon' });
    expect(
      await test.db.select({ kind: posts.kind, status: posts.status, closesAt: posts.closesAt }).from(posts),
    ).toEqual([{ kind: 'test', status: 'pending', closesAt: new Date('2026-11-23T08:10:00Z') }]);
  });
});
