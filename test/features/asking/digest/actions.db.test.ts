// A server's week on the database: set by an admin, claimed once, told of what all could see.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  chooseDigest,
  findSetting,
  moveZone,
  takeDue,
  takeFailing,
  tellWeek,
  weekFailed,
  weekSettled,
} from '#features/asking/digest/actions.ts';
import { personal } from '#features/asking/digest/personal.ts';
import { recentChanges } from '#features/people/server/store.ts';
import { servers } from '#features/people/server/table.ts';
import { answers } from '#features/record/post/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { makePlans } from '../../../support/plans.ts';
import { emptyTables, makePost } from '../../../support/rows.ts';

const pack = { ...makePack(), plan: makePlans() };
let test: TestDatabase;
let now = new Date(0);
const deps = () => ({ db: test.db, content: libraryOf(pack), clock: { now: () => now } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  // A Wednesday.
  now = new Date('2026-11-25T12:00:00Z');
  await emptyTables(test.db);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: now });
});

const choose = (wish: { channelId?: string | null; weekday?: number; hour?: number }) =>
  chooseDigest(deps(), { serverId: 's1', memberId: 'admin', ...wish });

async function answer(memberId: string, kind: 'quiz' | 'private', isCorrect: boolean): Promise<void> {
  const post = await makePost(test.db, { createdAt: now, kind });
  await test.db.insert(answers).values({
    ...{
      postId: post.id,
      memberId,
      serverId: 's1',
      exam: pack.exam.id,
      domain: '1',
      questionId: post.questionId,
    },
    ...{ questionVersion: 1, difficulty: 2, picks: ['a'], pressId: '1', isCorrect, isRated: false },
    ...{ ratedRound: 0, points: 0, answeredAt: now, localDate: now.toISOString().slice(0, 10) },
  });
}

describe('a server’s week', () => {
  it('is set with a channel, moved by a day or an hour, turned off; each change is logged once', async () => {
    expect(await choose({ hour: 18 })).toEqual({ kind: 'no-channel-yet' });
    const monday = { kind: 'on', channelId: 'c1', weekday: 1, hour: 9 };
    expect(await choose({ channelId: 'c1' })).toEqual(monday);
    expect(await choose({ channelId: 'c1' })).toEqual(monday);
    expect((await findSetting(deps(), 's1'))?.dueAt).toEqual(new Date('2026-11-30T09:00:00Z'));
    expect(await choose({ weekday: 5 })).toMatchObject({ weekday: 5, hour: 9 });
    expect(await choose({ channelId: null })).toEqual({ kind: 'off' });
    const logged = await recentChanges(test.db, { serverId: 's1', limit: 9 });
    expect(logged.map(({ before, after }) => [before, after])).toEqual([
      ['c1/5/9', null],
      ['c1/1/9', 'c1/5/9'],
      [null, 'c1/1/9'],
    ]);
  });

  it('is taken by one of several processes, and once each week', async () => {
    await choose({ channelId: 'c1' });
    await answer('ada', 'quiz', true);
    now = new Date('2026-11-30T09:00:00Z');
    const taken = (await Promise.all([takeDue(deps()), takeDue(deps())])).flat();
    expect(taken).toHaveLength(1);
    for (const due of taken) await weekSettled(deps(), { due, isPosted: true });
    expect(await takeDue(deps())).toEqual([]);
    now = new Date('2026-12-07T09:00:00Z');
    expect(await takeDue(deps())).toHaveLength(1);
  });

  it('counts what the group answered in the open, and nothing that somebody practised alone', async () => {
    await choose({ channelId: 'c1' });
    await answer('ada', 'quiz', true);
    await answer('grace', 'quiz', false);
    await answer('linus', 'private', false);
    now = new Date('2026-11-30T09:00:00Z');
    const [due] = await takeDue(deps());
    const told = due && (await tellWeek(deps(), due));
    expect(told).toMatchObject({ members: 2, tally: { answers: 2, right: 1 } });
    expect(told?.next?.week.focus).toBe('The first subject');
  });

  it('is not told where nobody answered, nor a day late, nor to a server that removed the bot', async () => {
    await choose({ channelId: 'c1' });
    now = new Date('2026-11-30T09:00:00Z');
    const [due] = await takeDue(deps());
    expect(due && (await tellWeek(deps(), due))).toBeNull();
    await answer('ada', 'quiz', true);
    now = new Date('2026-12-01T09:00:01Z');
    const [late] = await takeDue(deps());
    expect(late && (await tellWeek(deps(), late))).toBeNull();
    await test.db.update(servers).set({ leftAt: now });
    now = new Date('2026-12-01T10:00:00Z');
    expect(await takeDue(deps())).toEqual([]);
  });

  it('that cannot be posted is tried again, and its admin is told once until it works', async () => {
    await choose({ channelId: 'c1' });
    now = new Date('2026-11-30T09:00:00Z');
    const [due] = await takeDue(deps());
    if (!due) throw new Error('nothing due');
    await weekFailed(deps(), { due, failure: 'no-permission:Send Messages' });
    expect(await takeFailing(deps())).toMatchObject([
      { setBy: 'admin', failure: 'no-permission:Send Messages' },
    ]);
    expect(await takeFailing(deps())).toEqual([]);
    now = new Date('2026-11-30T09:04:00Z');
    expect(await takeDue(deps())).toEqual([]);
    now = new Date('2026-11-30T09:05:00Z');
    const [again] = await takeDue(deps());
    expect(again?.attempts).toBe(2);
    if (again) await weekSettled(deps(), { due: again, isPosted: true });
    expect(await findSetting(deps(), 's1')).toMatchObject({ failure: null, attempts: 0 });
  });

  it('that could not be posted yet is posted at once in the channel that is chosen then, also in the same one', async () => {
    await choose({ channelId: 'c1' });
    now = new Date('2026-11-30T09:00:00Z');
    const [due] = await takeDue(deps());
    if (due) await weekFailed(deps(), { due, failure: 'no-channel' });
    expect(await takeDue(deps())).toEqual([]);
    now = new Date('2026-11-30T09:02:00Z');
    await choose({ channelId: 'c1' });
    const [again] = await takeDue(deps());
    expect(again).toMatchObject({ channelId: 'c1', attempts: 2 });
    await choose({ channelId: 'c2' });
    expect(await takeDue(deps())).toMatchObject([
      { channelId: 'c2', dueAt: new Date('2026-11-30T09:00:00Z') },
    ]);
    await choose({ hour: 18 });
    expect((await findSetting(deps(), 's1'))?.dueAt).toEqual(new Date('2026-11-30T18:00:00Z'));
  });

  it('follows the server’s zone, and forgets who set it when that member is deleted', async () => {
    await choose({ channelId: 'c1' });
    await test.db.transaction((tx) => moveZone(tx, { serverId: 's1', zone: 'Asia/Tokyo', now }));
    expect((await findSetting(deps(), 's1'))?.dueAt).toEqual(new Date('2026-11-30T00:00:00Z'));
    await test.db.transaction((tx) => personal.erase(tx, 'admin'));
    expect(await findSetting(deps(), 's1')).toMatchObject({ setBy: 'erased' });
  });
});
