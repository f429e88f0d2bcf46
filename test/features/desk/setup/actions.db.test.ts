import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import { setSchedule, skipNext } from '#features/asking/daily/actions.ts';
import { postDue } from '#features/asking/daily/posting.actions.ts';
import { readSchedules } from '#features/asking/daily/store.ts';
import { dailySchedules } from '#features/asking/daily/table.ts';
import { posts } from '#features/record/post/table.ts';
import { readServer } from '#features/people/server/store.ts';
import { serverChanges, servers } from '#features/people/server/table.ts';
import { changeSetup, readSetup, readStatus } from '#features/desk/setup/actions.ts';
import { jobs } from '#features/desk/setup/jobs.ts';
import { dueRetiredNotices } from '#features/desk/setup/retired.actions.ts';
import type { SetupChanges } from '#features/desk/setup/rules.ts';
import { queueTest } from '#features/desk/setup/test-post.actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makePack, packsOf } from '../../../support/pack.ts';
import { runJob } from '../../../support/jobs.ts';

let test: TestDatabase;
let now = new Date();
let missing: string[] = [];
const deps = () => ({
  db: test.db,
  content: packsOf(makePack()),
  clock: { now: () => now },
  random: Math.random,
  channels: { missingPermissions: async () => missing },
});
const who = { serverId: 's1', memberId: 'admin' };
const change = (changes: SetupChanges) => changeSetup(deps(), { ...who, changes });
const kinds = async (changes: SetupChanges) => (await change(changes)).map(({ kind }) => kind);

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T08:00:00Z');
  missing = [];
  for (const table of [dailySchedules, posts, serverChanges, servers]) await test.db.delete(table);
});

describe('a new server', () => {
  it('gets the edition that can still be sat on that day', async () => {
    expect((await readSetup(deps(), who)).edition?.id).toBe('c02');
    await test.db.delete(servers);
    now = new Date('2026-12-01T08:00:00Z');
    expect((await readSetup(deps(), who)).edition?.id).toBe('c03');
  });
});

describe('changing settings', () => {
  it('does everything in one line', async () => {
    expect(
      await kinds({ edition: 'dva-c03', zone: 'berlin', channelId: 'c1', time: '7pm', roleId: 'r1' }),
    ).toEqual(['edition-changed', 'zone-changed', 'daily-saved']);
    expect(await readServer(test.db, 's1')).toMatchObject({ edition: 'c03', zone: 'Europe/Berlin' });
    expect(await readSchedules(test.db, 's1')).toMatchObject([
      {
        channelId: 'c1',
        time: '19:00',
        zone: 'Europe/Berlin',
        roleId: 'r1',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
      },
    ]);
  });

  it('logs who changed what', async () => {
    await change({ edition: 'dva-c03', zone: 'Europe/Berlin' });
    const { changes } = await readStatus(deps(), who);
    expect(
      changes.map(({ memberId, setting, before, after }) => ({ memberId, setting, before, after })),
    ).toEqual([
      { memberId: 'admin', setting: 'zone', before: 'UTC', after: 'Europe/Berlin' },
      {
        memberId: 'admin',
        setting: 'edition',
        before: 'aws-developer-associate/c02',
        after: 'aws-developer-associate/c03',
      },
    ]);
  });

  it('logs nothing that stayed as it was', async () => {
    expect(await kinds({ edition: 'dva-c02' })).toEqual(['edition-kept']);
    await change({ zone: 'UTC' });
    expect((await readStatus(deps(), who)).changes).toEqual([]);
  });

  it('the question of the day follows the server’s zone, unless it has its own', async () => {
    await change({ channelId: 'c1' });
    const typed = { time: '09:00', zone: 'Asia/Tokyo', weekdays: null, domains: null, closeAfter: null };
    await setSchedule(deps(), { ...who, channelId: 'c2', typed, wantsThread: null });
    expect(await change({ zone: 'America/New_York' })).toMatchObject([{ kind: 'zone-changed', moved: 1 }]);
    const schedules = await readSchedules(test.db, 's1');
    expect(schedules.map(({ zone }) => zone)).toEqual(['America/New_York', 'Asia/Tokyo']);
    expect(schedules[0]?.nextAt).toEqual(new Date('2026-11-23T14:00:00Z'));
  });

  it('moving the question of the day takes the one that still waits to be sent out of the old channel', async () => {
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
    expect(await change({ channelId: 'c1' })).toMatchObject([{ kind: 'daily-saved', held: null }]);
    now = new Date('2026-11-23T09:00:03Z');
    await postDue(deps());
    expect(await change({ time: '20:00' })).toMatchObject([{ kind: 'daily-saved', held: 'posted' }]);
    expect(await change({ time: '08:00' })).toMatchObject([{ kind: 'daily-saved', held: null }]);
  });

  it('the date that an admin skips is still skipped in another channel and zone', async () => {
    await change({ channelId: 'c1' });
    await skipNext(deps(), { ...who, channelId: null, hereId: 'c1' });
    await change({ channelId: 'c2', zone: 'America/New_York' });
    expect(await readSchedules(test.db, 's1')).toMatchObject([{ channelId: 'c2', skipDate: '2026-11-23' }]);
    // In Tokyo it is past nine already: the skipped date is over.
    await change({ zone: 'Asia/Tokyo' });
    expect(await readSchedules(test.db, 's1')).toMatchObject([{ skipDate: null, nextDate: '2026-11-24' }]);
  });

  it('suggests the zone that was meant and changes nothing', async () => {
    expect(await change({ zone: 'Berln' })).toMatchObject([
      { kind: 'unknown-zone', choices: ['Europe/Berlin'] },
    ]);
    expect((await readServer(test.db, 's1'))?.zone).toBe('UTC');
  });

  it('stores no channel in which it cannot post', async () => {
    missing = ['Send Messages'];
    expect(await change({ channelId: 'c1' })).toEqual([
      { kind: 'lacks-permission', channelId: 'c1', missing: ['Send Messages'] },
    ]);
    expect(await readSchedules(test.db, 's1')).toEqual([]);
  });

  it('needs a channel before a time, and moves the schedule to another channel', async () => {
    expect(await kinds({ time: '10:00' })).toEqual(['channel-first']);
    await change({ channelId: 'c1' });
    await change({ channelId: 'c2', roleId: 'r1' });
    await change({ roleId: null });
    expect(await readSchedules(test.db, 's1')).toMatchObject([
      { channelId: 'c2', roleId: null, time: '09:00' },
    ]);
  });

  it('does not wake a paused schedule, and does not take another schedule’s channel', async () => {
    await change({ channelId: 'c1' });
    await test.db.update(dailySchedules).set({ status: 'paused' });
    await change({ time: '10:00' });
    expect(await readSchedules(test.db, 's1')).toMatchObject([{ status: 'paused', time: '10:00' }]);
    await change({ channelId: 'c2' });
    const typed = { time: '09:00', zone: null, weekdays: null, domains: null, closeAfter: null };
    await setSchedule(deps(), { ...who, channelId: 'c1', typed, wantsThread: null });
    expect(await kinds({ channelId: 'c1' })).toEqual(['channel-taken']);
  });
});

