// Which posts are taken next, by whom, and for how long: nobody's wait behind somebody else's.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { heartbeats, outages } from '#features/record/outage/table.ts';
import {
  claimClosings,
  claimSends,
  findThreadsDue,
  recordSent,
  recordThreadSettled,
  recordUnclosed,
  recordUnsent,
  takeAgain,
} from '#features/record/post/actions.ts';
import { insertPosts, type NewPost } from '#features/record/post/store.ts';
import { posts } from '#features/record/post/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { emptyTables, makePost, newPost } from '../../../support/rows.ts';

const START = new Date('2026-11-26T10:00:00Z');
let test: TestDatabase;
let now = START;
const deps = () => ({ db: test.db, clock: { now: () => now } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date(START.getTime() + 60_000);
  await emptyTables(test.db);
});

const room = (limit: number, busyChannels: readonly string[] = []) => ({ limit, busyChannels });
const due = (serverId: string, channelId: string, second: number): NewPost =>
  newPost({
    ...{ serverId, channelId, status: 'pending', createdAt: new Date(START.getTime() + second * 1000) },
  });

describe.each(['sending', 'closing'] as const)('%s', (work) => {
  const claim = work === 'sending' ? claimSends : claimClosings;
  const have = (batch: readonly NewPost[]) =>
    insertPosts(
      test.db,
      work === 'sending'
        ? batch
        : batch.map((post) => ({ ...post, status: 'open' as const, closesAt: post.createdAt })),
    );

  it('takes every server’s first before any server’s second: a hundred of one delay nobody', async () => {
    await have(Array.from({ length: 100 }, (_, index) => due('busy', `b${index % 20}`, index / 10)));
    await have([due('calm', 'c1', 30), due('late', 'l1', 40)]);
    const taken = await claim(deps(), room(10));
    expect(taken).toHaveLength(10);
    expect(taken.map(({ serverId }) => serverId)).toEqual(expect.arrayContaining(['calm', 'late']));
  });

  it('takes what somebody waits for before questions of the day, however many of those are older', async () => {
    const daily = Array.from({ length: 40 }, (_, index) => ({
      ...due(`s${index}`, `d${index}`, 1),
      kind: 'daily' as const,
    }));
    await have([...daily, { ...due('s1', 'thread', 50), kind: 'round' }]);
    expect((await claim(deps(), room(1))).map(({ channelId }) => channelId)).toEqual(['thread']);
  });

  it('is another’s fifteen seconds after a process was killed, and not while one says that it is at it', async () => {
    await have([due('s1', 'c1', 1), due('s2', 'c2', 2)]);
    const [slow, lost] = await claim(deps(), room(2));
    if (!slow || !lost) throw new Error('nothing was taken');
    expect([slow.wasTaken, lost.wasTaken]).toEqual([false, false]);
    now = new Date(now.getTime() + 10_000);
    await takeAgain(deps(), slow);
    now = new Date(now.getTime() + 5_000);
    expect(await claim(deps(), room(5))).toMatchObject([{ id: lost.id, wasTaken: true }]);
    now = new Date(now.getTime() + 10_000);
    expect((await claim(deps(), room(5))).map(({ id }) => id)).toEqual([slow.id]);
  });

  it('is told apart from what may have been done already: before an absence, or before a backup was restored', async () => {
    await have([due('s1', 'c1', 1)]);
    await test.db.insert(outages).values({ fromAt: START, toAt: now, reason: 'offline' });
    await have([{ ...due('s2', 'c2', 0), createdAt: now }]);
    const taken = await claim(deps(), room(2));
    expect(taken.map(({ serverId, wasTaken }) => [serverId, wasTaken]).toSorted()).toEqual([
      ['s1', true],
      ['s2', false],
    ]);
    await have([{ ...due('s3', 'c3', 0), createdAt: now }]);
    // Come back, and not yet noted.
    await test.db.insert(heartbeats).values({ name: 'bot', at: new Date(now.getTime() - 20 * 60_000) });
    expect(await claim(deps(), room(2))).toMatchObject([{ serverId: 's3', wasTaken: true }]);
  });

  it('takes no more of a channel than gets done within a lease', async () => {
    await have(Array.from({ length: 60 }, (_, index) => due('s1', 'c1', index / 10)));
    expect(await claim(deps(), room(100))).toHaveLength(8);
  });

  it('takes the oldest first, and nothing of channels where work is underway', async () => {
    await have([due('s1', 'c1', 3), due('s1', 'c2', 1), due('s1', 'c3', 2)]);
    expect((await claim(deps(), room(1, ['c2']))).map(({ channelId }) => channelId)).toEqual(['c3']);
  });

  it('is one process’s at a time, and another’s when the lease has ended', async () => {
    await have(Array.from({ length: 40 }, (_, index) => due(`s${index}`, `c${index}`, 1)));
    const other = connect({ url: test.url, log: silentLog, max: 3 });
    const claims = await Promise.all([
      claim(deps(), room(30)),
      claim({ ...deps(), db: other }, room(30)),
      claim(deps(), room(30)),
    ]);
    await other.end();
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const left = await claim(deps(), room(40));
    expect(new Set([...ids, ...left.map(({ id }) => id)]).size).toBe(40);
    now = new Date(now.getTime() + 60_000);
    expect(await claim(deps(), room(100))).toHaveLength(40);
  });

  it('waits after Discord refused, and meanwhile leaves the place to others', async () => {
    await have([due('s1', 'c1', 1)]);
    const [post] = await claim(deps(), room(1));
    if (!post) throw new Error('nothing was taken');
    const record = work === 'sending' ? recordUnsent : recordUnclosed;
    await record(deps(), { post, failure: 'discord-503', retryAfterMs: 90_000, mayStand: false });
    now = new Date(now.getTime() + 89_000);
    await have([due('s2', 'c2', 2)]);
    expect((await claim(deps(), room(5))).map(({ serverId }) => serverId)).toEqual(['s2']);
    now = new Date(now.getTime() + 1000);
    expect((await claim(deps(), room(5))).map(({ serverId }) => serverId)).toEqual(['s1']);
  });
});

