import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rememberPresence } from '#features/standing/leaderboard/presence.ts';
import { absentees } from '#features/standing/leaderboard/table.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';

let test: TestDatabase;
let now = 0;
let asked: string[] = [];
let left = new Set<string>();
let answer: () => Promise<void> = async () => undefined;

/** As Discord names them. */
const members = (...ids: string[]) => new Map(ids.map((id) => [id, `Name of ${id}`]));

const remembered = () =>
  rememberPresence({
    db: test.db,
    clock: { now: () => new Date(now) },
    ask: async (serverId, memberIds) => {
      asked.push(...memberIds.map((memberId) => `${serverId}/${memberId}`));
      await answer();
      return members(...memberIds.filter((memberId) => !left.has(memberId)));
    },
  });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.delete(absentees);
  now = Date.parse('2026-11-23T20:00:00Z');
  asked = [];
  left = new Set();
  answer = async () => undefined;
});

describe('who is still in a server', () => {
  it('is asked of Discord once a minute for each server and member', async () => {
    const { stillMembers: still } = remembered();
    left.add('linus');
    expect(await still('s1', ['ada', 'linus'])).toEqual(members('ada'));
    expect(await still('s1', ['ada', 'linus', 'grace'])).toEqual(members('ada', 'grace'));
    expect(asked).toEqual(['s1/ada', 's1/linus', 's1/grace']);
    await still('s2', ['ada']);
    expect(asked.at(-1)).toBe('s2/ada');
    left = new Set(['ada']);
    now += 60_000;
    expect(await still('s1', ['ada', 'linus'])).toEqual(members('linus'));
    expect(asked).toHaveLength(6);
  });

  it('is asked once for boards that are read at the same time', async () => {
    const { stillMembers: still } = remembered();
    const boards = await Promise.all([still('s1', ['ada']), still('s1', ['ada']), still('s1', ['ada'])]);
    expect(boards).toEqual(Array.from({ length: 3 }, () => members('ada')));
    expect(asked).toEqual(['s1/ada']);
  });

  it('is asked again after Discord gave no answer', async () => {
    const { stillMembers: still } = remembered();
    answer = () => Promise.reject(new Error('Discord answers 503'));
    await expect(still('s1', ['ada'])).rejects.toThrow('503');
    answer = async () => undefined;
    expect(await still('s1', ['ada'])).toEqual(members('ada'));
  });

  it('is not known when Discord cannot say, and asked again then', async () => {
    const answers = [members('ada'), null, members('linus')];
    const { stillMembers: still } = rememberPresence({
      db: test.db,
      clock: { now: () => new Date(now) },
      ask: async () => answers.shift() ?? null,
    });
    expect(await still('s1', ['ada'])).toEqual(members('ada'));
    expect(await still('s1', ['ada', 'linus'])).toBeNull();
    expect(await still('s1', ['ada', 'linus'])).toEqual(members('ada', 'linus'));
    expect(await still('s1', ['ada'])).toEqual(members('ada'));
  });

  it('is forgotten for the members asked about longest ago when there are too many', async () => {
    const { stillMembers: still } = remembered();
    await still('s1', ['first']);
    const many = Array.from({ length: 10_000 }, (_, index) => `m${index}`);
    // With the oldest among them: what is forgotten to make room still counts in this answer.
    expect((await still('s1', ['first', ...many]))?.size).toBe(10_001);
    asked = [];
    await still('s1', ['m9999', 'first']);
    expect(asked).toEqual(['s1/first']);
  });

  it('is remembered of those who left in every process, until they show up again', async () => {
    const presence = remembered();
    left = new Set(['linus', 'grace']);
    await presence.stillMembers('s1', ['ada', 'linus', 'grace']);
    const other = remembered();
    expect((await other.goneFrom('s1')).toSorted()).toEqual(['grace', 'linus']);
    expect(await other.goneFrom('s2')).toEqual([]);
    await other.noteHere('s1', 'grace');
    expect(await presence.goneFrom('s1')).toEqual(['linus']);
  });

  it('is asked again of those who left, ten at a time and after ten minutes, with a request made anyway', async () => {
    const presence = remembered();
    left = new Set(Array.from({ length: 25 }, (_, index) => `m${index}`));
    await presence.stillMembers('s1', ['ada', ...left]);
    left.clear();
    asked = [];
    await presence.goneFrom('s1');
    now += 10 * 60_000;
    expect(await presence.goneFrom('s1')).toHaveLength(25);
    await presence.stillMembers('s1', ['ada']);
    expect(asked).toHaveLength(11);
    expect(await presence.goneFrom('s1')).toHaveLength(15);
  });
});
