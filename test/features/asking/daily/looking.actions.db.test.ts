import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pauseSchedule, setSchedule } from '#features/asking/daily/actions.ts';
import { checkSchedules, lookAtSchedules } from '#features/asking/daily/looking.actions.ts';
import { postDue } from '#features/asking/daily/posting.actions.ts';
import type { Lacking } from '#features/asking/daily/rules.ts';
import { projections } from '#features/index.ts';
import { recentChanges } from '#features/people/server/store.ts';
import { claimSends, recordUnsent } from '#features/record/post/actions.ts';
import { posts } from '#features/record/post/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

let test: TestDatabase;
let now = new Date();
let lacking: Lacking = [];
const deps = () => ({
  db: test.db,
  content: libraryOf(makePack({ perDomain: 5 })),
  projections,
  log: silentLog,
  clock: { now: () => now },
  random: Math.random,
  channels: { missingPermissions: async () => lacking },
});
const which = { serverId: 's1', memberId: 'admin', channelId: 'c1', hereId: 'c1' };
const typed = { time: '09:00', zone: 'UTC', weekdays: null, domains: null, closeAfter: null };
const set = (memberId = 'admin', time = '09:00') =>
  setSchedule(deps(), {
    serverId: 's1',
    memberId,
    channelId: 'c1',
    typed: { ...typed, time },
    wantsThread: null,
  });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-23T08:00:00Z');
  lacking = [];
  await emptyTables(test.db);
});

/** The question of nine o'clock, being sent by this process. */
async function sending() {
  now = new Date('2026-11-23T09:00:03Z');
  await postDue(deps());
  const [post] = await claimSends(deps(), { limit: 5, busyChannels: [] });
  if (!post) throw new Error('nothing was due');
  return post;
}
const state = () =>
  test.db.select({ status: posts.status, failure: posts.failure, retryAt: posts.retryAt }).from(posts);

describe('a look at a schedule whose question could not be sent', () => {
  it('names what is missing while it is missing, even where Discord named nothing', async () => {
    await set();
    await recordUnsent(deps(), { post: await sending(), failure: 'no-permission:', mayStand: false });
    lacking = ['Send Messages'];
    const [shown] = await lookAtSchedules(deps(), { serverId: 's1' });
    expect(shown).toMatchObject({ isMended: false, lastPost: { failure: 'no-permission:Send Messages' } });
    expect(await state()).toMatchObject([{ retryAt: expect.any(Date) }]);
  });

  it.each(['list', 'status'])('sends it at once when the permission was given back (%s)', async (look) => {
    await set();
    const post = await sending();
    await recordUnsent(deps(), { post, failure: 'no-permission:Send Messages', mayStand: false });
    const shown =
      look === 'list'
        ? await lookAtSchedules(deps(), { serverId: 's1' })
        : (await checkSchedules(deps(), { serverId: 's1' })).map(({ schedule }) => schedule);
    expect(shown).toMatchObject([{ isMended: true }]);
    expect(await claimSends(deps(), { limit: 5, busyChannels: [] })).toHaveLength(1);
  });
});

describe('a second look, before the question that waited was sent', () => {
  it('says the same as the first', async () => {
    await set();
    const post = await sending();
    await recordUnsent(deps(), { post, failure: 'no-permission:Send Messages', mayStand: false });
    const looks = [0, 1].map(() => () => lookAtSchedules(deps(), { serverId: 's1' }));
    for (const look of looks) expect(await look()).toMatchObject([{ isMended: true }]);
  });
});

describe('a question that is being sent while its schedule is paused', () => {
  it('is not tried again when that fails', async () => {
    await set();
    const post = await sending();
    await pauseSchedule(deps(), which);
    await recordUnsent(deps(), { post, failure: 'no-permission:', mayStand: false });
    expect(await state()).toMatchObject([{ status: 'dropped' }]);
  });

  it('is looked for once more when it may stand, and waits otherwise as ever', async () => {
    await set();
    const post = await sending();
    await pauseSchedule(deps(), which);
    await recordUnsent(deps(), { post, failure: 'discord-unavailable', mayStand: true });
    expect(await state()).toMatchObject([{ status: 'pending' }]);
  });
});

describe('one press that comes twice', () => {
  it('makes one schedule, and says the same, at once or later', async () => {
    const both = await Promise.all([set(), set()]);
    const again = await set();
    expect(both).toEqual([again, again]);
    expect(again).toMatchObject({ kind: 'set', isChange: false });
    expect(await recentChanges(test.db, { serverId: 's1', limit: 9 })).toHaveLength(1);
  });

  it('changes it once, and says so', async () => {
    await set();
    const both = await Promise.all([set('admin', '10:00'), set('admin', '10:00')]);
    expect(both).toMatchObject([{ isChange: true }, { isChange: true }]);
    expect(await recentChanges(test.db, { serverId: 's1', limit: 9 })).toHaveLength(2);
  });
});