it('only closing touches posts that are open, only sending those that wait', async () => {
  await makePost(test.db, { createdAt: START, closesAt: START });
  await makePost(test.db, { createdAt: START, status: 'pending', closesAt: START });
  expect((await claimSends(deps(), room(5))).map(({ status }) => status)).toEqual(['pending']);
  expect((await claimClosings(deps(), room(5))).map(({ status }) => status)).toEqual(['open']);
  expect(await test.db.$count(posts)).toBe(2);
});

describe('a post that could not be sent', () => {
  const overAt = new Date(START.getTime() + 90_000);
  const failed = async (mayStand: boolean) => {
    await makePost(test.db, { createdAt: START, status: 'pending', sendBefore: overAt });
    const [post] = await claimSends(deps(), room(1));
    if (!post) throw new Error('nothing was taken');
    await recordUnsent(deps(), { post, failure: 'discord-503', mayStand });
    const [stored] = await test.db.select({ status: posts.status, retryAt: posts.retryAt }).from(posts);
    return stored;
  };

  it('is given up when the next try would be too late', async () => {
    expect(await failed(false)).toEqual({ status: 'dropped', retryAt: null });
  });

  it('is looked for once more where only Discord’s answer was lost: it may stand in the channel', async () => {
    expect(await failed(true)).toEqual({ status: 'pending', retryAt: new Date(now.getTime() + 60_000) });
  });
});

it('a post is open once its message stands, and its thread is opened later if it could not be just now', async () => {
  const { id, closesAt } = await makePost(test.db, {
    createdAt: START,
    status: 'pending',
    wantsThread: true,
  });
  await recordSent(deps(), { id, messageId: 'm1', closesAt, threadDue: true });
  expect(await findThreadsDue(deps())).toMatchObject([{ id, status: 'open', messageId: 'm1' }]);
  await recordThreadSettled(deps(), { id });
  expect(await findThreadsDue(deps())).toEqual([]);
});
