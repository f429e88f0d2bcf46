// The winners of a week: when they are told, whom, and that each week is told once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toPayload } from '#bot/payload.ts';
import { members } from '#features/people/member/table.ts';
import { recentChanges } from '#features/people/server/store.ts';
import { servers } from '#features/people/server/table.ts';
import { rememberPresence } from '#features/standing/leaderboard/presence.ts';
import { scores, weeklyWinners } from '#features/standing/leaderboard/table.ts';
import {
  chooseWinners,
  findDueWinners,
  readWinners,
  recordWinnersTold,
} from '#features/standing/leaderboard/winners.actions.ts';
import { weekToTell } from '#features/standing/leaderboard/winners.rules.ts';
import { showWinners } from '#features/standing/leaderboard/winners.view.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const pack = makePack();
let test: TestDatabase;
let now = new Date(0);
let gone: string[] = [];
const clock = { now: () => now };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  gone = [];
  // A Wednesday.
  now = new Date('2026-11-25T12:00:00Z');
  await emptyTables(test.db);
  const base = { exam: pack.exam.id, edition: 'c02', zone: 'UTC', createdAt: now };
  await test.db.insert(servers).values({ ...base, id: 's1' });
});

const deps = () => ({ db: test.db, content: libraryOf(pack), clock });
const choose = (channelId: string | null) =>
  chooseWinners(deps(), { serverId: 's1', memberId: 'admin', channelId });
const winners = async () => {
  const ask = async (_: string, ids: readonly string[]) =>
    new Map(ids.filter((id) => !gone.includes(id)).map((id) => [id, id]));
  const [due] = await findDueWinners(deps());
  return due
    ? readWinners({ db: test.db, presence: rememberPresence({ db: test.db, clock, ask }) }, due)
    : null;
};
const haveWeek = (startsOn: string, points: Record<string, number>) =>
  test.db.insert(scores).values(
    Object.entries(points).map(([memberId, sum]) => ({
      ...{ serverId: 's1', exam: pack.exam.id, domain: 'all', window: 'week' as const, startsOn, memberId },
      ...{ points: sum, right: sum, rated: 20 },
    })),
  );

describe('the winners of a week', () => {
  it('are told on the first morning of the next, once, and not of the week before it was turned on', async () => {
    expect(await findDueWinners(deps())).toEqual([]);
    expect(await choose('c1')).toEqual({ kind: 'on', channelId: 'c1' });
    expect(await findDueWinners(deps())).toEqual([]);
    now = new Date('2026-11-30T08:59:00Z');
    expect(await findDueWinners(deps())).toEqual([]);
    now = new Date('2026-11-30T09:00:00Z');
    const [due] = await findDueWinners(deps());
    expect(due).toMatchObject({ channelId: 'c1', week: '2026-11-23', tellIn: '2026-11-30' });
    if (due) await recordWinnersTold(deps(), due);
    expect(await findDueWinners(deps())).toEqual([]);
    now = new Date('2026-12-08T00:00:00Z');
    expect(await findDueWinners(deps())).toMatchObject([{ week: '2026-11-30' }]);
  });

  it('are the first three ranks of those who are still there and not hidden; ties are told together', async () => {
    await choose('c1');
    await haveWeek('2026-11-23', { ada: 9, left: 8, hidden: 8, grace: 7, linus: 5, margaret: 5, alan: 1 });
    await haveWeek('2026-11-30', { alan: 99 });
    await test.db.insert(members).values({ id: 'hidden', visibility: 'hidden' });
    gone = ['left'];
    now = new Date('2026-11-30T10:00:00Z');
    expect((await winners())?.map(({ rank, memberId }) => `${rank} ${memberId}`)).toEqual([
      '1 ada',
      '2 grace',
      '3 linus',
      '3 margaret',
    ]);
  });

  it('are told in another channel from then on, or no more; each change is logged once', async () => {
    await choose('c1');
    await choose('c1');
    await choose('c2');
    expect(await choose(null)).toEqual({ kind: 'off' });
    expect(await choose(null)).toEqual({ kind: 'was-off' });
    expect(await test.db.$count(weeklyWinners)).toBe(0);
    const logged = await recentChanges(test.db, { serverId: 's1', limit: 9 });
    expect(logged.map(({ before, after }) => [before, after])).toEqual([
      ['c2', null],
      ['c1', 'c2'],
      [null, 'c1'],
    ]);
  });

  it('are not told to a server that removed the bot', async () => {
    await choose('c1');
    await test.db.update(servers).set({ leftAt: now });
    now = new Date('2026-12-01T10:00:00Z');
    expect(await findDueWinners(deps())).toEqual([]);
  });
});

describe('when weeks are moved', () => {
  it('no days are told twice', () => {
    const monday = new Date('2026-11-23T12:00:00Z');
    expect(weekToTell(monday, { zone: 'UTC', weekStart: 1 }, '2026-11-22')).toBeNull();
    const sunday = new Date('2026-11-29T12:00:00Z');
    expect(weekToTell(sunday, { zone: 'UTC', weekStart: 7 }, '2026-11-23')).toEqual({
      week: '2026-11-22',
      tellIn: '2026-11-29',
    });
  });
});

it.each(listLanguages())('the message names who may be named, and Discord takes it: $name', ({ code }) => {
  const entry = { visibility: 'visible' as const, points: 9, right: 5, rated: 6, worth: 0 };
  const rows = [
    { ...entry, rank: 1, memberId: '11' },
    { ...entry, rank: 2, memberId: '12', visibility: 'anonymous' as const },
  ];
  const message = showWinners(wordsOf(code), { week: '2026-11-23', rows });
  const said = JSON.stringify(message);
  expect(said).toMatch(/🥇 \*\*1\.\*\* <@11>.*\*\*9/);
  expect(said).not.toContain('<@12>');
  expect(validateBody('callback', { type: 4, data: toPayload(message) })).toEqual([]);
});