describe('the test post', () => {
  it('is queued in the daily channel for ten minutes', async () => {
    expect((await queueTest(deps(), who)).kind).toBe('channel-first');
    await change({ channelId: 'c1' });
    expect(await queueTest(deps(), who)).toEqual({ kind: 'test-queued', channelId: 'c1' });
    expect(
      await test.db.select({ kind: posts.kind, status: posts.status, closesAt: posts.closesAt }).from(posts),
    ).toEqual([{ kind: 'test', status: 'pending', closesAt: new Date('2026-11-23T08:10:00Z') }]);
  });
});

let sent: string[] = [];
let unavailable: string[] = [];

async function tellRetired(): Promise<void> {
  const send = async (channelId: string, post: { nonce: string }) => {
    if (unavailable.includes(channelId)) return { kind: 'unavailable', reason: 'discord-unavailable' };
    sent.push(`${channelId} ${post.nonce}`);
    return { kind: 'sent', messageId: 'm1' };
  };
  // safe: the job uses nothing else
  const app = { ...deps(), channels: { send } } as unknown as BotApp;
  await runJob(jobs, 'retired-notices', { app, now });
}

describe('a retired edition', () => {
  beforeEach(() => {
    sent = [];
    unavailable = [];
  });

  it('is told once, in the daily channel', async () => {
    await change({ channelId: 'c1' });
    expect(await dueRetiredNotices(deps())).toEqual([]);
    now = new Date('2026-12-01T08:00:00Z');
    const [notice] = await dueRetiredNotices(deps());
    expect(notice).toMatchObject({
      serverId: 's1',
      channelId: 'c1',
      from: { id: 'c02' },
      to: { id: 'c03' },
    });
    await tellRetired();
    expect(await dueRetiredNotices(deps())).toEqual([]);
    expect((await readSetup(deps(), who)).successor?.id).toBe('c03');
  });

  it('is told again by the next run where sending failed, and nowhere else', async () => {
    await change({ channelId: 'c1' });
    await changeSetup(deps(), { serverId: 's2', memberId: 'admin', changes: { channelId: 'c2' } });
    now = new Date('2026-12-01T08:15:00Z');
    unavailable = ['c1'];
    await expect(tellRetired()).rejects.toThrow('1 of 2 failed');
    unavailable = [];
    now = new Date('2026-12-01T09:15:00Z');
    await tellRetired();
    await tellRetired();
    expect(sent).toEqual(['c2 es2', 'c1 es1']);
  });

  it('is not told in a server without a daily channel, also when it gets one later', async () => {
    await readSetup(deps(), who);
    now = new Date('2026-12-01T08:15:00Z');
    await tellRetired();
    await change({ channelId: 'c1' });
    await tellRetired();
    expect(sent).toEqual([]);
  });

  it('is left behind with one switch', async () => {
    await readSetup(deps(), who);
    now = new Date('2026-12-01T08:00:00Z');
    await change({ edition: 'aws-developer-associate/c03' });
    expect(await readSetup(deps(), who)).toMatchObject({ edition: { id: 'c03' }, successor: null });
    expect(await dueRetiredNotices(deps())).toEqual([]);
  });
});
